"""Takes out what only had to be kept for a while: throttles, form nonces, codes, ended sessions, old slots."""

from datetime import datetime, timedelta

from sqlalchemy import CursorResult, Delete, delete, or_
from sqlmodel import col

from wastetrack.deadlines.model import Slot
from wastetrack.jobs.slot import Running
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.work import Work
from wastetrack.outbox.model import Submission
from wastetrack.people.model import EndedSession, OneTimeCode, Throttle

_NONCE = timedelta(days=7)
_FAILURES = timedelta(days=2)
_CODES = timedelta(days=2)
_SLOTS = timedelta(days=90)


def _stale(now: datetime) -> dict[str, Delete]:
    unlocked = or_(col(Throttle.locked_until).is_(None), col(Throttle.locked_until) < now)
    return {
        "submissions": delete(Submission).where(col(Submission.at) < now - _NONCE),
        "throttles": delete(Throttle).where(col(Throttle.since) < now - _FAILURES, unlocked),
        "codes": delete(OneTimeCode).where(col(OneTimeCode.expires_at) < now - _CODES),
        "sessions": delete(EndedSession).where(col(EndedSession.until) < now),
        "slots": delete(Slot).where(col(Slot.slot) < now - _SLOTS),
    }


def clean(run: Running) -> dict[str, object]:
    """Delete in one transaction; nothing here is a record of what happened to waste."""

    def take_out(work: Work) -> dict[str, object]:
        counts: dict[str, object] = {}
        for name, statement in _stale(work.now).items():
            outcome = work.session.execute(statement)
            counts[name] = outcome.rowcount if isinstance(outcome, CursorResult) else 0
        return counts

    return run.database.write(SYSTEM, take_out)
