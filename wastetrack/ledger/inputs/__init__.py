"""What may be sent to the ledger: a workbook of units and of B.1 to B.5, and how it shall be loaded."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from wastetrack.kernel.types import Line
from wastetrack.ledger.inputs.book import Book, read_book
from wastetrack.ledger.inputs.rows import (
    MovedRow,
    OwnRow,
    Parsed,
    ProducedRow,
    StoredRow,
    UnitRow,
    read_own,
)
from wastetrack.ledger.inputs.safety import check_file
from wastetrack.ledger.inputs.workbook import RawSheet, read_sheets


class UploadImport(BaseModel):
    """An upload; without a site the rows name theirs (the district and the command line only)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    site_id: UUID | None = Field(
        default=None, title="经营场所", json_schema_extra={"kind": "hidden"}
    )
    file: Line = Field(
        title="台账文件",
        json_schema_extra={"kind": "file", "help": "Excel 工作簿（.xlsx），不超过 10 MB。"},
    )
    accept_good: bool = Field(
        default=False,
        title="有错的行先跳过，其余的导入",
        json_schema_extra={"help": "不勾选时，有一行不对就一行也不导入。"},
    )


__all__ = [
    "Book",
    "MovedRow",
    "OwnRow",
    "Parsed",
    "ProducedRow",
    "RawSheet",
    "StoredRow",
    "UnitRow",
    "UploadImport",
    "check_file",
    "read_book",
    "read_own",
    "read_sheets",
]
