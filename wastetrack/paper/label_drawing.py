"""Decides how a laid-out container label is painted: orange ground, black frame, rules, symbols."""

from typing import NamedTuple

from reportlab.lib.colors import Color, black
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from wastetrack.containers.shapes import LabelSheet
from wastetrack.paper import glyphs, hazards, lines, qr
from wastetrack.paper.label_layout import Block, Layout
from wastetrack.paper.label_size import BORDER_MM, MARGIN_MM, Measures

ORANGE = Color(1, 150 / 255, 0)
TITLE = "危险废物"
RULE = 0.3 * mm
# Centre of an ideograph's ink over the baseline, in type sizes.
INK_MIDDLE = 0.37
# A little low, because the tail of a Q hangs under its line.
CAPITAL_MIDDLE = 0.31


class Box(NamedTuple):
    """A part of the label, in points."""

    left: float
    right: float
    top: float
    height: float

    @property
    def middle(self) -> lines.Point:
        return (self.left + self.right) / 2, self.top - self.height / 2


def draw(canvas: Canvas, sheet: LabelSheet, laid: Layout, modules: qr.Matrix) -> None:
    """Paint one label with its lower left corner at the origin."""
    measures = laid.measures
    _ground(canvas, measures)
    canvas.setFillColor(black)
    canvas.setStrokeColor(black)
    canvas.setLineWidth(RULE)
    left, right = measures.edge, measures.side - measures.edge
    # What is left over goes to the rows, each its share.
    share = laid.slack / sum(len(block.rows) for block in laid.blocks)
    top = right - measures.title_height
    canvas.line(left, top, right, top)
    ends = (right - measures.hazard_width, right, right - laid.qr_whole - measures.pad_x)
    boxes = []
    for block, end in zip(laid.blocks, ends, strict=True):
        box = Box(left, end, top, block.height + len(block.rows) * share)
        _block(canvas, laid, block, box)
        boxes.append(box)
        top -= box.height
        if block is not laid.bottom:
            canvas.line(left, top, right, top)
    above, _, below = boxes
    _hazards(canvas, sheet, laid, Box(above.right, right, above.top, above.height))
    corner = (below.right + measures.pad_x / 2, below.middle[1] - laid.qr_whole / 2)
    qr.draw(canvas, modules, *corner, measures.qr_side)
    human = Box(left, below.right, left + _human_height(laid, below), _human_height(laid, below))
    _human_code(canvas, sheet.human_code, measures, human)


def _human_height(laid: Layout, box: Box) -> float:
    *_, (_, _, tall) = laid.bottom.placed(box.top, box.height)
    return tall


def _ground(canvas: Canvas, measures: Measures) -> None:
    """Colour, border and title, kept once in the document for each size."""
    name = f"ground{measures.side_mm}"
    if not canvas.hasForm(name):
        side = measures.side
        canvas.beginForm(name, 0, 0, side, side)
        canvas.setFillColor(ORANGE)
        canvas.rect(0, 0, side, side, stroke=0, fill=1)
        canvas.setStrokeColor(black)
        canvas.setLineWidth(BORDER_MM * mm)
        inset = (MARGIN_MM + BORDER_MM / 2) * mm
        canvas.rect(inset, inset, side - 2 * inset, side - 2 * inset, stroke=1, fill=0)
        canvas.setFillColor(black)
        title = glyphs.spell(glyphs.THIN_SPACE.join(TITLE), bold=True)
        size = measures.title_type
        left = (side - lines.width_of(title) * size) / 2
        middle = side - measures.edge - measures.title_height / 2
        lines.draw(canvas, (left, middle - INK_MIDDLE * size), title, size)
        canvas.endForm()
    canvas.doForm(name)


def _block(canvas: Canvas, laid: Layout, block: Block, box: Box) -> None:
    """Rows with their rules, and the rule to the right of them."""
    setting, pad = laid.setting, laid.measures.pad_x
    for row, top, tall in block.placed(box.top, box.height):
        if top < box.top:
            canvas.line(box.left, top, box.right, top)
        for cell in row:
            y = top - (tall - (len(cell.lines) - 1) * setting.pitch) / 2
            for line in cell.lines:
                at = (box.left + pad + cell.left, y - INK_MIDDLE * setting.size)
                lines.draw(canvas, at, line, setting.size, setting.squeeze)
                y -= setting.pitch
    canvas.line(box.right, box.top, box.right, box.top - box.height)


def _picture(canvas: Canvas, letter: str, at: lines.Point, half: float) -> None:
    """Paint a hazard's diamond, kept once in the document."""
    name = f"hazard{letter}"
    if not canvas.hasForm(name):
        canvas.beginForm(name, -1, -1, 1, 1)
        hazards.draw(canvas, letter)
        canvas.endForm()
    canvas.saveState()
    canvas.translate(*at)
    canvas.scale(half, half)
    canvas.doForm(name)
    canvas.restoreState()


def _hazards(canvas: Canvas, sheet: LabelSheet, laid: Layout, box: Box) -> None:
    """Caption above, words below, and the diamonds as large as the room between allows."""
    setting, pad = laid.setting, laid.measures.pad_x
    centre = box.middle[0]

    def centred(line: lines.Line, y: float) -> None:
        x = centre - lines.width_of(line) * setting.em / 2
        at = (x, y - INK_MIDDLE * setting.size)
        lines.draw(canvas, at, line, setting.size, setting.squeeze)

    high = box.top - setting.pad - setting.pitch
    centred(glyphs.spell("危险特性", bold=True), high + setting.pitch / 2)
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
        _picture(canvas, letter, (x, y), step * 0.48)


def _human_code(canvas: Canvas, code: str, measures: Measures, box: Box) -> None:
    spelled = glyphs.spell(f"{code[:4]} {code[4:]}", bold=True)
    size = measures.human_type
    x, y = box.middle
    left = x - lines.width_of(spelled) * size / 2
    lines.draw(canvas, (left, y - CAPITAL_MIDDLE * size), spelled, size)
