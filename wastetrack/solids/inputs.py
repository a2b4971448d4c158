"""What may be sent about general industrial waste: a record of one table, and why one is void."""

from typing import Annotated
from uuid import UUID

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints
from sqlmodel import SQLModel

from wastetrack.kernel.types import Day, GramsFromTonnes, Line, Name, Reason
from wastetrack.solids.terms import Way


def _tidy(value: object) -> object:
    return value.strip().upper() if isinstance(value, str) else value


# 固体废物分类与代码目录: the kind alone, or the whole code with its industry
SolidCode = Annotated[
    str, BeforeValidator(_tidy), StringConstraints(pattern=r"^(SW\d{2}|\d{3}-\d{3}-S\d{2})$")
]
Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)]


class SolidEntry(SQLModel):
    """One record; which of the optional fields a table asks for its form decides."""

    model_config = ConfigDict(extra="forbid", frozen=True)  # type: ignore[assignment]  # SQLModel widens pydantic's type

    site_id: UUID = Field(title="经营场所")
    code: SolidCode = Field(
        title="废物种类", json_schema_extra={"help": "SW 开头的种类代码，或者完整的 8 位分类代码"}
    )
    name: Name = Field(title="废物名称", max_length=120)
    on: Day = Field(title="日期")
    grams: GramsFromTonnes = Field(title="数量（吨）", gt=0)
    way: Way | None = Field(default=None, title="入库或者出库")
    facility: Line = Field(default="", title="设施编码", max_length=32)
    previous: Line = Field(default="", title="前序表单编号", max_length=16)
    moved_on: Day | None = Field(default=None, title="转移时间")
    destination: Line = Field(default="", title="去向或者接收单位", max_length=120)
    method: Short = Field(default="", title="利用或者处置方式", max_length=60)
    product: Line = Field(default="", title="利用产物名称", max_length=120)
    handled_by: Short = Field(default="", title="经办人", max_length=60)
    moved_by: Short = Field(default="", title="运输经办人", max_length=60)
    factor: Short = Field(default="", title="产废系数", max_length=60)


class VoidSolid(SQLModel):
    """Why a record does not count."""

    model_config = ConfigDict(extra="forbid", frozen=True)  # type: ignore[assignment]  # SQLModel widens pydantic's type

    reason: Reason = Field(title="作废原因")
