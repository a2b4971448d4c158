"""Decides which faces the papers use and tells what they can draw: Noto Sans SC, embedded."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from threading import Lock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "WasteTrackSans"
BOLD = "WasteTrackSans-Bold"
FOLDER = Path(__file__).parent
FILES = {REGULAR: "NotoSansSC-Regular.ttf", BOLD: "NotoSansSC-Bold.ttf"}

# Heights over the type size, measured in these faces: the ink of a full ideograph (国, in the face
# where it is lower) and of a capital. The legal text heights are counted on this ink.
IDEOGRAPH_INK = 0.875
CAPITAL_INK = 0.733

_loading = Lock()


@cache
def _load(name: str) -> TTFont:
    font = TTFont(name, str(FOLDER / FILES[name]), shapable=False)
    pdfmetrics.registerFont(font)
    return font


def face(name: str) -> TTFont:
    """Give the face, loaded at its first use.

    Under a lock: two threads that both loaded it would leave a document with two fonts of one name.
    """
    with _loading:
        return _load(name)


def widths(name: str) -> Mapping[int, float]:
    """Advance of every character the face has, in thousandths of the type size."""
    found: Mapping[int, float] = face(name).face.charWidths
    return found


def has(char: str) -> bool:
    """Tell whether both faces draw the character, so that bold and regular never differ in it."""
    code = ord(char)
    return code in widths(REGULAR) and code in widths(BOLD)
