"""Decides which role and sites a person has in the unit; the last keeper of people stays one."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.kernel.errors import Missing, Stale, check
from wastetrack.kernel.work import Work
from wastetrack.parties.queries import find_unit, sites_of_units
from wastetrack.parties.terms import UnitKind
from wastetrack.people.inputs import SeatInput
from wastetrack.people.model import Membership
from wastetrack.people.queries import active_seats, bureau_roles, get_user, lock_membership
from wastetrack.people.rules import apart_faults, keeper_faults, own_seat_faults, seat_faults
from wastetrack.people.terms import MembershipState
from wastetrack.people.transition import seat


def assign(work: Work, membership_id: UUID, data: SeatInput) -> Membership:
    """Change role and sites of a seat that is taken or offered."""
    row = lock_membership(work, membership_id)
    require(work.actor, Action.PEOPLE_ASSIGN, Place(Position.OWN, row.unit_id))
    if row.state not in {MembershipState.ACTIVE, MembershipState.INVITED}:
        raise Stale("people.seat_is", state=row.state)
    unit = find_unit(work, row.unit_id)
    if unit is None:
        raise Missing(str(row.unit_id))
    known = {str(site.id) for site in sites_of_units(work, [unit.id])}
    found = seat_faults(data.role, unit.kinds, data.site_ids, known)
    if UnitKind.AUTHORITY in unit.kinds:
        found += own_seat_faults(row.user_id, work.actor.user_id)
        found += apart_faults(data.role, bureau_roles(work, row.user_id, but=row.id))
    if row.state is MembershipState.ACTIVE:
        others = [other.role for other in active_seats(work, unit.id) if other.id != row.id]
        found += keeper_faults(row.role, data.role, others)
    check(found)
    row.role, row.site_ids = data.role, data.site_ids or None
    name = get_user(work, row.user_id).name
    return seat(work, row, row.state, "people.assign", name=name, unit=unit.name)
