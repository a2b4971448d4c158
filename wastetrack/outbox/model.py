"""Rows of what must be told to the outside, and the results of forms already submitted."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from wastetrack.kernel.schema import Json, Row


class Message(Row, table=True):
    """One thing to tell somebody; an adapter empties these after the commit."""

    __table_args__ = (Index(None, "sent_at", "id"), Index(None, "to_user_id", "id"))

    id: UUID = Field(primary_key=True)
    kind: str = Field(max_length=64)
    to_phone: str | None = Field(default=None, max_length=20)
    to_user_id: UUID | None = None
    to_unit_id: UUID | None = None
    payload: dict[str, Any] = Field(sa_type=Json)
    at: datetime
    sent_at: datetime | None = None
    tries: int = 0


class Submission(Row, table=True):
    """A form's nonce and where it led, so that a double submit shows the first result."""

    __table_args__ = (Index(None, "at"),)

    nonce: str = Field(primary_key=True, max_length=64)
    actor_id: UUID | None = None
    location: str = Field(max_length=400)
    at: datetime
