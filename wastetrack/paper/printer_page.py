"""Decides a printer's test page: a cross with millimetre arms, whose places a ruler reads."""

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from wastetrack.paper import document, fitting
from wastetrack.paper.document import A4_HEIGHT, A4_WIDTH
from wastetrack.paper.fitting import Box
from wastetrack.parties.terms import ALONG_UM, EDGE_UM, Calibration, Medium

LABEL_SIDE = 100 * mm
EDGE, ALONG = EDGE_UM / 1000, ALONG_UM // 1000
LINE = 0.15 * mm
STEPS = (
    "① 量纸的左边到竖线的距离，填“左边距读数”（应为 20 毫米）。",
    "② 量纸的上边到横线的距离，填“上边距读数”（应为 20 毫米）。",
    "③ 量横臂从 0 到 60 的长度，填“横向长度读数”（应为 60 毫米）。",
    "④ 量竖臂从 0 到 60 的长度，填“纵向长度读数”（应为 60 毫米）。",
)


def printer_page_pdf(name: str, calibration: Calibration) -> bytes:
    """The test page as the printer makes it without any correction, on the stock it prints on."""
    black = calibration.medium is Medium.BLACK
    width, height = (LABEL_SIDE, LABEL_SIDE) if black else (A4_WIDTH, A4_HEIGHT)

    def paint(canvas: Canvas) -> None:
        canvas.setPageSize((width, height))
        canvas.setFillGray(0)
        x, y = EDGE * mm, height - EDGE * mm
        canvas.rect(x - LINE / 2, y - (ALONG + 3) * mm, LINE, (ALONG + 8) * mm, stroke=0, fill=1)
        canvas.rect(x - 5 * mm, y - LINE / 2, (ALONG + 8) * mm, LINE, stroke=0, fill=1)
        for step in range(ALONG + 1):
            long = 4 if step % 10 == 0 else 2.6 if step % 5 == 0 else 1.6
            canvas.rect(x + step * mm - LINE / 2, y, LINE, long * mm, stroke=0, fill=1)
            canvas.rect(x - long * mm, y - step * mm - LINE / 2, long * mm, LINE, stroke=0, fill=1)
            if step % 10 == 0:
                over = Box(x + (step - 5) * mm, y + 4.2 * mm, 10 * mm, 4 * mm)
                fitting.centred(canvas, fitting.fit(str(step), over, 3 * mm, 2 * mm), over)
                if step:
                    beside = Box(x - 11 * mm, y - (step + 2) * mm, 7 * mm, 4 * mm)
                    fitting.centred(canvas, fitting.fit(str(step), beside, 3 * mm, 2 * mm), beside)
        texts = (f"{name} · {calibration.dpi} dpi · 未校准", *STEPS)
        room = Box(x + 4 * mm, y - 58 * mm, 72 * mm, 54 * mm)
        for at, text in enumerate(texts):
            part = Box(room.x, room.y + room.height * (4 - at) / 5, room.width, room.height / 5)
            fitting.from_left(canvas, fitting.fit(text, part, 3.6 * mm, 2.2 * mm), part)
        canvas.showPage()

    return document.build("打印机校准页", paint)
