"""What may be sent to the containers room: one input for each act, kilograms read as grams."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.config import JsonDict

from wastetrack.containers.terms import MassSource, Purpose
from wastetrack.kernel.types import (
    GramsFromKg,
    Line,
    LocalMoment,
    Name,
    Reason,
    RequiredLine,
    WasteCode,
)
from wastetrack.parties.terms import Packaging, StreamForm

Litres = Annotated[int, Field(ge=1, le=1_000_000)]
BatchCode = Annotated[
    str,
    BeforeValidator(lambda v: v.strip().upper() if isinstance(v, str) else v),
    StringConstraints(pattern=r"^HWCS\d{8}\d{3,6}$"),
]
# a typed or scanned code is longer than eight characters when the whole address was read
BlankText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)]
ROLL_MOST = 200
Sha256 = Annotated[str, StringConstraints(max_length=64)]
SCALE_HELP: JsonDict = {"help": "秤的编号，例如 A-03"}


class _Input(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OpenContainer(_Input):
    """A new container or bulk lot: of a waste on the site's list, or of any code of the catalogue."""

    site_id: UUID = Field(title="经营场所", json_schema_extra={"kind": "hidden"})
    stream_id: UUID | None = Field(default=None, title="废物")
    mass_g: GramsFromKg | None = Field(default=None, title="重量")
    waste_code: WasteCode | None = Field(default=None, title="废物代码")
    waste_name: Line = Field(default="", title="俗称", max_length=120)
    form: StreamForm | None = Field(default=None, title="形态")
    packaging: Packaging | None = Field(default=None, title="包装方式")
    volume_l: Litres | None = Field(default=None, title="容器容积（升）")
    hazards: Line = Field(default="", title="危险特性", max_length=20)
    components: Line = Field(default="", title="主要成分")
    harmful: Line = Field(default="", title="有害成分")
    precautions: Line = Field(default="", title="注意事项")
    facility_id: UUID | None = Field(default=None, title="贮存设施")
    partition_id: UUID | None = Field(default=None, title="贮存分区")
    first_waste_at: LocalMoment | None = Field(default=None, title="首次装入时间")
    sealed_at: LocalMoment | None = Field(default=None, title="封口时间")
    mass_source: MassSource = Field(default=MassSource.TYPED, title="重量来源")
    scale: Line = Field(default="", title="秤", max_length=64, json_schema_extra=SCALE_HELP)
    is_lot: bool = Field(default=False, title="散装批次（储罐、料斗、池）")
    batch_code: BatchCode | None = Field(default=None, title="产生批次编码")
    remark: Line = Field(default="", title="备注")
    # the human code of a pre-printed blank, which the container then takes
    blank_code: BlankText = Field(default="", title="预印码", json_schema_extra={"kind": "hidden"})


class PrintBlanks(_Input):
    """A roll of codes printed before any waste is known."""

    site_id: UUID = Field(title="经营场所")
    count: Annotated[int, Field(ge=1, le=ROLL_MOST)] = Field(
        default=24, title="张数", json_schema_extra={"help": "一次最多 200 张"}
    )


class FillContainer(_Input):
    """The container is full."""

    at: LocalMoment | None = Field(default=None, title="装满时间")


class SealContainer(_Input):
    """Closing and weighing."""

    mass_g: GramsFromKg = Field(title="重量")
    mass_source: MassSource = Field(default=MassSource.TYPED, title="重量来源")
    scale: Line = Field(default="", title="秤", max_length=64, json_schema_extra=SCALE_HELP)
    at: LocalMoment | None = Field(default=None, title="封口时间")


class StoreContainer(_Input):
    """Setting down in a store or moving to another."""

    facility_id: UUID = Field(title="贮存设施")
    partition_id: UUID | None = Field(default=None, title="贮存分区")
    at: LocalMoment | None = Field(default=None, title="时间")


class SplitContainer(_Input):
    """One container into several; the parts weigh what it weighed."""

    grams: list[GramsFromKg] = Field(title="每份重量", min_length=2, max_length=20)


class _Amending(_Input):
    """What an officer may have to agree to, with the file that shows it."""

    file_sha256: Sha256 | None = Field(
        default=None,
        title="证明文件",
        json_schema_extra={
            "kind": "file",
            "help": "改动重量、代码或期限要有证明文件。PDF、JPEG 或 PNG，不超过 10 MB。",
        },
    )


class VoidContainer(_Amending):
    """Taking back a container that was registered by mistake."""

    reason: Reason = Field(title="原因", json_schema_extra={"kind": "textarea", "rows": 2})


class CorrectContainer(_Amending):
    """What was entered wrongly; a field left empty stays as it is."""

    waste_code: WasteCode | None = Field(default=None, title="废物代码")
    waste_name: Name | None = Field(default=None, title="俗称")
    mass_g: GramsFromKg | None = Field(default=None, title="重量")
    first_waste_at: LocalMoment | None = Field(default=None, title="首次装入时间")
    form: StreamForm | None = Field(default=None, title="形态")
    packaging: Packaging | None = Field(default=None, title="包装方式")
    volume_l: Litres | None = Field(default=None, title="容器容积（升）")
    components: RequiredLine | None = Field(default=None, title="主要成分")
    harmful: RequiredLine | None = Field(default=None, title="有害成分")
    precautions: RequiredLine | None = Field(default=None, title="注意事项")
    document: Line = Field(
        default="",
        title="证明材料",
        json_schema_extra={"help": "证明文件的名称，例如台账页码或照片编号"},
    )
    reason: Reason = Field(title="更正原因", json_schema_extra={"kind": "textarea", "rows": 2})


class ReturnAmendment(_Input):
    """Why an officer does not agree."""

    reason: Reason = Field(title="原因", json_schema_extra={"kind": "textarea", "rows": 2})


class TreatSelf(_Input):
    """Own use or disposal (HJ 1259 B.4); an empty mass means all of it."""

    purpose: Purpose = Field(title="用途")
    method: Annotated[str, StringConstraints(min_length=1, max_length=8)] = Field(
        title="利用处置方式"
    )
    facility_id: UUID = Field(title="利用处置设施")
    grams: GramsFromKg | None = Field(
        default=None, title="数量", json_schema_extra={"help": "不填表示全部"}
    )
    at: LocalMoment | None = Field(default=None, title="开始时间")
    finished_at: LocalMoment | None = Field(default=None, title="完毕时间")


class IdentifyContainer(_Amending):
    """A report found that the waste is not hazardous."""

    document: RequiredLine = Field(title="鉴别报告编号")
    by: Name = Field(title="鉴别机构")
    at: LocalMoment = Field(title="报告时间")


class MissContainer(_Input):
    """It is not where it should be."""

    at: LocalMoment | None = Field(default=None, title="发现不见的时间")
    note: RequiredLine = Field(title="说明", json_schema_extra={"kind": "textarea", "rows": 2})


class FindContainer(_Input):
    """It is seen again."""

    at: LocalMoment | None = Field(default=None, title="找到时间")
    place: RequiredLine = Field(title="找到地点")


class SeizeContainer(_Input):
    """The authority seizes it by a document."""

    document: RequiredLine = Field(title="查封扣押决定书文号")
    at: LocalMoment | None = Field(default=None, title="时间")


class ReleaseContainer(_Input):
    """The authority releases it by a document."""

    document: RequiredLine = Field(title="解除决定书文号")
    at: LocalMoment | None = Field(default=None, title="时间")
