"""Tables of treatment: what was fed, of which container, whose share it was, and what new waste it left."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index
from sqlmodel import Field

from wastetrack.kernel.schema import Row, Subject


class Treatment(Subject, table=True):
    """One feeding of received waste into use or disposal; new waste it left is linked by event."""

    __table_args__ = (Index(None, "site_id", "id"), Index(None, "unit_id", "id"))

    site_id: UUID = Field(foreign_key="site.id")
    unit_id: UUID = Field(foreign_key="unit.id")
    facility_id: UUID | None = Field(default=None, foreign_key="facility.id")
    batch_code: str = Field(max_length=32)
    method: str = Field(max_length=8)  # HJ 1033 附录F
    treated_at: datetime
    fed_g: int = Field(sa_type=BigInteger)
    note: str = Field(default="", max_length=200)


class Feed(Row, table=True):
    """Grams of one container (on one manifest line) that a treatment took; immutable."""

    __table_args__ = (
        Index(None, "treatment_id"),
        Index(None, "container_id"),
        Index(None, "line_id"),
        CheckConstraint("grams > 0", name="grams"),
    )

    id: UUID = Field(primary_key=True)
    treatment_id: UUID = Field(foreign_key="treatment.id")
    container_id: UUID = Field(foreign_key="container.id")
    line_id: UUID | None = Field(default=None, foreign_key="manifest_line.id")
    grams: int = Field(sa_type=BigInteger)


class Share(Row, table=True):
    """Whose waste the fed grams were: what each producer is told became of his; immutable."""

    __table_args__ = (
        Index(None, "origin_site_id", "id"),
        Index(None, "origin_unit_id", "id"),
        Index(None, "treatment_id"),
        CheckConstraint("grams > 0", name="grams"),
    )

    id: UUID = Field(primary_key=True)
    feed_id: UUID = Field(foreign_key="feed.id")
    treatment_id: UUID = Field(foreign_key="treatment.id")
    origin_site_id: UUID = Field(foreign_key="site.id")
    origin_unit_id: UUID = Field(foreign_key="unit.id")
    grams: int = Field(sa_type=BigInteger)


class Residue(Row, table=True):
    """A new container of the disposer's own waste that a treatment left."""

    treatment_id: UUID = Field(primary_key=True, foreign_key="treatment.id")
    container_id: UUID = Field(primary_key=True, foreign_key="container.id")
