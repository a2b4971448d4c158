"""Five hundred labels with the longest names, printed at 203 and 300 dpi, maltreated, and read."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import zxingcpp
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests.bench.frame import Figure
from tests.paper.label_samples import LONGEST
from tests.paper.sheets import pictures
from wastetrack.containers.rules import LabelSigner, human_code
from wastetrack.containers.shapes import LabelSheet
from wastetrack.paper.label import label_pdf
from wastetrack.paper.press import COLOUR, Press
from wastetrack.parties.terms import Calibration, Medium

LABELS, SOME, PARCEL, ORANGE = 500, 100, 20, (255, 150, 0)
QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
SIGNER = LabelSigner("https://wfc.example.cn", bytes(range(32)))
# a finder pattern with its light border, of 53 modules
FINDER = 8 / 53
Treat = Callable[[Image.Image, "Corners", random.Random], Image.Image]
Corners = tuple[int, int, int, int]


def _as_printed(page: Image.Image, _at: Corners, _chance: random.Random) -> Image.Image:
    return page


def _rotated(page: Image.Image, _at: Corners, chance: random.Random) -> Image.Image:
    return page.rotate(
        chance.uniform(-180, 180), Image.Resampling.BILINEAR, expand=True, fillcolor=(120, 120, 120)
    )


def _blurred(page: Image.Image, at: Corners, _chance: random.Random) -> Image.Image:
    """A lens out of focus by a third of a module."""
    return page.filter(ImageFilter.GaussianBlur((at[2] - at[0]) / 53 * 0.35))


def _uneven(page: Image.Image, _at: Corners, chance: random.Random) -> Image.Image:
    """Light from one side: the darkest corner gets a third of the brightest one's."""
    ramp = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270))).resize(page.size)
    light = ramp.point(lambda value: 85 + value * 170 // 255)
    return ImageChops.multiply(page, Image.merge("RGB", (light,) * 3))


def scuffed(share: float, *, anywhere: bool = False) -> Treat:
    """One square patch of this share of the symbol's area wholly rubbed off, at a place by chance.

    Without its three finder patterns no reader finds a symbol, whatever its error correction; a
    patch over one of them is counted apart (`anywhere`).
    """

    def treat(page: Image.Image, at: Corners, chance: random.Random) -> Image.Image:
        done = page.copy()
        wide = (at[2] - at[0]) * share**0.5
        finder = (at[2] - at[0]) * FINDER
        while True:
            x, y = chance.uniform(at[0], at[2] - wide), chance.uniform(at[1], at[3] - wide)
            left, right = x < at[0] + finder, x + wide > at[2] - finder
            high, low = y < at[1] + finder, y + wide > at[3] - finder
            if anywhere or not ((left and (high or low)) or (right and high)):
                break
        ImageDraw.Draw(done).rectangle((x, y, x + wide, y + wide), fill=(200, 200, 200))
        return done

    return treat


KINDS: dict[str, Treat] = {
    "as printed": _as_printed,
    "rotated": _rotated,
    "blurred": _blurred,
    "unevenly lit": _uneven,
    "scuffed 10 %": scuffed(0.10),
}
LARGER: dict[str, Treat] = {
    **{f"scuffed {n} %": scuffed(n / 100) for n in (15, 20, 25)},
    "scuffed 10 %, also over a finder pattern": scuffed(0.10, anywhere=True),
}
PRESSES = {
    ("colour", 203): COLOUR,
    ("colour", 300): COLOUR,
    ("black", 203): Press(Calibration(203, Medium.BLACK)),
    ("black", 300): Press(Calibration(300, Medium.BLACK)),
}


def sheets(count: int) -> list[LabelSheet]:
    """Longest names, a code of its own on each."""
    made = []
    for number in range(count):
        digital = f"91330604146165334B90021408202611{24 + number // 999:02d}{number % 999 + 1:03d}"
        made.append(
            replace(
                LONGEST,
                digital_id=digital,
                human_code=human_code(number * 104_729),
                qr_text=SIGNER.text(digital, 1),
            )
        )
    return made


def on_orange(page: Image.Image) -> Image.Image:
    """What a thermal printer leaves white is the stock's orange."""
    return ImageChops.multiply(page, Image.new("RGB", page.size, ORANGE))


def _pages(press: Press, dpi: int) -> Iterator[tuple[LabelSheet, Image.Image]]:
    every = sheets(LABELS)
    for first in range(0, LABELS, PARCEL):
        some = every[first : first + PARCEL]
        drawn = pictures(label_pdf(some, layout="single", press=press), dpi)
        for sheet, page in zip(some, drawn, strict=True):
            yield sheet, on_orange(page) if press.black else page


def corners(page: Image.Image) -> Corners:
    """Where the symbol lies on an undamaged page."""
    (found,) = zxingcpp.read_barcodes(page, formats=QR)
    at = found.position
    return at.top_left.x, at.top_left.y, at.bottom_right.x, at.bottom_right.y


def reads(page: Image.Image, text: str) -> bool:
    """Whether a reader finds this text on the page."""
    return any(found.text == text for found in zxingcpp.read_barcodes(page, formats=QR))


def run() -> Iterable[Figure]:
    """Each kind of damage on each rendering, and larger damage without a target."""
    for (medium, dpi), press in PRESSES.items():
        chance = random.Random(dpi)
        read: Counter[str] = Counter()
        where: Corners | None = None
        for number, (sheet, page) in enumerate(_pages(press, dpi)):
            # all labels of the run have their symbol in one place
            where = where or corners(page)
            for name, treat in (KINDS if number >= SOME else {**KINDS, **LARGER}).items():
                read[name] += reads(treat(page, where, chance), sheet.qr_text)
        for name in (*KINDS, *LARGER):
            tried = LABELS if name in KINDS else SOME
            told = f"{tried} {medium} labels with the longest names at {dpi} dpi, {name}"
            target = ">= 100" if name in KINDS else ""
            yield Figure(
                "label_decode", "percent", read[name] * 100 / tried, "%", told, target=target
            )
