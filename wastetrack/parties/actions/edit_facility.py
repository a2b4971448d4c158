"""Decides what may change about a facility, and how it is taken out of use or put back."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.kernel.errors import Violation, check
from wastetrack.kernel.work import Work
from wastetrack.parties.actions.add_facility import point_limit
from wastetrack.parties.inputs import FacilityInput
from wastetrack.parties.model import Facility
from wastetrack.parties.queries import facilities_of, get_facility, partitions_of
from wastetrack.parties.rules import facility_faults, parts_faults


def edit_facility(
    work: Work, facility_id: UUID, data: FacilityInput, *, active: bool = True
) -> Facility:
    """Change a facility; its parts must still fit into it."""
    row, site = get_facility(work, facility_id, lock=True)
    require(work.actor, Action.FACILITY_EDIT, Place(Position.OWN, site.unit_id, site.id))
    found = facility_faults(data.kind, data.capacity_g, point_limit(work))
    found += parts_faults(
        [p.capacity_g or 0 for p in partitions_of(work, [row.id])], data.capacity_g
    )
    others = (f for f in facilities_of(work, [site.id]) if f.id != row.id)
    if any(other.code == data.code for other in others):
        found.append(Violation("parties.facility_code_taken", "code", {"code": data.code}))
    check(found)
    for name, value in data.model_dump().items():
        setattr(row, name, value)
    row.active = active
    record(work, "facility.edit", row, site_id=site.id, name=row.name, code=row.code)
    return row
