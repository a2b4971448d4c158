"""Decides how a code becomes a QR symbol: alphanumeric text, level M, drawn as one path, on paper or on a screen."""

import re
import zlib
from typing import Literal

import qrcode
from qrcode.constants import ERROR_CORRECT_M
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

# The alphabet of the symbol's alphanumeric mode: lower case would cost one or two versions.
ALPHANUMERIC = re.compile(r"[0-9A-Z $%*+\-./:]+")
QUIET_MODULES = 4
MASKS = 8

Mask = Literal["auto", "crc"]
Matrix = list[list[bool]]


def matrix(text: str, mask: Mask = "crc") -> Matrix:
    """Compute the symbol's modules, dark ones true.

    Every mask reads alike, and trying all eight is most of the work: `crc` picks one by the text,
    so the same text always gives the same symbol; `auto` scores all eight as the standard asks.
    """
    if not ALPHANUMERIC.fullmatch(text):
        message = f"not an upper-case alphanumeric payload: {text!r}"
        raise ValueError(message)
    chosen = None if mask == "auto" else zlib.crc32(text.encode()) % MASKS
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0, mask_pattern=chosen)
    code.add_data(text, optimize=0)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.modules]


def _rectangles(modules: Matrix) -> list[tuple[int, int, int, int]]:
    """Dark modules merged along rows, then equal runs of neighbouring rows: x, y, width, height."""
    done: list[tuple[int, int, int, int]] = []
    growing: dict[tuple[int, int], int] = {}
    for y, row in enumerate([*modules, []]):
        here: dict[tuple[int, int], int] = {}
        x = 0
        while x < len(row):
            if not row[x]:
                x += 1
                continue
            first = x
            while x < len(row) and row[x]:
                x += 1
            here[first, x] = growing.pop((first, x), y)
        done += [(left, top, right - left, y - top) for (left, right), top in growing.items()]
        growing = here
    return done


def whole_width(count: int, side: float) -> float:
    """Width of the white ground of a symbol of `count` modules, `side` wide itself."""
    return side + 2 * QUIET_MODULES * side / count


def draw(canvas: Canvas, modules: Matrix, x: float, y: float, side: float) -> None:
    """Paint the symbol, `side` wide without its quiet zone, on a white ground that has it.

    (x, y) is the lower left corner of the white ground.
    """
    count = len(modules)
    module, whole = side / count, whole_width(count, side)
    canvas.saveState()
    canvas.setFillGray(1)
    canvas.rect(x, y, whole, whole, stroke=0, fill=1)
    # One path in whole module units: no hairlines between modules, and a short stream.
    canvas.translate(x + QUIET_MODULES * module, y + QUIET_MODULES * module)
    canvas.scale(module, module)
    canvas.setFillGray(0)
    body = " ".join(
        f"{left} {count - top - height} {width} {height} re"
        for left, top, width, height in _rectangles(modules)
    )
    canvas.drawPath(PDFPathObject(code=["n", body]), stroke=0, fill=1)
    canvas.restoreState()


def svg(text: str) -> str:
    """The symbol as a picture for a screen, with its quiet zone."""
    modules = matrix(text)
    whole = len(modules) + 2 * QUIET_MODULES
    dark = "".join(
        f"M{left + QUIET_MODULES} {top + QUIET_MODULES}h{width}v{height}h-{width}z"
        for left, top, width, height in _rectangles(modules)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}"'
        f' shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{whole}v{whole}H0z"/>'
        f'<path d="{dark}"/></svg>'
    )
