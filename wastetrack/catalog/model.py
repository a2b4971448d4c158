"""Tables of the catalogue: wastes, exemptions, divisions, codes, days, law bases, what was loaded."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Text, UniqueConstraint
from sqlmodel import Field

from wastetrack.catalog.terms import LimitUnit
from wastetrack.kernel.schema import Json, Row, stored


class Waste(Row, table=True):
    """A code of one edition; `hazards` is kept as printed, order and separator matter (note 2)."""

    edition: str = Field(primary_key=True, max_length=8)
    waste_code: str = Field(primary_key=True, max_length=10)
    category_code: str = Field(max_length=4, index=True)
    category_name: str = Field(max_length=60)
    industry: str = Field(default="", max_length=120)
    description: str = Field(default="", sa_type=Text)
    hazard_properties: str = Field(default="", max_length=20)
    # what a person may type: digits, category, wording, everyday names, pinyin initials; lower case
    search: str = Field(default="", sa_type=Text)


class Exemption(Row, table=True):
    """A row of the 豁免管理清单; `waste_code` is a code, a category such as HW34, or empty."""

    edition: str = Field(primary_key=True, max_length=8)
    position: int = Field(primary_key=True)
    item_no: int
    applies_to: str = Field(max_length=16)
    waste_code: str = Field(default="", max_length=10, index=True)
    scope: str = Field(default="", sa_type=Text)
    waste: str = Field(default="", sa_type=Text)
    stage: str = Field(max_length=40)
    condition: str = Field(default="", sa_type=Text)
    content: str = Field(default="", sa_type=Text)


class Division(Row, table=True):
    """A town, street or township with the point of its seat where GeoNames knows one."""

    code: str = Field(primary_key=True, max_length=9)
    name: str = Field(max_length=60)
    kind: str = Field(max_length=20)
    county_code: str = Field(max_length=6)
    county_name: str = Field(max_length=60)
    lon: float | None = None
    lat: float | None = None
    coordinate_source: str = Field(default="", max_length=120)


class CodeValue(Row, table=True):
    """A value of a small list: packaging, form, method, category, catalogue note, general waste."""

    kind: str = Field(primary_key=True, max_length=32)
    code: str = Field(primary_key=True, max_length=32)
    position: int = 0
    label_zh: str = Field(sa_type=Text)
    label_en: str = Field(default="", sa_type=Text)
    confidence: str = Field(default="S", max_length=1)


class CalendarDay(Row, table=True):
    """A day of a year that the State Council's notice is known for."""

    day: date = Field(primary_key=True)
    working: bool
    name: str = Field(default="", max_length=40)
    source: str = Field(max_length=80)


class LawBasis(Row, table=True):
    """A limit or deadline between two dates, with whom it binds and how sure we are."""

    __table_args__ = (
        CheckConstraint("valid_to is null or valid_to >= valid_from", name="validity"),
        CheckConstraint("confidence in ('S', 'R')", name="confidence"),
    )

    code: str = Field(primary_key=True, max_length=16)
    valid_from: date = Field(primary_key=True)
    valid_to: date | None = None  # last day in force
    title_zh: str = Field(max_length=80)
    title_en: str = Field(max_length=120)
    binds: str = Field(max_length=120)
    starts: str = Field(max_length=120)
    unit: LimitUnit = Field(sa_type=stored(LimitUnit))
    limit_text: str = Field(max_length=16)  # a number, `03-31`, or `15` for a day of the month
    levels: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json)
    law_name: str = Field(max_length=120)
    citation: str = Field(max_length=120)
    confidence: str = Field(max_length=1)
    local: bool = False
    note: str = Field(default="", sa_type=Text)
    duty_zh: str = Field(sa_type=Text)
    duty_en: str = Field(sa_type=Text)


class IndustryTemplate(Row, table=True):
    """A waste that a trade usually makes: pre-ticked at registration."""

    industry: str = Field(primary_key=True, max_length=40)
    waste_code: str = Field(primary_key=True, max_length=10)
    position: int
    common_name: str = Field(max_length=60)
    form: str = Field(max_length=32)
    packaging: str = Field(max_length=32)
    volume_l: int = 200


class ReferenceLoad(Row, table=True):
    """One load that changed a list: what, how many rows, from where, and the digest of the result."""

    __table_args__ = (UniqueConstraint("what", "edition", "serial"),)

    id: UUID = Field(primary_key=True)
    loaded_at: datetime
    what: str = Field(max_length=32)
    edition: str = Field(default="", max_length=16)
    # counts the loads of a list: the last one tells, whatever the clocks said
    serial: int
    rows: int
    source: str = Field(max_length=300)
    digest: str = Field(max_length=64)  # over every row of the list after this load
    checked_against: str = Field(default="", max_length=300)
    packaged: bool = True  # False: an operator's file, which the packaged data never overwrites
