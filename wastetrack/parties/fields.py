"""Each field of a party once: type, bound and title, inherited by tables and inputs."""

from sqlmodel import Field, SQLModel

from wastetrack.kernel.schema import Json, stored
from wastetrack.kernel.types import (
    AnyPhone,
    Day,
    DivisionCode,
    Grams,
    Latitude,
    Line,
    Longitude,
    Name,
    Plate,
    RequiredLine,
    WasteCode,
)
from wastetrack.parties.terms import (
    CrewKind,
    FacilityKind,
    LicenceKind,
    Medium,
    Packaging,
    StreamForm,
)


class SiteFields(SQLModel):
    """A place of work 经营场所."""

    name: Name = Field(title="场所名称")
    division_code: DivisionCode = Field(title="所在街道（乡镇）", max_length=9)
    address: RequiredLine = Field(title="详细地址", max_length=200)
    longitude: Longitude | None = Field(default=None, title="经度")
    latitude: Latitude | None = Field(default=None, title="纬度")
    emergency_phone: AnyPhone | None = Field(default=None, title="应急联系电话", max_length=20)
    emergency_measures: Line = Field(default="", title="突发环境事件防范措施", max_length=200)


class FacilityFields(SQLModel):
    """A facility with its HJ 608 code; stores have a capacity in grams."""

    code: RequiredLine = Field(title="设施编码", max_length=32)
    name: Name = Field(title="设施名称", max_length=120)
    kind: FacilityKind = Field(title="设施类型", sa_type=stored(FacilityKind))
    capacity_g: Grams | None = Field(default=None, title="贮存能力（克）")
    # medical waste has a longer limit here (GB 39707, to be confirmed)
    chilled: bool = Field(default=False, title="5 ℃ 以下冷藏")
    # what the facility's sign says (HJ 1276-2022)
    keeper: Line | None = Field(default=None, title="负责人", max_length=40)
    keeper_phone: AnyPhone | None = Field(default=None, title="负责人联系方式", max_length=20)


class PartitionFields(SQLModel):
    """A marked part of a store for some wastes."""

    name: Name = Field(title="分区名称", max_length=120)
    waste_codes: list[WasteCode] = Field(default_factory=list, title="存放废物", sa_type=Json)
    hazards: str = Field(default="", title="允许的危险特性", max_length=20)
    capacity_g: Grams | None = Field(default=None, title="分区能力（克）")


class LicenceFields(SQLModel):
    """A permit or approval with scope, modes, annual scale and validity."""

    kind: LicenceKind = Field(title="许可种类", sa_type=stored(LicenceKind))
    number: RequiredLine = Field(title="证书编号", max_length=64)
    issuer: RequiredLine = Field(title="发证机关", max_length=120)
    # 8-digit codes, or HW08 for a whole category
    codes: list[str] = Field(default_factory=list, title="核准废物代码", sa_type=Json)
    annual_scale_g: Grams | None = Field(default=None, title="核准年规模（克）")
    storage_right: bool = Field(default=True, title="有贮存场所")
    valid_from: Day = Field(title="有效期起")
    valid_to: Day = Field(title="有效期止")
    file_sha256: str | None = Field(default=None, title="证书文件", max_length=64)


class VehicleFields(SQLModel):
    plate: Plate = Field(title="车牌号", max_length=16)
    permit_no: RequiredLine = Field(title="道路运输证号", max_length=64)
    permit_valid_to: Day = Field(title="道路运输证有效期止")
    load_g: Grams | None = Field(default=None, title="核定载质量（克）")


class PrinterFields(SQLModel):
    """A label printer and what a ruler read on its test page."""

    name: Name = Field(title="打印机名称", max_length=120)
    medium: Medium = Field(title="打印介质", sa_type=stored(Medium))
    dpi: int = Field(title="分辨率（点每英寸）")
    left_um: int = Field(title="左边距读数")
    top_um: int = Field(title="上边距读数")
    across_um: int = Field(title="横向长度读数")
    down_um: int = Field(title="纵向长度读数")


class CrewFields(SQLModel):
    kind: CrewKind = Field(title="人员类别", sa_type=stored(CrewKind))
    name: Name = Field(title="姓名", max_length=120)
    phone: AnyPhone = Field(title="联系电话", max_length=20)
    qualification_no: RequiredLine = Field(title="从业资格证号", max_length=64)
    qualification_valid_to: Day = Field(title="资格证有效期止")


class StreamFields(SQLModel):
    """A waste that this site makes: one row of plan table A.3, one card on the phone."""

    waste_code: WasteCode = Field(title="废物代码", max_length=10)
    common_name: Name = Field(title="俗称", max_length=120)
    form: StreamForm = Field(title="形态", sa_type=stored(StreamForm))
    packaging: Packaging = Field(title="包装方式", sa_type=stored(Packaging))
    volume_l: int = Field(default=200, ge=1, le=100_000, title="容器容积（升）")
    components: Line = Field(default="", title="主要成分", max_length=200)
    harmful: Line = Field(default="", title="有害成分", max_length=200)
    precautions: Line = Field(default="", title="注意事项", max_length=200)
