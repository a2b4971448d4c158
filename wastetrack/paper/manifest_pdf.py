"""Decides how a manifest stands on A4: head with numbers and symbol, the parts, page and fingerprint."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import NamedTuple

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from wastetrack.kernel.canonical import digest
from wastetrack.manifests.shapes import ManifestSheet
from wastetrack.paper import document, glyphs, grid, lines, manifest_rows, qr

TITLE = "危险废物转移联单"
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


def fingerprint(sheet: ManifestSheet) -> str:
    """First 16 hex digits of the data's SHA-256: the same on the paper as computed from the record."""
    return digest(asdict(sheet))[:FINGERPRINT_LENGTH]


def manifest_pdf(sheet: ManifestSheet, *, watermark: str | None) -> bytes:
    """Make the form as a PDF; `watermark` says in large grey that it is a draft or void.

    Raises `Unprintable` for characters without a glyph.
    """
    glyphs.guard([*_strings(asdict(sheet)), watermark or ""])
    body = TOP - FOOT
    numbers = _numbers(sheet)
    first_head = _first_head_height(sheet, numbers)
    pages = grid.flow(manifest_rows.rows(sheet), body - first_head, body - NEXT_HEAD)
    seal = fingerprint(sheet)

    def paint(canvas: Canvas) -> None:
        for number, rows in enumerate(pages, start=1):
            if watermark:
                _watermark(canvas, watermark)
            if number == 1:
                _first_head(canvas, sheet, numbers, TOP - first_head)
            else:
                _next_head(canvas, sheet)
            grid.draw(canvas, rows, LEFT, TOP - (first_head if number == 1 else NEXT_HEAD))
            _foot(canvas, sheet, seal, f"第 {number} 页 / 共 {len(pages)} 页")
            canvas.showPage()

    return document.build(f"{TITLE} {sheet.reference}", paint, seal)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _strings(item)


class Type(NamedTuple):
    """How a loose line is set."""

    size: float
    bold: bool = False


def _write(canvas: Canvas, text: str, at: lines.Point, kind: Type, align: float) -> None:
    """One line; `align` 0 begins at the point, 0.5 is centred on it, 1 ends there."""
    line = glyphs.spell(text, bold=kind.bold)
    left = at[0] - lines.width_of(line) * kind.size * align
    lines.draw(canvas, (left, at[1]), line, kind.size)


def _numbers(sheet: ManifestSheet) -> list[lines.Line]:
    """Write the numbers a manifest is known by, broken beside the symbol."""
    shown = [f"联单编号：{sheet.official_number}"]
    if sheet.provincial_number:
        shown.append(f"省级编号：{sheet.provincial_number}")
    if sheet.paper_number or sheet.paper_ground:
        shown += [
            f"纸质联单编号：{sheet.paper_number}",
            f"使用纸质联单的原因：{sheet.paper_ground}",
        ]
    shown.append(f"本系统编号：{sheet.reference}")
    room = RIGHT - LEFT - (QR_ROOM if sheet.qr_text else 0)
    return [line for text in shown for line in lines.wrap(glyphs.spell(text), room / HEAD_TYPE)]


def _first_head_height(sheet: ManifestSheet, numbers: list[lines.Line]) -> float:
    beside = TITLE_HEIGHT + len(numbers) * HEAD_TYPE * grid.PITCH
    symbol = QR_SIDE + FOOT_TYPE * grid.PITCH if sheet.qr_text else 0.0
    return max(beside, symbol) + HEAD_GAP


def _first_head(
    canvas: Canvas, sheet: ManifestSheet, numbers: list[lines.Line], bottom: float
) -> None:
    middle = document.A4_WIDTH / 2
    _write(canvas, TITLE, (middle, TOP - 8 * mm), Type(TITLE_TYPE, bold=True), 0.5)
    if sheet.qr_text:
        modules = qr.matrix(sheet.qr_text)
        whole = qr.whole_width(len(modules), QR_SIDE)
        quiet = (whole - QR_SIDE) / 2
        # The symbol itself ends at the margin; its quiet zone reaches into it.
        qr.draw(canvas, modules, RIGHT + quiet - whole, TOP + quiet - whole, QR_SIDE)
        _write(canvas, sheet.reference, (RIGHT, TOP - QR_SIDE - 3.5 * mm), Type(FOOT_TYPE), 1)
    for left_over, line in zip(range(len(numbers) - 1, -1, -1), numbers, strict=True):
        y = bottom + HEAD_GAP + left_over * HEAD_TYPE * grid.PITCH
        lines.draw(canvas, (LEFT, y), line, HEAD_TYPE)


def _next_head(canvas: Canvas, sheet: ManifestSheet) -> None:
    base = TOP - NEXT_HEAD + 4 * mm
    _write(canvas, TITLE + "（续页）", (LEFT, base), Type(HEAD_TYPE, bold=True), 0)
    number = sheet.official_number or sheet.paper_number or sheet.reference
    _write(canvas, f"编号：{number}", (RIGHT, base), Type(HEAD_TYPE), 1)


def _foot(canvas: Canvas, sheet: ManifestSheet, seal: str, page: str) -> None:
    base = FOOT - 6 * mm
    shown = "\u2009".join(seal[at : at + 4] for at in range(0, len(seal), 4))
    kind = Type(FOOT_TYPE)
    _write(canvas, f"{sheet.reference}　数据指纹 {shown}", (LEFT, base), kind, 0)
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
