"""Decides the signs of a store: partition sign and facility sign (HJ 1276-2022, regulation.md §2.2).

Colours and sizes were not read in the standard itself; both are marked as to be confirmed on paper.
"""

from collections.abc import Sequence

from reportlab.lib.colors import Color, black, white
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from wastetrack.paper import document, fitting, glyphs, symbols
from wastetrack.paper.fitting import Box
from wastetrack.paper.label_drawing import ORANGE
from wastetrack.paper.qr import QUIET_MODULES
from wastetrack.parties.shapes import FacilitySign, SignPart

YELLOW = Color(1, 1, 0)
# By the farthest place it must be read from: metres → sides in millimetres.
PARTITION_SIZES = {"2.5": 300, "4": 450, "over": 600}
FACILITY_SIZES = {"4": (300, 186), "10": (600, 372), "over": (900, 558)}
UNCONFIRMED = "颜色与尺寸待确认（HJ 1276-2022）"


def partition_sign_pdf(sign: FacilitySign, side_mm: int) -> bytes:
    """A plan of the store with its partitions, yellow ground, the wastes' cells orange."""
    glyphs.guard(_texts(sign))
    side = side_mm * mm
    unit = side / 100

    def paint(canvas: Canvas) -> None:
        canvas.setPageSize((side, side))
        _ground(canvas, Box(0, 0, side, side), unit)
        _said(
            canvas,
            "危险废物贮存分区标志",
            Box(6 * unit, 86 * unit, 88 * unit, 9 * unit),
            7 * unit,
            bold=True,
        )
        plan = Box(6 * unit, 30 * unit, 88 * unit, 54 * unit)
        parts = sign.parts or (SignPart(sign.facility_name, (), 1.0),)
        for part, cell in _divided(parts, plan):
            _cell(canvas, part, cell, unit)
        canvas.setStrokeColor(black)
        canvas.setLineWidth(0.8 * unit)
        canvas.rect(*plan, stroke=1, fill=0)
        rows = (
            f"设施名称：{sign.facility_name}",
            f"设施编码：{sign.facility_code}",
            f"单位名称：{sign.unit_name}",
            f"负责人及联系方式：{sign.keeper} {sign.contact}".rstrip(),
            f"应急电话：{sign.emergency}",
        )
        _rows(canvas, rows, Box(6 * unit, 7 * unit, 64 * unit, 21 * unit), 4 * unit)
        _symbol(canvas, sign.qr_text, Box(72 * unit, 6 * unit, 22 * unit, 22 * unit))
        _foot(canvas, Box(6 * unit, 3.4 * unit, 88 * unit, 3 * unit), unit)
        canvas.showPage()

    return document.build("危险废物贮存分区标志", paint, "HJ 1276-2022")


def facility_sign_pdf(sign: FacilitySign, size_mm: tuple[int, int]) -> bytes:
    """The warning triangle beside what the store is and whose, yellow ground."""
    glyphs.guard(_texts(sign))
    wide, tall = size_mm[0] * mm, size_mm[1] * mm
    unit = tall / 62

    def paint(canvas: Canvas) -> None:
        canvas.setPageSize((wide, tall))
        _ground(canvas, Box(0, 0, wide, tall), unit)
        _triangle(canvas, Box(6 * unit, 22 * unit, 33 * unit, 30 * unit), unit)
        _said(
            canvas, "危险废物", Box(4 * unit, 8 * unit, 37 * unit, 10 * unit), 8 * unit, bold=True
        )
        left, room = 42 * unit, wide - 47 * unit
        _said(canvas, sign.kind, Box(left, 45 * unit, room, 11 * unit), 8 * unit, bold=True)
        rows = (
            f"设施名称：{sign.facility_name}",
            f"设施编码：{sign.facility_code}",
            f"负责人：{sign.keeper}",
            f"联系方式：{sign.contact}",
            f"应急电话：{sign.emergency}",
        )
        whole = Box(left, 35 * unit, room, 9 * unit)
        _rows(canvas, (f"单位名称：{sign.unit_name}",), whole, 3.6 * unit)
        _rows(canvas, rows, Box(left, 7 * unit, room - 27 * unit, 28 * unit), 3.6 * unit)
        _symbol(canvas, sign.qr_text, Box(wide - 31 * unit, 8 * unit, 26 * unit, 26 * unit))
        _foot(canvas, Box(left, 3.6 * unit, room, 2.8 * unit), unit)
        canvas.showPage()

    return document.build("危险废物贮存设施标志", paint, "HJ 1276-2022")


def _texts(sign: FacilitySign) -> list[str]:
    parts = [text for part in sign.parts for text in (part.name, *part.wastes)]
    named = (sign.unit_name, sign.facility_name, sign.facility_code, sign.kind)
    return [*named, sign.keeper, sign.contact, sign.emergency, *parts]


