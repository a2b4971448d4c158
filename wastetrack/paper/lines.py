"""Decides where a line of Chinese and Latin text breaks, and draws the line."""

from collections.abc import Sequence
from itertools import groupby

from reportlab.pdfgen.canvas import Canvas

from wastetrack.paper import document, fonts
from wastetrack.paper.glyphs import Glyph

# A line never begins with one of the first nor ends with one of the second.
NOT_FIRST = frozenset("、，。；：！？）》〉」』】〕〗’”…—～·,.;:!?)]}%‰℃°/")
NOT_LAST = frozenset("（《〈「『【〔〖‘“([{￥¥$№")

LATIN_END = 0x250

Line = tuple[Glyph, ...]
Point = tuple[float, float]


def width_of(glyphs: Sequence[Glyph]) -> float:
    """Length of a run in shares of the type size."""
    return sum(glyph.advance for glyph in glyphs)


def _blank(glyph: Glyph) -> bool:
    return glyph.char in " \u3000" and not glyph.box


def _wordy(glyph: Glyph) -> bool:
    """Part of a word or a code that should stay together: anything Latin."""
    return ord(glyph.char) < LATIN_END and not glyph.box


def _may_part(before: Glyph, after: Glyph) -> bool:
    if _blank(after):
        return False
    if _blank(before):
        return True
    if after.char in NOT_FIRST or before.char in NOT_LAST:
        return False
    return not (_wordy(before) and _wordy(after))


def _trim(glyphs: Sequence[Glyph]) -> Line:
    first, last = 0, len(glyphs)
    while first < last and _blank(glyphs[first]):
        first += 1
    while last > first and _blank(glyphs[last - 1]):
        last -= 1
    return tuple(glyphs[first:last])


def wrap(glyphs: Sequence[Glyph], width: float) -> list[Line]:
    """Break into lines no longer than `width` (in type sizes); no text gives no line.

    A word longer than a line is cut where the line ends: an ugly break is better than a lost end.
    """
    lines: list[Line] = []
    start, used, safe = 0, 0.0, 0
    at = 0
    while at < len(glyphs):
        if at > start and _may_part(glyphs[at - 1], glyphs[at]):
            safe = at
        used += glyphs[at].advance
        if used > width + 1e-9 and at > start and not _blank(glyphs[at]):
            cut = safe if safe > start else at
            lines.append(_trim(glyphs[start:cut]))
            start = safe = at = cut
            used = 0.0
            continue
        at += 1
    rest = _trim(glyphs[start:])
    return [*lines, rest] if rest else lines


def _style(glyph: Glyph) -> tuple[bool, float, float, bool]:
    return glyph.bold, glyph.scale, glyph.rise, glyph.box


def draw(canvas: Canvas, at: Point, line: Line, size: float, squeeze: float = 1.0) -> None:
    """Draw a line from its baseline start; `squeeze` narrows the letters and keeps their height.

    The operators are written here and not by the library's text object, which takes five times as
    long: most of what a run of labels costs is text.
    """
    x, y = at
    parts = [f"BT {100 * squeeze:.6g} Tz 1 0 0 1 {x:.4f} {y:.4f} Tm"]
    boxes: list[tuple[float, bool]] = []
    used, raised = 0.0, 0.0
    for (bold, scale, rise, box), group in groupby(line, _style):
        run = list(group)
        if box:
            for glyph in run:
                boxes.append((x + used, glyph.char == "x"))
                used += glyph.advance * size * squeeze
            parts.append(f"1 0 0 1 {x + used:.4f} {y:.4f} Tm")
            continue
        if rise != raised:
            parts.append(f"{rise * size:.4f} Ts")
            raised = rise
        parts += _shown(canvas, "".join([glyph.char for glyph in run]), size * scale, bold=bold)
        used += width_of(run) * size * squeeze
    parts.append("0 Ts ET" if raised else "ET")
    document.inside(canvas)._code.append(" ".join(parts))  # noqa: SLF001 - the library has no raw text
    for left, ticked in boxes:
        _tick_box(canvas, left, y, size * squeeze, ticked=ticked)


def _shown(canvas: Canvas, text: str, size: float, *, bold: bool) -> list[str]:
    """The operators that show a run in one face, by the subsets its letters lie in."""
    face = fonts.face(fonts.BOLD if bold else fonts.REGULAR)
    within = document.inside(canvas)
    spelled = face.splitString(text, within._doc)  # noqa: SLF001
    return [
        f"{face.getSubsetInternalName(subset, within._doc)} {size:.4f} Tf ({within._escape(codes)}) Tj"  # noqa: SLF001
        for subset, codes in spelled
    ]


def _tick_box(canvas: Canvas, x: float, y: float, size: float, *, ticked: bool) -> None:
    side, inset, base = size * 0.72, size * 0.09, y - size * 0.04
    path = canvas.beginPath()
    path.rect(x + inset, base, side, side)
    if ticked:
        path.moveTo(x + inset + side * 0.2, base + side * 0.5)
        path.lineTo(x + inset + side * 0.42, base + side * 0.24)
        path.lineTo(x + inset + side * 0.82, base + side * 0.78)
    canvas.saveState()
    canvas.setLineWidth(size * 0.06)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()
