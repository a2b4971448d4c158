"""Decides how a form stands on A4: head with numbers and symbol, boxed rows, page and fingerprint."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from wastetrack.kernel.canonical import digest
from wastetrack.paper import document, glyphs, grid, lines, qr

LEFT = 15 * mm
RIGHT = document.A4_WIDTH - LEFT
TOP = document.A4_HEIGHT - 12.5 * mm
FOOT = 15 * mm
TITLE_HEIGHT = 15 * mm
HEAD_GAP = 2.5 * mm
NEXT_HEAD = 12.5 * mm
TITLE_TYPE = 16.0
HEAD_TYPE = 9.5
FOOT_TYPE = 8.0
QR_SIDE = 25 * mm
QR_ROOM = 32.5 * mm
FINGERPRINT_LENGTH = 16
WATERMARK_GREY = 0.87
WATERMARK_REACH = 170 * mm
WATERMARK_TYPE = 110.0


@dataclass(frozen=True, slots=True)
class Form:
    """What stands around the rows of a form."""

    title: str
    reference: str
    numbers: tuple[str, ...]
    """Lines under the title, each broken beside the symbol."""
    number: str
    """The one number that stands on every further page."""
    seal: str
    watermark: str | None = None
    qr_text: str = ""
    qr_note: str = ""


def fingerprint_of(facts: object) -> str:
    """First 16 hex digits of the data's SHA-256: the same on the paper as computed from the record."""
    return digest(facts)[:FINGERPRINT_LENGTH]


def form_pdf(form: Form, rows: Sequence[grid.Row]) -> bytes:
    """Let the rows flow over as many pages as they need, each with its head and foot."""
    body = TOP - FOOT
    numbers = _numbers(form)
    first_head = _first_head_height(form, numbers)
    pages = grid.flow(rows, body - first_head, body - NEXT_HEAD)

    def paint(canvas: Canvas) -> None:
        for number, page in enumerate(pages, start=1):
            if form.watermark:
                _watermark(canvas, form.watermark)
            if number == 1:
                _first_head(canvas, form, numbers, TOP - first_head)
            else:
                _next_head(canvas, form)
            grid.draw(canvas, page, LEFT, TOP - (first_head if number == 1 else NEXT_HEAD))
            _foot(canvas, form, f"第 {number} 页 / 共 {len(pages)} 页")
            canvas.showPage()

    return document.build(f"{form.title} {form.reference}", paint, form.seal)


def strings(value: object) -> Iterator[str]:
    """Every text of a sheet, to be looked at before anything is printed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from strings(item)


class Type(NamedTuple):
    """How a loose line is set."""

    size: float
    bold: bool = False


def _write(canvas: Canvas, text: str, at: lines.Point, kind: Type, align: float) -> None:
    """One line; `align` 0 begins at the point, 0.5 is centred on it, 1 ends there."""
    line = glyphs.spell(text, bold=kind.bold)
    left = at[0] - lines.width_of(line) * kind.size * align
    lines.draw(canvas, (left, at[1]), line, kind.size)


def _numbers(form: Form) -> list[lines.Line]:
    """The lines under the title, broken beside the symbol."""
    room = RIGHT - LEFT - (QR_ROOM if form.qr_text else 0)
    spelled = (glyphs.spell(text) for text in form.numbers)
    return [line for text in spelled for line in lines.wrap(text, room / HEAD_TYPE)]


def _first_head_height(form: Form, numbers: list[lines.Line]) -> float:
    beside = TITLE_HEIGHT + len(numbers) * HEAD_TYPE * grid.PITCH
    under = FOOT_TYPE * grid.PITCH * (2 if form.qr_note else 1)
    symbol = QR_SIDE + under if form.qr_text else 0.0
    return max(beside, symbol) + HEAD_GAP


def _first_head(canvas: Canvas, form: Form, numbers: list[lines.Line], bottom: float) -> None:
    middle = document.A4_WIDTH / 2
    _write(canvas, form.title, (middle, TOP - 8 * mm), Type(TITLE_TYPE, bold=True), 0.5)
    if form.qr_text:
        modules = qr.matrix(form.qr_text)
        whole = qr.whole_width(len(modules), QR_SIDE)
        quiet = (whole - QR_SIDE) / 2
        # The symbol itself ends at the margin; its quiet zone reaches into it.
        qr.draw(canvas, modules, RIGHT + quiet - whole, TOP + quiet - whole, QR_SIDE)
        _write(canvas, form.reference, (RIGHT, TOP - QR_SIDE - 3.5 * mm), Type(FOOT_TYPE), 1)
        _write(canvas, form.qr_note, (RIGHT, TOP - QR_SIDE - 7 * mm), Type(FOOT_TYPE), 1)
    for left_over, line in zip(range(len(numbers) - 1, -1, -1), numbers, strict=True):
        y = bottom + HEAD_GAP + left_over * HEAD_TYPE * grid.PITCH
        lines.draw(canvas, (LEFT, y), line, HEAD_TYPE)


def _next_head(canvas: Canvas, form: Form) -> None:
    base = TOP - NEXT_HEAD + 4 * mm
    _write(canvas, form.title + "（续页）", (LEFT, base), Type(HEAD_TYPE, bold=True), 0)
    _write(canvas, f"编号：{form.number}", (RIGHT, base), Type(HEAD_TYPE), 1)


def _foot(canvas: Canvas, form: Form, page: str) -> None:
    base = FOOT - 6 * mm
    seal = form.seal
    shown = "\u2009".join(seal[at : at + 4] for at in range(0, len(seal), 4))
    kind = Type(FOOT_TYPE)
    _write(canvas, f"{form.reference}　数据指纹 {shown}", (LEFT, base), kind, 0)
    _write(canvas, page, (RIGHT, base), kind, 1)


def _watermark(canvas: Canvas, text: str) -> None:
    """Under everything else, so that no letter of the form is lost in it."""
    line = glyphs.spell(text, bold=True)
    size = min(WATERMARK_TYPE, WATERMARK_REACH / max(1.0, lines.width_of(line)))
    canvas.saveState()
    canvas.setFillGray(WATERMARK_GREY)
    canvas.translate(document.A4_WIDTH / 2, document.A4_HEIGHT / 2)
    canvas.rotate(45)
    lines.draw(canvas, (-lines.width_of(line) * size / 2, -grid.INK_MIDDLE * size), line, size)
    canvas.restoreState()
