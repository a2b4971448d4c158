"""Anchors a day: one signed row over the heads of all chains that moved that day."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from sqlalchemy import func
from sqlmodel import col, select

from wastetrack.audit.model import Anchor, Event
from wastetrack.kernel.canonical import encode
from wastetrack.kernel.clock import end_of_day, local_day, start_of_day
from wastetrack.kernel.work import Work


def heads_of(work: Work, day: date) -> tuple[int, str]:
    """Count and digest of the last event of every chain that moved on this Shanghai day."""
    within = (
        col(Event.recorded_at) >= start_of_day(day),
        col(Event.recorded_at) < end_of_day(day),
    )
    last = (
        select(col(Event.subject_id), func.max(col(Event.seq)).label("seq"))
        .where(*within)
        .group_by(col(Event.subject_id))
        .subquery()
    )
    rows = work.session.execute(
        select(Event.subject_id, Event.seq, Event.hash)
        .join(last, (col(Event.subject_id) == last.c.subject_id) & (col(Event.seq) == last.c.seq))
        .order_by(col(Event.subject_id)),
        execution_options={"yield_per": 5000},
    )
    hashed, count = hashlib.sha256(), 0
    for subject_id, seq, head in rows:
        hashed.update(f"{subject_id.hex}:{seq}:{head}\n".encode())
        count += 1
    return count, hashed.hexdigest()


def _signed_bytes(anchor: Anchor) -> bytes:
    return encode(
        {
            "day": anchor.day,
            "heads": anchor.heads,
            "digest": anchor.digest,
            "previous": anchor.previous_digest,
        }
    )


def anchor_day(work: Work, day: date, key: bytes) -> Anchor:
    """Write the signed row of one past day; a day that has its row keeps it.

    `key` is the 32-byte Ed25519 private key. Days are chained: each row names the digest before.
    """
    existing = work.session.get(Anchor, day)
    if existing is not None:
        return existing
    before = work.session.exec(
        select(Anchor).where(col(Anchor.day) < day).order_by(col(Anchor.day).desc()).limit(1)
    ).first()
    private = Ed25519PrivateKey.from_private_bytes(key)
    heads, digest = heads_of(work, day)
    anchor = Anchor(
        day=day,
        heads=heads,
        digest=digest,
        previous_digest=before.digest if before else "",
        signature="",
        public_key=public_key_of(key),
        signed_at=work.now,
    )
    anchor.signature = private.sign(_signed_bytes(anchor)).hex()
    work.session.add(anchor)
    work.session.flush()
    return anchor


def missing_days(work: Work) -> Iterator[date]:
    """Days with events, up to yesterday, that have no anchor yet (after downtime: several)."""
    last: date | None = work.session.exec(select(func.max(col(Anchor.day)))).one()
    first: datetime | None = work.session.exec(select(func.min(col(Event.recorded_at)))).one()
    if first is None:
        return
    day = max(local_day(first), last + timedelta(days=1) if last else date.min)
    while day < local_day(work.now):
        yield day
        day += timedelta(days=1)


def unanchored(work: Work) -> date | None:
    """The first day with events after the newest anchor that should have had its own by now.

    The job anchors yesterday; a day more is for a worker that was down. Whoever cuts off the newest
    anchors leaves such a day behind.
    """
    last: date | None = work.session.exec(select(func.max(col(Anchor.day)))).one()
    query = select(func.min(col(Event.recorded_at))).where(
        col(Event.recorded_at) < start_of_day(local_day(work.now) - timedelta(days=1))
    )
    if last is not None:
        query = query.where(col(Event.recorded_at) >= end_of_day(last))
    first: datetime | None = work.session.exec(query).one()
    return None if first is None else local_day(first)


def public_key_of(key: bytes) -> str:
    """The public half, in hex, of an installation's 32-byte private key."""
    return Ed25519PrivateKey.from_private_bytes(key).public_key().public_bytes_raw().hex()


def fault_of(
    work: Work, anchor: Anchor, before: Anchor | None, trusted: str | None = None
) -> str | None:
    """What is wrong with an anchor, or None: key, link, signature, or events that do not match it.

    `trusted` is the public key that must have signed; without it the row's own key is believed.
    """
    if trusted is not None and anchor.public_key != trusted:
        return "key"
    if anchor.previous_digest != (before.digest if before else ""):
        return "link"
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(anchor.public_key)).verify(
            bytes.fromhex(anchor.signature), _signed_bytes(anchor)
        )
    except (InvalidSignature, ValueError):
        return "signature"
    if heads_of(work, anchor.day) != (anchor.heads, anchor.digest):
        return "heads"
    return None
