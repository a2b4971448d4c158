"""Keyset paging: a page is cut by the last row's key, so page one of a million costs as page one of ten."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

PAGE_SIZE = 50
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Rows of one page and the key to ask for the next with (None: this is the last)."""

    rows: Sequence[T]
    after: str | None = None


def cut(rows: Sequence[T], size: int, key: str = "id") -> Page[T]:
    """Make a page from up to size+1 rows that were read in order."""
    if len(rows) <= size:
        return Page(rows)
    return Page(rows[:size], str(getattr(rows[size - 1], key)))


def cursor(text: str | None) -> UUID | None:
    """The key of a request's `after`, or None when absent or not a key (then page one is shown)."""
    try:
        return UUID(text) if text else None
    except ValueError:
        return None
