"""What every table shares: names, ids, stored enums, and the trail's head on each subject."""

import re
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, Enum, MetaData
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

# Stable constraint names, so that a migration can name what it drops on both databases.
SQLModel.metadata.naming_convention = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
).naming_convention

Json = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def stored(kind: type[StrEnum], name: str | None = None) -> Any:
    """Column type for an enum: stored by value in VARCHAR(32), with a CHECK of the values."""
    return Enum(
        kind,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        length=32,
        create_constraint=True,
        name=name or re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower(),
    )


class Row(SQLModel):
    """Base of every table: the name is the class name in snake case."""

    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805 - SQLAlchemy passes the class
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


class Subject(Row):
    """A row whose every change is an event; it carries the head of its own chain."""

    # columns that no event records (secrets, throttles); the chain's head never records itself
    untracked: ClassVar[frozenset[str]] = frozenset()

    id: UUID = Field(primary_key=True)
    created_at: datetime
    head_seq: int = Field(default=0)
    head_hash: str = Field(default="", max_length=64)
