"""Reads single cells: what a spreadsheet made of a date, an amount or a count, or what is wrong with it."""

import math
import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from wastetrack.kernel.clock import SHANGHAI
from wastetrack.kernel.errors import Violation
from wastetrack.ledger.terms import Cell

_EPOCH = datetime(1899, 12, 30, tzinfo=SHANGHAI)
_SERIALS = range(20_000, 73_051)  # 1954 to 2100, as days of a spreadsheet
_WHEN = re.compile(
    r"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?"
    r"(?:[T ]*(\d{1,2})[::时点](\d{1,2})?分?(?:[::]?(\d{1,2})(?:\.\d+)?秒?)?)?$"
)
_COMPACT = re.compile(r"^((?:19|20)\d{2})(\d{2})(\d{2})$")
_AMOUNT = re.compile(r"^(\d+(?:\.\d+)?)([^\d.]*)$")
UNITS = {
    "": 1_000_000,
    "吨": 1_000_000,
    "t": 1_000_000,
    "公吨": 1_000_000,
    "千克": 1_000,
    "公斤": 1_000,
    "kg": 1_000,
    "克": 1,
    "g": 1,
}
MOST_GRAMS = 100_000 * 1_000_000
MOST_PIECES = 100_000
# digits a spreadsheet keeps of a number
KEPT_DIGITS = 15
_SHOWN = 60


class CellFault(ValueError):
    """What is wrong with a cell: a code and the sentence's values."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code, self.params = code, params

    def at(self, column: str) -> Violation:
        return Violation(self.code, column, dict(self.params))


def text_of(cell: Cell) -> str:
    """The cell as a person sees it, without control characters and outer blanks."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        if not math.isfinite(cell):
            return str(cell)
        whole = cell.is_integer() and abs(cell) < 10**KEPT_DIGITS
        text = str(int(cell)) if whole else repr(cell)
    elif isinstance(cell, datetime):
        text = cell.isoformat(" ", "seconds")
    else:
        text = str(cell)
    clean = "".join(" " if unicodedata.category(c)[0] == "C" else c for c in text)
    return clean.strip().removeprefix("'").strip()


def shown(cell: Cell) -> str:
    """The cell as a sentence repeats it."""
    text = text_of(cell)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def line_of(cell: Cell, most: int, *, required: bool = False) -> str:
    """A short text."""
    text = text_of(cell)
    if required and not text:
        raise CellFault("ledger.missing")
    if len(text) > most:
        raise CellFault("ledger.too_long", most=most, length=len(text))
    return text


def moment_of(cell: Cell) -> datetime:
    """A moment: a spreadsheet's date, its serial number, or a written one; without zone, Shanghai's."""
    if cell is None or text_of(cell) == "":
        raise CellFault("ledger.missing")
    if isinstance(cell, bool):
        raise CellFault("ledger.when_form", input=shown(cell))
    if isinstance(cell, datetime):
        return _bounded(cell if cell.tzinfo else cell.replace(tzinfo=SHANGHAI), cell)
    if isinstance(cell, date):
        return _bounded(datetime.combine(cell, time(0), SHANGHAI), cell)
    if isinstance(cell, (int, float)):
        return _bounded(_serial(float(cell), cell), cell)
    return _bounded(_written(text_of(cell), cell), cell)


def _serial(value: float, cell: Cell) -> datetime:
    if math.isfinite(value) and int(value) in _SERIALS:
        day, fraction = divmod(value, 1)
        return _EPOCH + timedelta(days=int(day), seconds=round(fraction * 86_400))
    text = text_of(value)
    if _COMPACT.match(text):
        return _written(text, cell)
    raise CellFault("ledger.when_form", input=shown(cell))


def _written(text: str, cell: Cell) -> datetime:
    clean = unicodedata.normalize("NFKC", text).replace("上午", "").strip()
    found = _WHEN.match(clean)
    compact = _COMPACT.match(clean)
    try:
        if found:
            parts = [int(part or 0) for part in found.groups()]
        elif compact:
            parts = [*(int(part) for part in compact.groups()), 0, 0, 0]
        elif re.fullmatch(r"\d{5}(\.\d+)?", clean):
            return _serial(float(clean), cell)
        else:
            iso = datetime.fromisoformat(clean)
            return iso if iso.tzinfo else iso.replace(tzinfo=SHANGHAI)
        return datetime(*parts, tzinfo=SHANGHAI)  # type: ignore[misc, arg-type]  # six integers
    except (ValueError, OverflowError):
        raise CellFault("ledger.when_form", input=shown(cell)) from None


def _bounded(moment: datetime, cell: Cell) -> datetime:
    if not 2000 <= moment.year <= 2100:
        raise CellFault("ledger.when_form", input=shown(cell))
    # a time is a fraction of a day in a spreadsheet and comes back a hair early or late
    return (moment.astimezone(UTC) + timedelta(milliseconds=500)).replace(microsecond=0)


def grams_of(cell: Cell, unit: Cell) -> int:
    """An amount in the unit beside it (none: tonnes, as HJ 1259 §5.5.1 asks), exact to the gram."""
    text = unicodedata.normalize("NFKC", text_of(cell)).replace(",", "").replace(" ", "")
    if not text:
        raise CellFault("ledger.missing")
    if isinstance(cell, (bool, date, time, timedelta)):
        raise CellFault("ledger.amount_form", input=shown(cell))
    named = unicodedata.normalize("NFKC", text_of(unit)).strip().casefold()
    if isinstance(cell, str):
        found = _AMOUNT.match(text)
        if not found:
            raise CellFault("ledger.amount_form", input=shown(cell))
        text, own = found.groups()
        named = own.casefold() or named
    if named not in UNITS:
        raise CellFault("ledger.amount_unit", input=shown(named))
    try:
        exact = Decimal(text) * UNITS[named]
    except InvalidOperation:
        raise CellFault("ledger.amount_form", input=shown(cell)) from None
    if not exact.is_finite() or exact <= 0:
        raise CellFault("ledger.amount_zero", input=shown(cell))
    if exact > MOST_GRAMS:
        raise CellFault("ledger.amount_large", input=shown(cell))
    # what a formula leaves behind (0.30000000000000004) is not a fraction of a gram
    whole = exact.to_integral_value()
    if abs(exact - whole) > Decimal("0.001"):
        raise CellFault("ledger.amount_fine", input=shown(cell))
    if not whole:
        raise CellFault("ledger.amount_zero", input=shown(cell))
    return int(whole)


def count_of(cell: Cell) -> int | None:
    """A number of pieces; None when left empty."""
    text = unicodedata.normalize("NFKC", text_of(cell))
    if not text:
        return None
    found = re.fullmatch(r"(\d{1,9})(?:\.0+)?\s*[个只桶袋箱件罐]?", text)
    if not found or not 1 <= int(found.group(1)) <= MOST_PIECES:
        raise CellFault("ledger.count_form", input=shown(cell))
    return int(found.group(1))
