"""Decides how a register stands on A4 landscape: head with whose and when, tables, page and fingerprint."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from wastetrack.kernel.canonical import digest
from wastetrack.kernel.clock import SHANGHAI
from wastetrack.kernel.errors import refuse
from wastetrack.ledger.terms import Column, Form, Table
from wastetrack.paper import document, glyphs, grid, lines
from wastetrack.paper.amounts import tonnes
from wastetrack.paper.grid import CENTRE, LEFT, RIGHT, Row
from wastetrack.reports.shapes.register import Register, materialised

WIDTH, HEIGHT = document.A4_HEIGHT, document.A4_WIDTH
MARGIN = 10 * mm
TOP = HEIGHT - 10 * mm
FOOT = 12.5 * mm
HEAD = 20 * mm
WIDTH_MM = (WIDTH - 2 * MARGIN) / mm
TITLE_TYPE, FACTS_TYPE, FOOT_TYPE, NAME_TYPE = 14.0, 8.5, 8.0, 10.0
FINGERPRINT_LENGTH = 16
# a table of many columns is set smaller, so that a code stays on one line
SIZES = ((9, 8.5), (12, 7.5), (99, 6.5))
# beyond this a paper helps nobody: the workbook has every row
MOST_ROWS = 5000
ALIGNED = {Form.TONNES: RIGHT, Form.COUNT: RIGHT, Form.MOMENT: CENTRE, Form.DAY: CENTRE}
# what should stay on one line: codes and amounts, but not an identification of 37 characters
CODE = re.compile(r"[!-~−]+")
LONGEST_WHOLE = 20
# other columns are narrowed to no less than this share for it
LEAST_SHARE = 0.7
EMPTY = "本期没有记录"


def register_fingerprint(register: Register, tables: Sequence[Table]) -> str:
    """First 16 hex digits of the data's SHA-256: what is printed is what was read."""
    facts = asdict(replace(register, tables=()))
    rows = [
        [table.name, [[shown(row.get(c.key), c.form) for c in table.columns] for row in table.rows]]
        for table in tables
    ]
    return digest({"facts": facts, "tables": rows})[:FINGERPRINT_LENGTH]


def register_pdf(register: Register) -> bytes:
    """Make the register as a PDF; Refused when it has more rows than anybody would print."""
    tables = [_on_paper(register, table) for table in materialised(register)]
    count = sum(len(_rows(table)) for table in tables)
    if count > MOST_ROWS:
        raise refuse("reports.too_long_for_paper", rows=count, most=MOST_ROWS)
    seal = register_fingerprint(register, tables)
    glyphs.guard(_texts(register, tables))
    body = TOP - HEAD - FOOT
    pages = grid.flow([row for table in tables for row in _table(table)], body, body)

    def paint(canvas: Canvas) -> None:
        for number, rows in enumerate(pages, start=1):
            _head(canvas, register)
            grid.draw(canvas, rows, MARGIN, TOP - HEAD)
            _foot(canvas, register, seal, f"第 {number} 页 / 共 {len(pages)} 页")
            canvas.showPage()

    return document.build(register.title, paint, seal, size=(WIDTH, HEIGHT))


def _on_paper(register: Register, table: Table) -> Table:
    """Without the columns that the head says once for all rows."""
    said = {"credit_code"} if register.credit_code else set()
    if register.address:
        said.add("site_name")
    return replace(table, columns=[c for c in table.columns if not c.extra or c.key not in said])


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


def _rows(table: Table) -> Sequence[Mapping[str, object]]:
    return table.rows if isinstance(table.rows, Sequence) else list(table.rows)


def _texts(register: Register, tables: Sequence[Table]) -> Iterator[str]:
    yield from (register.title, register.unit, register.site, register.address, register.period)
    yield from (register.retention, register.pending)
    for table in tables:
        yield from (table.name, table.note)
        for row in table.rows:
            yield from (shown(row.get(c.key), c.form) for c in table.columns)


