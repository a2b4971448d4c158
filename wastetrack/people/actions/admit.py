"""Decides that a person who asked gets a seat, with the role and sites the admin names."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.kernel.errors import Missing, Stale, check
from wastetrack.kernel.work import Work
from wastetrack.outbox.queue import put
from wastetrack.parties.queries import find_unit, sites_of_units
from wastetrack.parties.terms import UnitKind
from wastetrack.parties.transition import own_crew
from wastetrack.people.inputs import SeatInput
from wastetrack.people.model import Membership
from wastetrack.people.queries import bureau_roles, get_user, lock_membership
from wastetrack.people.rules import apart_faults, own_seat_faults, seat_faults
from wastetrack.people.terms import MembershipState
from wastetrack.people.transition import seat


def admit(work: Work, membership_id: UUID, data: SeatInput) -> Membership:
    """Let the person in."""
    row = lock_membership(work, membership_id)
    require(work.actor, Action.PEOPLE_ADMIT, Place(Position.OWN, row.unit_id))
    if row.state is not MembershipState.REQUESTED:
        raise Stale("people.seat_is", state=row.state)
    unit = find_unit(work, row.unit_id)
    if unit is None:
        raise Missing(str(row.unit_id))
    known = {str(site.id) for site in sites_of_units(work, [unit.id])}
    found = seat_faults(data.role, unit.kinds, data.site_ids, known)
    if UnitKind.AUTHORITY in unit.kinds:
        found += own_seat_faults(row.user_id, work.actor.user_id)
        found += apart_faults(data.role, bureau_roles(work, row.user_id, but=row.id))
    check(found)
    row.role, row.site_ids = data.role, data.site_ids or None
    put(work, "people.admitted", to_user_id=row.user_id, unit=unit.name)
    user = get_user(work, row.user_id)
    own_crew(work, unit.id, user.phone, user.id)
    return seat(work, row, MembershipState.ACTIVE, "people.admit", name=user.name, unit=unit.name)
