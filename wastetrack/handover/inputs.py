"""What may be sent at a stop and at a gate."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic.config import JsonDict

from wastetrack.handover.terms import ScanPlace
from wastetrack.kernel.types import GramsFromKg, Line, LocalMoment, Reason, RequiredLine
from wastetrack.manifests.inputs import QueriedLine, ShippedLine
from wastetrack.manifests.inputs.step import ZeroOrMore
from wastetrack.manifests.terms import Dimension

Method = Annotated[str, StringConstraints(min_length=1, max_length=8)]
FROZEN = ConfigDict(extra="forbid", frozen=True)
_AREA: JsonDict = {"kind": "textarea"}
_NOW: JsonDict = {"help": "不填按现在"}
_HIDDEN: JsonDict = {"kind": "hidden"}
_REPORT: JsonDict = {"help": "名称、数量、特性、形态、包装方式有不符时必填"}


class ScanInput(BaseModel):
    """One code that was scanned or typed; the nonce makes two sends of one scan one row."""

    model_config = FROZEN

    nonce: Annotated[str, StringConstraints(min_length=8, max_length=64)]
    code: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)] = (
        Field(title="识别码")
    )
    place: ScanPlace
    manifest_id: UUID | None = None
    trip_id: UUID | None = None
    mass_g: GramsFromKg | None = Field(default=None, title="重量")
    claimed_at: LocalMoment | None = None


class UnscannedLine(BaseModel):
    """Whether a container that nobody scanned is on the vehicle all the same."""

    model_config = FROZEN

    line_id: UUID
    aboard: bool


class HandOver(BaseModel):
    """What leaves the yard: the lines that are on the vehicle, by weight."""

    model_config = FROZEN

    seen: int | None = Field(default=None, title="版本", json_schema_extra=_HIDDEN)
    # the form says with `picked` that nothing ticked means nothing loaded, not everything
    picked: bool = Field(default=False, title="逐件勾选", json_schema_extra=_HIDDEN)
    loaded: list[UUID] = Field(default_factory=list, title="装车的容器", max_length=200)
    shipped: tuple[ShippedLine, ...] = Field(default=(), title="交付量")
    left_reason: Line = Field(default="", title="未装车的原因")
    unscanned: tuple[UnscannedLine, ...] = Field(default=(), title="没有扫码的容器", max_length=200)
    unscanned_reason: Line = Field(default="", title="已装车未扫码的原因")
    handler: Line = Field(default="", title="经办人", max_length=120)
    trip_id: UUID | None = Field(default=None, title="车次")
    place: Line = Field(default="", title="运输起点")
    destination: Line = Field(default="", title="运输终点")
    via: Line = Field(default="", title="经由地")
    at: LocalMoment | None = Field(default=None, title="时间", json_schema_extra=_NOW)


class AtGate(BaseModel):
    """What every act at the gate may bring: the loaded vehicle's weight, who, when."""

    model_config = FROZEN

    seen: int | None = Field(default=None, title="版本", json_schema_extra=_HIDDEN)
    gross_g: GramsFromKg | None = Field(default=None, title="毛重")
    at: LocalMoment | None = Field(default=None, title="时间", json_schema_extra=_NOW)


class GateLine(BaseModel):
    """What was found of one line; what is neither accepted nor refused is the weighing difference."""

    model_config = FROZEN

    line_id: UUID
    accepted_g: ZeroOrMore
    refused_g: ZeroOrMore = 0
    method: Method | None = None
    facility_id: UUID | None = None
    partition_id: UUID | None = None
    dimensions: tuple[Dimension, ...] = ()
    note: Line = ""


class ReceiveLoad(AtGate):
    """The receiver's decision; without lines everything is accepted as shipped."""

    tare_g: GramsFromKg | None = Field(default=None, title="皮重")
    method: Method | None = Field(default=None, title="利用处置方式")
    facility_id: UUID | None = Field(default=None, title="入库设施")
    lines: tuple[GateLine, ...] = Field(default=(), title="逐件决定", max_length=200)
    handler: Line = Field(default="", title="经办人", max_length=120)
    opinion: Annotated[str, StringConstraints(max_length=500)] = Field(
        default="", title="处理意见", json_schema_extra=_AREA
    )
    reported_to: Line = Field(default="", title="已报告的生态环境部门", json_schema_extra=_REPORT)
    reported_at: LocalMoment | None = Field(
        default=None, title="报告的时间", json_schema_extra=_NOW
    )


class RefuseLoad(AtGate):
    """Nothing is taken; the authority is told why."""

    reason: Reason = Field(title="拒收的原因", json_schema_extra=_AREA)
    dimensions: list[Dimension] = Field(title="不符的方面", default_factory=list)
    reported_to: RequiredLine = Field(title="已报告的生态环境部门")
    reported_at: LocalMoment | None = Field(
        default=None, title="报告的时间", json_schema_extra=_NOW
    )
    handler: Line = Field(default="", title="经办人", max_length=120)


class QueryLoad(AtGate):
    """The consignor is asked before anything is decided."""

    lines: tuple[QueriedLine, ...] = Field(title="不符的容器", min_length=1, max_length=200)
    reported_to: RequiredLine = Field(title="已报告的生态环境部门")
    reported_at: LocalMoment | None = Field(
        default=None, title="报告的时间", json_schema_extra=_NOW
    )
