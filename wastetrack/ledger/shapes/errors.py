"""Writes the upload back with its reasons beside the original cells, to be mended and sent again."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO

from wastetrack.ledger.inputs import RawSheet, read_sheets
from wastetrack.ledger.rules import LAYOUTS, NAMES, text_of
from wastetrack.ledger.shapes.spreadsheet import Writer
from wastetrack.ledger.terms import Cell, Form

# sentences of a line, by table and spreadsheet line
Notes = Mapping[tuple[str, int], Sequence[str]]


def error_workbook(content: bytes, notes: Notes, title: str, whole: Sequence[str] = ()) -> bytes:
    """Every line as it was and where it was; `title` heads the column of reasons."""
    buffer = BytesIO()
    writer = Writer(buffer)
    sheets, _ = read_sheets(content)
    for raw in sheets:
        _write(writer, raw, notes, title)
    if whole:
        page = writer.book.add_worksheet(title[:31])
        page.set_column(0, 0, 110)
        for line, sentence in enumerate(whole):
            page.write_string(line, 0, sentence, writer.wrapped)
    writer.close()
    return buffer.getvalue()


def _write(writer: Writer, raw: RawSheet, notes: Notes, title: str) -> None:
    page = writer.book.add_worksheet(NAMES[raw.sheet])
    columns = LAYOUTS[raw.sheet]
    beside = max(len(columns), max((len(row) for row in raw.rows), default=0))
    for place, column in enumerate(columns):
        page.set_column(place, place, column.width)
    page.set_column(beside, beside, 70)
    page.freeze_panes(raw.header.index + 1, 0)
    for index, cells in enumerate(raw.rows):
        header = index == raw.header.index
        for place, cell in enumerate(cells):
            if header:
                page.write_string(index, place, text_of(cell), writer.head)
            else:
                _original(writer, page, index, place, cell)
        said = notes.get((raw.sheet.value, index + 1), ())
        if header:
            page.write_string(index, beside, title, writer.head)
        elif said:
            page.write_string(index, beside, "\n".join(said), writer.wrapped)


def _original(writer: Writer, page: object, row: int, place: int, cell: Cell) -> None:
    """The value as it was: a number stays the number, so that nothing is lost by mending."""
    if isinstance(cell, bool):
        value: object = "TRUE" if cell else "FALSE"
    elif isinstance(cell, datetime):
        value = cell
    elif isinstance(cell, date):
        value = datetime.combine(cell, time(0))
    elif isinstance(cell, (time, timedelta)):
        value = str(cell)
    else:
        value = cell
    form = Form.COUNT if isinstance(value, int) else Form.TEXT
    writer.cell(page, row, place, value, form)
