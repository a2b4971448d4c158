"""Decides how a laid-out container label is painted: what a run shares once, the rest on each label.

Labels of one waste of one unit differ in their codes, dates and weights only. What they share is
drawn once, for a label whose digits are all noughts: the figures of the face are equally wide.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from reportlab.lib.colors import Color, black, white
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from wastetrack.containers.shapes import LabelSheet
from wastetrack.paper import document, glyphs, hazards, lines, symbols
from wastetrack.paper import label_fields as fields
from wastetrack.paper.label_layout import Block, Cell, Layout
from wastetrack.paper.label_size import BORDER_MM, MARGIN_MM, Measures
from wastetrack.paper.press import Press
from wastetrack.paper.qr import QUIET_MODULES

ORANGE = Color(1, 150 / 255, 0)
TITLE = "危险废物"
HAZARDS = "危险特性"
RULE = 0.3 * mm
# Centre of an ideograph's ink over the baseline, in type sizes.
INK_MIDDLE = 0.37
# A little low, because the tail of a Q hangs under its line.
CAPITAL_MIDDLE = 0.31
# What differs between the labels of one waste of one unit.
OWN = ("digital_id", "produced_on", "mass_text", "version")


class Box(NamedTuple):
    """A part of the label, in points."""

    left: float
    right: float
    top: float
    height: float

    @property
    def middle(self) -> lines.Point:
        return (self.left + self.right) / 2, self.top - self.height / 2


class Spot(NamedTuple):
    """Where a line of an own field stands, and which of the field's glyphs it shows."""

    key: str
    at: lines.Point
    first: int
    last: int


class Shared(NamedTuple):
    """What every label of a group has alike: the layout, and the places of what is its own."""

    laid: Layout
    spots: tuple[Spot, ...]
    corner: lines.Point
    """Lower left of the symbol's quiet ground."""
    human: lines.Point
    """Middle of the human code."""


def group_of(sheet: LabelSheet) -> LabelSheet:
    """The label whose form this one shares: figures of its own made alike, codes left out."""
    return replace(
        sheet,
        digital_id=re.sub(r"\d", "0", sheet.digital_id),
        produced_on=re.sub(r"\d", "0", sheet.produced_on),
        mass_text=re.sub(r"\d", "0", sheet.mass_text),
        label_version=10 ** (len(str(sheet.label_version)) - 1),
        human_code="",
        qr_text="",
    )


def place(sheet: LabelSheet, laid: Layout) -> tuple[Shared, tuple[Box, Box, Box]]:
    """Find where everything stands."""
    measures = laid.measures
    left, right = measures.edge, measures.side - measures.edge
    # What is left over goes to the rows, each its share.
    share = laid.slack / sum(len(block.rows) for block in laid.blocks)
    top = right - measures.title_height
    ends = (right - measures.hazard_width, right, right - laid.qr_whole - measures.pad_x)
    boxes: list[Box] = []
    spots: list[Spot] = []
    for block, end in zip(laid.blocks, ends, strict=True):
        box = Box(left, end, top, block.height + len(block.rows) * share)
        boxes.append(box)
        top -= box.height
        for row, upper, tall in block.placed(box.top, box.height):
            for cell in row:
                if cell.key in OWN:
                    x = left + measures.pad_x + cell.left
                    whole = fields.paragraph(cell.key, fields.value(sheet, cell.key))
                    spots += _own_lines(cell, whole, (x, upper - tall / 2), laid)
    _, _, below = boxes
    *_, (_, _, tall) = laid.bottom.placed(below.top, below.height)
    corner = (below.right + measures.pad_x / 2, below.middle[1] - laid.qr_whole / 2)
    human = ((left + below.right) / 2, left + tall / 2)
    return Shared(laid, tuple(spots), corner, human), (boxes[0], boxes[1], boxes[2])