def _ground(canvas: Canvas, box: Box, unit: float) -> None:
    canvas.setFillColor(YELLOW)
    canvas.rect(*box, stroke=0, fill=1)
    canvas.setStrokeColor(black)
    canvas.setLineWidth(unit)
    canvas.rect(*box.inner(2 * unit), stroke=1, fill=0)
    canvas.setFillColor(black)


def _said(canvas: Canvas, text: str, box: Box, most: float, *, bold: bool = False) -> None:
    canvas.setFillColor(black)
    fitting.centred(canvas, fitting.fit(text, box, most, most * 0.3, bold=bold), box)


def _rows(canvas: Canvas, rows: Sequence[str], box: Box, most: float) -> None:
    canvas.setFillColor(black)
    tall = box.height / len(rows)
    parts = [
        Box(box.x, box.y + box.height - (n + 1) * tall, box.width, tall) for n in range(len(rows))
    ]
    # one size for all: the longest text decides
    size = min(
        fitting.fit(text, part, most, most * 0.45).size
        for text, part in zip(rows, parts, strict=True)
    )
    for text, part in zip(rows, parts, strict=True):
        fitting.from_left(canvas, fitting.fit(text, part, size, size * 0.99), part)


def _foot(canvas: Canvas, box: Box, unit: float) -> None:
    canvas.setFillColor(black)
    found = fitting.fit(UNCONFIRMED, box, 1.8 * unit, unit)
    fitting.from_left(canvas, found, box)


def _symbol(canvas: Canvas, text: str, box: Box) -> None:
    made = symbols.symbol(text)
    module = min(box.width, box.height) / (made.side + 2 * QUIET_MODULES)
    canvas.setFillColor(white)
    canvas.rect(*box, stroke=0, fill=1)
    canvas.saveState()
    canvas.setFillColor(black)
    at = (box.x + QUIET_MODULES * module, box.y + QUIET_MODULES * module)
    canvas.transform(module, 0, 0, module, *at)
    canvas.drawPath(PDFPathObject(code=["n", symbols.path(made)]), stroke=0, fill=1)
    canvas.restoreState()


def _triangle(canvas: Canvas, box: Box, unit: float) -> None:
    """The general warning sign: a black triangle with an exclamation mark."""
    middle = box.x + box.width / 2
    path = canvas.beginPath()
    path.moveTo(box.x, box.y)
    path.lineTo(box.x + box.width, box.y)
    path.lineTo(middle, box.y + box.height)
    path.close()
    canvas.setStrokeColor(black)
    canvas.setFillColor(black)
    canvas.setLineWidth(2.4 * unit)
    canvas.setLineJoin(1)
    canvas.drawPath(path, stroke=1, fill=0)
    bar = canvas.beginPath()
    bar.moveTo(middle - 2 * unit, box.y + box.height * 0.64)
    bar.lineTo(middle + 2 * unit, box.y + box.height * 0.64)
    bar.lineTo(middle + unit, box.y + box.height * 0.28)
    bar.lineTo(middle - unit, box.y + box.height * 0.28)
    bar.close()
    canvas.drawPath(bar, stroke=0, fill=1)
    canvas.circle(middle, box.y + box.height * 0.17, 1.7 * unit, stroke=0, fill=1)


def _cell(canvas: Canvas, part: SignPart, box: Box, unit: float) -> None:
    """A partition: its name over the wastes that may stand there."""
    canvas.setFillColor(ORANGE)
    canvas.setStrokeColor(black)
    canvas.setLineWidth(0.4 * unit)
    canvas.rect(*box, stroke=1, fill=1)
    room = box.inner(unit)
    head = Box(room.x, room.y + room.height * 0.55, room.width, room.height * 0.45)
    _said(canvas, part.name, head, min(5 * unit, room.height * 0.3), bold=True)
    body = Box(room.x, room.y, room.width, room.height * 0.53)
    _said(canvas, "、".join(part.wastes) or "不限", body, min(3.4 * unit, room.height * 0.2))


def _divided(parts: Sequence[SignPart], box: Box) -> list[tuple[SignPart, Box]]:
    """The plan cut in two along its longer side until each partition has its share of the area."""
    if len(parts) == 1:
        return [(parts[0], box)]
    half = len(parts) // 2
    share = sum(p.share for p in parts[:half]) / sum(p.share for p in parts)
    # a very small share still needs room for its words
    share = min(max(share, 0.22), 0.78)
    if box.width >= box.height:
        cut = box.width * share
        first = Box(box.x, box.y, cut, box.height)
        rest = Box(box.x + cut, box.y, box.width - cut, box.height)
    else:
        cut = box.height * share
        first = Box(box.x, box.y + box.height - cut, box.width, cut)
        rest = Box(box.x, box.y, box.width, box.height - cut)
    return [*_divided(parts[:half], first), *_divided(parts[half:], rest)]
