"""Decides how a form's rows of boxed cells are broken into lines, flow over pages, and are drawn."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from wastetrack.paper import lines
from wastetrack.paper.glyphs import spell
from wastetrack.paper.lines import Line

PITCH = 1.3
PAD_X = 1.0 * mm
PAD_Y = 0.7 * mm
RULE = 0.4
INK_MIDDLE = 0.37
# A cell longer than this goes on in a second row, so that no row is taller than a page.
MOST_LINES = 36
# Sums of heights that should be equal may differ in their last digit.
ROUNDING = 1e-6
CENTRE, LEFT, RIGHT = 0.5, 0.0, 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One box of a row: its lines, already broken, and its width in points."""

    lines: tuple[Line, ...]
    width: float
    align: float = LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """Boxes side by side."""

    cells: tuple[Cell, ...]
    size: float
    framed: bool = True
    keep_next: bool = False
    """Never the last row of a page: a title or a table's head."""
    repeats: tuple["Row", ...] = ()
    """Drawn again above this row when it begins a page."""

    @property
    def height(self) -> float:
        tallest = max(len(cell.lines) for cell in self.cells)
        return max(1, tallest) * self.size * PITCH + 2 * PAD_Y


def cell(
    text: str, width_mm: float, size: float, *, bold: bool = False, align: float = LEFT
) -> Cell:
    """Break a text to fit its box; its own line ends are kept."""
    width = width_mm * mm
    room = (width - 2 * PAD_X) / size
    broken = (lines.wrap(spell(part, bold=bold), room) for part in text.splitlines())
    return Cell(tuple(line for part in broken for line in part), width, align)


def _pieces(row: Row) -> Iterable[Row]:
    """Cut a row into several when a cell has too many lines for a page."""
    tallest = max(len(box.lines) for box in row.cells)
    for start in range(0, max(1, tallest), MOST_LINES):
        boxes = tuple(
            replace(box, lines=box.lines[start : start + MOST_LINES]) for box in row.cells
        )
        yield replace(row, cells=boxes)


def _clusters(rows: Iterable[Row]) -> Iterable[list[Row]]:
    """Rows that must stay on one page."""
    cluster: list[Row] = []
    for row in rows:
        for piece in _pieces(row):
            cluster.append(piece)
            if not piece.keep_next:
                yield cluster
                cluster = []
    if cluster:
        yield cluster


def flow(rows: Sequence[Row], first_height: float, height: float) -> list[list[Row]]:
    """Fill pages from the top; a part that goes on repeats its heads."""
    return list(flowing(rows, first_height, height))


def flowing(rows: Iterable[Row], first_height: float, height: float) -> Iterator[list[Row]]:
    """The same page by page, for what is too long to be held at once."""
    page: list[Row] = []
    left = first_height
    for cluster in _clusters(rows):
        needed = sum(row.height for row in cluster)
        if needed > left + ROUNDING and page:
            yield page
            page = list(cluster[0].repeats)
            left = height - sum(row.height for row in page)
        page += cluster
        left -= needed
    yield page


def draw(canvas: Canvas, rows: Sequence[Row], x: float, top: float) -> float:
    """Draw rows downwards from `top`; returns where the next thing may begin."""
    canvas.setLineWidth(RULE)
    for row in rows:
        left, tall = x, row.height
        for box in row.cells:
            if row.framed:
                canvas.rect(left, top - tall, box.width, tall, stroke=1, fill=0)
            _text(canvas, box, row.size, (left, top - tall / 2))
            left += box.width
        top -= tall
    return top


def _text(canvas: Canvas, box: Cell, size: float, middle: lines.Point) -> None:
    """Lines around the middle of the box's left edge."""
    left, centre = middle
    pitch = size * PITCH
    y = centre + (len(box.lines) - 1) * pitch / 2 - INK_MIDDLE * size
    for line in box.lines:
        free = box.width - 2 * PAD_X - lines.width_of(line) * size
        lines.draw(canvas, (left + PAD_X + free * box.align, y), line, size)
        y -= pitch
