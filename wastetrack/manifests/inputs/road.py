"""What may be sent from the number to the gate: number, sign, depart, relay, incident, arrive."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from wastetrack.kernel.types import (
    AnyPhone,
    GramsFromKg,
    Line,
    LocalMoment,
    OfficialNumber,
    Plate,
    Reason,
    RequiredLine,
)
from wastetrack.manifests.inputs.step import (
    AREA,
    AT,
    FROZEN,
    Short,
    StepInput,
)


class NumberManifest(StepInput):
    """The official number, or a paper number with its ground (部令23 §§15, 20)."""

    national_no: OfficialNumber | None = Field(
        default=None,
        title="国家联单编号",
        json_schema_extra={"help": "国家系统给的 14 位编号", "inputmode": "numeric"},
    )
    provincial_no: Annotated[str, StringConstraints(min_length=4, max_length=32)] | None = Field(
        default=None, title="省系统编号"
    )
    paper_no: Short | None = Field(default=None, title="纸质联单编号")
    paper_ground: Line | None = Field(
        default=None, title="用纸质联单的原因", json_schema_extra={"help": "如国家系统故障"}
    )


class ShippedLine(BaseModel):
    """Weighed grams of one line at hand-over."""

    model_config = FROZEN

    line_id: UUID
    grams: GramsFromKg


class SignManifest(StepInput):
    """The consignor's hand-over act: what leaves, by weight, and what stays behind."""

    shipped: tuple[ShippedLine, ...] = Field(default=(), title="交付量")
    left_out: tuple[UUID, ...] = Field(default=(), title="未装车的容器")
    left_reason: Line = Field(default="", title="未装车的原因")
    handler: Line = Field(default="", title="经办人", max_length=120)
    at: LocalMoment | None = Field(default=None, title="交付时间", json_schema_extra=AT)


class DepartManifest(StepInput):
    """The carrier's act: with this trip, from here, at this time."""

    trip_id: UUID | None = Field(default=None, title="车次", json_schema_extra={"kind": "hidden"})
    at: LocalMoment | None = Field(default=None, title="起运时间", json_schema_extra=AT)
    place: Line = Field(default="", title="运输起点")
    destination: Line = Field(default="", title="运输终点")
    via: Line = Field(default="", title="经由地")
    # a carrier outside the district has no trip here: part 2 is entered from its papers
    plate: Plate | None = Field(default=None, title="车牌号")
    driver_name: Line = Field(default="", title="驾驶员", max_length=120)
    driver_phone: AnyPhone | None = Field(
        default=None, title="驾驶员电话", json_schema_extra={"kind": "tel"}
    )
    escort_name: Line = Field(default="", title="押运员", max_length=120)
    waybill_no: Short = Field(default="", title="危险货物运单号")
    carrier_licence: Short = Field(default="", title="营运证件号")


class LoadingCount(BaseModel):
    """What the count at the yard leaves open: what stays behind, and what is aboard without a scan."""

    model_config = FROZEN

    left_out: tuple[UUID, ...] = ()
    left_reason: Line = ""
    unscanned: tuple[UUID, ...] = ()
    unscanned_reason: Line = ""


class RelayManifest(StepInput):
    """Successive carriers agree time and place (部令23 §17): one names the next trip, one takes over."""

    trip_id: UUID | None = Field(default=None, title="接运车次")
    at: LocalMoment | None = Field(default=None, title="交接时间", json_schema_extra=AT)
    place: RequiredLine = Field(title="交接地点")


class IncidentManifest(StepInput):
    at: LocalMoment | None = Field(default=None, title="发生时间", json_schema_extra=AT)
    place: RequiredLine = Field(title="地点")
    what: Reason = Field(title="发生了什么", json_schema_extra=AREA)
    told: RequiredLine = Field(title="已告知谁")


class ArriveManifest(StepInput):
    gross_g: GramsFromKg = Field(title="毛重")
    at: LocalMoment | None = Field(default=None, title="到达时间", json_schema_extra=AT)
    place: Line = Field(default="", title="地点")
