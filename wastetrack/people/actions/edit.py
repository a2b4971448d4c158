"""Decides what a person may change about himself: how he is called."""

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.audit.trail import record
from wastetrack.kernel.errors import Denied
from wastetrack.kernel.work import Work
from wastetrack.people.inputs import Profile
from wastetrack.people.model import User
from wastetrack.people.queries import get_user


def edit(work: Work, data: Profile) -> User:
    """Change one's own name."""
    require(work.actor, Action.PEOPLE_EDIT, is_self=True)
    if work.actor.user_id is None:
        raise Denied(Action.PEOPLE_EDIT)
    user = get_user(work, work.actor.user_id, lock=True)
    user.name = data.name
    record(work, "people.edit", user, name=user.name)
    return user
