"""A printed label as a camera and a ruler see it."""

from collections import Counter
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image

from tests.paper.sheets import LABEL, LONGEST, pictures
from wastetrack.containers.shapes import LabelSheet
from wastetrack.paper.label import label_pdf

ORANGE = (255, 150, 0)
BLACK = (0, 0, 0)
SIDES = {50: 100, 200: 150, 1000: 200}


Colour = tuple[int, int, int]


def colours_of(image: Image.Image) -> Counter[Colour]:
    """How many pixels of each colour."""
    flat = image.tobytes()
    return Counter(zip(flat[0::3], flat[1::3], flat[2::3], strict=True))


def printed(sheet: LabelSheet, dpi: int) -> Image.Image:
    return pictures(label_pdf([sheet], layout="single"), dpi)[0]


@pytest.mark.parametrize("dpi", [100, 200, 300])
@pytest.mark.parametrize("volume", SIDES)
def test_the_symbol_reads_beside_the_longest_names(volume: int, dpi: int) -> None:
    page = printed(replace(LONGEST, volume_l=volume), dpi)
    (found,) = zxingcpp.read_barcodes(page)
    assert found.text == LONGEST.qr_text


@pytest.mark.parametrize("dpi", [100, 200, 300])
def test_all_four_symbols_of_a_sheet_read(dpi: int) -> None:
    sheets = [replace(LONGEST, qr_text=f"{LONGEST.qr_text[:-1]}{n}") for n in range(4)]
    (page,) = pictures(label_pdf(sheets, layout="a4"), dpi)
    found = {symbol.text for symbol in zxingcpp.read_barcodes(page)}
    assert found == {sheet.qr_text for sheet in sheets}


@pytest.mark.parametrize("volume", SIDES)
def test_ground_border_and_margin_keep_the_standard(volume: int) -> None:
    dpi = 300
    page = printed(replace(LABEL, volume_l=volume), dpi)
    per_mm = dpi / 25.4
    assert page.width == pytest.approx(SIDES[volume] * per_mm, abs=1)
    assert page.getpixel((2, 2)) == ORANGE
    # Downwards through the lower part of the label's left edge: margin, border, ground again.
    row = [page.getpixel((x, page.height // 2 + 3)) for x in range(int(6 * per_mm))]
    margin = row.index(BLACK)
    border = row[margin:].index(ORANGE)
    assert margin / per_mm >= 3 - 1 / per_mm
    assert border / per_mm >= 1 - 1 / per_mm


def test_the_symbol_stands_on_white_at_least_25_mm_wide() -> None:
    dpi = 300
    page = printed(LABEL, dpi)
    (found,) = zxingcpp.read_barcodes(page)
    corners = found.position
    width = corners.top_right.x - corners.top_left.x
    assert width / dpi * 25.4 == pytest.approx(25, abs=0.3)
    assert page.getpixel((corners.top_left.x - 20, corners.top_left.y - 20)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("letters", "colours"),
    [
        (("T",), {(255, 255, 255)}),
        (("I",), {(255, 0, 0)}),
        (("R",), {(255, 255, 0)}),
        (("T", "C", "I", "R", "In"), {(255, 255, 255), (255, 0, 0), (255, 255, 0)}),
    ],
)
def test_the_pictures_of_the_properties_have_their_colours(
    letters: tuple[str, ...], colours: set[tuple[int, int, int]]
) -> None:
    page = printed(replace(LABEL, hazards=letters), 150)
    corner = page.crop(
        (page.width * 69 // 100, page.height // 10, page.width * 94 // 100, page.height * 37 // 100)
    )
    seen = {colour for colour, count in colours_of(corner).items() if count > 60}
    assert colours <= seen
    assert not ({(255, 0, 0), (255, 255, 0)} - colours) & seen


def test_no_ink_crosses_the_border() -> None:
    page = printed(replace(LONGEST, volume_l=50), 300)
    margin = int(2.8 * 300 / 25.4)
    for box in (
        (0, 0, page.width, margin),
        (0, page.height - margin, page.width, page.height),
        (0, 0, margin, page.height),
        (page.width - margin, 0, page.width, page.height),
    ):
        seen = colours_of(page.crop(box))
        assert seen.most_common(1)[0][0] == ORANGE
        # Pixels on the page's edge may be mixed with the paper, never with ink.
        assert not [colour for colour in seen if sum(colour) < 300]