def _own_lines(cell: Cell, whole: lines.Line, at: lines.Point, laid: Layout) -> Iterator[Spot]:
    """Each line of a field without its title, which the group shares."""
    setting = laid.setting
    x, y = at[0], at[1] + (len(cell.lines) - 1) * setting.pitch / 2 - INK_MIDDLE * setting.size
    title, start = len(fields.title(cell.key)), 0
    for line in cell.lines:
        # blanks at a break stand in no line
        while whole[start : start + len(line)] != line:
            start += 1
        first, last = max(start, title), start + len(line)
        before = lines.width_of(whole[start:first]) * setting.em
        yield Spot(cell.key, (x + before, y), first - title, last - title)
        start, y = last, y - setting.pitch


def draw_shared(canvas: Canvas, sheet: LabelSheet, laid: Layout, press: Press) -> Shared:
    """Paint what a group of labels shares, with the lower left corner at the origin."""
    measures = laid.measures
    shared, boxes = place(sheet, laid)
    _ground(canvas, measures, press)
    pen = Pen(canvas, press, measures.side)
    left, right = measures.edge, measures.side - measures.edge
    for block, box in zip(laid.blocks, boxes, strict=True):
        pen.level(left, right, box.top)
        _block(canvas, laid, block, box, pen)
        pen.upright(box.right, box.top - box.height, box.top)
    above = boxes[0]
    _hazards(canvas, sheet, laid, Box(above.right, right, above.top, above.height), press)
    if not press.black:
        canvas.setFillColor(white)
        canvas.rect(*shared.corner, laid.qr_whole, laid.qr_whole, stroke=0, fill=1)
    return shared


def draw_own(canvas: Canvas, sheet: LabelSheet, shared: Shared) -> None:
    """Paint what only this label says: codes, date, weight, version, symbol."""
    setting = shared.laid.setting
    for key, at, first, last in shared.spots:
        said = glyphs.spell(fields.value(sheet, key))[first:last]
        lines.draw(canvas, at, said, setting.size, setting.squeeze)
    _human_code(canvas, sheet.human_code, shared.laid.measures.human_type, shared.human)


def draw_symbol(canvas: Canvas, made: symbols.Symbol, shared: Shared, press: Press) -> None:
    """Paint the symbol: in colour as a stencil, on a printer's dots module by module."""
    side = shared.laid.measures.side
    wide, tall = shared.laid.module
    x = press.across(shared.corner[0] + QUIET_MODULES * wide)
    y = press.upward(shared.corner[1] + QUIET_MODULES * tall, side)
    canvas.saveState()
    if press.black:
        canvas.transform(wide, 0, 0, tall, x, y)
        path = symbols.path(made, press.hair / max(wide, tall))
        canvas.drawPath(PDFPathObject(code=["n", path]), stroke=0, fill=1)
    else:
        canvas.transform(wide * made.side, 0, 0, tall * made.side, x, y)
        document.inside(canvas)._code.append(symbols.stencil(made))  # noqa: SLF001
    canvas.restoreState()


class Pen:
    """Draws rules: strokes in colour, whole rows of dots on a thermal printer."""

    def __init__(self, canvas: Canvas, press: Press, side: float) -> None:
        self.canvas, self.press, self.side = canvas, press, side
        self.thick = press.thickness(RULE)
        canvas.setFillColor(black)

    def level(self, left: float, right: float, y: float) -> None:
        """A rule from left to right."""
        low = self.press.upward(y - self.thick / 2, self.side)
        left, right = self.press.across(left), self.press.across(right)
        self._filled(left, low, right - left, self.thick)

    def upright(self, x: float, low: float, high: float) -> None:
        """A rule from below upwards."""
        left = self.press.across(x - self.thick / 2)
        low, high = self.press.upward(low, self.side), self.press.upward(high, self.side)
        self._filled(left, low, self.thick, high - low)

    def _filled(self, x: float, y: float, width: float, height: float) -> None:
        hair = self.press.hair
        at = (x + hair, y + hair, width - 2 * hair, height - 2 * hair)
        self.canvas.rect(*at, stroke=0, fill=1)


