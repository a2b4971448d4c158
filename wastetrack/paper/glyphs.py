"""Decides how each character is drawn, and refuses before printing what the faces cannot draw.

Subscripts and superscripts, which the faces mostly lack, are drawn small and shifted; tick boxes are
drawn as shapes; compatibility forms become their plain twins; what is invisible is left out.
Anything else without a glyph is refused by name: a paper never shows an empty box.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from wastetrack.kernel.errors import Refused, Violation
from wastetrack.paper import fonts

SMALL = 0.62
SUBSCRIPT_DROP = -0.12
SUPERSCRIPT_LIFT = 0.38
THIN_SPACE = "\u2009"
THIN_SHARE = 0.6
BOX_WIDTH = 0.9
VARIATION_MARKS = range(0xFE00, 0xFE10)
LINE_ENDS = "\t\n\r\v\f\u0085\u2028\u2029"
TICK_BOXES = {"☐": False, "☑": True, "☒": True, "✅": True}
# Marks that have a plain twin which compatibility decomposition does not know.
TWINS = {"∙": "·", "⋅": "·", "✔": "✓", "➜": "→", "‐": "-", "‑": "-", "‒": "–", "―": "—", "⁄": "/"}


class Glyph(NamedTuple):
    """One drawn character: its advance and the rest are shares of the type size."""

    char: str
    advance: float
    bold: bool = False
    scale: float = 1.0
    rise: float = 0.0
    box: bool = False
    """A tick box drawn as a shape; `char` is then `x` when it is ticked, a space when not."""


class Unprintable(Refused):
    """Characters that no face here draws; nothing was printed."""

    def __init__(self, chars: Iterable[str]) -> None:
        self.chars = tuple(dict.fromkeys(chars))
        listed = "、".join(f"{_visible(char)} (U+{ord(char):04X})" for char in self.chars)
        super().__init__([Violation("paper.unprintable", "", {"chars": listed})])


def _visible(char: str) -> str:
    """Show the character in a sentence; half of a broken pair would break the encoding."""
    return "?" if unicodedata.category(char) in {"Cs", "Co", "Cn"} else char


def _plain(char: str, *, bold: bool, scale: float = 1.0, rise: float = 0.0) -> Glyph:
    name = fonts.BOLD if bold else fonts.REGULAR
    return Glyph(char, fonts.widths(name)[ord(char)] * scale / 1000, bold, scale, rise)


def _shifted(char: str, *, bold: bool) -> tuple[Glyph, ...] | None:
    """Draw a subscript or superscript small and shifted; None when it is neither."""
    kind, _, codes = unicodedata.decomposition(char).partition(" ")
    rise = {"<sub>": SUBSCRIPT_DROP, "<super>": SUPERSCRIPT_LIFT}.get(kind)
    if rise is None:
        return None
    letters = [chr(int(code, 16)) for code in codes.split()]
    if not all(fonts.has(letter) for letter in letters):
        return None
    return tuple(_plain(letter, bold=bold, scale=SMALL, rise=rise) for letter in letters)


def _invisible(char: str) -> bool:
    """Find controls, joiners and variation marks: without them the text reads the same."""
    return unicodedata.category(char) in {"Cc", "Cf"} or ord(char) in VARIATION_MARKS


def _special(char: str, *, bold: bool) -> tuple[Glyph, ...] | None:
    """Boxes, blanks, what is invisible, and small shifted letters; None for all others."""
    if char in TICK_BOXES:
        return (Glyph("x" if TICK_BOXES[char] else " ", BOX_WIDTH, bold, box=True),)
    if char == THIN_SPACE:
        return (_plain(" ", bold=bold, scale=THIN_SHARE),)
    if char in LINE_ENDS or unicodedata.category(char) == "Zs":
        return (_plain("\u3000" if char == "\u3000" else " ", bold=bold),)
    return () if _invisible(char) else _shifted(char, bold=bold)


@lru_cache(maxsize=8192)
def glyphs_of(char: str, *, bold: bool = False) -> tuple[Glyph, ...] | None:
    """How one character is drawn; None when it cannot be."""
    special = _special(char, bold=bold)
    if special is not None:
        return special
    twin = char
    if not fonts.has(char):
        twin = "".join(TWINS.get(part, part) for part in unicodedata.normalize("NFKC", char))
    if all(fonts.has(letter) for letter in twin):
        return tuple(_plain(letter, bold=bold) for letter in twin)
    return None


def unprintable(texts: Iterable[str]) -> tuple[str, ...]:
    """Every character of these texts that cannot be drawn, each once, in order."""
    seen = dict.fromkeys(char for text in texts for char in unicodedata.normalize("NFC", text))
    return tuple(char for char in seen if glyphs_of(char) is None)


def guard(texts: Iterable[str]) -> None:
    """Refuse the whole paper when any of its texts cannot be drawn."""
    missing = unprintable(texts)
    if missing:
        raise Unprintable(missing)


@lru_cache(maxsize=4096)
def spell(text: str, *, bold: bool = False) -> tuple[Glyph, ...]:
    """Turn a text into glyphs; kept, because a run of labels repeats most of them."""
    out: list[Glyph] = []
    for char in unicodedata.normalize("NFC", text):
        drawn = glyphs_of(char, bold=bold)
        if drawn is None:
            raise Unprintable([char])
        out += drawn
    return tuple(out)
