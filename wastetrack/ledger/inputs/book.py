"""An upload as a whole: its good rows in loading order, its bad rows, and rows that repeat a key."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import lru_cache

from wastetrack.kernel.errors import Violation
from wastetrack.ledger.inputs.rows import (
    READERS,
    MovedRow,
    Parsed,
    ProducedRow,
    StoredRow,
    UnitRow,
)
from wastetrack.ledger.inputs.workbook import read_sheets
from wastetrack.ledger.terms import MOVED, RowFault, Sheet


@dataclass
class Book:
    """What a workbook says; `slices` walks it without mixing tables."""

    units: list[UnitRow] = field(default_factory=list)
    produced: list[ProducedRow] = field(default_factory=list)
    stored: list[StoredRow] = field(default_factory=list)
    moved: list[MovedRow] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    # batches and units that stand in bad rows: what refers to them is bad too, and told so
    bad_batches: set[str] = field(default_factory=set)
    bad_units: set[str] = field(default_factory=set)

    @property
    def rows(self) -> int:
        return self.good + len(self.faults)

    @property
    def good(self) -> int:
        return len(self.units) + len(self.produced) + len(self.stored) + len(self.moved)

    def _moved(self, sheet: Sheet) -> list[Parsed]:
        return [row for row in self.moved if row.sheet is sheet]

    def slice(self, done: int, size: int) -> tuple[Sheet, list[Parsed]] | None:
        """The next good rows after `done`, all of one table; None at the end."""
        tables: tuple[tuple[Sheet, list[Parsed]], ...] = (
            (Sheet.UNITS, list(self.units)),
            (Sheet.PRODUCED, list(self.produced)),
            (Sheet.STORED, list(self.stored)),
            *((s, self._moved(s)) for s in MOVED),
        )
        for sheet, rows in tables:
            if done < len(rows):
                return sheet, rows[done : done + size]
            done -= len(rows)
        return None


@lru_cache(maxsize=2)
def read_book(content: bytes) -> Book:
    """Read every row; kept for the batches that follow, and never changed by them.

    Refused when the file as a whole cannot be read.
    """
    sheets, unread = read_sheets(content)
    book = Book(unread=unread)
    for raw in sheets:
        seen: dict[Hashable, int] = {}
        for line, cells in raw.lines():
            row, faults = READERS[raw.sheet](line, cells)
            key = _key(row)
            first = seen.setdefault(key, line)
            if first != line:
                faults = [*faults, Violation("ledger.repeated", _column(row), {"first": first})]
            _keep(book, raw.sheet, row, faults)
    return book


def _key(row: Parsed) -> Hashable:
    return row.key if isinstance(row, UnitRow) else (row.where, row.batch or row.line)


def _column(row: Parsed) -> str:
    return "site_name" if isinstance(row, UnitRow) else "batch"


def _keep(book: Book, sheet: Sheet, row: Parsed, faults: list[Violation]) -> None:
    if faults:
        book.faults.append(RowFault(sheet, row.line, tuple(faults)))
        if isinstance(row, UnitRow):
            book.bad_units.add(row.credit_code)
        elif isinstance(row, ProducedRow):
            book.bad_batches.add(row.batch)
    elif isinstance(row, UnitRow):
        book.units.append(row)
    elif isinstance(row, ProducedRow):
        book.produced.append(row)
    elif isinstance(row, MovedRow):
        book.moved.append(row)
    else:
        book.stored.append(row)