def _ground(canvas: Canvas, measures: Measures, press: Press) -> None:
    """Colour, border and title."""
    side = measures.side
    if not press.black:
        canvas.setFillColor(ORANGE)
        canvas.rect(0, 0, side, side, stroke=0, fill=1)
    canvas.setFillColor(black)
    # The border as two rectangles, the inner one left out: its edges fall on dots like all others.
    outer, thick = MARGIN_MM * mm, press.thickness(BORDER_MM * mm)
    path = canvas.beginPath()
    for inset, short in ((outer, press.hair), (outer + thick, -press.hair)):
        left, right = press.across(inset), press.across(side - inset)
        low, high = press.upward(inset, side), press.upward(side - inset, side)
        wide, tall = right - left - 2 * short, high - low - 2 * short
        path.rect(left + short, low + short, wide, tall)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=0)
    title = glyphs.spell(glyphs.THIN_SPACE.join(TITLE), bold=True)
    size = measures.title_type
    left = (side - lines.width_of(title) * size) / 2
    middle = side - measures.edge - measures.title_height / 2
    lines.draw(canvas, (left, middle - INK_MIDDLE * size), title, size)


def _block(canvas: Canvas, laid: Layout, block: Block, box: Box, pen: Pen) -> None:
    """Rows with the rules between them; fields of each label's own are left out."""
    setting, pad = laid.setting, laid.measures.pad_x
    for row, top, tall in block.placed(box.top, box.height):
        if top < box.top:
            pen.level(box.left, box.right, top)
        for cell in row:
            own = cell.key in OWN
            y = top - (tall - (len(cell.lines) - 1) * setting.pitch) / 2
            for line in cell.lines:
                at = (box.left + pad + cell.left, y - INK_MIDDLE * setting.size)
                # only a title is bold
                shown = tuple(glyph for glyph in line if glyph.bold) if own else line
                if shown:
                    lines.draw(canvas, at, shown, setting.size, setting.squeeze)
                y -= setting.pitch


def _hazards(canvas: Canvas, sheet: LabelSheet, laid: Layout, box: Box, press: Press) -> None:
    """Caption above, words below, and the diamonds as large as the room between allows."""
    setting, pad = laid.setting, laid.measures.pad_x
    centre = box.middle[0]

    def centred(line: lines.Line, y: float) -> None:
        x = centre - lines.width_of(line) * setting.em / 2
        at = (x, y - INK_MIDDLE * setting.size)
        lines.draw(canvas, at, line, setting.size, setting.squeeze)

    high = box.top - setting.pad - setting.pitch
    centred(glyphs.spell(HAZARDS, bold=True), high + setting.pitch / 2)
    low = box.top - box.height + setting.pad + len(laid.hazard_words) * setting.pitch
    for at, line in enumerate(laid.hazard_words):
        centred(line, low - (at + 0.5) * setting.pitch)

    count, wide, tall = len(sheet.hazards), box.right - box.left - 2 * pad, high - low
    if not count:
        return
    columns = max(range(1, count + 1), key=lambda n: min(wide / n, tall / -(-count // n)))
    rows = -(-count // columns)
    step = min(wide / columns, tall / rows)
    for at, letter in enumerate(sheet.hazards):
        row, column = divmod(at, columns)
        in_row = min(columns, count - row * columns)
        x = centre + (column - (in_row - 1) / 2) * step
        y = (high + low) / 2 + ((rows - 1) / 2 - row) * step
        canvas.saveState()
        canvas.translate(x, y)
        canvas.scale(step * 0.48, step * 0.48)
        hazards.draw(canvas, letter, coloured=not press.black)
        canvas.restoreState()


def _human_code(canvas: Canvas, code: str, size: float, middle: lines.Point) -> None:
    spelled = glyphs.spell(f"{code[:4]} {code[4:]}", bold=True)
    x, y = middle
    left = x - lines.width_of(spelled) * size / 2
    lines.draw(canvas, (left, y - CAPITAL_MIDDLE * size), spelled, size)
