"""The form of codes and hazard properties, and which edition a day belongs to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wastetrack.catalog.rules import (
    LETTERS,
    edition_on,
    end_of_years,
    hazards,
    is_identified_code,
    parse_levels,
    parse_limit,
    suggest_code,
    tidy_code,
)
from wastetrack.catalog.terms import Edition, LimitUnit


@pytest.mark.parametrize(
    ("printed", "letters", "separator"),
    [
        pytest.param("T", ("T",), "", id="one letter has no separator"),
        pytest.param("T,I", ("T", "I"), ",", id="comma: the first is certain"),
        pytest.param("T/In", ("T", "In"), "/", id="slash: one or more"),
        pytest.param("C,T", ("C", "T"), ",", id="the printed order is kept"),
        pytest.param("T，I，R", ("T", "I", "R"), ",", id="a full-width comma is a comma"),
        pytest.param("T/C/I/R/In", ("T", "C", "I", "R", "In"), "/", id="all five"),
        pytest.param("", (), "", id="a code by identification has none yet"),
    ],
)
def test_hazard_properties_keep_order_and_separator(
    printed: str, letters: tuple[str, ...], separator: str
) -> None:
    assert hazards(printed) == (letters, separator)


@pytest.mark.parametrize("printed", ["X", "T,T", "T,C/I", "T,", "t"])
def test_what_is_no_hazard_property_is_a_fault(printed: str) -> None:
    with pytest.raises(ValueError):
        hazards(printed)


@given(st.lists(st.sampled_from(LETTERS), min_size=1, unique=True), st.sampled_from(",/"))
def test_every_combination_reads_back_as_printed(letters: list[str], separator: str) -> None:
    found, mark = hazards(separator.join(letters))
    assert mark.join(found) == separator.join(letters)


@pytest.mark.parametrize(
    ("code", "identified"),
    [
        ("900-000-49", True),
        ("900-000-08", True),
        ("900-000-41", False),  # HW41 does not exist
        ("900-214-08", False),
    ],
)
def test_only_900_000_is_a_code_by_identification(code: str, identified: bool) -> None:
    assert is_identified_code(code) is identified


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        (date(2024, 12, 31), Edition.E2021),
        (date(2025, 1, 1), Edition.E2025),
        (date(2019, 5, 1), Edition.E2021),
    ],
)
def test_the_2025_edition_begins_with_2025(day: date, edition: Edition) -> None:
    assert edition_on(day) is edition


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("90021408", "900-214-08"),
        ("900214-08", None),
        ("900-214-8", "900-214-08"),
        ("HW08 900-214-08", "900-214-08"),
        ("９００－２１４－０８", "900-214-08"),
        ("900—214—08", "900-214-08"),
        (" 900.214.08 ", "900-214-08"),
        ("900-21-08", None),
        ("900-214-41", None),
        ("", None),
        ("废机油", None),
    ],
)
def test_a_code_typed_otherwise_is_understood_only_when_it_is_sure(
    typed: str, meant: str | None
) -> None:
    assert tidy_code(typed) == meant


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("900-214-08", None),
        ("900-21-08", "catalog.bad_code"),
        ("90021408", "catalog.bad_code_meant"),
    ],
)
def test_a_bad_code_is_told_with_what_was_typed(typed: str, code: str | None) -> None:
    fault = suggest_code(typed)
    assert (fault.code if fault else None) == code
    assert fault is None or fault.params["input"] == typed


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading_of_codes(text: str) -> None:
    meant = tidy_code(text)
    assert meant is None or suggest_code(meant) is None


@pytest.mark.parametrize(
    ("day", "years", "end"),
    [
        (date(2025, 11, 24), 1, date(2026, 11, 24)),
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2023, 2, 28), 1, date(2024, 2, 28)),
    ],
)
def test_a_year_ends_on_the_same_date(day: date, years: int, end: date) -> None:
    assert end_of_years(day, years) == end


@pytest.mark.parametrize(
    ("unit", "text", "limit"),
    [
        (LimitUnit.DATE, "03-31", (31, 3)),
        (LimitUnit.DATE, "15", (15, None)),
        (LimitUnit.WORKING_DAY, "90", (90, None)),
    ],
)
def test_a_limit_is_a_number_or_a_recurring_date(
    unit: LimitUnit, text: str, limit: tuple[int, int | None]
) -> None:
    assert parse_limit(unit, text) == limit


def test_levels_keep_their_order_and_units() -> None:
    levels = parse_levels(
        [
            {"at": 70, "unit": "percent", "level": "hint"},
            {"at": 300, "unit": "day", "level": "warn"},
        ]
    )
    assert [(step.at, step.unit, step.level) for step in levels] == [
        (70.0, LimitUnit.PERCENT, "hint"),
        (300.0, LimitUnit.DAY, "warn"),
    ]
