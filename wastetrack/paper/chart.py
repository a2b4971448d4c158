"""Draws small charts as vectors: columns by day, and bars by age; black, grey and white only."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from wastetrack.paper.grid import CENTRE, RIGHT
from wastetrack.paper.one_page import write

TYPE = 6.5
RULE = 0.4
# the second series is told apart without colour: a copy of the page still says the same
GREYS = (0.25, 0.72)


@dataclass(frozen=True, slots=True)
class Box:
    """Where a chart stands: its lower left corner and its size."""

    x: float
    y: float
    width: float
    height: float


def _top(values: Sequence[float]) -> float:
    return max([*values, 0.0]) or 1.0


def columns(
    canvas: Canvas,
    box: Box,
    labels: Sequence[str],
    series: Sequence[Sequence[float]],
    unit: str,
) -> None:
    """Columns side by side for each label; the highest one carries its value."""
    most = _top([value for row in series for value in row])
    step = box.width / max(len(labels), 1)
    wide = step * 0.8 / len(series)
    canvas.setLineWidth(RULE)
    canvas.line(box.x, box.y, box.x + box.width, box.y)
    for place, label in enumerate(labels):
        left = box.x + place * step + step * 0.1
        for number, row in enumerate(series):
            high = box.height * row[place] / most
            canvas.setFillGray(GREYS[number % len(GREYS)])
            canvas.rect(left + number * wide, box.y, wide, high, stroke=0, fill=1)
        canvas.setFillGray(0)
        write(canvas, label, (box.x + (place + 0.5) * step, box.y - TYPE * 1.3), TYPE, CENTRE)
    canvas.setFillGray(0)
    write(
        canvas, f"最高 {most:.3f} {unit}", (box.x + box.width, box.y + box.height + 2), TYPE, RIGHT
    )


def bars(canvas: Canvas, box: Box, labels: Sequence[str], series: Sequence[Sequence[int]]) -> None:
    """Bars to the right for each label, each with its number."""
    most = _top([float(value) for row in series for value in row])
    step = box.height / max(len(labels), 1)
    tall = step * 0.8 / len(series)
    room = box.width - 60
    for place, label in enumerate(labels):
        top = box.y + box.height - place * step
        canvas.setFillGray(0)
        write(canvas, label, (box.x + 32, top - step * 0.6), TYPE, RIGHT)
        for number, row in enumerate(series):
            length = room * row[place] / most
            base = top - step * 0.1 - (number + 1) * tall
            canvas.setFillGray(GREYS[number % len(GREYS)])
            canvas.rect(box.x + 36, base, length, tall, stroke=0, fill=1)
            canvas.setFillGray(0)
            write(canvas, str(row[place]), (box.x + 38 + length, base + tall * 0.15), TYPE - 1)


def key(canvas: Canvas, x: float, y: float, names: Sequence[str]) -> None:
    """Which grey is which."""
    for number, name in enumerate(names):
        canvas.setFillGray(GREYS[number % len(GREYS)])
        canvas.rect(x, y, 6, 6, stroke=0, fill=1)
        canvas.setFillGray(0)
        write(canvas, name, (x + 8, y + 0.5), TYPE)
        x += 16 + len(name) * TYPE
