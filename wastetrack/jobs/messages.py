"""Empties the outbox into the local sink; what was sent keeps no secret behind."""

from pathlib import Path

from sqlmodel import col, select

from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.work import Work
from wastetrack.outbox.model import Message
from wastetrack.post.local import deliver

BATCH = 200
SECRET = "code"  # noqa: S105 - the payload's field, not a secret


def send_waiting(database: Database, folder: Path) -> int:
    """Send up to 200 waiting messages, oldest first; the number sent.

    Sent before it is marked: after a crash a message may come twice, never not at all.
    """

    def send(work: Work) -> int:
        waiting = work.session.exec(
            select(Message)
            .where(col(Message.sent_at).is_(None))
            .order_by(col(Message.id))
            .limit(BATCH)
            .with_for_update(skip_locked=True)
        ).all()
        for message in waiting:
            to = message.to_phone or str(message.to_user_id or message.to_unit_id or "")
            deliver(folder, message.kind, to, message.payload)
            message.sent_at = work.now
            message.payload = {k: v for k, v in message.payload.items() if k != SECRET}
        return len(waiting)

    return database.write(SYSTEM, send)
