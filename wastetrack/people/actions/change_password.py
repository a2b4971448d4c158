"""Decides how a person changes his own password; every session begins anew."""

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.errors import check, refuse
from wastetrack.kernel.passwords import hash_password, matches
from wastetrack.kernel.work import Work
from wastetrack.people.inputs import PasswordChange
from wastetrack.people.model import User
from wastetrack.people.queries import get_user
from wastetrack.people.rules import password_faults
from wastetrack.people.transition import set_password


def change_password(work: Work, data: PasswordChange) -> User:
    """Keep the new password when the present one was right."""
    require(work.actor, Action.PEOPLE_CHANGE_PASSWORD, is_self=True)
    if work.actor.user_id is None:
        raise refuse("people.wrong_password", "old")
    kept = hash_password(data.password)
    user = get_user(work, work.actor.user_id, lock=True)
    check(password_faults(data.password, user.phone))
    if not matches(data.old, user.password_hash):
        raise refuse("people.wrong_password", "old")
    if data.password == data.old:
        raise refuse("people.same_password", "password")
    return set_password(work, user, kept, "people.change_password")
