"""What may be sent to the parties room, with the words and hints a form shows."""

import re
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from sqlmodel import Field as GroupField
from sqlmodel._compat import SQLModelConfig

from wastetrack.kernel.types import (
    AnyPhone,
    CreditCode,
    Day,
    DivisionCode,
    GramsFromTonnes,
    Line,
    MobilePhone,
    Name,
    Reason,
    RequiredLine,
    WasteCode,
)
from wastetrack.parties.fields import (
    CrewFields,
    FacilityFields,
    LicenceFields,
    PartitionFields,
    SiteFields,
    StreamFields,
    VehicleFields,
)
from wastetrack.parties.terms import Band, LicenceKind, ManagementClass, Mode, UnitKind

_FROZEN = SQLModelConfig(extra="forbid", frozen=True)


def _split(value: object) -> object:
    """Codes come ticked, typed one a line, or parted by commas."""
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, (list, tuple)):
        return value
    return [
        code for text in texts for code in re.split(r"[\s,，、;；]+", str(text).upper()) if code
    ]


ScopeCode = Annotated[
    str,
    StringConstraints(pattern=r"^(\d{3}-\d{3}-|HW)(0[1-9]|[1-3]\d|40|4[5-9]|50)$"),
]
_CODES_HELP = "一行一个。8 位代码如 900-214-08；整类写 HW08。"
# what part 1 of every manifest asks for (部令23 §10); a start that each unit words for itself
MEASURES = "泄漏时切断火源，围堵、吸附并收集泄漏物，疏散无关人员，及时报告生态环境部门。"
_ONE_PER_LINE = {"kind": "textarea", "help": _CODES_HELP}


