"""Decides how a permit, approval or transport licence is entered: particulars that fit its kind."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.catalog.queries import catalogue
from wastetrack.kernel.errors import Missing, Violation, check
from wastetrack.kernel.work import Work
from wastetrack.parties.inputs import LicenceInput
from wastetrack.parties.model import Licence
from wastetrack.parties.queries import find_unit, licences_of, sites_of_units
from wastetrack.parties.rules import licence_faults, unknown_codes
from wastetrack.parties.terms import PERMITS
from wastetrack.parties.transition import reclass


def add_licence(
    work: Work, unit_id: UUID, data: LicenceInput, *, site_id: UUID | None = None
) -> Licence:
    """Add a licence of the unit, for one of its sites or for all."""
    require(work.actor, Action.LICENCE_ADD, Place(Position.OWN, unit_id, site_id))
    unit = find_unit(work, unit_id)
    sites = [s for s in sites_of_units(work, [unit_id]) if site_id is None or s.id == site_id]
    if unit is None or (site_id is not None and not sites):
        raise Missing(str(site_id or unit_id))
    found = licence_faults(data.kind, data.modes, data.codes, (data.valid_from, data.valid_to))
    found += unknown_codes(data.codes, catalogue(work), "codes")
    if data.storage_extended_to is not None and data.file_sha256 is None:
        # it moves a legal limit, so the authority's document must lie with it (Code §535(3))
        found.append(Violation("parties.extension_without_document", "file_sha256"))
    known = licences_of(work, unit_id)
    if any(li.number == data.number and li.valid_from == data.valid_from for li in known):
        found.append(Violation("parties.licence_known", "number", {"number": data.number}))
    check(found)
    values = data.model_dump() | {"modes": [mode.value for mode in data.modes]}
    row = Licence(id=work.new_id(), created_at=work.now, unit_id=unit_id, site_id=site_id, **values)
    record(work, "licence.add", row, site_id=site_id, basis=row.number, number=row.number)
    work.session.flush()
    if row.kind in PERMITS:
        for site in sites:
            reclass(work, unit, site)
    return row
