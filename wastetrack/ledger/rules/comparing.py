"""Compares a row of a file with the row that stands here, cell by cell: which columns say something else."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time

from wastetrack.kernel.clock import SHANGHAI
from wastetrack.ledger.rules.cells import CellFault, grams_of, moment_of, text_of
from wastetrack.ledger.terms import Cell, Column, Form

# says again what the code, the amount or the address of the row says: it may be left empty
_FOLLOWS = frozenset({"official", "category", "unit", "credit_code", "site_name"})
# a time is a fraction of a day in a spreadsheet; its seconds survive, what is finer does not
_SAME_S = 1.0


def differing(
    columns: Sequence[Column], cells: Mapping[str, Cell], values: Mapping[str, object]
) -> list[str]:
    """Keys of the columns that differ, in the order of the table."""
    return [c.key for c in columns if not _same(c, cells, values.get(c.key))]


def _same(column: Column, cells: Mapping[str, Cell], value: object) -> bool:
    cell, empty = cells.get(column.key), value is None or value == ""
    if text_of(cell) == "":
        return empty or column.key in _FOLLOWS
    if column.key == "unit":
        return True  # the amount was read in it: 0.5 吨 is 500 千克
    if empty:
        return False
    try:
        return _READ[column.form](cell, value, cells.get("unit"))
    except CellFault:
        return False


def _text(cell: Cell, value: object, _unit: Cell) -> bool:
    return text_of(cell) == text_of(str(value))


def _tonnes(cell: Cell, value: object, unit: Cell) -> bool:
    return grams_of(cell, unit) == value


def _moment(cell: Cell, value: object, _unit: Cell) -> bool:
    if not isinstance(value, datetime):
        return False
    return abs((moment_of(cell) - value).total_seconds()) <= _SAME_S


def _day(cell: Cell, value: object, _unit: Cell) -> bool:
    if not isinstance(value, date):
        return False
    day = value if not isinstance(value, datetime) else value.astimezone(SHANGHAI).date()
    return moment_of(cell) == datetime.combine(day, time(0), SHANGHAI)


_READ: dict[Form, Callable[[Cell, object, Cell], bool]] = {
    Form.TEXT: _text,
    Form.COUNT: _text,
    Form.TONNES: _tonnes,
    Form.MOMENT: _moment,
    Form.DAY: _day,
}
