"""The table of general industrial waste: one record of any of the guide's tables 4 to 8."""

from datetime import date
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from wastetrack.kernel.schema import Subject, stored
from wastetrack.solids.terms import Sheet, SolidState, Way


class SolidRecord(Subject, table=True):
    """One line of one table; a mistake is voided with its reason and entered anew."""

    __table_args__ = (
        UniqueConstraint("site_id", "number"),
        Index(None, "site_id", "sheet", "day"),
        CheckConstraint("grams > 0", name="grams"),
    )

    site_id: UUID = Field(foreign_key="site.id")
    unit_id: UUID = Field(foreign_key="unit.id")
    sheet: Sheet = Field(sa_type=stored(Sheet, "solid_sheet"))
    number: str = Field(max_length=16)  # CS20261105001
    state: SolidState = Field(default=SolidState.KEPT, sa_type=stored(SolidState))
    code: str = Field(max_length=16)  # SW59, or 900-099-S59
    name: str = Field(max_length=120)
    day: date
    grams: int = Field(sa_type=BigInteger)
    way: Way | None = Field(default=None, sa_type=stored(Way))
    facility: str = Field(default="", max_length=32)
    previous: str = Field(default="", max_length=16)
    moved_on: date | None = None
    destination: str = Field(default="", max_length=120)
    method: str = Field(default="", max_length=60)
    product: str = Field(default="", max_length=120)
    handled_by: str = Field(default="", max_length=64)
    moved_by: str = Field(default="", max_length=64)
    factor: str = Field(default="", max_length=60)
    void_reason: str | None = Field(default=None, max_length=500)
