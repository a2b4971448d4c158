"""Writes workbooks with what people fill or mend: choices, notes, formats; codes stay text."""

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import IO, Any

import xlsxwriter

from wastetrack.kernel.clock import SHANGHAI
from wastetrack.ledger.rules import LAYOUTS, NAMES
from wastetrack.ledger.shapes import stream
from wastetrack.ledger.terms import Column, Entry, Form, Sheet, Table

Out = str | IO[bytes]
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
_FIRST_YEAR = 1900
_MOST_TEXT = 32_767
_RISKY = frozenset("=+-@\t\r")
# a whole gram is the sixth decimal of a tonne, so that a file re-imports without loss (model.md §3)
TONNE_FORMAT = "0.000000"
WHEN_FORMAT = "yyyy-mm-dd hh:mm"
DAY_FORMAT = "yyyy-mm-dd"


class Writer:
    """One workbook being written, row after row, with the few formats it needs."""

    def __init__(self, out: Out) -> None:
        # the same content gives the same bytes: no time of writing, no counted file names
        self.book: Any = xlsxwriter.Workbook(
            out, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self.book.set_properties({"created": _EPOCH.replace(tzinfo=None)})
        add = self.book.add_format
        # quote_prefix: what begins with = + - @ stays a text even when somebody edits the cell
        self.text = add({"num_format": "@", "quote_prefix": True, "valign": "top"})
        self.plain = add({"num_format": "@", "valign": "top"})
        self.wrapped = add({"text_wrap": True, "valign": "top", "font_color": "#8F1717"})
        self.head = add({"bold": True, "bg_color": "#E4EEF9", "border": 1, "text_wrap": True})
        self.by_form = {
            Form.MOMENT: add({"num_format": WHEN_FORMAT, "valign": "top"}),
            Form.DAY: add({"num_format": DAY_FORMAT, "valign": "top"}),
            Form.TONNES: add({"num_format": TONNE_FORMAT, "valign": "top"}),
            Form.COUNT: add({"num_format": "0", "valign": "top"}),
        }

    def sheet(self, name: str, columns: Sequence[Column], extra: Sequence[str] = ()) -> Any:
        """A worksheet with its header written and held at the top."""
        page = self.book.add_worksheet(name)
        for place, column in enumerate(columns):
            shape = self.by_form.get(column.form, self.text)
            page.set_column(place, place, column.width, shape)
        for place, title in enumerate((*(c.title for c in columns), *extra)):
            page.write_string(0, place, title, self.head)
        page.freeze_panes(1, 0)
        return page

    def cell(self, page: Any, row: int, place: int, value: object, form: Form = Form.TEXT) -> None:
        """One value; a text is never a formula, whatever it begins with."""
        if value is None or value == "":
            return
        if isinstance(value, str):
            text = value if len(value) <= _MOST_TEXT else value[:_MOST_TEXT]
            page.write_string(row, place, text, self.text if text[0] in _RISKY else self.plain)
        elif form is Form.TONNES and isinstance(value, int):
            # a float is exact to 15 digits: grams up to a billion tonnes survive the way back
            page.write_number(row, place, value / 1_000_000, self.by_form[Form.TONNES])
        elif isinstance(value, datetime) and value.year >= _FIRST_YEAR:
            local = value.astimezone(SHANGHAI) if value.tzinfo else value
            page.write_datetime(row, place, local.replace(tzinfo=None), self.by_form[Form.MOMENT])
        elif isinstance(value, date) and value.year >= _FIRST_YEAR:
            midnight = datetime.combine(value, time(0))
            page.write_datetime(row, place, midnight, self.by_form[Form.DAY])
        elif isinstance(value, (int, float)) and math.isfinite(value):
            page.write_number(row, place, value, self.by_form.get(form))
        else:
            page.write_string(row, place, str(value)[:_MOST_TEXT], self.plain)

    def close(self) -> None:
        self.book.close()


def rows_of(
    writer: Writer, page: Any, columns: Sequence[Column], rows: Iterable[Mapping[str, object]]
) -> int:
    """Write mappings by column key; returns how many."""
    count = 0
    places = [(place, column.key, column.form) for place, column in enumerate(columns)]
    for count, values in enumerate(rows, start=1):
        for place, key, form in places:
            value = values.get(key)
            if value is not None and value != "":
                writer.cell(page, count, place, value, form)
    return count


def entries_workbook(sheet: Sheet, entries: Iterable[Entry], out: Out | None = None) -> bytes:
    """A ledger table in the exact column order; written to `out`, or returned."""
    return table_workbook(NAMES[sheet], LAYOUTS[sheet], (e.values for e in entries), out)


def table_workbook(
    name: str,
    columns: Sequence[Column],
    rows: Iterable[Mapping[str, object]],
    out: Out | None = None,
) -> bytes:
    """Any table with these columns."""
    return tables_workbook([Table(name, columns, rows)], out)


def tables_workbook(tables: Iterable[Table], out: Out | None = None) -> bytes:
    """Several tables, each on worksheets of its own; written to `out`, or returned."""
    buffer = BytesIO()
    stream.tables_workbook(tables, out or buffer)
    return buffer.getvalue()
