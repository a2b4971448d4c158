"""Numbers and times as people type them: read exactly, or told what is wrong, never a fault of ours."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from wastetrack.kernel.types import Day, GramsFromKg, GramsFromTonnes, LocalMoment
from wastetrack.words import field_sentence

KG: TypeAdapter[int] = TypeAdapter(GramsFromKg)
TONNES: TypeAdapter[int] = TypeAdapter(GramsFromTonnes)
MOMENT: TypeAdapter[datetime] = TypeAdapter(LocalMoment)
DAY: TypeAdapter[date] = TypeAdapter(Day)


def fault(adapter: TypeAdapter[Any], typed: str) -> str:
    """The code a validator gave, or pydantic's own kind."""
    with pytest.raises(ValidationError) as raised:
        adapter.validate_python(typed)
    found = raised.value.errors(include_url=False)[0]
    return str(found.get("ctx", {}).get("error", found["type"]))


@pytest.mark.parametrize(
    ("typed", "grams"),
    [
        ("182.4", 182_400),
        (" 1,250 ", 1_250_000),
        ("0.001", 1),
        ("1e3", 1_000_000),
        ("１２", 12_000),
    ],
)
def test_kilograms_are_read_to_the_gram(typed: str, grams: int) -> None:
    assert KG.validate_python(typed) == grams


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("很多", "mass.kilograms"),
        ("1.2.3", "mass.kilograms"),
        ("0.0001", "mass.kilograms"),
        ("NaN", "mass.kilograms"),
        ("sNaN", "mass.kilograms"),
        ("-Infinity", "mass.kilograms"),
        ("9000000001", "mass.too_large"),
        ("1e308", "mass.too_large"),
        ("1e99999", "mass.too_large"),
        ("1e99999999999999999999", "mass.kilograms"),
        ("-1", "greater_than"),
        ("0", "greater_than"),
    ],
)
def test_what_is_no_mass_is_told_by_its_code(typed: str, code: str) -> None:
    assert fault(KG, typed) == code


def test_tonnes_have_their_own_sentence() -> None:
    assert TONNES.validate_python("1.25") == 1_250_000
    assert fault(TONNES, "0.0000001") == "mass.tonnes"
    sentence = field_sentence("zh-CN", "value_error", "planned_g", "多", {"error": "mass.tonnes"})
    assert "您输入了 多" in sentence


def test_a_time_without_zone_is_shanghai_time() -> None:
    assert MOMENT.validate_python("2026-11-24T10:00") == datetime(2026, 11, 24, 2, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["0001-01-01T00:00", "9999-12-31T23:59", "1949-12-31T12:00"])
def test_a_slip_in_the_year_of_a_time_is_told(typed: str) -> None:
    assert fault(MOMENT, typed) == "time.out_of_range"


@pytest.mark.parametrize("typed", ["0001-01-01", "9999-12-31", "2200-01-01"])
def test_a_slip_in_the_year_of_a_day_is_told(typed: str) -> None:
    assert fault(DAY, typed) == "time.out_of_range"


@pytest.mark.parametrize("typed", ["1950-01-01", "2199-12-31", "2024-02-29"])
def test_any_day_a_paper_may_carry_is_taken(typed: str) -> None:
    assert DAY.validate_python(typed) == date.fromisoformat(typed)
