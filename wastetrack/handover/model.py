"""The scan table: what was seen at a stop or gate, kept whether or not it was expected."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from wastetrack.handover.terms import ScanPlace, Verdict
from wastetrack.kernel.schema import Row, stored


class Scan(Row, table=True):
    """One scan (typed code or wedge): a fact, never refused, only judged."""

    __table_args__ = (Index(None, "manifest_id", "id"), Index(None, "trip_id", "id"))

    id: UUID = Field(primary_key=True)
    nonce: str = Field(max_length=64, unique=True)
    code: str = Field(max_length=64)
    container_id: UUID | None = None
    manifest_id: UUID | None = None
    trip_id: UUID | None = None
    place: ScanPlace = Field(sa_type=stored(ScanPlace))
    verdict: Verdict = Field(sa_type=stored(Verdict))
    mass_g: int | None = Field(default=None, sa_type=BigInteger)
    claimed_at: datetime
    recorded_at: datetime
    # taken back by the person who made it, with an event on the manifest
    undone_at: datetime | None = None
    actor_id: UUID | None = None
