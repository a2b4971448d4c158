"""Decides how a permit, approval or transport licence is entered: with its document, to be checked."""

from typing import Any
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
from wastetrack.parties.rules import document_faults, licence_faults, unknown_codes


def add_licence(
    work: Work, unit_id: UUID, data: LicenceInput, *, site_id: UUID | None = None
) -> Licence:
    """Enter a licence of the unit, for one of its sites or for all; the bureau checks it next."""
    require(work.actor, Action.LICENCE_ADD, Place(Position.OWN, unit_id, site_id))
    sites = [s for s in sites_of_units(work, [unit_id]) if site_id is None or s.id == site_id]
    if find_unit(work, unit_id) is None or (site_id is not None and not sites):
        raise Missing(str(site_id or unit_id))
    check(entry_faults(work, unit_id, data))
    values = columns(data)
    row = Licence(id=work.new_id(), created_at=work.now, unit_id=unit_id, site_id=site_id, **values)
    record(work, "licence.add", row, site_id=site_id, basis=row.number, number=row.number)
    return row


def entry_faults(
    work: Work, unit_id: UUID, data: LicenceInput, but: frozenset[UUID] = frozenset()
) -> list[Violation]:
    """What speaks against these particulars; `but`: the licence that they change, and its version."""
    found = licence_faults(data.kind, data.modes, data.codes, (data.valid_from, data.valid_to))
    found += unknown_codes(data.codes, catalogue(work), "codes")
    found += document_faults(data.file_sha256)
    known = (li for li in licences_of(work, unit_id) if li.id not in but)
    if any(li.number == data.number and li.valid_from == data.valid_from for li in known):
        found.append(Violation("parties.licence_known", "number", {"number": data.number}))
    return found


def columns(data: LicenceInput) -> dict[str, Any]:
    """The input as the table keeps it."""
    return data.model_dump() | {"modes": [mode.value for mode in data.modes]}
