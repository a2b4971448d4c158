"""Makes the documents that the demo's licences are checked against: one page each, marked as invented."""

from reportlab.pdfgen.canvas import Canvas

from wastetrack.paper.document import A4_HEIGHT, A4_WIDTH, build
from wastetrack.paper.fonts import BOLD, REGULAR, face


def scan(title: str, number: str, holder: str) -> bytes:
    """The page that stands for a scanned licence."""

    def draw(canvas: Canvas) -> None:
        lines = (
            (BOLD, 22, "示例文件（虚构，不是证书）"),
            (REGULAR, 16, title),
            (REGULAR, 16, number),
        )
        for row, (name, size, text) in enumerate((*lines, (REGULAR, 16, holder))):
            face(name)
            canvas.setFont(name, size)
            canvas.drawCentredString(A4_WIDTH / 2, A4_HEIGHT * 0.7 - 40 * row, text)
        canvas.showPage()

    return build(number, draw)
