"""The symbol is small, steady, and reads as what was put in."""

import pytest
import zxingcpp
from PIL import Image

from tests.paper.sheets import SIGNED
from wastetrack.paper import qr


def picture(modules: qr.Matrix) -> Image.Image:
    count = len(modules)
    image = Image.new("L", (count + 8, count + 8), 255)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if dark:
                image.putpixel((x + 4, y + 4), 0)
    return image.resize((image.width * 4, image.height * 4), Image.Resampling.NEAREST)


def test_the_same_text_always_gives_the_same_symbol() -> None:
    assert qr.matrix(SIGNED) == qr.matrix(SIGNED)


@pytest.mark.parametrize("mask", ["crc", "auto"])
def test_any_mask_reads_back(mask: qr.Mask) -> None:
    (found,) = zxingcpp.read_barcodes(picture(qr.matrix(SIGNED, mask)))
    assert found.text == SIGNED


def test_a_hundred_codes_with_a_mask_chosen_by_text_all_read_back() -> None:
    for number in range(100):
        text = f"HTTPS://WFC.EXAMPLE.CN/S/7K3M9QXW.{number}"
        (found,) = zxingcpp.read_barcodes(picture(qr.matrix(text)))
        assert found.text == text


def test_upper_case_keeps_the_symbol_of_a_plain_label_within_33_modules() -> None:
    assert len(qr.matrix("HTTPS://WFC.EXAMPLE.CN/S/7K3M9QXW.1")) <= 33


@pytest.mark.parametrize("text", ["", "https://wfc.example.cn", "HTTPS://WFC.EXAMPLE.CN/？", "A_B"])
def test_text_outside_the_small_alphabet_is_a_programming_fault(text: str) -> None:
    with pytest.raises(ValueError, match="alphanumeric"):
        qr.matrix(text)
