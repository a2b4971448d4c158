"""Decides that an offered seat is taken, by the person it was offered to.

In the bureau the system administrator offers and the security administrator lets in: neither can
make an officer alone, so there the person waits after accepting.
"""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.errors import Missing, Stale
from wastetrack.kernel.work import Work
from wastetrack.parties.queries import find_unit
from wastetrack.parties.terms import UnitKind
from wastetrack.parties.transition import own_crew
from wastetrack.people.model import Membership
from wastetrack.people.queries import get_user, lock_membership
from wastetrack.people.terms import MembershipState
from wastetrack.people.transition import seat


def accept(work: Work, membership_id: UUID) -> Membership:
    """Take the seat."""
    row = lock_membership(work, membership_id)
    if row.user_id != work.actor.user_id:
        raise Missing(str(membership_id))
    require(work.actor, Action.PEOPLE_ACCEPT, is_self=True)
    if row.state is not MembershipState.INVITED:
        raise Stale("people.seat_is", state=row.state)
    unit = find_unit(work, row.unit_id)
    if unit is not None and UnitKind.AUTHORITY in unit.kinds:
        return seat(work, row, MembershipState.REQUESTED, "people.accept", name=work.actor.name)
    own_crew(work, row.unit_id, get_user(work, row.user_id).phone, row.user_id)
    return seat(work, row, MembershipState.ACTIVE, "people.accept", name=work.actor.name)
