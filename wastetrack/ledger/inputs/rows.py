"""The rows of an upload as typed values, each cell read once and every fault of a row kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from wastetrack.kernel.canonical import plain
from wastetrack.kernel.errors import Violation
from wastetrack.kernel.types import MobilePhone
from wastetrack.ledger.rules import (
    BATCHES,
    CellFault,
    batch_among,
    batch_day_fault,
    batch_of,
    category_fault,
    codes_of,
    count_of,
    credit_code_of,
    grams_of,
    line_of,
    moment_of,
    shown,
    text_of,
    waste_code_of,
)
from wastetrack.ledger.terms import MOVED, Cell, Sheet, Where

T = TypeVar("T")
_PHONE: TypeAdapter[str] = TypeAdapter(MobilePhone)
_NOT_KEPT = frozenset({"line", "where", "sheet", "cells"})
MOST_CODES = 200
# stands for a time that could not be read, so that the rest of the row still is
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Row:
    line: int

    def kept(self) -> dict[str, Any]:
        """The row as the trail keeps it: a re-uploaded row is compared with this."""
        names = [name for name in self.__dataclass_fields__ if name not in _NOT_KEPT]
        return {name: plain(getattr(self, name)) for name in names}


@dataclass(frozen=True, slots=True)
class UnitRow(_Row):
    """A unit with one of its sites."""

    credit_code: str
    name: str
    industry: str
    site_name: str
    town: str
    address: str
    phone: str
    expected_g: int | None
    store: str
    capacity_g: int | None
    code_reason: str

    @property
    def key(self) -> tuple[str, str]:
        return self.credit_code, self.site_name


@dataclass(frozen=True, slots=True)
class ProducedRow(_Row):
    """B.1: a batch of production."""

    where: Where
    batch: str
    at: datetime
    name: str
    official: str
    code: str
    grams: int
    codes: tuple[str, ...]
    packaging: str
    quantity: int
    made_in: str
    officer: str
    destination: str


@dataclass(frozen=True, slots=True)
class StoredRow(_Row):
    """B.2: a batch set down in a store."""

    where: Where
    batch: str
    at: datetime
    codes: tuple[str, ...]
    packaging: str
    quantity: int
    name: str
    code: str
    grams: int
    store: str
    carried_by: str
    kept_by: str
    produced: str


@dataclass(frozen=True, slots=True)
class MovedRow(_Row):
    """B.3, B.4 or B.5: known by its batch code; its cells wait to be compared."""

    where: Where
    sheet: Sheet
    batch: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class OwnRow(_Row):
    """B.4 as another system kept it: a batch used or disposed of by its own unit."""

    where: Where
    batch: str
    at: datetime
    codes: tuple[str, ...]
    packaging: str
    quantity: int
    name: str
    code: str
    grams: int
    treated_in: str
    method: str
    finished: datetime
    officer: str
    produced: str


Parsed = UnitRow | ProducedRow | StoredRow | MovedRow


@dataclass
class Taker:
    """Takes typed values out of one line and collects what is wrong with it."""

    cells: Mapping[str, Cell]
    faults: list[Violation] = field(default_factory=list)

    def take(self, key: str, read: Callable[[Cell], T], default: T) -> T:
        try:
            return read(self.cells.get(key))
        except CellFault as fault:
            self.faults.append(fault.at(key))
            return default

    def line(self, key: str, most: int = 120, *, required: bool = False) -> str:
        return self.take(key, lambda cell: line_of(cell, most, required=required), "")

    def blame(self, fault: Violation | None) -> None:
        if fault is not None:
            self.faults.append(fault)

    def where(self) -> Where:
        code = ""
        if text_of(self.cells.get("credit_code")):
            code = self.take("credit_code", credit_code_of, "")
        return Where(code, self.line("site_name"))

    def optional_tonnes(self, key: str) -> int | None:
        if not text_of(self.cells.get(key)):
            return None
        return self.take(key, lambda cell: grams_of(cell, None), 0)

    def moment(self, batch: str, prefix: str) -> datetime:
        """The row's time, which has to lie on the day that its batch code names."""
        at = self.take("at", moment_of, _NEVER)
        if batch and at is not _NEVER:
            self.blame(batch_day_fault(batch, prefix, at))
        return at

    def waste(self) -> tuple[str, tuple[str, ...], int]:
        """Code with its category, the containers' codes, and how many they are."""
        code = self.take("code", waste_code_of, "")
        codes, quantity = self.boxes()
        if code:
            self.blame(category_fault(text_of(self.cells.get("category")), code))
        return code, codes, quantity

    def grams(self) -> int:
        """The amount in the row's own unit, as grams."""
        unit = self.cells.get("unit")
        return self.take("amount", lambda cell: grams_of(cell, unit), 0)

    def boxes(self) -> tuple[tuple[str, ...], int]:
        none: tuple[str, ...] = ()
        codes = self.take("codes", codes_of, none)
        count = self.take("quantity", count_of, None)
        if len(codes) > MOST_CODES:
            params: dict[str, object] = {"count": len(codes), "most": MOST_CODES}
            self.faults.append(Violation("ledger.too_many_codes", "codes", params))
        elif codes and count is not None and count != len(codes):
            params = {"codes": len(codes), "quantity": count}
            self.faults.append(Violation("ledger.codes_count", "codes", params))
        return codes, count or max(len(codes), 1)


