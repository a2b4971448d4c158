"""Decides the picture and the word of each hazard property (HJ 1276-2022): own vector drawings.

Every picture is a diamond of half-diagonal 1 around the origin, painted under a scaled canvas.
"""

from collections.abc import Sequence
from math import cos, pi, sin

from reportlab.lib.colors import Color, black, white
from reportlab.pdfgen.canvas import Canvas

RED = Color(1, 0, 0)
YELLOW = Color(1, 1, 0)

NAMES = {"T": "毒性", "C": "腐蚀性", "I": "易燃性", "R": "反应性", "In": "感染性"}
GROUNDS = {"T": white, "C": white, "I": RED, "R": YELLOW, "In": white}

Point = tuple[float, float]


def draw(canvas: Canvas, letter: str, *, coloured: bool = True) -> None:
    """Paint one property's diamond; the caller has moved and scaled the canvas.

    Without colour the ground is white, which a thermal printer leaves to its stock.
    """
    ground = GROUNDS[letter] if coloured else white
    canvas.saveState()
    canvas.setFillColor(ground)
    _polygon(canvas, [(0, 1), (1, 0), (0, -1), (-1, 0)])
    canvas.setFillColor(black)
    canvas.setStrokeColor(black)
    if letter == "R":
        _burst(canvas, ground)
    else:
        {"T": _skull, "C": _corrosion, "I": _flame, "In": _biohazard}[letter](canvas)
    canvas.setLineWidth(0.045)
    canvas.setLineJoin(0)
    # The outline lies inside, so that the diamond ends where it says.
    edge = 1 - 0.0225 * 2**0.5
    _polygon(canvas, [(0, edge), (edge, 0), (0, -edge), (-edge, 0)], fill=0, stroke=1)
    canvas.restoreState()


def _polygon(canvas: Canvas, points: Sequence[Point], *, fill: int = 1, stroke: int = 0) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=stroke, fill=fill)


def _dot(canvas: Canvas, x: float, y: float, radius: float) -> None:
    canvas.circle(x, y, radius, stroke=0, fill=1)


def _bar(canvas: Canvas, points: Sequence[Point], width: float) -> None:
    canvas.setLineWidth(width)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)


def _skull(canvas: Canvas) -> None:
    for side in (1, -1):
        _bar(canvas, [(-0.38 * side, -0.15), (0.38 * side, -0.41)], 0.08)
        for x, y in ((-0.4, -0.1), (-0.43, -0.18), (0.37, -0.46), (0.42, -0.39)):
            _dot(canvas, x * side, y, 0.055)
    canvas.ellipse(-0.29, 0.07, 0.29, 0.63, stroke=0, fill=1)
    canvas.roundRect(-0.17, -0.08, 0.34, 0.3, 0.05, stroke=0, fill=1)
    canvas.setFillColor(white)
    for x in (-0.125, 0.125):
        _dot(canvas, x, 0.29, 0.085)
    _polygon(canvas, [(0, 0.22), (0.05, 0.11), (-0.05, 0.11)])
    canvas.setStrokeColor(white)
    for x in (-0.08, 0.0, 0.08):
        _bar(canvas, [(x, -0.03), (x, 0.04)], 0.025)
    canvas.setFillColor(black)
    canvas.setStrokeColor(black)


def _corrosion(canvas: Canvas) -> None:
    _polygon(canvas, [(-1, 0), (1, 0), (0, -1)])
    for side in (1, -1):
        canvas.saveState()
        canvas.translate(0.1 * side, 0.66)
        canvas.rotate(-24 * side)
        canvas.setFillColor(white)
        canvas.setLineWidth(0.04)
        canvas.roundRect(-0.02 if side > 0 else -0.38, -0.15, 0.4, 0.13, 0.05, stroke=1, fill=1)
        canvas.restoreState()
        for drop, (x, y) in enumerate(((0.47, 0.31), (0.43, 0.21))):
            canvas.ellipse(
                x * side - 0.026, y - 0.045 + drop * 0.005, x * side + 0.026, y + 0.03, 0, 1
            )
    # The metal plate with its bite, and the hand with its own.
    _polygon(
        canvas,
        [(-0.72, 0.14), (-0.51, 0.14), (-0.47, 0.09), (-0.42, 0.11), (-0.38, 0.08), (-0.34, 0.14),
         (-0.1, 0.14), (-0.1, 0.05), (-0.72, 0.05)],
    )  # fmt: skip
    _polygon(
        canvas,
        [(0.08, 0.05), (0.08, 0.1), (0.24, 0.15), (0.36, 0.15), (0.4, 0.1), (0.44, 0.12),
         (0.48, 0.09), (0.52, 0.14), (0.74, 0.13), (0.74, 0.05)],
    )  # fmt: skip


def _flame(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.moveTo(0.04, 0.68)
    path.curveTo(0.1, 0.45, 0.36, 0.3, 0.33, -0.02)
    path.curveTo(0.32, -0.17, 0.24, -0.27, 0.12, -0.31)
    path.curveTo(0.2, -0.18, 0.16, -0.06, 0.06, 0.04)
    path.curveTo(0.06, -0.06, 0.02, -0.12, -0.04, -0.16)
    path.curveTo(-0.03, -0.04, -0.13, -0.02, -0.14, -0.14)
    path.curveTo(-0.15, -0.22, -0.13, -0.28, -0.08, -0.32)
    path.curveTo(-0.26, -0.28, -0.36, -0.14, -0.34, 0.04)
    path.curveTo(-0.33, 0.14, -0.28, 0.2, -0.24, 0.3)
    path.curveTo(-0.2, 0.22, -0.17, 0.2, -0.14, 0.16)
    path.curveTo(-0.14, 0.36, 0.02, 0.46, 0.04, 0.68)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.rect(-0.4, -0.46, 0.8, 0.07, stroke=0, fill=1)


def _burst(canvas: Canvas, ground: Color) -> None:
    points: list[Point] = []
    for step in range(20):
        reach = (0.5, 0.24, 0.4, 0.22)[step % 4]
        angle = pi / 2 + step * pi / 10
        points.append((reach * cos(angle), 0.12 + reach * sin(angle)))
    _polygon(canvas, points)
    canvas.setFillColor(ground)
    _dot(canvas, 0, 0.12, 0.15)
    canvas.setFillColor(black)
    _dot(canvas, 0, 0.12, 0.1)
    for x, y in ((-0.34, -0.3), (0.34, -0.3), (-0.14, -0.42), (0.14, -0.42)):
        _polygon(canvas, [(x - 0.06, y - 0.04), (x + 0.05, y - 0.05), (x, y + 0.06)])
    canvas.rect(-0.4, -0.56, 0.8, 0.06, stroke=0, fill=1)


def _biohazard(canvas: Canvas) -> None:
    centres = [(0.27 * cos(pi / 2 + turn), 0.27 * sin(pi / 2 + turn)) for turn in _THIRDS]
    for x, y in centres:
        _dot(canvas, x, y, 0.29)
    canvas.setFillColor(white)
    for x, y in centres:
        # The opening looks outwards: a crescent, not a ring.
        _dot(canvas, x * 1.42, y * 1.42, 0.235)
    _dot(canvas, 0, 0, 0.075)
    canvas.setStrokeColor(white)
    for x, y in centres:
        _bar(canvas, [(0, 0), (x * 0.7, y * 0.7)], 0.05)
    canvas.setStrokeColor(black)
    canvas.setLineWidth(0.07)
    canvas.circle(0, 0, 0.33, stroke=1, fill=0)
    canvas.setFillColor(black)


_THIRDS = (0.0, 2 * pi / 3, 4 * pi / 3)
