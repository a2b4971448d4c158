"""The only writer of a membership's state and of a person's password."""

from wastetrack.audit.trail import record
from wastetrack.kernel.work import Work
from wastetrack.people.model import Membership, User
from wastetrack.people.terms import MembershipState


def seat(
    work: Work,
    row: Membership,
    to: MembershipState,
    kind: str,
    *,
    name: str,
    unit: str | None = None,
    reason: str | None = None,
) -> Membership:
    """Set the state of a membership, new or locked, with its event."""
    row.state = to
    record(work, kind, row, role=row.role, name=name, unit=unit, reason=reason)
    return row


def set_password(
    work: Work,
    user: User,
    password_hash: str,
    kind: str,
    *,
    temporary: bool = False,
    by_code: bool | None = None,
) -> User:
    """Keep a new password and end every session of this person at once.

    A temporary one, set by somebody else, is to be changed before anything else.
    """
    user.password_hash = password_hash
    user.session_epoch += 1
    user.temporary_by = work.actor.label[:200] if temporary else None
    user.temporary_at = work.now if temporary else None
    record(work, kind, user, name=user.name, by_code=by_code)
    return user
