"""The case table: something a person must look at, with what was said and how it ended."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from wastetrack.cases.terms import CaseKind, CaseState
from wastetrack.kernel.schema import Json, Row, Subject, stored


class Case(Subject, table=True):
    """A discrepancy, conflict, incident or data problem; closed by a fact and a sentence."""

    __table_args__ = (
        Index(None, "state", "id"),
        Index(None, "site_id", "id"),
        Index(None, "unit_id", "id"),
        Index(None, "other_unit_id", "id"),
        Index(None, "other_site_id", "id"),
        Index(None, "manifest_id"),
        Index(None, "container_id"),
    )

    kind: CaseKind = Field(sa_type=stored(CaseKind))
    state: CaseState = Field(default=CaseState.OPEN, sa_type=stored(CaseState))
    site_id: UUID = Field(foreign_key="site.id")
    unit_id: UUID = Field(foreign_key="unit.id")
    other_unit_id: UUID | None = Field(default=None, foreign_key="unit.id")
    other_site_id: UUID | None = Field(default=None, foreign_key="site.id")
    manifest_id: UUID | None = None
    container_id: UUID | None = None
    title: str = Field(max_length=200)
    detail: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    # report to the receiving place's authority (部令23 §18¶2)
    reported_to: str | None = Field(default=None, max_length=200)
    reported_at: datetime | None = None
    answers: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json)
    closed_at: datetime | None = None
    closing: str | None = Field(default=None, max_length=500)


class Reporter(Row, table=True):
    """How the authority reaches whoever reported a case; no event repeats it, no party sees it."""

    case_id: UUID = Field(primary_key=True, foreign_key="case.id")
    phone: str = Field(max_length=20)
