"""What may be asked of the reports room: an export of a register, a site or unit, and a period."""

from uuid import UUID

from pydantic import ConfigDict, Field
from sqlmodel import SQLModel

from wastetrack.reports.terms import Kind


class AskExport(SQLModel):
    """Which register, whose, and for which period."""

    model_config = ConfigDict(extra="forbid", frozen=True)  # type: ignore[assignment]  # SQLModel widens pydantic's type

    kind: Kind = Field(title="哪一种表")
    period: str = Field(
        title="期间",
        max_length=24,
        pattern=r"^[0-9Q_-]{4,21}$",
        json_schema_extra={"help": "2026-10、2026-Q3、2026，或者 2026-10-05_2026-11-04"},
    )
    on_paper: bool = Field(
        default=False,
        title="写成打印用的 PDF",
        json_schema_extra={"help": "不勾选时写成表格（.xlsx）。"},
    )
    unit_id: UUID | None = Field(default=None, title="单位")
    site_id: UUID | None = Field(default=None, title="经营场所")
