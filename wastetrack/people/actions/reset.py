"""Decides who may give a person a new password: the unit's admin, if the person is only his.

A seat in another unit would let this admin in there too; such a person uses a one-time code.
"""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.passwords import hash_password, temporary_password
from wastetrack.kernel.work import Work
from wastetrack.people.queries import get_user, lock_membership, seats_of_user
from wastetrack.people.terms import MembershipState
from wastetrack.people.transition import set_password


def reset(work: Work, membership_id: UUID) -> str:
    """Set a temporary password, end all sessions, and return it to be handed over once."""
    temporary = temporary_password()
    # before the first statement: hashing is slow and must not hold a writer's lock
    kept = hash_password(temporary)
    row = lock_membership(work, membership_id)
    require(work.actor, Action.PEOPLE_RESET, Place(Position.OWN, row.unit_id))
    user = get_user(work, row.user_id, lock=True)
    elsewhere = any(s.unit_id != row.unit_id for s in seats_of_user(work, user.id))
    bureau = work.actor.is_authority
    if row.state is not MembershipState.ACTIVE or (elsewhere and not bureau):
        raise refuse("people.reset_elsewhere", name=user.name)
    set_password(work, user, kept, "people.reset")
    return temporary
