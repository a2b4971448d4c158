"""What a ruler reads on the test page corrects the printer exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wastetrack.parties.rules import calibration
from wastetrack.parties.terms import Medium, Reading

TRUE = Reading(20_000, 20_000, 60_000, 60_000)


def test_a_true_printer_is_left_alone() -> None:
    found = calibration(TRUE, 203, Medium.BLACK)
    assert (found.right_mm, found.down_mm, found.scale_x, found.scale_y) == (0, 0, 1, 1)


def test_a_printer_that_prints_two_millimetres_too_far_right_is_sent_two_to_the_left() -> None:
    found = calibration(Reading(22_000, 19_000, 60_000, 60_000), 203, Medium.BLACK)
    assert (found.right_mm, found.down_mm) == (-2, 1)


@given(st.floats(-10, 10), st.floats(0.95, 1.05), st.floats(0, 100))
def test_what_is_sent_corrected_comes_out_where_it_should(
    error: float, stretch: float, place: float
) -> None:
    def printed(x: float) -> float:
        return stretch * x + error

    left, across = printed(20), stretch * 60
    reading = Reading(round(left * 1000), 20_000, round(across * 1000), 60_000)
    found = calibration(reading, 300, Medium.COLOUR)
    assert printed(place * found.scale_x + found.right_mm) == pytest.approx(place, abs=0.005)
