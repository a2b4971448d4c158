"""Reads a register's rows once for paper: their texts, their fingerprint, and how wide each column must be."""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from reportlab.lib.units import mm

from wastetrack.kernel.canonical import encode
from wastetrack.kernel.clock import SHANGHAI
from wastetrack.kernel.errors import refuse
from wastetrack.ledger.terms import Column, Form, Table
from wastetrack.paper import glyphs, grid, lines
from wastetrack.paper.amounts import tonnes
from wastetrack.paper.spool import Spool
from wastetrack.reports.shapes.register import Register

# told how many rows are drawn; what it raises ends the drawing
Tell = Callable[[int], None]
FINGERPRINT_LENGTH = 16
# what should stay on one line: codes and amounts, but not an identification of 37 characters
CODE = re.compile(r"[!-~−]+")
LONGEST_WHOLE = 20
# other columns are narrowed to no less than this share for it
LEAST_SHARE = 0.7


def silent(_done: int) -> None:
    """Nobody waits for it."""


class Seal:
    """SHA-256 over what is printed, row after row, in the canonical form of the whole."""

    def __init__(self, register: Register) -> None:
        facts = asdict(replace(register, tables=()))
        self._made = hashlib.sha256(b'{"facts":' + encode(facts) + b',"tables":[')
        self._between = b""

    def begin(self, name: str) -> None:
        self._made.update(self._between + b"[" + encode(name) + b",[")
        self._between = b""

    def row(self, texts: Sequence[str]) -> None:
        self._made.update(self._between + encode(texts))
        self._between = b","

    def end(self) -> None:
        self._made.update(b"]]")
        self._between = b","

    @property
    def stamp(self) -> str:
        """First 16 hex digits: what is printed is what was read."""
        whole = self._made.copy()
        whole.update(b"]}")
        return whole.hexdigest()[:FINGERPRINT_LENGTH]


@dataclass(frozen=True, slots=True)
class Measured:
    """A table whose rows lie in the spool."""

    name: str
    note: str
    columns: Sequence[Column]
    place: tuple[int, int]
    # of the longest code, amount or time in each column, in units of the type's size
    longest: Sequence[float]

    @property
    def count(self) -> int:
        return self.place[1]


def measured(
    register: Register, table: Table, spool: Spool, seal: Seal, most: int | None = None
) -> Measured:
    """Read every row once; Refused beyond `most` of one table, or where a glyph is missing."""
    columns = on_paper(register, table.columns)
    longest = [0.0] * len(columns)

    def texts() -> Iterator[list[str]]:
        for count, row in enumerate(table.rows, start=1):
            if most is not None and count > most:
                raise refuse("reports.too_long_for_paper", most=most)
            said = [shown(row.get(column.key), column.form) for column in columns]
            glyphs.guard(said)
            seal.row(said)
            for at, text in enumerate(said):
                for word in CODE.findall(text):
                    if len(word) <= LONGEST_WHOLE:
                        longest[at] = max(longest[at], lines.width_of(glyphs.spell(word)))
            yield said

    glyphs.guard((table.name, table.note))
    seal.begin(table.name)
    place = spool.keep(texts())
    seal.end()
    return Measured(table.name, table.note, columns, place, longest)


def on_paper(register: Register, columns: Sequence[Column]) -> list[Column]:
    """Without the columns that the head says once for all rows."""
    said = {"credit_code"} if register.credit_code else set()
    if register.address:
        said.add("site_name")
    return [c for c in columns if not c.extra or c.key not in said]


def shown(value: object, form: Form) -> str:
    """A cell as it is printed: tonnes with three decimals, Shanghai time."""
    if value is None or value == "":
        return ""
    if form is Form.TONNES and isinstance(value, int):
        return tonnes(value) if value >= 0 else f"−{tonnes(-value)}"
    if isinstance(value, datetime):
        return f"{value.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    return str(value)


def widths(table: Measured, size: float, room_mm: float) -> list[float]:
    """Millimetres for each column: its share of the page, but never less than its longest code needs."""
    needs = [(longest * size + 2 * grid.PAD_X + 1) / mm for longest in table.longest]
    whole = sum(column.width for column in table.columns)
    places = [column.width * room_mm / whole for column in table.columns]
    held = {at for at, (need, place) in enumerate(zip(needs, places, strict=True)) if need > place}
    room = room_mm - sum(needs[at] for at in held)
    loose = sum(place for at, place in enumerate(places) if at not in held)
    if not held or room < loose * LEAST_SHARE:
        return places
    return [needs[at] if at in held else place * room / loose for at, place in enumerate(places)]
