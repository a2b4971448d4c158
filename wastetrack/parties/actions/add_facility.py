"""Decides how a facility is registered: its own code on the site, a capacity within the law."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.catalog.queries import law_basis
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing, Violation, check
from wastetrack.kernel.work import Work
from wastetrack.parties.inputs import FacilityInput
from wastetrack.parties.model import Facility
from wastetrack.parties.queries import facilities_of, find_site, find_unit
from wastetrack.parties.rules import facility_faults
from wastetrack.parties.terms import FacilityKind
from wastetrack.parties.transition import reclass


def point_limit(work: Work) -> int:
    """Grams that a storage point may hold today (law basis PT-3T)."""
    return law_basis(work, "PT-3T", local_day(work.now)).limit


def add_facility(work: Work, site_id: UUID, data: FacilityInput) -> Facility:
    """Add a store, production or treatment facility to a site."""
    site = find_site(work, site_id)
    if site is None:
        raise Missing(str(site_id))
    require(work.actor, Action.FACILITY_ADD, Place(Position.OWN, site.unit_id, site.id))
    found = facility_faults(data.kind, data.capacity_g, point_limit(work))
    if any(other.code == data.code for other in facilities_of(work, [site.id])):
        found.append(Violation("parties.facility_code_taken", "code", {"code": data.code}))
    check(found)
    row = Facility(id=work.new_id(), created_at=work.now, site_id=site.id, **data.model_dump())
    record(work, "facility.add", row, site_id=site.id, name=row.name, code=row.code)
    work.session.flush()
    unit = find_unit(work, site.unit_id)
    if row.kind is FacilityKind.TREATMENT and unit is not None:
        reclass(work, unit, site)
    return row
