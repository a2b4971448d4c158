"""Decides how another person's password is reset so that nobody can act in his place.

A unit's admin hands a temporary password to the unit's own people: it opens nothing but its own
change, and tells who gave it. The bureau's administrators never see a password: they close the
present one, and the code for a new one goes to the person's own phone (三员分立).
"""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, holds, require
from wastetrack.kernel.actor import Role
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.passwords import UNUSABLE, hash_password, temporary_password
from wastetrack.kernel.work import Work
from wastetrack.people.actions.send_code import put_code
from wastetrack.people.queries import get_user, lock_membership, seats_of_user
from wastetrack.people.terms import CodePurpose, MembershipState
from wastetrack.people.transition import set_password


def reset(work: Work, membership_id: UUID) -> str | None:
    """End all sessions; the temporary password to hand over once, or None when a code was sent."""
    temporary = temporary_password()
    # before the first statement: hashing is slow and must not hold a writer's lock
    kept = hash_password(temporary)
    row = lock_membership(work, membership_id)
    require(work.actor, Action.PEOPLE_RESET, Place(Position.OWN, row.unit_id))
    user = get_user(work, row.user_id, lock=True)
    if row.state is not MembershipState.ACTIVE:
        raise refuse("people.reset_elsewhere", name=user.name)
    if not holds(work.actor, row.unit_id, Role.ADMIN):
        set_password(work, user, UNUSABLE, "people.reset", temporary=True, by_code=True)
        put_code(work, user, CodePurpose.RESET, by=work.actor.label)
        return None
    # a seat in another unit would let this admin in there too
    if any(s.unit_id != row.unit_id for s in seats_of_user(work, user.id)):
        raise refuse("people.reset_elsewhere", name=user.name)
    set_password(work, user, kept, "people.reset", temporary=True)
    return temporary