def read_unit(line: int, cells: Mapping[str, Cell]) -> tuple[UnitRow, list[Violation]]:
    """One line of 单位."""
    t = Taker(cells)
    code = t.take("credit_code", credit_code_of, "")
    name = t.line("name", required=True)
    row = UnitRow(
        line=line,
        credit_code=code,
        name=name,
        industry=t.line("industry", 40) or "其他",
        site_name=t.line("site_name") or name,
        town=t.line("town", required=True),
        address=t.line("address", 200, required=True),
        phone=t.take("phone", _phone, ""),
        expected_g=t.optional_tonnes("expected"),
        store=t.line("store", 32),
        capacity_g=t.optional_tonnes("capacity"),
        code_reason=t.line("code_reason", 200),
    )
    return row, t.faults


def _phone(cell: Cell) -> str:
    try:
        return _PHONE.validate_python(text_of(cell).replace(" ", "").replace("-", ""))
    except ValidationError:
        raise CellFault("ledger.phone", input=shown(cell)) from None


def read_produced(line: int, cells: Mapping[str, Cell]) -> tuple[ProducedRow, list[Violation]]:
    """One line of B.1."""
    t = Taker(cells)
    batch = t.take("batch", lambda cell: batch_of(cell, "HWCS"), "")
    at = t.moment(batch, "HWCS")
    code, codes, quantity = t.waste()
    row = ProducedRow(
        line=line,
        where=t.where(),
        batch=batch,
        at=at,
        name=t.line("name"),
        official=t.line("official", 2000),
        code=code,
        grams=t.grams(),
        codes=codes,
        packaging=t.line("packaging", 40),
        quantity=quantity,
        made_in=t.line("made_in", 64),
        officer=t.line("officer", 64),
        destination=t.line("destination", 200),
    )
    return row, t.faults


def read_stored(line: int, cells: Mapping[str, Cell]) -> tuple[StoredRow, list[Violation]]:
    """One line of B.2."""
    t = Taker(cells)
    batch = t.take("batch", lambda cell: batch_of(cell, "HWRK"), "")
    at = t.moment(batch, "HWRK")
    code, codes, quantity = t.waste()
    row = StoredRow(
        line=line,
        where=t.where(),
        batch=batch,
        at=at,
        codes=codes,
        packaging=t.line("packaging", 40),
        quantity=quantity,
        name=t.line("name"),
        code=code,
        grams=t.grams(),
        store=t.line("store", 32),
        carried_by=t.line("carried_by", 64),
        kept_by=t.line("kept_by", 64),
        produced=t.take("produced", lambda cell: batch_of(cell, "HWCS"), ""),
    )
    return row, t.faults


def _moved(sheet: Sheet) -> Callable[[int, Mapping[str, Cell]], tuple[MovedRow, list[Violation]]]:
    def read(line: int, cells: Mapping[str, Cell]) -> tuple[MovedRow, list[Violation]]:
        t = Taker(cells)
        batch = t.take("batch", lambda cell: batch_among(cell, BATCHES[sheet]), "")
        return MovedRow(line, t.where(), sheet, batch, cells), t.faults

    return read


def read_own(moved: MovedRow) -> tuple[OwnRow, list[Violation]]:
    """A line of B.4 in full: what is not known here must say everything."""
    t = Taker(moved.cells)
    prefix = next(p for p in BATCHES[Sheet.OWN] if moved.batch.startswith(p))
    at = t.moment(moved.batch, prefix)
    code, codes, quantity = t.waste()
    row = OwnRow(
        line=moved.line,
        where=moved.where,
        batch=moved.batch,
        at=at,
        codes=codes,
        packaging=t.line("packaging", 40),
        quantity=quantity,
        name=t.line("name"),
        code=code,
        grams=t.grams(),
        treated_in=t.line("treated_in", 32, required=True),
        method=t.line("method", 8, required=True),
        finished=t.take("finished", moment_of, at),
        officer=t.line("officer", 64),
        produced=t.take("source", lambda cell: batch_of(cell, "HWCS"), ""),
    )
    return row, t.faults


READERS: dict[Sheet, Callable[[int, Mapping[str, Cell]], tuple[Parsed, list[Violation]]]] = {
    Sheet.UNITS: read_unit,
    Sheet.PRODUCED: read_produced,
    Sheet.STORED: read_stored,
    **{sheet: _moved(sheet) for sheet in MOVED},
}
