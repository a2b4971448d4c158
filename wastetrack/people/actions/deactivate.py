"""Decides how a seat ends: a member leaves, a request is declined, an offer is taken back."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.kernel.errors import Stale, check
from wastetrack.kernel.work import Work
from wastetrack.people.inputs import Parting
from wastetrack.people.model import Membership
from wastetrack.people.queries import active_seats, get_user, lock_membership
from wastetrack.people.rules import keeper_faults
from wastetrack.people.terms import MembershipState
from wastetrack.people.transition import seat


def deactivate(work: Work, membership_id: UUID, data: Parting) -> Membership:
    """End a seat in the unit; the account and its history stay."""
    row = lock_membership(work, membership_id)
    require(work.actor, Action.PEOPLE_DEACTIVATE, Place(Position.OWN, row.unit_id))
    if row.state is MembershipState.ENDED:
        raise Stale("people.seat_is", state=row.state)
    if row.state is MembershipState.ACTIVE:
        seats = active_seats(work, row.unit_id)
        check(keeper_faults(row.role, None, [s.role for s in seats if s.id != row.id]))
    name = get_user(work, row.user_id).name
    return seat(
        work, row, MembershipState.ENDED, "people.deactivate", name=name, reason=data.reason
    )
