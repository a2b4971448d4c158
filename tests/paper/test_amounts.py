"""Masses and times as forms write them."""

from datetime import UTC, datetime

import pytest

from wastetrack.paper.amounts import moment, tonnes


@pytest.mark.parametrize(
    ("grams", "written"),
    [
        pytest.param(None, "", id="unknown leaves room to write"),
        pytest.param(0, "0.000", id="nothing"),
        pytest.param(182_400, "0.182", id="a drum"),
        pytest.param(182_500, "0.183", id="half a kilogram rounds up"),
        pytest.param(23_456_789, "23.457", id="a truck"),
        pytest.param(300, "0.000300", id="a bottle does not vanish"),
    ],
)
def test_tonnes_have_three_decimals(grams: int | None, written: str) -> None:
    assert tonnes(grams) == written


def test_times_are_those_of_shanghai() -> None:
    assert moment(datetime(2026, 12, 31, 16, 5, tzinfo=UTC)) == "2027年1月1日 00:05"


def test_an_unknown_time_leaves_room_to_write() -> None:
    assert [mark for mark in moment(None) if mark in "年月日时分"] == list("年月日时分")


def test_a_time_without_zone_is_a_programming_fault() -> None:
    with pytest.raises(ValueError, match="zone"):
        moment(datetime(2026, 11, 24, 14, 5))  # noqa: DTZ001 - the fault itself
