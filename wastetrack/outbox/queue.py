"""Puts a message in the outbox, in the same transaction as what it tells of."""

from uuid import UUID

from wastetrack.kernel.canonical import plain
from wastetrack.kernel.work import Work
from wastetrack.outbox.model import Message


def put(
    work: Work,
    kind: str,
    *,
    to_phone: str | None = None,
    to_user_id: UUID | None = None,
    to_unit_id: UUID | None = None,
    **payload: object,
) -> Message:
    """Add one message; it is sent (or shown) only if the work commits."""
    body = plain(payload)
    message = Message(
        id=work.new_id(),
        kind=kind,
        to_phone=to_phone,
        to_user_id=to_user_id,
        to_unit_id=to_unit_id,
        payload=body if isinstance(body, dict) else {},
        at=work.now,
    )
    work.session.add(message)
    return message
