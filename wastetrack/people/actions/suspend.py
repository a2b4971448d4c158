"""Decides how a whole account is stopped or opened again: by the bureau's administrators only."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.audit.trail import record
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.people.inputs import Parting
from wastetrack.people.model import User
from wastetrack.people.queries import get_user


def suspend(work: Work, user_id: UUID, data: Parting, *, active: bool = False) -> User:
    """Stop an account and end its sessions (or open it again); nothing is deleted."""
    require(work.actor, Action.PEOPLE_SUSPEND)
    if user_id == work.actor.user_id:
        raise refuse("people.not_oneself")
    user = get_user(work, user_id, lock=True)
    user.active = active
    user.session_epoch += 1
    record(work, "people.suspend", user, name=user.name, reason=data.reason, opened=active)
    return user
