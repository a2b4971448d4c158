"""What may be sent about a pickup."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from wastetrack.kernel.types import AnyPhone, Line, Reason, UnNumber
from wastetrack.manifests.terms import Shipper

FROZEN = ConfigDict(extra="forbid", frozen=True)


def _two_days(text: str) -> str:
    for part in text.split("/"):
        date.fromisoformat(part)
    return text


WindowText = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2}$"),
    AfterValidator(_two_days),
]


class PickupAsk(BaseModel):
    """The producer's confirmation: these containers, this collector, these days.

    It is also the dated consent by which the collector drafts the manifest as proxy.
    """

    model_config = FROZEN

    site_id: UUID = Field(title="经营场所", json_schema_extra={"kind": "hidden"})
    container_ids: list[UUID] = Field(title="要运走的容器", max_length=200)
    collector_unit_id: UUID = Field(title="收集单位")
    window: WindowText = Field(title="什么时候来")
    note: Line = Field(
        default="", title="备注", json_schema_extra={"help": "门卫、路线、装车要求等"}
    )


class Declining(BaseModel):
    """Why the collector does not come."""

    model_config = FROZEN

    reason: Reason = Field(title="原因", json_schema_extra={"kind": "textarea", "rows": 2})


class Cancelling(BaseModel):
    """Why the pickup is no longer wanted or possible."""

    model_config = FROZEN

    reason: Reason = Field(title="原因", json_schema_extra={"kind": "textarea", "rows": 2})
    upstream_voided: bool = Field(default=False, title="官方联单编号已在国家系统作废")


class Scheduling(BaseModel):
    """The trip that fetches it, and what part 1 of the manifest still needs (部令23 §§10, 13)."""

    model_config = FROZEN

    trip_id: UUID = Field(title="车次")
    shipper: Shipper = Field(default=Shipper.RECEIVER, title="托运人")
    un_number: UnNumber | None = Field(default=None, title="联合国编号")
    un_class: Annotated[str, StringConstraints(max_length=16)] | None = Field(
        default=None, title="危险货物类别"
    )
    un_none_reason: Line | None = Field(
        default=None,
        title="不属于危险货物的理由",
        json_schema_extra={"help": "没有联合国编号时填；也可以到联单上再补"},
    )
    emergency_phone: AnyPhone | None = Field(default=None, title="应急联系电话")
    window_reason: Line = Field(
        default="",
        title="不在约定时间内的原因",
        json_schema_extra={"help": "车次不在产废单位要的日子里时填，例如已和对方说好改到哪天"},
    )


class TripLoad(Scheduling):
    """Several requests onto one trip."""

    request_ids: list[UUID] = Field(title="申请", max_length=100)
