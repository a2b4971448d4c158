"""Counts SQL statements, leaving out BEGIN, COMMIT, savepoints, PRAGMA and the access log (model.md §10)."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

# the row of the access log is written after a logged page and is no part of drawing it
_SKIP = ("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA", "SAVEPOINT", "RELEASE", "INSERT INTO ACCESS_LOG")


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    """The statements sent while inside."""
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.lstrip().upper().startswith(_SKIP):
            seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)
