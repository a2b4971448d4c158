"""Decides how large a text is set in a box: as large as fits, and refused below the least height."""

from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from wastetrack.kernel.errors import refuse
from wastetrack.paper import glyphs, lines

PITCH = 1.2
INK_MIDDLE = 0.37
STEP = 0.94


class Box(NamedTuple):
    """A box by its lower left corner, in points."""

    x: float
    y: float
    width: float
    height: float

    def inner(self, pad: float) -> "Box":
        """The same without a margin."""
        return Box(self.x + pad, self.y + pad, self.width - 2 * pad, self.height - 2 * pad)


class Set(NamedTuple):
    """A text broken for its box."""

    lines: tuple[lines.Line, ...]
    size: float


def fit(text: str, box: Box, most: float, least: float, *, bold: bool = False) -> Set:
    """The largest size up to `most` points at which the text fits; refused below `least`."""
    spelled, size = glyphs.spell(text, bold=bold), most
    while size >= least:
        broken = lines.wrap(spelled, box.width / size) or [()]
        wide = max(lines.width_of(line) for line in broken) * size
        if len(broken) * PITCH * size <= box.height and wide <= box.width + 1e-6:
            return Set(tuple(broken), size)
        size *= STEP
    raise refuse("paper.sign_too_long", text=text)


def centred(canvas: Canvas, found: Set, box: Box) -> None:
    """Draw it in the middle of its box."""
    y = box.y + box.height / 2 + (len(found.lines) - 1) * PITCH * found.size / 2
    for line in found.lines:
        x = box.x + (box.width - lines.width_of(line) * found.size) / 2
        lines.draw(canvas, (x, y - INK_MIDDLE * found.size), line, found.size)
        y -= PITCH * found.size


def from_left(canvas: Canvas, found: Set, box: Box) -> None:
    """Draw it from the left of its box, in the middle of its height."""
    y = box.y + box.height / 2 + (len(found.lines) - 1) * PITCH * found.size / 2
    for line in found.lines:
        lines.draw(canvas, (box.x, y - INK_MIDDLE * found.size), line, found.size)
        y -= PITCH * found.size
