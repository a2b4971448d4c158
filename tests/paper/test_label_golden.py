"""Rendered labels against kept pictures; UPDATE=1 writes them anew, then look at them."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.bench.labels import SIGNER
from tests.paper.sheets import LABEL, LONGEST, pictures
from tests.paper.test_signs import SIGN
from wastetrack.paper.label import label_pdf
from wastetrack.paper.press import COLOUR, Press
from wastetrack.paper.signs import facility_sign_pdf, partition_sign_pdf
from wastetrack.parties.terms import Calibration, Medium

GOLDEN = Path(__file__).parent / "golden"
DPI = 80
TEXT = SIGNER.text(LABEL.digital_id, 1)
BLACK = Press(Calibration(203, Medium.BLACK))


def label(volume: int, press: Press = COLOUR, *, longest: bool = False) -> bytes:
    sheet = replace(LONGEST if longest else LABEL, qr_text=TEXT, volume_l=volume)
    return label_pdf([sheet], layout="single", press=press)


PAPERS = {
    "label_100": lambda: label(50),
    "label_100_longest": lambda: label(50, longest=True),
    "label_150": lambda: label(200),
    "label_200": lambda: label(1000),
    "label_100_black": lambda: label(50, BLACK, longest=True),
    "label_a4": lambda: label_pdf([replace(LABEL, qr_text=TEXT)] * 4, layout="a4"),
    "partition_sign": lambda: partition_sign_pdf(SIGN, 300),
    "facility_sign": lambda: facility_sign_pdf(SIGN, (300, 186)),
}


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_looks_as_it_did_when_it_was_looked_at(name: str) -> None:
    page = pictures(PAPERS[name](), DPI)[0]
    path = GOLDEN / f"{name}.png"
    if os.environ.get("UPDATE"):  # noqa: TID251 - the same switch as the other kept pictures
        page.quantize(64).save(path, optimize=True)
    kept = Image.open(path).convert("RGB")
    assert page.size == kept.size
    difference = ImageStat.Stat(ImageChops.difference(page, kept).convert("L"))
    # renderers differ in the grey of an edge; a moved line or a missing word differs more
    assert difference.mean[0] < 2.5
