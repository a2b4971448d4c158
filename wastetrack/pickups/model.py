"""The pickup request table."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from wastetrack.kernel.schema import Json, Subject, stored
from wastetrack.pickups.terms import Payer, RequestState


class PickupRequest(Subject, table=True):
    """A site asks that its sealed containers be fetched 收运申请."""

    __table_args__ = (
        Index(None, "site_id", "id"),
        Index(None, "collector_unit_id", "state", "id"),
        Index(None, "state", "id"),
    )

    site_id: UUID = Field(foreign_key="site.id")
    unit_id: UUID = Field(foreign_key="unit.id")
    collector_unit_id: UUID = Field(foreign_key="unit.id")
    collector_site_id: UUID = Field(foreign_key="site.id")
    state: RequestState = Field(sa_type=stored(RequestState))
    container_ids: list[str] = Field(sa_type=Json)
    window_from: date
    window_to: date
    payer: Payer = Field(sa_type=stored(Payer))
    requested_at: datetime
    scheduled_on: date | None = None
    trip_id: UUID | None = None
    manifest_ids: list[str] = Field(default_factory=list, sa_type=Json)
    consent_id: UUID | None = None
    reason: str | None = Field(default=None, max_length=500)
    note: str = Field(default="", max_length=200)
