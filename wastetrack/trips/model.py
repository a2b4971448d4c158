"""The trip table: a vehicle, its crew and its waybill; it carries manifests of many consignors."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from wastetrack.kernel.schema import Subject, stored
from wastetrack.trips.terms import TripState


class Trip(Subject, table=True):
    """One vehicle-trip 车次; the 危险货物运单 is per trip."""

    __table_args__ = (Index(None, "carrier_unit_id", "id"), Index(None, "driver_user_id"))

    carrier_unit_id: UUID = Field(foreign_key="unit.id")
    carrier_site_id: UUID = Field(foreign_key="site.id")
    state: TripState = Field(sa_type=stored(TripState))
    planned_on: date
    vehicle_id: UUID = Field(foreign_key="vehicle.id")
    driver_id: UUID = Field(foreign_key="crew.id")
    escort_id: UUID = Field(foreign_key="crew.id")
    driver_user_id: UUID | None = None
    plate: str = Field(max_length=16)
    waybill_no: str | None = Field(default=None, max_length=64)
    route: str = Field(default="", max_length=200)
    started_at: datetime | None = None
    closed_at: datetime | None = None
