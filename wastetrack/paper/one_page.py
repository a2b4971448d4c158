"""Decides what the sheets of one page have in common: head, titles, tables, foot, and that they stay one page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from wastetrack.kernel.canonical import digest
from wastetrack.kernel.clock import SHANGHAI
from wastetrack.paper import document, glyphs, grid, lines
from wastetrack.paper.grid import CENTRE, LEFT, RIGHT, Row

MARGIN = 12.5 * mm
WIDTH_MM = 185.0
TOP = document.A4_HEIGHT - 10 * mm
FOOT = 12.5 * mm
TITLE_TYPE, NAME_TYPE, BODY, SMALL = 15.0, 9.5, 8.0, 7.5
FINGERPRINT_LENGTH = 16
# the longest lists are cut first; below this a sheet is refused to shrink any further
CAPS = (40, 30, 24, 18, 14, 11, 9, 7, 5, 4, 3, 2)

Column = tuple[str, float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """A table under a title, of which a page may show only the first rows."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    # how many there are in all, where the rows were cut before
    whole: int = 0
    none: str = "无"


def fingerprint(sheet: Any) -> str:
    """First 16 hex digits of the data's SHA-256."""
    return digest(asdict(sheet))[:FINGERPRINT_LENGTH]


def moment(at: datetime | None) -> str:
    """`2026-11-24 10:00` in Shanghai; empty when there is none."""
    if at is None:
        return ""
    aware = at if at.tzinfo else at.replace(tzinfo=UTC)
    return f"{aware.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"


def day(at: date | datetime | None) -> str:
    """`2026-11-24`; empty when there is none."""
    return moment(at)[:10] if isinstance(at, datetime) else at.isoformat() if at else ""


def facts(*pairs: tuple[str, str], width_mm: float = WIDTH_MM, label_mm: float = 20.0) -> Row:
    """Labels and values side by side, the values sharing what is left evenly."""
    value_mm = width_mm / len(pairs) - label_mm
    boxes = []
    for label, value in pairs:
        boxes += [grid.cell(label, label_mm, BODY, bold=True), grid.cell(value, value_mm, BODY)]
    return Row(tuple(boxes), BODY)


def title(text: str) -> Row:
    """The name of a part, without a frame."""
    box = grid.cell(text, WIDTH_MM, NAME_TYPE, bold=True)
    return Row((box,), NAME_TYPE, framed=False, keep_next=True)


def table(block: Block, cap: int) -> Iterator[Row]:
    """Title with the number of entries, head, the first rows, and how many are left out."""
    whole = max(block.whole, len(block.rows))
    yield title(f"{block.title}（{whole}）" if whole else f"{block.title}：{block.none}")
    if not whole:
        return
    heads = (
        grid.cell(name, width, SMALL, bold=True, align=CENTRE) for name, width, _ in block.columns
    )
    yield Row(tuple(heads), SMALL, keep_next=True)
    for values in block.rows[:cap]:
        boxes = (
            grid.cell(value, width, SMALL, align=align)
            for value, (_, width, align) in zip(values, block.columns, strict=True)
        )
        yield Row(tuple(boxes), SMALL)
    left = whole - min(cap, len(block.rows))
    if left:
        text = f"另有 {left} 项未列出，见系统。"
        yield Row((grid.cell(text, WIDTH_MM, SMALL),), SMALL, framed=False)


def fit(make: Callable[[int], list[Row]], height: float) -> list[Row]:
    """The rows with as much of each list as one page holds."""
    rows: list[Row] = []
    for cap in CAPS:
        rows = make(cap)
        if sum(row.height for row in rows) <= height:
            return rows
    return rows


def texts(value: object) -> Iterator[str]:
    """Every text of a sheet, to be looked at before anything is printed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from texts(item)


def write(canvas: Canvas, text: str, at: lines.Point, size: float, align: float = LEFT) -> None:
    """A loose line; `align` 0 begins at the point, 0.5 is centred on it, 1 ends there."""
    _place(canvas, glyphs.spell(text), at, size, align)


def write_bold(
    canvas: Canvas, text: str, at: lines.Point, size: float, align: float = LEFT
) -> None:
    """The same in bold."""
    _place(canvas, glyphs.spell(text, bold=True), at, size, align)


def _place(canvas: Canvas, line: lines.Line, at: lines.Point, size: float, align: float) -> None:
    length = lines.width_of(line) * size
    lines.draw(canvas, (at[0] - length * align, at[1]), line, size)


def foot(canvas: Canvas, about: str, seal: str) -> None:
    """What the page is about, the fingerprint of its data, and that it is the only one."""
    base = FOOT - 6 * mm
    parted = "\u2009".join(seal[at : at + 4] for at in range(0, len(seal), 4))
    write(canvas, f"{about}　数据指纹 {parted}", (MARGIN, base), SMALL)
    write(canvas, "第 1 页 / 共 1 页", (document.A4_WIDTH - MARGIN, base), SMALL, RIGHT)
