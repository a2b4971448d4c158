"""Writes tables to an .xlsx as a stream: one row is one string, so that a million of them cost little.

Only what a register needs: texts, amounts, times, a held header, widths. Texts stay inline, so nothing
is kept until the end; the parts have no times, so the same rows give the same bytes.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import islice
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from wastetrack.kernel.clock import SHANGHAI
from wastetrack.ledger.rules import letters
from wastetrack.ledger.shapes import parts
from wastetrack.ledger.terms import Column, Form, Table

Out = str | IO[bytes]
# what one worksheet of the format can hold, its header aside
MOST_ROWS = 1_048_575
MOST_TEXT = 32_767
_NAME_MOST = 31
_BATCH = 500
# beyond this deflating costs more time than it saves room
_LEVEL = 4
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's times have no zone
_DAY = timedelta(days=1)
_FIRST_YEAR = 1900
_RISKY = frozenset("=+-@\t\r")
_SPECIAL = re.compile(r"[&<>\x00-\x1f\x7f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_|^\s|\s$")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# a format's own escape for characters that XML cannot hold, and for texts that look like it
_HEX = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def tables_workbook(tables: Iterable[Table], out: Out) -> None:
    """Each table on worksheets of its own, one after another."""
    names: list[str] = []
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for table in tables:
            _sheets(archive, table, names)
        for path, content in parts.book_parts(names or [_blank(archive)]):
            archive.writestr(_info(path), content)


def _blank(archive: ZipFile) -> str:
    """A workbook has at least one worksheet."""
    archive.writestr(_info("xl/worksheets/sheet1.xml"), parts.sheet_head([]) + parts.SHEET_END)
    return "1"


def _info(path: str) -> ZipInfo:
    info = ZipInfo(path)
    info.compress_type = ZIP_DEFLATED
    return info


def _sheets(archive: ZipFile, table: Table, names: list[str]) -> None:
    left, number = iter(table.rows), 1
    while True:
        names.append(table.name[:_NAME_MOST] if number == 1 else f"{table.name[:24]} ({number})")
        path = f"xl/worksheets/sheet{len(names)}.xml"
        with archive.open(_info(path), "w", force_zip64=True) as part:
            written = _rows(part, table.columns, islice(left, MOST_ROWS))
        number += 1
        if written < MOST_ROWS:
            return


def _rows(part: IO[bytes], columns: Sequence[Column], rows: Iterable[Mapping[str, object]]) -> int:
    """The header and every row; returns how many."""
    part.write(parts.sheet_head(columns).encode())
    heads = [text_cell(f"{letters(at)}1", c.title, parts.HEAD) for at, c in enumerate(columns)]
    part.write(f'<row r="1">{"".join(heads)}</row>'.encode())
    places = [(letters(at), c.key, WRITERS[c.form]) for at, c in enumerate(columns)]
    count = 0
    lines = _lines(rows, places)
    while batch := list(islice(lines, _BATCH)):
        count += len(batch)
        part.write("".join(batch).encode())
    part.write(parts.SHEET_END.encode())
    return count


Write = Callable[[str, Any], str]


def _lines(
    rows: Iterable[Mapping[str, object]], places: Sequence[tuple[str, str, Write]]
) -> Iterator[str]:
    for number, values in enumerate(rows, start=2):
        cells = []
        for letter, key, write in places:
            value = values.get(key)
            if value is not None and value != "":
                cells.append(write(f"{letter}{number}", value))
        yield f'<row r="{number}">{"".join(cells)}</row>'


@lru_cache(maxsize=8192)
def _escaped(text: str) -> str:
    """As XML holds it; outer blanks are kept, and what XML cannot hold is told by its number."""
    text = text[:MOST_TEXT]
    if _SPECIAL.search(text) is None:
        return f"<t>{text}</t>"
    coded = _HEX.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    plain = "".join(_ENTITIES.get(char, char) for char in coded)
    return f'<t xml:space="preserve">{plain.replace(chr(13), "&#13;")}</t>'


def text_cell(place: str, text: str, style: int = parts.TEXT) -> str:
    """A text, never a formula, whatever it begins with; it stays one when somebody edits the cell."""
    if text[0] in _RISKY and style == parts.TEXT:
        style = parts.QUOTED
    return f'<c r="{place}" s="{style}" t="inlineStr"><is>{_escaped(text)}</is></c>'


def _text(place: str, value: Any) -> str:
    return text_cell(place, value if isinstance(value, str) else str(value))


def _tonnes(place: str, value: Any) -> str:
    """Grams as tonnes with all six decimals: written as digits, nothing is rounded."""
    if not isinstance(value, int):
        return _text(place, value)
    whole, rest = divmod(abs(value), 1_000_000)
    sign = "-" if value < 0 else ""
    return f'<c r="{place}" s="{parts.TONNES}"><v>{sign}{whole}.{rest:06d}</v></c>'


def _count(place: str, value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return _text(place, value)
    return f'<c r="{place}" s="{parts.COUNT}"><v>{value}</v></c>'


def _moment(place: str, value: Any) -> str:
    if not isinstance(value, datetime) or value.year <= _FIRST_YEAR:
        return _text(place, value)
    local = value.astimezone(SHANGHAI).replace(tzinfo=None) if value.tzinfo else value
    return f'<c r="{place}" s="{parts.MOMENT}"><v>{(local - _EPOCH) / _DAY!r}</v></c>'


def _day(place: str, value: Any) -> str:
    if not isinstance(value, date) or value.year <= _FIRST_YEAR:
        return _text(place, value)
    day = value.astimezone(SHANGHAI).date() if isinstance(value, datetime) else value
    return f'<c r="{place}" s="{parts.DAY}"><v>{(day - _EPOCH.date()).days}</v></c>'


WRITERS: dict[Form, Write] = {
    Form.TEXT: _text,
    Form.TONNES: _tonnes,
    Form.COUNT: _count,
    Form.MOMENT: _moment,
    Form.DAY: _day,
}
