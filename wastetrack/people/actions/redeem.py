"""Decides whether a one-time code is the right one, and does what it was asked for.

A wrong code is an answer and no refusal, because its try must stay counted.
"""

import hmac

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.actor import Actor
from wastetrack.kernel.errors import check
from wastetrack.kernel.passwords import hash_password
from wastetrack.kernel.work import Work
from wastetrack.people.actions.send_code import code_hash
from wastetrack.people.inputs import CodeReset, CodeSignIn
from wastetrack.people.model import Throttle, User
from wastetrack.people.queries import find_user_by_phone, newest_code
from wastetrack.people.rules import CODE_TRIES, password_faults
from wastetrack.people.terms import CodePurpose
from wastetrack.people.transition import set_password


def redeem(work: Work, data: CodeSignIn) -> User | None:
    """The person when the code is right and in time; with CodeReset also the new password."""
    require(work.actor, Action.PEOPLE_SIGN_IN)
    password_hash = None
    if isinstance(data, CodeReset):
        check(password_faults(data.password, data.phone))
        password_hash = hash_password(data.password)
    purpose = CodePurpose.RESET if password_hash else CodePurpose.SIGN_IN
    sent = newest_code(work, data.phone, purpose)
    if sent is None or sent.used_at or sent.expires_at <= work.now or sent.tries >= CODE_TRIES:
        return None
    sent.tries += 1
    if not hmac.compare_digest(sent.code_hash, code_hash(sent.id, data.code)):
        return None
    sent.used_at = work.now
    user = find_user_by_phone(work, data.phone)
    if user is None or not user.active:
        return None
    if password_hash is not None:
        person = work.as_actor(Actor(user.id, user.name))
        set_password(person, user, password_hash, "people.reset", by_code=True)
    locked = work.session.get(Throttle, f"phone:{data.phone}")
    if locked is not None:
        locked.failures, locked.locked_until = 0, None
    return user
