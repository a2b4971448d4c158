"""What a licence covers, and which particulars fit its kind."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from wastetrack.kernel.errors import Violation
from wastetrack.parties.rules import (
    any_covers,
    document_state,
    facility_faults,
    licence_covers,
    licence_faults,
    outside_licence_faults,
    partition_faults,
    parts_faults,
    scale_left,
    transport_covers,
    unknown_codes,
)
from wastetrack.parties.terms import DocumentState, FacilityKind, LicenceFacts, LicenceKind, Mode

T = 1_000_000
DAY = date(2026, 11, 24)
PERMIT = LicenceFacts(
    id=UUID(int=1),
    unit_id=UUID(int=2),
    site_id=None,
    kind=LicenceKind.COMPREHENSIVE,
    number="3306000001",
    codes=("900-214-08", "HW49"),
    modes=(Mode.COLLECT, Mode.STORE, Mode.USE),
    annual_scale_g=500 * T,
    storage_right=True,
    valid_from=date(2024, 1, 1),
    valid_to=date(2026, 12, 31),
    checked=True,
)
ROAD = replace(PERMIT, kind=LicenceKind.TRANSPORT, codes=(), modes=())


def codes(found: list[Violation]) -> list[str]:
    return [violation.code for violation in found]


@pytest.mark.parametrize(
    ("code", "mode", "on", "expected"),
    [
        pytest.param("900-214-08", Mode.USE, DAY, [], id="code, mode and day fit"),
        pytest.param("900-041-49", Mode.USE, DAY, [], id="a whole category covers its codes"),
        pytest.param("900-249-08", Mode.USE, DAY, ["parties.licence_scope"], id="another code"),
        pytest.param("900-214-08", Mode.DISPOSE, DAY, ["parties.licence_mode"], id="another mode"),
        pytest.param("900-214-08", None, DAY, [], id="mode not asked"),
        pytest.param("900-214-08", Mode.USE, date(2024, 1, 1), [], id="its first day counts"),
        pytest.param("900-214-08", Mode.USE, date(2026, 12, 31), [], id="its last day counts"),
        pytest.param(
            "900-214-08",
            Mode.USE,
            date(2023, 12, 31),
            ["parties.licence_not_yet"],
            id="the day before it begins",
        ),
        pytest.param(
            "336-064-17",
            Mode.DISPOSE,
            date(2027, 1, 1),
            ["parties.licence_expired", "parties.licence_scope", "parties.licence_mode"],
            id="the day after it ends, and all other faults are told too",
        ),
    ],
)
def test_a_permit_covers_code_mode_and_day(
    code: str, mode: Mode | None, on: date, expected: list[str]
) -> None:
    assert codes(licence_covers(PERMIT, code, mode, on)) == expected


def test_a_permit_that_was_ended_covers_nothing_from_that_day() -> None:
    ended = replace(PERMIT, ended_on=DAY)
    assert codes(licence_covers(ended, "900-214-08", Mode.USE, DAY)) == ["parties.licence_ended"]
    assert licence_covers(ended, "900-214-08", Mode.USE, date(2026, 11, 23)) == []


def test_of_several_permits_the_nearest_one_explains() -> None:
    old = replace(PERMIT, valid_to=date(2025, 1, 1), codes=("900-249-08",))
    assert any_covers([old, PERMIT], "900-214-08", Mode.USE, DAY) == []
    assert codes(any_covers([old, PERMIT], "900-214-08", Mode.DISPOSE, DAY)) == [
        "parties.licence_mode"
    ]
    assert codes(any_covers([ROAD], "900-214-08", Mode.USE, DAY)) == ["parties.licence_none"]


def test_a_road_licence_carries_and_takes_no_waste() -> None:
    assert licence_covers(ROAD, "900-214-08", None, DAY) == []
    assert codes(licence_covers(ROAD, "900-214-08", Mode.USE, DAY)) == ["parties.licence_kind"]
    assert transport_covers([PERMIT, ROAD], DAY) == []
    assert codes(transport_covers([PERMIT], DAY)) == ["parties.transport_none"]
    assert codes(transport_covers([ROAD], date(2027, 1, 1))) == ["parties.licence_expired"]


def test_the_scale_counts_what_was_accepted_and_what_is_under_way() -> None:
    assert scale_left(500 * T, 300 * T, 50 * T) == 150 * T
    assert scale_left(500 * T, 480 * T, 50 * T) == -30 * T
    assert scale_left(None, 480 * T, 50 * T) is None


@pytest.mark.parametrize(
    ("valid_to", "ended", "expected"),
    [
        (date(2026, 11, 23), None, DocumentState.EXPIRED),
        (date(2026, 11, 24), None, DocumentState.SOON),
        (date(2027, 1, 23), None, DocumentState.SOON),
        (date(2027, 1, 24), None, DocumentState.VALID),
        (date(2027, 1, 24), DAY, DocumentState.ENDED),
    ],
)
def test_a_document_tells_early_that_it_runs_out(
    valid_to: date, ended: date | None, expected: DocumentState
) -> None:
    assert document_state(valid_to, DAY, ended) is expected


@pytest.mark.parametrize(
    ("kind", "modes", "scope", "expected"),
    [
        pytest.param(LicenceKind.COMPREHENSIVE, [Mode.USE], ["HW08"], [], id="a whole permit"),
        pytest.param(LicenceKind.TRANSPORT, [], [], [], id="a road licence has no scope"),
        pytest.param(
            LicenceKind.COLLECTION,
            [Mode.COLLECT, Mode.DISPOSE],
            ["900-214-08"],
            ["parties.mode_not_of_kind"],
            id="a collector's permit does not dispose",
        ),
        pytest.param(
            LicenceKind.PILOT,
            [],
            [],
            ["parties.scope_missing", "parties.modes_missing"],
            id="an approval needs scope and modes",
        ),
    ],
)
def test_particulars_fit_the_kind(
    kind: LicenceKind, modes: list[Mode], scope: list[str], expected: list[str]
) -> None:
    dates = (date(2026, 1, 1), date(2026, 12, 31))
    assert codes(licence_faults(kind, modes, scope, dates)) == expected


def test_a_validity_runs_forward() -> None:
    dates = (date(2026, 1, 2), date(2026, 1, 1))
    found = licence_faults(LicenceKind.TRANSPORT, [], [], dates)
    assert codes(found) == ["parties.validity_reversed"]


@pytest.mark.parametrize(
    ("kind", "number", "dates", "expected"),
    [
        (None, "", None, []),
        (LicenceKind.EXEMPT, "浙1", (DAY, DAY), []),
        (
            LicenceKind.EXEMPT,
            "",
            None,
            ["parties.licence_number_missing", "parties.licence_dates_missing"],
        ),
        (
            LicenceKind.EXEMPT,
            "浙1",
            (DAY, date(2026, 1, 1)),
            ["parties.validity_reversed"],
        ),
    ],
)
def test_an_outside_permit_is_whole_or_absent(
    kind: LicenceKind | None, number: str, dates: tuple[date, date] | None, expected: list[str]
) -> None:
    assert codes(outside_licence_faults(kind, number, dates)) == expected


def test_a_scope_names_codes_and_categories_of_the_catalogue() -> None:
    known = ["900-214-08", "900-041-49"]
    scope = ["900-214-08", "HW49", "900-000-12", "HW07", "900-999-08"]
    found = unknown_codes(scope, known, "codes")
    assert [v.params["input"] for v in found] == ["HW07", "900-999-08"]


@pytest.mark.parametrize(
    ("kind", "capacity", "expected"),
    [
        pytest.param(FacilityKind.POINT, 3 * T, [], id="a point of exactly the limit"),
        pytest.param(
            FacilityKind.POINT, 3 * T + 1, ["parties.point_over_limit"], id="a gram over it"
        ),
        pytest.param(FacilityKind.STORE, 50 * T, [], id="a store has no such limit"),
        pytest.param(FacilityKind.STORE, None, ["parties.capacity_missing"], id="without capacity"),
        pytest.param(FacilityKind.PRODUCTION, None, [], id="a machine stores nothing"),
    ],
)
def test_a_store_has_its_capacity(
    kind: FacilityKind, capacity: int | None, expected: list[str]
) -> None:
    assert codes(facility_faults(kind, capacity, 3 * T)) == expected


def test_parts_of_a_store_hold_no_more_than_the_store() -> None:
    assert partition_faults(2 * T, 1 * T, 3 * T) == []
    assert codes(partition_faults(2 * T + 1, 1 * T, 3 * T)) == ["parties.partition_over"]
    assert partition_faults(None, 1 * T, 3 * T) == []
    assert codes(parts_faults([2 * T, 1 * T], 2 * T)) == ["parties.smaller_than_parts"]
    assert parts_faults([2 * T, 1 * T], None) == []
