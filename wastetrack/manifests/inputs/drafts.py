"""What may be sent before a manifest is ready: draft, edit, file, answer, take back."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from wastetrack.agreements.terms import ReceiverKind, TransferType
from wastetrack.kernel.types import (
    AnyPhone,
    GramsFromKg,
    Line,
    RequiredLine,
    UnNumber,
)
from wastetrack.manifests.inputs.step import AREA, FROZEN, ReasonGiven, StepInput
from wastetrack.manifests.terms import Shipper


class Planned(BaseModel):
    """Planned grams of one container; a container without one is planned with its own mass."""

    model_config = FROZEN

    container_id: UUID
    planned_g: GramsFromKg = Field(title="计划量")


class DraftFields(StepInput):
    """Part 1 of the form and what a draft may already know."""

    container_ids: list[UUID] = Field(title="容器", min_length=1, max_length=200)
    planned: tuple[Planned, ...] = ()
    receiver_site_id: UUID = Field(title="接受人")
    carrier_unit_id: UUID | None = Field(default=None, title="承运人")
    transfer_type: TransferType | None = Field(default=None, title="转移类型")
    receiver_kind: ReceiverKind = Field(default=ReceiverKind.PERMIT, title="接受人类别")
    consignor_handler: Line = Field(default="", title="经办人", max_length=120)
    consignor_phone: AnyPhone | None = Field(
        default=None, title="经办人电话", json_schema_extra={"kind": "tel"}
    )
    emergency_phone: AnyPhone | None = Field(
        default=None, title="应急联系电话", json_schema_extra={"kind": "tel"}
    )
    emergency_measures: Annotated[str, StringConstraints(max_length=500)] = Field(
        default="", title="突发环境事件防范措施", json_schema_extra=AREA
    )
    shipper: Shipper | None = Field(default=None, title="托运人")
    un_number: UnNumber | None = Field(
        default=None, title="联合国编号", json_schema_extra={"help": "如 UN3082"}
    )
    un_class: Annotated[str, StringConstraints(max_length=16)] | None = Field(
        default=None, title="危险货物类别"
    )
    un_none_reason: Line | None = Field(
        default=None,
        title="不属于危险货物的理由",
        json_schema_extra={"help": "没有联合国编号时必填"},
    )
    note: Annotated[str, StringConstraints(max_length=500)] = Field(default="", title="备注")


class DraftManifest(DraftFields):
    """A new manifest from containers in stock; a proxy names itself and acts under a dated consent."""

    consignor_site_id: UUID = Field(title="移出场所")
    proxy_unit_id: UUID | None = Field(default=None, title="代办单位")
    request_id: UUID | None = None
    trip_id: UUID | None = Field(
        default=None,
        title="车次",
        json_schema_extra={"help": "本单位的车来运时选；承运人就是出车的单位"},
    )
    previous_id: UUID | None = Field(default=None, title="接续的联单")
    paper_no: Annotated[str, StringConstraints(min_length=1, max_length=64)] | None = None
    paper_ground: RequiredLine | None = None


class EditManifest(DraftFields):
    """The draft as it is to be from now on."""


class FileManifest(StepInput):
    """Filing has no fields of its own: everything stands in the draft."""


class ConsentManifest(StepInput):
    note: Line = Field(default="", title="备注")


class VoidManifest(ReasonGiven):
    """A numbered manifest must be voided upstream first: we never mint and never free a number."""

    upstream_voided: bool = Field(default=False, title="已在国家系统作废该联单编号")