class _Sent(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Enrolment(_Sent):
    """A unit that registers itself; four fields and defaults that fit a workshop."""

    credit_code: CreditCode = Field(
        title="统一社会信用代码",
        json_schema_extra={
            "inputmode": "text",
            "help": "营业执照上的 18 位代码。",
        },
    )
    phone: MobilePhone = Field(
        title="手机号", json_schema_extra={"kind": "tel", "autocomplete": "username"}
    )
    name: Name = Field(title="单位名称", json_schema_extra={"autocomplete": "organization"})
    kinds: list[UnitKind] = Field(
        default=[UnitKind.PRODUCER], min_length=1, title="单位类别（可多选）"
    )
    industry: str = Field(default="其他", max_length=40, title="行业")
    expected: Band = Field(default=Band.UNDER_10, title="预计每年产生的危险废物")
    code_reason: Line | None = Field(
        default=None,
        title="代码校验不符的原因",
        json_schema_extra={"help": "只在代码与营业执照一致、校验仍不通过时填写。"},
    )


class UnitEdit(_Sent):
    name: Name = Field(title="单位名称")
    phone: AnyPhone = Field(title="联系电话", json_schema_extra={"kind": "tel"})
    industry: str = Field(default="其他", max_length=40, title="行业")


class Decision(_Sent):
    """Why something is turned down or ended."""

    reason: Reason = Field(title="原因", json_schema_extra={"kind": "textarea"})


class Classification(_Sent):
    """The city adjusts the class; the district records its document (HJ 1259 §4.2.2)."""

    management_class: ManagementClass = Field(title="管理类别")
    document: RequiredLine = Field(title="调整文件文号")


class SiteInput(SiteFields):
    model_config = _FROZEN

    emergency_phone: AnyPhone | None = GroupField(
        default=None,
        title="应急联系电话",
        schema_extra={"json_schema_extra": {"kind": "tel"}},
    )
    is_hospital: bool = GroupField(default=False, title="医疗卫生机构")


class Beginning(_Sent):
    """The first site after registration: where it is and which usual wastes it makes."""

    division_code: DivisionCode = Field(title="所在街道（乡镇）")
    address: RequiredLine = Field(
        title="详细地址", json_schema_extra={"autocomplete": "street-address"}
    )
    is_hospital: bool = Field(default=False, title="医疗卫生机构")
    emergency_measures: Line = Field(
        default=MEASURES,
        title="突发环境事件防范措施",
        json_schema_extra={"kind": "textarea", "help": "会写在联单上，请按本单位的情况修改。"},
    )
    waste_codes: list[WasteCode] = Field(
        default=[],
        title="本单位产生的废物",
        json_schema_extra={"help": "没有的去掉，以后随时可以增减。"},
    )


class FacilityInput(FacilityFields):
    model_config = _FROZEN

    capacity_g: GramsFromTonnes | None = GroupField(default=None, title="贮存能力")


class PartitionInput(PartitionFields):
    model_config = _FROZEN

    waste_codes: Annotated[list[WasteCode], BeforeValidator(_split)] = GroupField(
        default=[], title="存放废物", schema_extra={"json_schema_extra": _ONE_PER_LINE}
    )
    capacity_g: GramsFromTonnes | None = GroupField(default=None, title="分区能力")


class LicenceInput(LicenceFields):
    model_config = _FROZEN

    codes: Annotated[list[ScopeCode], BeforeValidator(_split)] = GroupField(
        default=[], title="核准废物代码", schema_extra={"json_schema_extra": _ONE_PER_LINE}
    )
    modes: list[Mode] = GroupField(default=[], title="核准经营方式")
    annual_scale_g: GramsFromTonnes | None = GroupField(default=None, title="核准年规模")
    file_sha256: str | None = GroupField(
        default=None,
        max_length=64,
        title="证书文件",
        schema_extra={
            "json_schema_extra": {"kind": "file", "help": "PDF、JPEG 或 PNG，不超过 10 MB。"}
        },
    )


class Extension(_Sent):
    """A longer storage time that the issuing authority approved, with its document."""

    storage_extended_to: Day = Field(title="延长贮存期限至")
    extension_sha256: str | None = Field(
        default=None,
        max_length=64,
        title="批准延长的文件",
        json_schema_extra={"kind": "file", "help": "PDF、JPEG 或 PNG，不超过 10 MB。"},
    )


class VehicleInput(VehicleFields):
    model_config = _FROZEN

    load_g: GramsFromTonnes | None = GroupField(default=None, title="核定载质量")
    active: bool = GroupField(default=True, title="在用")


class CrewInput(CrewFields):
    model_config = _FROZEN

    active: bool = GroupField(default=True, title="在岗")


class StreamInput(StreamFields):
    """One waste of a site."""

    model_config = _FROZEN


class OutsideParty(_Sent):
    """A party without account, entered from number and file; shown as 未在本系统确认."""

    credit_code: CreditCode = Field(title="统一社会信用代码")
    code_reason: Line | None = Field(default=None, title="代码校验不符的原因")
    name: Name = Field(title="单位名称")
    phone: AnyPhone = Field(title="联系电话", json_schema_extra={"kind": "tel"})
    kinds: list[UnitKind] = Field(
        default=[UnitKind.DISPOSER], min_length=1, title="单位类别（可多选）"
    )
    division_code: DivisionCode = Field(
        title="行政区划代码", json_schema_extra={"help": "6 位县级代码，如 330602。"}
    )
    address: RequiredLine = Field(title="详细地址")
    licence_kind: LicenceKind | None = Field(default=None, title="许可种类")
    licence_number: Line = Field(default="", title="证书编号")
    licence_issuer: Line = Field(default="", title="发证机关")
    licence_codes: Annotated[list[ScopeCode], BeforeValidator(_split)] = Field(
        default=[], title="核准废物代码", json_schema_extra=dict(_ONE_PER_LINE)
    )
    licence_modes: list[Mode] = Field(default=[], title="核准经营方式")
    licence_from: Day | None = Field(default=None, title="有效期起")
    licence_to: Day | None = Field(default=None, title="有效期止")

    @property
    def licence_dates(self) -> tuple[date, date] | None:
        """Both ends of the validity, when both were given."""
        if self.licence_from is None or self.licence_to is None:
            return None
        return self.licence_from, self.licence_to
