"""Black labels on pre-printed stock: nothing but black, every line and module on whole dots."""

import re
from dataclasses import replace
from itertools import groupby

import pytest
import zxingcpp
from PIL import Image

from tests.bench.label_decode import on_orange
from tests.bench.labels import SIGNER
from tests.paper.sheets import LABEL, LONGEST, page_sizes_mm, pictures, read
from wastetrack.containers.shapes import LabelSheet
from wastetrack.paper import symbols
from wastetrack.paper.label import label_misfits, label_pdf
from wastetrack.paper.press import Press
from wastetrack.parties.terms import Calibration, Medium

TEXT = SIGNER.text(LABEL.digital_id, 1)
PLAIN, LONG = replace(LABEL, qr_text=TEXT), replace(LONGEST, qr_text=TEXT)
PRESSES = {
    "203 dpi": Press(Calibration(203, Medium.BLACK)),
    "300 dpi": Press(Calibration(300, Medium.BLACK)),
    "203 dpi, corrected": Press(Calibration(203, Medium.BLACK, 0.43, -0.61, 1.004, 0.997)),
    "300 dpi, corrected": Press(Calibration(300, Medium.BLACK, -0.2, 0.35, 0.996, 1.003)),
}


def dpi_of(press: Press) -> int:
    assert press.calibration is not None
    return press.calibration.dpi


def printed(sheet: LabelSheet, press: Press) -> Image.Image:
    return pictures(label_pdf([sheet], layout="single", press=press), dpi_of(press))[0]


@pytest.mark.parametrize("press", PRESSES.values(), ids=PRESSES)
def test_no_colour_and_no_grey_is_asked_for(press: Press) -> None:
    document = read(
        label_pdf(
            [replace(PLAIN, hazards=("T", "C", "I", "R", "In"))], layout="single", press=press
        )
    )
    page = document.pages[0]
    streams = [page.get_contents(), *page["/Resources"]["/XObject"].values()]  # type: ignore[index]  # pypdf types a page as a plain object
    text = "\n".join(s.get_object().get_data().decode("latin-1") for s in streams)
    asked = set(re.findall(r"([\d. ]+) (?:rg|RG|g|G)\b", text))
    values = {float(part) for one in asked for part in one.split()}
    assert values <= {0.0, 1.0}
    assert all(len(set(one.split())) == 1 for one in asked)


@pytest.mark.parametrize("press", PRESSES.values(), ids=PRESSES)
def test_a_page_is_as_large_as_its_label(press: Press) -> None:
    assert page_sizes_mm(label_pdf([PLAIN], layout="single", press=press)) == [(100, 100)]


@pytest.mark.parametrize("press", PRESSES.values(), ids=PRESSES)
def test_lines_are_whole_dots_without_a_grey_edge(press: Press) -> None:
    page = printed(PLAIN, press).convert("L")
    # down the left part of the label, where only level rules and the border cross
    x = round(4.6 * dpi_of(press) / 25.4)
    column = [page.getpixel((x, y)) for y in range(page.height)]
    assert {0, 255} == set(column)
    runs = [len(list(run)) for value, run in groupby(column) if value == 0]
    assert len(runs) >= 12
    inner = runs[1:-1]
    assert set(inner) == {-(-dpi_of(press) * 3 // 254)}


@pytest.mark.parametrize("press", PRESSES.values(), ids=PRESSES)
def test_every_module_is_the_same_whole_number_of_dots(press: Press) -> None:
    page = printed(PLAIN, press).convert("L")
    (found,) = zxingcpp.read_barcodes(page)
    at = found.position
    box = page.crop(
        (at.top_left.x - 6, at.top_left.y - 6, at.bottom_right.x + 8, at.bottom_right.y + 8)
    )
    inked = box.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert inked is not None
    symbol = box.crop(inked)
    side = symbols.modules_for(TEXT)
    assert symbol.width == symbol.height
    dots, rest = divmod(symbol.width, side)
    assert rest == 0
    assert dots / dpi_of(press) * 25.4 >= 0.45
    made = symbols.symbol(TEXT)
    seen = [
        [
            symbol.getpixel((x * dots + dx, y * dots + dy))
            for dx in (0, dots - 1)
            for dy in (0, dots - 1)
        ]
        for y in range(side)
        for x in range(side)
    ]
    wanted = [0 if row >> (side - 1 - x) & 1 else 255 for row in made.rows() for x in range(side)]
    assert seen == [[value] * 4 for value in wanted]


@pytest.mark.parametrize("press", PRESSES.values(), ids=PRESSES)
@pytest.mark.parametrize("volume", [50, 200, 1000])
def test_the_longest_names_fit_and_read_on_orange_stock(press: Press, volume: int) -> None:
    sheet = replace(LONG, volume_l=volume)
    assert label_misfits(sheet, press) == ()
    (found,) = zxingcpp.read_barcodes(on_orange(printed(sheet, press)))
    assert found.text == TEXT


def test_the_shift_and_the_stretch_of_a_calibration_are_in_the_page() -> None:
    def frame(press: Press) -> tuple[float, ...]:
        page = printed(PLAIN, press).convert("L").point(lambda value: 255 if value < 128 else 0)
        box = page.getbbox()
        assert box is not None
        return tuple(value / 300 * 25.4 for value in box)

    plain = frame(Press(Calibration(300, Medium.BLACK)))
    moved = frame(Press(Calibration(300, Medium.BLACK, 1.0, 0.5, 0.98, 0.99)))
    assert plain == pytest.approx((3, 3, 97, 97), abs=0.1)
    assert moved == pytest.approx((3.94, 3.47, 96.06, 96.53), abs=0.1)


def test_a_calibrated_colour_printer_shifts_the_whole_sheet() -> None:
    press = Press(Calibration(300, Medium.COLOUR, 2.0, 3.0))
    plain = pictures(label_pdf([PLAIN], layout="a4"), 50)[0]
    moved = pictures(label_pdf([PLAIN], layout="a4", press=press), 50)[0]

    def corner(page: Image.Image) -> tuple[float, float]:
        box = page.convert("L").point(lambda value: 255 if value < 250 else 0).getbbox()
        assert box is not None
        return box[0] / 50 * 25.4, box[1] / 50 * 25.4

    assert corner(moved)[0] - corner(plain)[0] == pytest.approx(2, abs=0.6)
    assert corner(moved)[1] - corner(plain)[1] == pytest.approx(3, abs=0.6)
