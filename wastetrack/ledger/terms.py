"""Words of the ledger: its tables (HJ 1259-2022 appendix B), what a cell may hold, how far an import is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from wastetrack.kernel.errors import Violation

Cell = str | int | float | bool | date | datetime | time | timedelta | None


class Sheet(StrEnum):
    """A table of the ledger; UNITS is ours, so that a workbook can name who it speaks of."""

    UNITS = "units"
    PRODUCED = "b1"
    STORED = "b2"
    LEFT = "b3"
    OWN = "b4"
    OUTSIDE = "b5"


# what the template asks for
IMPORTED = (Sheet.UNITS, Sheet.PRODUCED, Sheet.STORED)
# what is read of a workbook: rows that acts here have made are compared with them, cell by cell
MOVED = (Sheet.LEFT, Sheet.OWN, Sheet.OUTSIDE)
READ = (*IMPORTED, *MOVED)
SHOWN = (Sheet.PRODUCED, Sheet.STORED, Sheet.LEFT, Sheet.OWN, Sheet.OUTSIDE)


class ImportState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"  # bad rows, so nothing was loaded
    STOPPED = "stopped"
    FAILED = "failed"  # the stored file is gone


OPEN = frozenset({ImportState.WAITING, ImportState.RUNNING})


class Form(StrEnum):
    """How a column is written to a spreadsheet."""

    TEXT = "text"
    MOMENT = "moment"
    DAY = "day"
    TONNES = "tonnes"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key here, its title there, and what else people call it."""

    key: str
    title: str
    aliases: tuple[str, ...] = ()
    width: int = 14
    form: Form = Form.TEXT
    # a column that may be missing from a file altogether
    extra: bool = False


@dataclass(frozen=True, slots=True)
class RowFault:
    """Everything wrong with one row of a file."""

    sheet: Sheet
    line: int
    violations: tuple[Violation, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """Whose row it is, as the file says; both empty: as the upload says."""

    credit_code: str = ""
    site_name: str = ""


@dataclass(frozen=True, slots=True)
class Balance:
    """期初 + 产生 + 接收 − 自行 − 委外 = 期末 of one waste; what does not fit is shown, never forced."""

    waste_code: str
    waste_name: str
    opening_g: int
    produced_g: int
    received_g: int
    own_g: int
    outside_g: int
    closing_g: int
    edition: str = ""
    form: str = ""
    hazards: str = ""
    harmful: str = ""

    @property
    def expected_g(self) -> int:
        return self.opening_g + self.produced_g + self.received_g - self.own_g - self.outside_g

    @property
    def difference_g(self) -> int:
        return self.closing_g - self.expected_g


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a ledger table, by column key."""

    batch: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """A named table as it stands on screen, in a workbook and on paper: one order of columns."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Mapping[str, object]]
    note: str = ""
