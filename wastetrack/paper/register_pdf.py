"""Decides how a register stands on A4 landscape: head with whose and when, tables, page and fingerprint."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from wastetrack.ledger.terms import Form
from wastetrack.paper import document, glyphs, grid, lines
from wastetrack.paper.grid import CENTRE, LEFT, RIGHT, Row
from wastetrack.paper.register_rows import Measured, Seal, Tell, measured, silent, widths
from wastetrack.paper.spool import Spool
from wastetrack.reports.shapes.register import Register

WIDTH, HEIGHT = document.A4_HEIGHT, document.A4_WIDTH
MARGIN = 10 * mm
TOP = HEIGHT - 10 * mm
FOOT = 12.5 * mm
HEAD = 20 * mm
WIDTH_MM = (WIDTH - 2 * MARGIN) / mm
TITLE_TYPE, FACTS_TYPE, FOOT_TYPE, NAME_TYPE = 14.0, 8.5, 8.0, 10.0
# a table of many columns is set smaller, so that a code stays on one line
SIZES = ((9, 8.5), (12, 7.5), (99, 6.5))
# rows between two words on how far it is
EVERY = 500
ALIGNED = {Form.TONNES: RIGHT, Form.COUNT: RIGHT, Form.MOMENT: CENTRE, Form.DAY: CENTRE}
EMPTY = "本期没有记录"


def register_pdf(register: Register, *, most: int | None = None, tell: Tell = silent) -> bytes:
    """Make the register as a PDF; Refused when it has more than `most` rows.

    Rows are read once, page after page is drawn and packed, so that a year of a district needs
    little more room than its file; `tell` hears how many rows are drawn.
    """
    with Spool() as spool:
        seal = Seal(register)
        tables = [measured(register, table, spool, seal, most) for table in register.tables]
        stamp = seal.stamp
        glyphs.guard(_texts(register))
        body = TOP - HEAD - FOOT

        def paint(canvas: Canvas) -> None:
            pages: list[bytes] = []
            rows = _all_rows(tables, spool, tell)
            for page in grid.flowing(rows, body, body):
                made = document.taken(canvas, partial(_page, canvas, register, page))
                pages.append(zlib.compress(made.encode("latin-1")))
            for number, packed in enumerate(pages, start=1):
                last = f"第 {number} 页 / 共 {len(pages)} 页"
                foot = document.taken(canvas, partial(_foot, canvas, register, stamp, last))
                whole = zlib.decompress(packed) + b"\n" + foot.encode("latin-1")
                document.add_page(canvas, (WIDTH, HEIGHT), zlib.compress(whole), ())

        return document.build(register.title, paint, stamp, size=(WIDTH, HEIGHT))


def _page(canvas: Canvas, register: Register, rows: Sequence[Row]) -> None:
    _head(canvas, register)
    grid.draw(canvas, rows, MARGIN, TOP - HEAD)


def _all_rows(tables: Sequence[Measured], spool: Spool, tell: Tell) -> Iterator[Row]:
    done = 0
    for table in tables:
        yield from _table(table, spool, partial(_further, tell, done))
        done += table.count


def _further(tell: Tell, before: int, done: int) -> None:
    tell(before + done)


def _texts(register: Register) -> Iterator[str]:
    yield from (register.title, register.unit, register.site, register.address, register.period)
    yield from (register.retention, register.pending)


def _table(table: Measured, spool: Spool, tell: Tell) -> Iterator[Row]:
    """Name, head, rows; the head comes again on every page."""
    size = next(size for most, size in SIZES if len(table.columns) <= most)
    name = Row(
        (grid.cell(table.name, WIDTH_MM, NAME_TYPE, bold=True),),
        NAME_TYPE,
        framed=False,
        keep_next=True,
    )
    places = widths(table, size, WIDTH_MM)
    heads = (
        grid.cell(column.title, width, size, bold=True, align=CENTRE)
        for column, width in zip(table.columns, places, strict=True)
    )
    head = Row(tuple(heads), size, keep_next=True)
    yield name
    yield head
    again = replace(name, cells=(grid.cell(f"{table.name}（续）", WIDTH_MM, NAME_TYPE, bold=True),))
    aligned = [ALIGNED.get(column.form, LEFT) for column in table.columns]
    for number, texts in enumerate(spool.read(table.place)):
        if number % EVERY == 0:
            tell(number)
        cells = (
            grid.cell(text, width, size, align=align)
            for text, width, align in zip(texts, places, aligned, strict=True)
        )
        yield Row(tuple(cells), size, repeats=(again, head))
    if not table.count:
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