def widths(table: Table, size: float) -> list[float]:
    """Millimetres for each column: its share of the page, but never less than its longest code needs."""
    needs = [_needed(table, column, size) for column in table.columns]
    whole = sum(column.width for column in table.columns)
    places = [column.width * WIDTH_MM / whole for column in table.columns]
    held = {at for at, (need, place) in enumerate(zip(needs, places, strict=True)) if need > place}
    room = WIDTH_MM - sum(needs[at] for at in held)
    loose = sum(place for at, place in enumerate(places) if at not in held)
    if not held or room < loose * LEAST_SHARE:
        return places
    return [needs[at] if at in held else place * room / loose for at, place in enumerate(places)]


def _needed(table: Table, column: Column, size: float) -> float:
    """The width of the longest code, amount or time in a column; long texts may be broken."""
    words = {
        word
        for row in _rows(table)
        for word in CODE.findall(shown(row.get(column.key), column.form))
        if len(word) <= LONGEST_WHOLE
    }
    longest = max((lines.width_of(glyphs.spell(word)) for word in words), default=0.0)
    return (longest * size + 2 * grid.PAD_X + 1) / mm


def _table(table: Table) -> Iterator[Row]:
    """Name, head, rows; the head comes again on every page."""
    size = next(size for most, size in SIZES if len(table.columns) <= most)
    name = Row(
        (grid.cell(table.name, WIDTH_MM, NAME_TYPE, bold=True),),
        NAME_TYPE,
        framed=False,
        keep_next=True,
    )
    places = widths(table, size)
    heads = (
        grid.cell(column.title, width, size, bold=True, align=CENTRE)
        for column, width in zip(table.columns, places, strict=True)
    )
    head = Row(tuple(heads), size, keep_next=True)
    yield name
    yield head
    again = replace(name, cells=(grid.cell(f"{table.name}（续）", WIDTH_MM, NAME_TYPE, bold=True),))
    rows = _rows(table)
    for row in rows:
        cells = (
            grid.cell(
                shown(row.get(column.key), column.form),
                width,
                size,
                align=ALIGNED.get(column.form, LEFT),
            )
            for column, width in zip(table.columns, places, strict=True)
        )
        yield Row(tuple(cells), size, repeats=(again, head))
    if not rows:
        yield Row((grid.cell(EMPTY, WIDTH_MM, size, align=CENTRE),), size)
    if table.note:
        yield Row((grid.cell(table.note, WIDTH_MM, FOOT_TYPE),), FOOT_TYPE, framed=False)


def _write(canvas: Canvas, text: str, at: lines.Point, size: float, align: float = LEFT) -> None:
    _line(canvas, glyphs.spell(text), at, size, align)


def _line(
    canvas: Canvas, line: lines.Line, at: lines.Point, size: float, align: float = LEFT
) -> None:
    """One line, narrowed when it is longer than the page: nothing runs out of the paper."""
    length = lines.width_of(line) * size
    squeeze = min(1.0, (WIDTH - 2 * MARGIN) / length) if length else 1.0
    lines.draw(canvas, (at[0] - length * squeeze * align, at[1]), line, size, squeeze)


def _head(canvas: Canvas, register: Register) -> None:
    title = glyphs.spell(register.title, bold=True)
    _line(canvas, title, (WIDTH / 2, TOP - 5 * mm), TITLE_TYPE, CENTRE)
    whose = f"单位名称：{register.unit}　统一社会信用代码：{register.credit_code}　经营场所：{register.site}"
    if register.address:
        whose += f"（{register.address}）"
    _write(canvas, whose, (MARGIN, TOP - 11 * mm), FACTS_TYPE)
    when = f"期间：{register.period}　保存：{register.retention}"
    _write(canvas, when, (MARGIN, TOP - 16 * mm), FACTS_TYPE)
    if register.pending:
        _write(canvas, register.pending, (WIDTH - MARGIN, TOP - 16 * mm), FACTS_TYPE, RIGHT)


def _foot(canvas: Canvas, register: Register, seal: str, page: str) -> None:
    base = FOOT - 5 * mm
    parted = "\u2009".join(seal[at : at + 4] for at in range(0, len(seal), 4))
    _write(canvas, f"{register.period}　数据指纹 {parted}", (MARGIN, base), FOOT_TYPE)
    _write(canvas, page, (WIDTH - MARGIN, base), FOOT_TYPE, RIGHT)
