"""Decides whether a person may enter: the password of a counted try, or a one-time code."""

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.passwords import hash_password, matches, outdated
from wastetrack.kernel.work import Work
from wastetrack.people.actions.claim import forgive
from wastetrack.people.model import User
from wastetrack.people.queries import get_user
from wastetrack.people.rules import too_many
from wastetrack.people.terms import Attempt


def sign_in(work: Work, tried: Attempt, password: str) -> User:
    """The person, or a refusal that does not tell a wrong password from an unknown phone."""
    require(work.actor, Action.PEOPLE_SIGN_IN)
    if tried.wait is not None:
        raise too_many(tried.wait, "phone")
    if not matches(password, tried.password_hash) or tried.user_id is None:
        raise refuse("people.wrong_password", "password")
    user = get_user(work, tried.user_id)
    forgive(work, f"phone:{tried.phone}", f"address:{tried.address}")
    if tried.password_hash is not None and outdated(tried.password_hash):
        user.password_hash = hash_password(password)
    return user
