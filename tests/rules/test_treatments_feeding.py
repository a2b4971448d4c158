"""What may be fed to a treatment, when, how, and how much."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from wastetrack.containers.terms import Booking, Content, Custody, Standing
from wastetrack.treatments.rules import is_use, record_faults
from wastetrack.treatments.terms import FeedFact, MethodFact

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
STORED = Standing(Content.SEALED, Custody.IN_STORE, Booking.NONE)
DRUM = FeedFact("CODE0001", STORED, True, NOW - timedelta(days=3), 180_000, 180_000)
KNOWN = MethodFact(known=True)


def codes(
    *feeds: FeedFact, method: str = "D10", known: MethodFact = KNOWN, at: datetime = NOW
) -> list[str]:
    return [f.code for f in record_faults(feeds, method, known, at, NOW)]


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        pytest.param({}, [], id="sealed, in store, all of it → fed"),
        pytest.param({"asked_g": 1}, [], id="a part of it → fed"),
        pytest.param(
            {"asked_g": 180_001},
            ["treatments.more_than_on_hand"],
            id="one gram more than there is → refused",
        ),
        pytest.param({"here": False}, ["treatments.not_here"], id="on another site → refused"),
        pytest.param(
            {"standing": replace(STORED, content=Content.FILLING)},
            ["containers.is_filling"],
            id="still open → refused",
        ),
        pytest.param(
            {"standing": replace(STORED, custody=Custody.ON_VEHICLE)},
            ["containers.is_on_vehicle"],
            id="on a vehicle → refused",
        ),
        pytest.param(
            {"standing": replace(STORED, booking=Booking.ON_LINE)},
            ["containers.is_on_line"],
            id="booked on a manifest → refused",
        ),
        pytest.param(
            {"standing": replace(STORED, custody=Custody.SEIZED), "asked_g": 200_000},
            ["containers.is_seized", "treatments.more_than_on_hand"],
            id="seized and too much → both are told",
        ),
    ],
)
def test_feeding(over: dict[str, object], expected: list[str]) -> None:
    assert codes(replace(DRUM, **over)) == expected  # type: ignore[arg-type]  # a table of facts


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        pytest.param(NOW + timedelta(minutes=4), [], id="a clock a little ahead is let pass"),
        pytest.param(
            NOW + timedelta(minutes=6), ["treatments.in_the_future"], id="tomorrow's treatment"
        ),
        pytest.param(
            NOW - timedelta(days=4), ["treatments.before_receipt"], id="before it came here"
        ),
    ],
)
def test_when(at: datetime, expected: list[str]) -> None:
    assert codes(DRUM, at=at) == expected


@pytest.mark.parametrize(
    ("method", "known", "expected"),
    [
        pytest.param("X9", MethodFact(known=False), ["treatments.unknown_method"], id="unknown"),
        pytest.param("G29", KNOWN, ["treatments.not_a_treatment"], id="passing on is no treatment"),
        pytest.param(
            "D10",
            MethodFact(known=True, facility_known=False),
            ["treatments.other_facility"],
            id="a facility of another site",
        ),
    ],
)
def test_how(method: str, known: MethodFact, expected: list[str]) -> None:
    assert codes(DRUM, method=method, known=known) == expected


@pytest.mark.parametrize(
    ("method", "use"), [("R9", True), ("C2", True), ("D10", False), ("C1", False), ("Y10", False)]
)
def test_use_or_disposal(method: str, use: bool) -> None:
    assert is_use(method) is use
