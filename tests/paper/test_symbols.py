"""Symbols of a long run are module for module the library's own."""

import random

import pytest
import qrcode
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw
from qrcode.constants import ERROR_CORRECT_Q

from wastetrack.containers.rules import LabelSigner
from wastetrack.paper import symbols

SIGNED = LabelSigner("https://wfc.example.cn", bytes(32)).text(
    "91330604146165334B9002140820261124001", 1
)
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def by_the_library(text: str) -> list[list[bool]]:
    code = qrcode.QRCode(
        error_correction=ERROR_CORRECT_Q, border=0, mask_pattern=symbols._mask_of(text)
    )
    code.add_data(text, optimize=0)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.modules]


def modules(made: symbols.Symbol) -> list[list[bool]]:
    return [[bool(row >> (made.side - 1 - x) & 1) for x in range(made.side)] for row in made.rows()]


def test_a_signed_label_has_53_modules() -> None:
    assert symbols.modules_for(SIGNED) == symbols.symbol(SIGNED).side == 53


@pytest.mark.parametrize("many", [False, True])
def test_both_ways_make_the_librarys_symbol(many: bool) -> None:
    chance = random.Random(7)
    for length in (1, 2, 16, 17, 77, 108, 139, 170, 171, 189, 190, 260):
        text = "".join(chance.choice(ALPHABET) for _ in range(length))
        assert modules(symbols.symbol(text, many=many)) == by_the_library(text), length


# a block of noughts alone is one the library itself cannot divide
@given(st.text(ALPHABET.replace("0", ""), min_size=120, max_size=171))
def test_a_long_run_never_differs_from_a_short_one(text: str) -> None:
    assert symbols.symbol(text, many=True) == symbols.symbol(text)


def test_the_path_draws_exactly_the_dark_modules() -> None:
    made = symbols.symbol(SIGNED)
    drawn = [[False] * made.side for _ in range(made.side)]
    for line in symbols.path(made).splitlines():
        x, y, width, height, operator = line.split()
        assert (height, operator) == ("1", "re")
        for at in range(int(x), int(x) + int(width)):
            drawn[made.side - 1 - int(y)][at] = True
    assert drawn == modules(made)


def test_a_symbol_reads_with_a_sixth_of_it_rubbed_off_beside_its_finders() -> None:
    made, scale = symbols.symbol(SIGNED), 4
    side = (made.side + 8) * scale
    image = Image.new("L", (side, side), 255)
    pen = ImageDraw.Draw(image)
    for y, row in enumerate(modules(made)):
        for x, dark in enumerate(row):
            if dark:
                at = ((x + 4) * scale, (y + 4) * scale)
                pen.rectangle((*at, at[0] + scale - 1, at[1] + scale - 1), fill=0)
    wide = int(made.side * scale * 0.15**0.5)
    for x, y in ((30, 30), (20, 12), (28, 31), (12, 24)):
        worn = image.copy()
        corner = (x * scale, y * scale)
        ImageDraw.Draw(worn).rectangle((*corner, corner[0] + wide, corner[1] + wide), fill=200)
        (found,) = zxingcpp.read_barcodes(worn)
        assert found.text == SIGNED


def test_more_characters_than_any_symbol_holds_are_a_programming_fault() -> None:
    with pytest.raises(ValueError, match="too many"):
        symbols.version_for(5000)


@pytest.mark.parametrize("text", ["", "https://wfc.example.cn", "A_B"])
def test_text_outside_the_small_alphabet_is_a_programming_fault(text: str) -> None:
    with pytest.raises(ValueError, match="alphanumeric"):
        symbols.symbol(text)


def test_the_stencil_is_the_symbol_four_points_to_a_module() -> None:
    made = symbols.symbol(SIGNED)
    head, _, rest = symbols.stencil(made).partition(" ID ")
    packed = rest.removesuffix("\nEI").encode("latin-1")
    assert f"/W {made.side * 4} /H {made.side * 4}" in head
    assert set(packed) <= {0x00, 0x0F, 0xF0, 0xFF}
    rows = made.side * 4
    wide = len(packed) // rows
    lines = [packed[at * wide : at * wide + wide] for at in range(rows)]
    for y, row in enumerate(modules(made)):
        for line in lines[y * 4 : y * 4 + 4]:
            points = "".join(f"{byte:08b}" for byte in line)[: made.side * 4]
            assert points == "".join(("1" if dark else "0") * 4 for dark in row)
