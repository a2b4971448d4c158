"""A container label: size, words and symbols as HJ 1276-2022 asks, the same bytes each time."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any, cast

import pytest

from tests.paper.sheets import (
    LABEL,
    LONGEST,
    page_sizes_mm,
    page_texts,
    read,
)
from wastetrack.paper import fonts, qr
from wastetrack.paper.glyphs import Unprintable
from wastetrack.paper.label import label_misfits, label_pdf
from wastetrack.paper.label_fields import SHORT, TITLES
from wastetrack.paper.label_layout import LabelTooLong, lay_out
from wastetrack.paper.label_size import TEXT_HEIGHTS, copies_for, side_for
from wastetrack.words import sentence

POINTS_PER_MM = 72 / 25.4
TOO_LONG = replace(LABEL, waste_name="极长的废物名称" * 40)


@pytest.mark.parametrize(
    ("volume", "wished", "side", "copies"),
    [
        pytest.param(20, None, 100, 1, id="a can gets the small label"),
        pytest.param(50, None, 100, 1, id="50 litres still do"),
        pytest.param(50.5, None, 150, 1, id="just over 50 litres gets the middle one"),
        pytest.param(450, None, 150, 1, id="450 litres still do"),
        pytest.param(1000, None, 200, 2, id="a tote gets two large ones for opposite sides"),
        pytest.param(None, None, 200, 2, id="bulk counts as large"),
        pytest.param(20, 150, 150, 1, id="a larger one may be wished"),
        pytest.param(1000, 100, 200, 2, id="a smaller one may not"),
    ],
)
def test_the_volume_decides_the_size(
    volume: float | None, wished: int | None, side: int, copies: int
) -> None:
    assert side_for(volume, wished) == side
    assert copies_for(volume) == copies


def test_an_unknown_size_is_a_programming_fault() -> None:
    with pytest.raises(ValueError, match="120"):
        side_for(20, 120)


def test_single_labels_have_pages_of_their_own_size_in_true_millimetres() -> None:
    sheets = [LABEL, replace(LABEL, volume_l=200), replace(LABEL, volume_l=1000)]
    sizes = page_sizes_mm(label_pdf(sheets, layout="single"))
    assert sizes == [(100, 100), (150, 150), (200, 200), (200, 200)]


def test_a_sheet_of_a4_holds_four_small_labels_and_one_of_the_others() -> None:
    small = [replace(LABEL, human_code=f"0000000{n}") for n in range(5)]
    made = label_pdf([*small, replace(LABEL, volume_l=200)], layout="a4")
    assert page_sizes_mm(made) == [(210, 297)] * 3
    counts = [text.count("危险废物") for text in page_texts(made)]
    assert counts == [4, 1, 1]


def test_every_field_stands_on_the_label_as_text() -> None:
    (text,) = page_texts(label_pdf([LABEL], layout="single"))
    for key, title in TITLES.items():
        assert title in text
        value = str(getattr(LABEL, key, "第 1 版（名录 2025）"))
        assert "".join(value.replace("₁₀", "10").replace("₄₀", "40").split()) in text
    assert "毒性，易燃性" in text
    assert "7K3M9QXW" in text


def test_the_separator_of_the_properties_keeps_its_meaning() -> None:
    (text,) = page_texts(label_pdf([replace(LABEL, hazard_separator="/")], layout="single"))
    assert "毒性/易燃性" in text


def test_a_label_without_known_properties_or_mass_prints_with_room() -> None:
    sheet = replace(LABEL, hazards=(), mass_text="")
    (text,) = page_texts(label_pdf([sheet], layout="single"))
    assert "废物重量：" in text


def test_the_same_data_gives_the_same_bytes_and_other_data_others() -> None:
    made = label_pdf([LABEL, LONGEST], layout="a4")
    assert label_pdf([LABEL, LONGEST], layout="a4") == made
    assert label_pdf([LABEL, replace(LONGEST, remark="")], layout="a4") != made


def test_printing_in_several_threads_gives_the_same_bytes() -> None:
    made = label_pdf([LABEL], layout="single")
    with ThreadPoolExecutor(4) as pool:
        for other in pool.map(lambda _: label_pdf([LABEL], layout="single"), range(8)):
            assert other == made


def test_the_faces_are_embedded_as_subsets_and_nothing_tells_the_time() -> None:
    document = read(label_pdf([LABEL], layout="single"))
    used = {}
    for page in document.pages:
        for reference in cast("Any", page)["/Resources"]["/Font"].values():
            font = reference.get_object()
            if "/FontDescriptor" in font:
                used[font["/BaseFont"]] = font["/FontDescriptor"].get_object()
    assert {name.split("-")[-1] for name in used} == {"Regular", "Bold"}
    assert all("+" in name and "/FontFile2" in found for name, found in used.items())
    assert document.metadata is not None
    assert str(document.metadata.creation_date) == "2000-01-01 00:00:00+00:00"


@pytest.mark.parametrize("volume", [50, 200, 1000])
@pytest.mark.parametrize("sheet", [LABEL, LONGEST], ids=["plain", "longest"])
def test_letters_never_go_under_the_legal_height(sheet: object, volume: float) -> None:
    sized = replace(LABEL if sheet is LABEL else LONGEST, volume_l=volume)
    laid = lay_out(sized, len(qr.matrix(sized.qr_text)))
    height_mm = laid.setting.size * fonts.IDEOGRAPH_INK / POINTS_PER_MM
    assert height_mm >= TEXT_HEIGHTS[laid.measures.side_mm] - 1e-9
    assert laid.slack >= 0
    assert label_misfits(sized) == ()


def test_short_texts_are_set_larger_than_long_ones() -> None:
    short = lay_out(LABEL, 33)
    long = lay_out(LONGEST, 33)
    assert short.setting.size > long.setting.size
    assert long.setting.squeeze < short.setting.squeeze


@pytest.mark.parametrize("volume", [50, 200, 1000])
@pytest.mark.parametrize("form", ["液态", "半固态"])
def test_letters_do_not_grow_until_a_short_field_breaks(form: str, volume: float) -> None:
    laid = lay_out(replace(LABEL, form=form, volume_l=volume), 33)
    cells = [cell for block in laid.blocks for row in block.rows for cell in row]
    assert all(len(cell.lines) == 1 for cell in cells if cell.key in SHORT)


def test_a_text_without_room_is_named_and_nothing_is_printed() -> None:
    assert label_misfits(TOO_LONG) == ("waste_name",)
    with pytest.raises(LabelTooLong) as caught:
        label_pdf([LABEL, TOO_LONG], layout="a4")
    assert caught.value.codes == ("paper.label_too_long",)
    assert caught.value.fields == ("waste_name",)
    for lang in ("zh-CN", "en"):
        told = sentence(lang, caught.value.violations[0])
        assert "废物名称" in told
        assert "7K3M9QXW" in told


def test_a_larger_label_makes_room() -> None:
    tight = replace(LABEL, waste_name="沾染矿物油的废弃包装物" * 12)
    assert label_misfits(tight)
    assert not label_misfits(replace(tight, side_mm=200))


def test_characters_without_a_glyph_stop_the_whole_run() -> None:
    with pytest.raises(Unprintable) as caught:
        label_pdf([LABEL, replace(LABEL, remark="🙂")], layout="single")
    assert caught.value.codes == ("paper.unprintable",)
