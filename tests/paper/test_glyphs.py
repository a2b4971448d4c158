"""Every character is drawn, substituted or refused: never a box."""

import csv
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageOps
from reportlab.pdfgen.canvas import Canvas

from tests.paper.sheets import pictures
from wastetrack.paper import document, fonts, lines
from wastetrack.paper.glyphs import SMALL, Unprintable, guard, spell, unprintable
from wastetrack.words import sentence


def letters(text: str) -> str:
    return "".join(glyph.char for glyph in spell(text))


def test_subscripts_are_drawn_small_and_low() -> None:
    carbon, one, zero = spell("C₁₀")
    assert (carbon.scale, one.char, zero.char) == (1.0, "1", "0")
    assert one.scale == SMALL
    assert one.rise < 0


def test_superscripts_are_drawn_small_and_high_the_ones_the_face_has_too() -> None:
    for glyph, char in zip(spell("²⁵⁻"), "25−", strict=True):
        assert (glyph.char, glyph.scale) == (char, SMALL)
        assert glyph.rise > 0


def test_tick_boxes_are_shapes_ticked_or_not() -> None:
    empty, ticked = spell("☐☑")
    assert empty.box
    assert ticked.box
    assert (empty.char, ticked.char) == (" ", "x")


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("㎏", "㎏"),
        ("ﬁ", "fi"),
        ("∙", "·"),
        ("⼈", "人"),
        ("e\u0301", "é"),
        ("a\u200bb\ufe0f\x07", "ab"),
        ("a\tb\u00a0c\u3000d", "a b c\u3000d"),
        ("1\u20442", "1/2"),
    ],
)
def test_known_twins_stand_in_and_the_invisible_is_left_out(written: str, drawn: str) -> None:
    assert letters(written) == drawn


def test_what_cannot_be_drawn_is_refused_by_name_before_printing() -> None:
    with pytest.raises(Unprintable) as caught:
        guard(["废矿物油", "油🙂桶", "🙂\u1200"])
    assert caught.value.codes == ("paper.unprintable",)
    assert caught.value.chars == ("🙂", "\u1200")
    for lang in ("zh-CN", "en"):
        assert "U+1F642" in sentence(lang, caught.value.violations[0])


def test_half_a_character_is_refused_in_a_sentence_that_can_be_sent() -> None:
    with pytest.raises(Unprintable) as caught:
        guard(["\ud800"])
    assert str(caught.value.violations[0].params["chars"]).encode() == b"? (U+D800)"


def test_every_character_of_the_reference_data_can_be_printed() -> None:
    folder = files("wastetrack.catalog") / "data"
    tables = [entry for entry in folder.iterdir() if entry.name.endswith(".csv")]
    assert tables
    for table in tables:
        cells = [
            cell for row in csv.reader(table.read_text("utf-8-sig").splitlines()) for cell in row
        ]
        assert unprintable(cells) == (), table.name


def test_rare_names_elements_and_greek_can_be_printed() -> None:
    assert unprintable(["䶮𬭊㑇堃喆淼", "αβγμΩ", "①⑳ⅣⅫ", "≤±℃‰→"]) == ()


@given(st.text(max_size=40))
def test_a_text_is_either_spelled_or_named_as_unprintable(text: str) -> None:
    missing = unprintable([text])
    if missing:
        with pytest.raises(Unprintable):
            spell(text)
    else:
        for glyph in spell(text):
            assert glyph.box or fonts.has(glyph.char)


def test_the_ink_heights_the_label_counts_on_are_those_of_the_faces() -> None:
    dpi, size = 144, 200

    def paint(canvas: Canvas) -> None:
        for at, (char, bold) in enumerate([("国", False), ("国", True), ("H", False)]):
            lines.draw(canvas, (20, 100 + at * 230), spell(char, bold=bold), size)
        canvas.showPage()

    (page,) = pictures(document.build("ink", paint), dpi)
    grey = ImageOps.invert(page.convert("L")).point(lambda value: 255 if value > 127 else 0)
    heights = []
    for at in range(3):
        bottom = page.height - (100 + at * 230 - 40) * dpi // 72
        box = grey.crop((0, bottom - 230 * dpi // 72, page.width, bottom)).getbbox()
        assert box is not None
        heights.append((box[3] - box[1]) * 72 / dpi / size)
    assert min(heights[:2]) == pytest.approx(fonts.IDEOGRAPH_INK, abs=0.008)
    assert heights[2] == pytest.approx(fonts.CAPITAL_INK, abs=0.008)


def test_the_licence_of_the_faces_lies_beside_them() -> None:
    text = (fonts.FOLDER / "OFL.txt").read_text()
    assert "SIL OPEN FONT LICENSE" in text.upper()
