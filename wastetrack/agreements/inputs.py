"""What may be sent about contracts, plans, consents and approvals."""

import re
from decimal import Decimal, InvalidOperation
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from wastetrack.agreements.terms import (
    ConsentScope,
    LineKind,
    PriceBasis,
    ReceiverKind,
    TransferType,
)
from wastetrack.kernel.types import Day, GramsFromTonnes, Line, Reason, WasteCode

FROZEN = ConfigDict(extra="forbid", frozen=True)


def _split(value: object) -> object:
    """Codes typed into one box, parted by blanks, commas or lines."""
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, (list, tuple)):
        return value
    found: list[object] = []
    for text in texts:
        if isinstance(text, str):
            found.extend(part for part in re.split(r"[\s,，、;；]+", text.upper()) if part)
        else:
            found.append(text)
    return list(dict.fromkeys(found))


def _fen(value: object) -> object:
    """Yuan as people write them → integer fen."""
    if not isinstance(value, str):
        return value
    try:
        exact = Decimal(value.strip().replace(",", "")) * 100
    except InvalidOperation:
        return value
    if not exact.is_finite() or exact != exact.to_integral_value():
        return value
    return int(exact)


def _upper(value: object) -> object:
    return value.strip().upper() if isinstance(value, str) else value


CodeOrCategory = Annotated[
    str,
    StringConstraints(
        pattern=r"^(\d{3}-\d{3}-(0[1-9]|[1-3]\d|40|4[5-9]|50)|HW(0[1-9]|[1-3]\d|40|4[5-9]|50))$"
    ),
]
Codes = Annotated[list[CodeOrCategory], BeforeValidator(_split), Field(min_length=1)]
FenFromYuan = Annotated[int, BeforeValidator(_fen), Field(ge=0, le=100_000_000_000)]
# no published form of these numbers was found: letters, digits, Chinese and the usual brackets
DocumentNumber = Annotated[
    str,
    BeforeValidator(_upper),
    StringConstraints(min_length=3, max_length=64, pattern=r"^[0-9A-Z一-龥〔〕（）()\-/]+$"),
]


class Attached(BaseModel):
    """A file that the door has already put into the file store."""

    model_config = FROZEN

    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    mime: str
    size: int
    name: Annotated[str, StringConstraints(max_length=200)]


def _kept(value: object) -> object:
    """Pass a kept file on; a refusal's code says why it was not kept."""
    if value == "file.too_large":
        raise ValueError("agreements.file_too_large")
    if isinstance(value, str):
        raise ValueError("agreements.file_unknown_kind")  # noqa: TRY004 - a fault of the file, not of the type
    return value


Scan = Annotated[Attached | None, BeforeValidator(_kept)]


class ContractTerms(BaseModel):
    """A written contract between consignor and receiver (部令23 §10)."""

    model_config = FROZEN

    consignor_unit_id: UUID = Field(title="移出人")
    receiver_unit_id: UUID = Field(title="接受人")
    number: DocumentNumber = Field(title="合同编号")
    codes: Codes = Field(
        title="废物代码",
        json_schema_extra={
            "kind": "textarea",
            "help": "一行一个，如 900-214-08；整类写 HW08",
            "rows": 3,
        },
    )
    price_basis: PriceBasis = Field(title="计价方式")
    price_fen: FenFromYuan | None = Field(
        default=None,
        title="价格（元）",
        json_schema_extra={
            "kind": "decimal",
            "inputmode": "decimal",
            "help": "按吨计价写每吨价格，包年写一年的总价；免费或补贴不用填",
        },
    )
    duties: Annotated[str, StringConstraints(max_length=500)] = Field(
        default="",
        title="污染防治责任",
        json_schema_extra={"kind": "textarea", "help": "双方各自承担的污染防治要求"},
    )
    signed_on: Day = Field(title="签订日期")
    valid_from: Day = Field(title="有效期起")
    valid_to: Day = Field(title="有效期止")
    file: Scan = Field(
        default=None,
        title="合同扫描件",
        json_schema_extra={"kind": "file", "help": "PDF、JPEG 或 PNG，不超过 10 MB"},
    )


class ContractEnd(BaseModel):
    """A contract ends before its last day."""

    model_config = FROZEN

    ended_on: Day = Field(title="终止日期", json_schema_extra={"help": "从这一天起不再执行"})
    reason: Reason = Field(title="原因")


class PlanLineTerms(BaseModel):
    """One line of the filed plan (HJ 1259 A.3 to A.7)."""

    model_config = FROZEN

    kind: LineKind = Field(default=LineKind.TRANSFER, title="计划表")
    waste_code: WasteCode = Field(title="废物代码")
    planned_g: GramsFromTonnes = Field(title="预计数量")
    transfer_type: TransferType | None = Field(default=None, title="转移类型")
    receiver_kind: ReceiverKind | None = Field(default=None, title="接收单位类型")
    receiver_unit_id: UUID | None = Field(default=None, title="拟接收单位")
    method: Annotated[str, StringConstraints(max_length=8)] | None = Field(
        default=None, title="方式代码"
    )


class PlanTerms(BaseModel):
    """A plan as it was filed upstream, with the number it got there."""

    model_config = FROZEN

    site_id: UUID = Field(title="经营场所")
    year: int = Field(title="计划年度", ge=2016, le=2100)
    number: DocumentNumber = Field(
        title="备案编号", json_schema_extra={"help": "国家或省固废系统备案后给的编号"}
    )
    filed_on: Day = Field(title="备案日期")
    lines: list[PlanLineTerms] = Field(title="计划内容", max_length=200)


class PlanAmendment(BaseModel):
    """The plan's lines as they are after a change was filed (HJ 1259 §5.2)."""

    model_config = FROZEN

    number: DocumentNumber = Field(
        title="备案编号", json_schema_extra={"help": "变更后编号不变的，照原样填"}
    )
    amended_on: Day = Field(title="变更备案日期")
    reason: Reason = Field(title="变更原因")
    lines: list[PlanLineTerms] = Field(title="计划内容", max_length=200)


class ConsentTerms(BaseModel):
    """A unit lets another act for it (代申报)."""

    model_config = FROZEN

    unit_id: UUID = Field(title="委托单位", json_schema_extra={"kind": "hidden"})
    proxy_unit_id: UUID = Field(title="受托单位")
    scope: list[ConsentScope] = Field(title="委托事项")
    valid_to: Day = Field(title="有效期止")


class ApprovalTerms(BaseModel):
    """A cross-province approval as it was granted (部令23 §27)."""

    model_config = FROZEN

    unit_id: UUID = Field(title="移出人", json_schema_extra={"kind": "hidden"})
    receiver_unit_id: UUID = Field(title="接受人")
    number: DocumentNumber = Field(title="批准文号")
    waste_code: WasteCode = Field(title="废物代码")
    approved_g: GramsFromTonnes = Field(title="批准数量", gt=0)
    valid_from: Day = Field(title="有效期起")
    valid_to: Day = Field(title="有效期止", json_schema_extra={"help": "最长十二个月"})


class Withdrawal(BaseModel):
    """Why a consent ends."""

    model_config = FROZEN

    reason: Line = Field(default="", title="原因")
