"""Whether a vehicle and its crew may carry waste on a day."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from wastetrack.access.policy import Action
from wastetrack.kernel.errors import Refused
from wastetrack.parties.terms import CrewKind, LicenceFacts, LicenceKind
from wastetrack.trips.machine import STEPS, allowed, step
from wastetrack.trips.rules import day_ahead, fit_for_road, told_about_day, told_about_load
from wastetrack.trips.terms import CrewFacts, TripState, VehicleFacts

DAY = date(2026, 11, 25)
UNIT, OTHER = UUID(int=1), UUID(int=2)
VEHICLE = VehicleFacts(UNIT, "浙D12345", "运1", DAY)
DRIVER = CrewFacts(UUID(int=3), UNIT, CrewKind.DRIVER, "驾驶员", "资1", DAY)
ESCORT = CrewFacts(UUID(int=4), UNIT, CrewKind.ESCORT, "押运员", "资2", DAY)
LICENCE = LicenceFacts(
    id=UUID(int=5),
    unit_id=UNIT,
    site_id=None,
    kind=LicenceKind.TRANSPORT,
    number="运输1",
    codes=(),
    modes=(),
    annual_scale_g=None,
    storage_right=False,
    valid_from=date(2026, 1, 1),
    valid_to=DAY,
    checked=True,
)
BEFORE = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("over", "found"),
    [
        pytest.param({}, [], id="all documents end on the day itself: allowed"),
        pytest.param(
            {"licences": [replace(LICENCE, valid_to=BEFORE)]},
            ["no_transport_licence"],
            id="transport licence expired the day before: refused",
        ),
        pytest.param({"licences": []}, ["no_transport_licence"], id="no transport licence"),
        pytest.param(
            {"vehicle": replace(VEHICLE, permit_valid_to=BEFORE)},
            ["vehicle_permit"],
            id="vehicle permit expired the day before: refused",
        ),
        pytest.param(
            {"vehicle": replace(VEHICLE, unit_id=OTHER)},
            ["vehicle_not_yours"],
            id="another carrier's vehicle: refused",
        ),
        pytest.param(
            {"vehicle": replace(VEHICLE, active=False)},
            ["vehicle_not_yours"],
            id="a vehicle out of use: refused",
        ),
        pytest.param(
            {"driver": replace(DRIVER, qualification_valid_to=BEFORE)},
            ["qualification"],
            id="driver's qualification expired the day before: refused",
        ),
        pytest.param(
            {"driver": replace(DRIVER, kind=CrewKind.ESCORT)}, ["not_a_driver"], id="escort drives"
        ),
        pytest.param(
            {"escort": replace(ESCORT, kind=CrewKind.DRIVER)},
            ["not_an_escort"],
            id="driver escorts",
        ),
        pytest.param(
            {"escort": replace(ESCORT, unit_id=OTHER)},
            ["person_not_yours"],
            id="another carrier's escort: refused",
        ),
        pytest.param(
            {"escort": DRIVER}, ["not_an_escort", "one_person"], id="one person in both seats"
        ),
    ],
)
def test_who_and_what_may_go(over: dict[str, Any], found: list[str]) -> None:
    values: dict[str, Any] = {
        "carrier_unit_id": UNIT,
        "planned_on": DAY,
        "vehicle": VEHICLE,
        "driver": DRIVER,
        "escort": ESCORT,
        "licences": [LICENCE],
        **over,
    }
    assert [f.code.removeprefix("trips.") for f in fit_for_road(**values)] == found


def test_a_trip_is_planned_for_today_or_later() -> None:
    assert day_ahead(DAY, DAY) == []
    assert [f.code for f in day_ahead(BEFORE, DAY)] == ["trips.day_past"]


def test_a_second_trip_of_the_vehicle_that_day_is_told() -> None:
    assert told_about_day(["浙D99999"], "浙D12345") == []
    (told,) = told_about_day(["浙D12345", "浙D99999"], "浙D12345")
    assert (told.code, told.params["others"]) == ("trips.same_vehicle_day", 1)


def test_more_than_the_vehicle_carries_is_told() -> None:
    assert told_about_load(None, 9_000_000, "浙D12345") == []
    assert told_about_load(5_000_000, 5_000_000, "浙D12345") == []
    assert [f.code for f in told_about_load(5_000_000, 5_000_001, "浙D12345")] == [
        "trips.over_load"
    ]


@pytest.mark.parametrize(
    ("state", "action", "code"),
    [
        pytest.param("planned", Action.TRIP_CLOSE, "not_started", id="close before it starts"),
        pytest.param("under_way", Action.TRIP_CANCEL, "already_started", id="cancel on the road"),
        pytest.param("closed", Action.TRIP_CHANGE, "is_closed", id="change when closed"),
        pytest.param("cancelled", Action.TRIP_START, "is_cancelled", id="start when cancelled"),
    ],
)
def test_a_wrong_step_says_which_state_is_in_the_way(state: str, action: Action, code: str) -> None:
    with pytest.raises(Refused) as refused:
        step(action, TripState(state))
    assert refused.value.codes == (f"trips.{code}",)


def test_every_step_of_the_table_is_offered_in_its_states() -> None:
    for row in STEPS:
        for state in TripState:
            assert (row.action in allowed(state)) == (state in row.sources)
