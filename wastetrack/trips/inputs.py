"""What may be sent about a trip."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from wastetrack.kernel.types import Day, Line, Reason

FROZEN = ConfigDict(extra="forbid", frozen=True)


def _upper(value: object) -> object:
    return value.strip().upper() if isinstance(value, str) else value


# the number of the 危险货物运单; carriers' systems write it in different ways
WaybillNumber = Annotated[
    str,
    BeforeValidator(_upper),
    StringConstraints(min_length=4, max_length=64, pattern=r"^[0-9A-Z\-]+$"),
]


class TripTerms(BaseModel):
    """Day, vehicle and crew of a trip that is planned."""

    model_config = FROZEN

    carrier_site_id: UUID = Field(title="出车场所")
    planned_on: Day = Field(title="出车日期")
    vehicle_id: UUID = Field(title="车辆")
    driver_id: UUID = Field(title="驾驶员")
    escort_id: UUID = Field(title="押运员")
    waybill_no: WaybillNumber | None = Field(
        default=None, title="危险货物运单号", json_schema_extra={"help": "发车前补上即可"}
    )
    route: Line = Field(default="", title="路线")


class TripChange(BaseModel):
    """Day, vehicle, crew, waybill or route as they now are."""

    model_config = FROZEN

    planned_on: Day = Field(title="出车日期")
    vehicle_id: UUID = Field(title="车辆")
    driver_id: UUID = Field(title="驾驶员")
    escort_id: UUID = Field(title="押运员")
    waybill_no: WaybillNumber | None = Field(default=None, title="危险货物运单号")
    route: Line = Field(default="", title="路线")


class TripCancel(BaseModel):
    """Why a planned trip does not take place."""

    model_config = FROZEN

    reason: Reason = Field(title="原因")
