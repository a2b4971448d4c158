"""Decides how a roll of blank codes is printed: code, version and signed symbol, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from wastetrack.paper import document, fitting, fonts, symbols
from wastetrack.paper.document import A4_HEIGHT, A4_WIDTH
from wastetrack.paper.fitting import Box
from wastetrack.paper.press import COLOUR, Press
from wastetrack.paper.qr import QUIET_MODULES

WIDTH, HEIGHT = 60 * mm, 40 * mm
COLUMNS, ROWS = 3, 7
SYMBOL = 25 * mm
EDGE = 1.5 * mm
CODE_MM = 7.0
HINT = "空白码：扫码登记后，换贴危险废物标签"


@dataclass(frozen=True, slots=True)
class BlankSheet:
    """One sticker: the human code, its version and what its QR says."""

    human_code: str
    label_version: int
    qr_text: str


def blank_labels_pdf(sheets: Sequence[BlankSheet], press: Press = COLOUR) -> bytes:
    """Stickers of 60 by 40 mm: one a page for a label printer, twenty-one on A4."""

    def paint(canvas: Canvas) -> None:
        many = len(sheets) >= symbols.LONG_RUN
        per_page = 1 if press.black else COLUMNS * ROWS
        for first in range(0, len(sheets), per_page):
            height = HEIGHT if press.black else A4_HEIGHT
            canvas.setPageSize((WIDTH if press.black else A4_WIDTH, height))
            shift = press.matrix(height)
            if shift is not None:
                canvas.transform(*shift)
            for at, sheet in enumerate(sheets[first : first + per_page]):
                canvas.saveState()
                if not press.black:
                    row, column = divmod(at, COLUMNS)
                    left = (A4_WIDTH - COLUMNS * WIDTH) / 2 + column * WIDTH
                    top = (A4_HEIGHT + ROWS * HEIGHT) / 2 - row * HEIGHT
                    canvas.translate(left, top - HEIGHT)
                    _cut_line(canvas)
                _sticker(canvas, sheet, press, many=many)
                canvas.restoreState()
            canvas.showPage()

    return document.build("空白识别码", paint)


def _cut_line(canvas: Canvas) -> None:
    canvas.setStrokeGray(0.6)
    canvas.setLineWidth(0.1 * mm)
    canvas.rect(0, 0, WIDTH, HEIGHT, stroke=1, fill=0)


def _sticker(canvas: Canvas, sheet: BlankSheet, press: Press, *, many: bool) -> None:
    made = symbols.symbol(sheet.qr_text, many=many)
    module = press.modules(made.side, SYMBOL)[0]
    quiet = QUIET_MODULES * max(module)
    x = press.across(EDGE + quiet)
    y = press.upward((HEIGHT - made.side * module.tall) / 2 + 2 * mm, HEIGHT)
    canvas.setFillGray(0)
    canvas.saveState()
    canvas.transform(module.wide, 0, 0, module.tall, x, y)
    canvas.drawPath(
        PDFPathObject(code=["n", symbols.path(made, press.hair / max(module))]), stroke=0, fill=1
    )
    canvas.restoreState()
    left = EDGE + module.whole(made.side)
    beside = Box(left, 7 * mm, WIDTH - left - EDGE, HEIGHT - 10.5 * mm)
    size = min(CODE_MM * mm / fonts.CAPITAL_INK, beside.width / 2.6)
    for place, text in ((2, sheet.human_code[:4]), (1, sheet.human_code[4:])):
        part = Box(beside.x, beside.y + beside.height * place / 3, beside.width, beside.height / 3)
        fitting.centred(canvas, fitting.fit(text, part, size, size * 0.7, bold=True), part)
    third = Box(beside.x, beside.y, beside.width, beside.height / 3)
    version = fitting.fit(f"第 {sheet.label_version} 版", third, 3.2 * mm, 2 * mm)
    fitting.centred(canvas, version, third)
    foot = Box(EDGE, EDGE, WIDTH - 2 * EDGE, 4.5 * mm)
    fitting.centred(canvas, fitting.fit(HINT, foot, 3 * mm, 2 * mm), foot)
