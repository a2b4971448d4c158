"""The import table: one uploaded workbook, how far it got and what was wrong."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from wastetrack.kernel.schema import Json, Row, stored
from wastetrack.ledger.terms import ImportState


class Import(Row, table=True):
    """An upload of an HJ 1259 workbook; the file itself lies in the file store."""

    __table_args__ = (Index(None, "unit_id", "id"), Index(None, "state", "id"))

    id: UUID = Field(primary_key=True)
    unit_id: UUID | None = None  # None: loaded by the district or from the command line
    site_id: UUID | None = None
    file_sha256: str = Field(max_length=64)
    file_name: str = Field(max_length=200)
    accept_good: bool = False
    state: ImportState = Field(sa_type=stored(ImportState))
    rows: int = 0
    done: int = 0
    loaded: int = 0
    unchanged: int = 0
    bad: int = 0
    # {"sheet", "line", "column", "code", "params"}; line 0 speaks of the whole file
    problems: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json)
    uploaded_at: datetime
    finished_at: datetime | None = None
    by_user_id: UUID | None = None
    by_label: str = Field(default="", max_length=200)
