"""Tables of people: user, membership, ended session, throttle and one-time code."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from wastetrack.kernel.actor import Role
from wastetrack.kernel.schema import Json, Row, Subject, stored
from wastetrack.people.terms import CodePurpose, MembershipState


class User(Subject, table=True):
    """A person; deactivated, never deleted."""

    __tablename__ = "person"
    untracked: ClassVar[frozenset[str]] = frozenset({"password_hash", "lang", "large"})

    phone: str = Field(max_length=20, unique=True)
    name: str = Field(max_length=120)
    password_hash: str = Field(max_length=200)
    active: bool = True
    # raised to end every session of this person at once
    session_epoch: int = 0
    # who set the present password and when, if it was not the person: it must be changed first
    temporary_by: str | None = Field(default=None, max_length=200)
    temporary_at: datetime | None = None
    lang: str | None = Field(default=None, max_length=8)
    large: bool = False


class Membership(Subject, table=True):
    """A role of a person in a unit, for all its sites or for those named."""

    __table_args__ = (Index(None, "user_id"), Index(None, "unit_id"))

    user_id: UUID = Field(foreign_key="person.id")
    unit_id: UUID = Field(foreign_key="unit.id")
    role: Role = Field(sa_type=stored(Role))
    site_ids: list[str] | None = Field(default=None, sa_type=Json)  # None: every site
    state: MembershipState = Field(sa_type=stored(MembershipState))


class EndedSession(Row, table=True):
    """A sign-in that was signed out; kept until its cookie would have run out by itself."""

    __table_args__ = (Index(None, "until"),)

    id: UUID = Field(primary_key=True)
    user_id: UUID = Field(foreign_key="person.id")
    until: datetime


class Throttle(Row, table=True):
    """Failed sign-ins per phone and per address, kept in the database so that all workers agree."""

    key: str = Field(primary_key=True, max_length=80)
    failures: int = 0
    since: datetime
    locked_until: datetime | None = None


class OneTimeCode(Row, table=True):
    __table_args__ = (Index(None, "phone"),)

    id: UUID = Field(primary_key=True)
    phone: str = Field(max_length=20)
    purpose: CodePurpose = Field(sa_type=stored(CodePurpose))
    code_hash: str = Field(max_length=64)
    expires_at: datetime
    tries: int = 0
    used_at: datetime | None = None
