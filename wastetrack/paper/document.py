"""Decides what every paper has in common: no time stamp, embedded faces, the same bytes each time."""

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from wastetrack.paper import fonts

# Streams stay binary: ASCII85 would add a sixth to every file for mail systems of the last century.
rl_config.useA85 = 0

A4_WIDTH = 210 * mm
A4_HEIGHT = 297 * mm
PRODUCER = "wastetrack"


def build(
    title: str,
    draw: Callable[[Canvas], None],
    subject: str = "",
    *,
    size: tuple[float, float] = (A4_WIDTH, A4_HEIGHT),
) -> bytes:
    """Make a document: `draw` paints and ends its pages on the canvas it gets."""
    canvas = Canvas(io.BytesIO(), pagesize=size, pageCompression=1, invariant=1, lang="zh-CN")
    canvas.setTitle(title)
    canvas.setSubject(subject)
    canvas.setAuthor(PRODUCER)
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    draw(canvas)
    made: bytes = inside(canvas).getpdfdata()
    return made


def inside(canvas: Canvas) -> Any:
    """The canvas as the library sees it itself: raw content and the document behind it."""
    return canvas


def scratch() -> Canvas:
    """A canvas that is never saved: what is drawn on it is taken off with `taken`."""
    return Canvas(io.BytesIO(), pagesize=(A4_WIDTH, A4_HEIGHT), invariant=1)


def prime(canvas: Canvas, letters: Mapping[str, str]) -> None:
    """Give each character of each face its place in the embedded subset, in this order.

    Pages drawn by several processes can then stand in one document: all spell alike.
    """
    for name in sorted(letters):
        face = fonts.face(name)
        for subset, _ in face.splitString(letters[name], inside(canvas)._doc):  # noqa: SLF001
            face.getSubsetInternalName(subset, inside(canvas)._doc)  # noqa: SLF001


# The library has no public way to move drawn content between documents.
def taken(canvas: Canvas, draw: Callable[[], object]) -> str:
    """What `draw` adds to the canvas, taken off it again."""
    start = len(inside(canvas)._code)  # noqa: SLF001
    draw()
    made = "\n".join(inside(canvas)._code[start:])  # noqa: SLF001
    del inside(canvas)._code[start:]  # noqa: SLF001
    return made


def add_form(canvas: Canvas, name: str, side: float, content: str) -> None:
    """Keep content in the document under a name, for all pages that use it."""
    canvas.beginForm(name, 0, 0, side, side)
    inside(canvas)._code.append(content)  # noqa: SLF001
    canvas.endForm()


def add_page(
    canvas: Canvas, size: tuple[float, float], packed: bytes, forms: Sequence[str]
) -> None:
    """Append a page whose content is already compressed."""
    within = inside(canvas)._doc  # noqa: SLF001
    xobjects = "".join(f"/FormXob.{form} {_number(within, f'FormXob.{form}')} " for form in forms)
    within.addPage(_Page(size, _Stream(packed), xobjects))


def _number(within: Any, name: str) -> str:
    """How another object refers to this one."""
    return str(pdfdoc.PDFObjectReference(name).format(within).decode())


class _Stream(pdfdoc.PDFObject):
    """Content that is let go of once it is written: a long run is held once and not three times."""

    __RefOnly__ = 1

    def __init__(self, packed: bytes) -> None:
        self.packed = packed

    def format(self, _document: object) -> bytes:
        packed, self.packed = self.packed, b""
        head = f"<< /Filter /FlateDecode /Length {len(packed)} >>\nstream\n"
        return head.encode() + packed + b"\nendstream\n"


class _Page(pdfdoc.PDFObject):
    """A page of a run: the library's own takes ten times the memory."""

    __RefOnly__ = 1

    def __init__(self, size: tuple[float, float], content: _Stream, xobjects: str) -> None:
        self.size, self.content, self.xobjects = size, content, xobjects

    def format(self, document: Any) -> bytes:
        def number(thing: object) -> str:
            return str(document.Reference(thing).format(document).decode())

        wide, tall = self.size
        fonts_used = _number(document, "BasicFonts")
        return (
            f"<< /Type /Page /Parent {number(document.Pages)} /MediaBox [0 0 {wide:.4f} {tall:.4f}]"
            f" /Resources << /Font {fonts_used} /ProcSet [/PDF /Text]"
            f" /XObject << {self.xobjects}>> >> /Contents {number(self.content)} >>"
        ).encode()
