"""What may be sent at the gate and on the way back: query, accept, refuse, return."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from wastetrack.kernel.types import (
    GramsFromKg,
    Line,
    LocalMoment,
    Reason,
    RequiredLine,
)
from wastetrack.manifests.inputs.step import AREA, AT, FROZEN, Signed, StepInput, ZeroOrMore
from wastetrack.manifests.terms import Dimension


class Report(StepInput):
    """The report to the receiving place's authority (部令23 §18¶2)."""

    reported_to: RequiredLine = Field(title="已报告的生态环境部门")
    reported_at: LocalMoment | None = Field(default=None, title="报告时间", json_schema_extra=AT)


class QueriedLine(BaseModel):
    model_config = FROZEN

    line_id: UUID
    dimensions: tuple[Dimension, ...] = Field(min_length=1)
    note: Line = ""


class QueryManifest(Report):
    """A mismatch, by line and dimension."""

    lines: tuple[QueriedLine, ...] = Field(title="不符的废物", min_length=1)


class Opinion(StepInput):
    opinion: Reason = Field(title="意见", json_schema_extra=AREA)


class DecidedLine(BaseModel):
    """What the receiver says of one line: shipped = accepted + refused + difference."""

    model_config = FROZEN

    line_id: UUID
    accepted_g: ZeroOrMore
    refused_g: ZeroOrMore = 0
    difference_g: Signed = 0
    method: Annotated[str, StringConstraints(min_length=1, max_length=8)] | None = None
    facility_id: UUID | None = None
    partition_id: UUID | None = None
    dimensions: tuple[Dimension, ...] = ()
    note: Line = ""


class AcceptManifest(StepInput):
    """The receiver's part 3."""

    lines: tuple[DecidedLine, ...] = Field(title="接受量", min_length=1)
    tare_g: GramsFromKg | None = Field(default=None, title="皮重")
    at: LocalMoment | None = Field(default=None, title="接受时间", json_schema_extra=AT)
    handler: Line = Field(default="", title="经办人", max_length=120)
    opinion: Annotated[str, StringConstraints(max_length=500)] = Field(default="", title="处理意见")
    reported_to: Line = Field(default="", title="已报告的生态环境部门")
    reported_at: LocalMoment | None = Field(default=None, title="报告时间", json_schema_extra=AT)


class RefuseManifest(Report):
    # lines of which nothing arrived
    short: tuple[UUID, ...] = ()
    reason: Reason = Field(title="拒收的原因", json_schema_extra=AREA)
    dimensions: list[Dimension] = Field(title="不符的方面", default_factory=list)
    handler: Line = Field(default="", title="经办人", max_length=120)
    at: LocalMoment | None = Field(default=None, title="时间", json_schema_extra=AT)


class SendBackManifest(StepInput):
    order: Reason = Field(
        title="移出人的退运指令", json_schema_extra={"help": "谁、什么时候、怎么说的"}
    )
    at: LocalMoment | None = Field(default=None, title="离开时间", json_schema_extra=AT)
    place: Line = Field(default="", title="地点")


class TakeBackManifest(StepInput):
    facility_id: UUID | None = Field(
        default=None, title="放回的贮存设施", json_schema_extra={"help": "不选就放回原处"}
    )
    at: LocalMoment | None = Field(default=None, title="收回时间", json_schema_extra=AT)
