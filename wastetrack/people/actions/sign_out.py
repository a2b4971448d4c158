"""Decides how a sign-in ends: this one alone, or every one of the person but this."""

from datetime import timedelta
from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.audit.trail import record
from wastetrack.kernel.errors import Denied
from wastetrack.kernel.work import Work
from wastetrack.people.model import EndedSession, User
from wastetrack.people.queries import get_user


def sign_out(work: Work, session_id: UUID, life: timedelta) -> None:
    """End one sign-in, also for whoever copied its cookie; `life` is how long a cookie can count."""
    require(work.actor, Action.PEOPLE_SIGN_OUT, is_self=True)
    if work.actor.user_id is None:
        raise Denied(Action.PEOPLE_SIGN_OUT)
    if work.session.get(EndedSession, session_id) is None:
        ended = EndedSession(id=session_id, user_id=work.actor.user_id, until=work.now + life)
        work.session.add(ended)


def sign_out_elsewhere(work: Work) -> User:
    """End every sign-in of the person; the door begins the one at hand anew."""
    require(work.actor, Action.PEOPLE_SIGN_OUT_ELSEWHERE, is_self=True)
    if work.actor.user_id is None:
        raise Denied(Action.PEOPLE_SIGN_OUT_ELSEWHERE)
    user = get_user(work, work.actor.user_id, lock=True)
    user.session_epoch += 1
    record(work, "people.sign_out_elsewhere", user, name=user.name)
    return user
