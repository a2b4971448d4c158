"""Lines keep their width, lose nothing, and begin and end decently."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wastetrack.paper.glyphs import spell
from wastetrack.paper.lines import NOT_FIRST, NOT_LAST, width_of, wrap

WORDS = st.text(alphabet="废矿物油，。（）、C₁₀ ~-AB12☑", max_size=60)


def broken(text: str, width: float) -> list[str]:
    return ["".join(glyph.char for glyph in line) for line in wrap(spell(text), width)]


@given(WORDS, st.floats(min_value=1.0, max_value=30))
def test_no_line_is_longer_than_its_place(text: str, width: float) -> None:
    for line in wrap(spell(text), width):
        assert width_of(line) <= width + 1e-6


@given(WORDS, st.floats(min_value=1.0, max_value=30))
def test_breaking_loses_nothing_but_blanks(text: str, width: float) -> None:
    whole = [glyph for glyph in spell(text) if glyph.char != " " or glyph.box]
    lines = wrap(spell(text), width)
    assert [g for line in lines for g in line if g.char != " " or g.box] == whole


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    lines = broken("石油烃（苯系物）、多环芳烃（萘）、铅、铬、汞，含水。", 6)
    assert len(lines) > 3
    assert not any(line[0] in NOT_FIRST or line[-1] in NOT_LAST for line in lines)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, []),
        ("   ", 5, []),
        ("废矿物油", 4, ["废矿物油"]),
        ("废矿物油", 3, ["废矿物", "油"]),
        ("代码 900-214-08 的油", 7, ["代码", "900-214-08 的", "油"]),
        ("ABCDEFGHIJ", 3, ["ABCD", "EFGHI", "J"]),
    ],
)
def test_words_and_codes_stay_together_unless_a_line_is_too_short_for_them(
    text: str, width: float, lines: list[str]
) -> None:
    assert broken(text, width) == lines
