"""What waits in the outbox is sent once, and a sent one-time code is not kept in clear."""

import json
from pathlib import Path

from sqlmodel import select

from wastetrack.jobs.messages import send_waiting
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.outbox.model import Message
from wastetrack.outbox.queue import put


def test_a_message_is_sent_once_and_keeps_no_code(db: Database, tmp_path: Path) -> None:
    with db.transaction(SYSTEM) as work:
        put(work, "people.code", to_phone="13800000000", code="302853", purpose="sign_in")
    assert send_waiting(db, tmp_path) == 1
    assert send_waiting(db, tmp_path) == 0
    lines = (tmp_path / "messages.jsonl").read_text().splitlines()
    assert [json.loads(line)["code"] for line in lines] == ["302853"]
    assert (tmp_path / "messages.jsonl").stat().st_mode & 0o077 == 0
    with db.reading(SYSTEM) as work:
        kept = work.session.exec(select(Message)).one()
    assert kept.sent_at is not None
    assert kept.payload == {"purpose": "sign_in"}
