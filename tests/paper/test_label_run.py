"""A long run: what each label says stays its own."""

from dataclasses import replace

import pytest
import zxingcpp

from tests.bench.labels import sheets
from tests.paper.sheets import LABEL, page_texts, pictures
from wastetrack.paper import fonts, label_pages
from wastetrack.paper.label import label_pdf
from wastetrack.paper.press import COLOUR

RUN = sheets(450)


@pytest.mark.parametrize("layout", ["single", "a4"])
def test_a_label_in_a_run_looks_like_the_label_alone(layout: str) -> None:
    some = RUN[:7]
    together = pictures(label_pdf(some, layout="single"), 100)
    for sheet, page in zip(some, together, strict=True):
        (alone,) = pictures(label_pdf([sheet], layout="single"), 100)
        assert alone.tobytes() == page.tobytes()


def test_every_label_of_a_run_has_its_own_codes_and_symbol() -> None:
    some = RUN[:43]
    made = label_pdf(some, layout="single")
    for sheet, text, page in zip(some, page_texts(made), pictures(made, 100), strict=True):
        assert sheet.digital_id in text
        assert sheet.human_code in text
        assert sheet.mass_text.replace(" ", "") in text
        (found,) = zxingcpp.read_barcodes(page)
        assert found.text == sheet.qr_text


def test_figures_are_equally_wide_so_that_labels_may_share_a_layout() -> None:
    for name in (fonts.REGULAR, fonts.BOLD):
        widths = fonts.widths(name)
        assert len({widths[ord(figure)] for figure in "0123456789"}) == 1


def test_labels_that_differ_in_their_own_figures_only_share_one_part() -> None:
    alike = [replace(LABEL, digital_id=f"{LABEL.digital_id[:-3]}{n:03d}") for n in range(9)]
    easel = label_pages.Easel(label_pages.letters_of(alike), COLOUR, many=False)
    parcel = easel.draw(label_pages.plan(alike, a4=True))
    assert len(parcel.forms) == 1
    assert [page.forms for page in parcel.pages] == [tuple(parcel.forms)] * 3
