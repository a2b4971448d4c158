"""The export table: a file that the worker writes, how far it is, and until when it is kept."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from wastetrack.kernel.schema import Row, stored
from wastetrack.reports.terms import ExportState, Kind


class Export(Row, table=True):
    """A long export that somebody asked for; the row stays when the file is gone: who had what."""

    __table_args__ = (Index(None, "unit_id", "id"), Index(None, "state", "id"))

    id: UUID = Field(primary_key=True)
    unit_id: UUID | None = None  # None: the whole district, asked for by the bureau
    site_id: UUID | None = None  # None: every site of the unit
    kind: Kind = Field(sa_type=stored(Kind, "export_kind"))
    on_paper: bool = False  # a PDF to print; else a workbook
    period: str = Field(max_length=24)
    first: date
    end: date
    state: ExportState = Field(default=ExportState.WAITING, sa_type=stored(ExportState))
    rows: int = 0
    done: int = 0
    file_name: str = Field(default="", max_length=200)
    file_sha256: str | None = Field(default=None, max_length=64)
    file_size: int = Field(default=0, sa_type=BigInteger)
    asked_at: datetime
    # a worker that no longer tells how far it is has died; another begins anew
    held_by: str = Field(default="", max_length=64)
    told_at: datetime | None = None
    finished_at: datetime | None = None
    expires_at: datetime | None = None
    by_user_id: UUID | None = None
    by_label: str = Field(default="", max_length=200)
