"""The tables of the trail: `event` (append-only, chained per subject) and `anchor` (a day, signed)."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlmodel import Field

from wastetrack.audit.looks import Look
from wastetrack.kernel.schema import Json, Row, stored


class Event(Row, table=True):
    """One row per subject changed, in the transaction that changes it (model.md §2)."""

    __table_args__ = (
        UniqueConstraint("subject_id", "seq"),
        Index(None, "container_id", "id"),
        Index(None, "manifest_id", "id"),
        Index(None, "recorded_at"),
        Index(None, "kind", "id"),
        # the ledger reads the rows of a site by their HJ 1259 batch code
        Index(
            "ix_event_batch",
            "site_id",
            "batch_code",
            postgresql_where=text("batch_code is not null"),
            sqlite_where=text("batch_code is not null"),
        ),
    )

    id: UUID = Field(primary_key=True)
    kind: str = Field(max_length=64)
    subject_kind: str = Field(max_length=32)
    subject_id: UUID
    seq: int
    container_id: UUID | None = None
    manifest_id: UUID | None = None
    holder_from: UUID | None = None
    holder_to: UUID | None = None
    site_id: UUID | None = None
    place: str | None = Field(default=None, max_length=200)
    grams: int | None = Field(default=None, sa_type=BigInteger)
    # HJ 1259 batch code (HWCS…, HWRK…, HWCK…, HWWW…), when the event is a ledger row
    batch_code: str | None = Field(default=None, max_length=32)
    claimed_at: datetime | None = None
    accepted_at: datetime
    recorded_at: datetime
    actor_id: UUID | None = None
    actor_label: str = Field(max_length=200)
    basis: str | None = Field(default=None, max_length=200)
    payload: dict[str, Any] = Field(sa_type=Json)
    previous_hash: str = Field(max_length=64)
    hash: str = Field(max_length=64)

    @property
    def happened_at(self) -> datetime:
        """When it happened (UTC): as whoever entered it says, else when it was accepted."""
        return self.claimed_at or self.accepted_at


class Anchor(Row, table=True):
    """One signed row per day over the heads of all chains that moved that day."""

    day: date = Field(primary_key=True)
    heads: int
    digest: str = Field(max_length=64)
    previous_digest: str = Field(max_length=64)
    signature: str = Field(max_length=128)
    public_key: str = Field(max_length=64)
    signed_at: datetime


class AccessLog(Row, table=True):
    """Reads that must be logged: who looked at what, when; append-only."""

    __table_args__ = (Index(None, "unit_id", "id"),)

    id: UUID = Field(primary_key=True)
    at: datetime
    actor_id: UUID | None = None
    actor_label: str = Field(max_length=200)
    what: Look = Field(sa_type=stored(Look))
    subject_id: UUID | None = None
    # whose record it is
    unit_id: UUID | None = None
    page: str = Field(max_length=200)
