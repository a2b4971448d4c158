"""Fills tables by the million with INSERT … SELECT generate_series; told in the output, never verified."""

import json
from enum import Enum
from typing import Any

from sqlalchemy import Connection, text
from sqlmodel import SQLModel

STAMP = "timestamptz '2026-01-05 02:00:00+00'"


def key(kind: int, number: str = "g") -> str:
    """SQL for the id of row `number` of a kind: ordered like the ids of the product."""
    return f"('{kind:08x}-0000-7000-8000-' || lpad(to_hex({number}), 12, '0'))::uuid"


def _literal(value: Any) -> str:
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, (list, dict)):
        return f"'{json.dumps(value)}'::jsonb"
    return "'" + str(value).replace("'", "''") + "'"


def fill(connection: Connection, table: type[SQLModel], rows: int, **columns: str) -> None:
    """Insert `rows` rows (g = 0 … rows-1); columns not given take the model's default or NULL."""
    values = dict(columns)
    for name, info in table.model_fields.items():
        if name in values:
            continue
        default = info.get_default(call_default_factory=True)
        if name == "created_at":
            values[name] = STAMP
        elif default is not None and not repr(default).startswith("PydanticUndefined"):
            values[name] = _literal(default)
    names = ", ".join(f'"{name}"' for name in values)
    exprs = ", ".join(values.values())
    connection.execute(
        text(
            f'INSERT INTO "{table.__tablename__}" ({names}) '
            f"SELECT {exprs} FROM generate_series(0, {rows - 1}) AS g"
        )
    )


def analyse(connection: Connection) -> None:
    """Bring statistics and visibility up to date after a bulk load."""
    raw = connection.execution_options(isolation_level="AUTOCOMMIT")
    raw.execute(text("VACUUM ANALYZE"))
