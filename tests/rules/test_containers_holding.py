"""In which capacity a unit holds a container, whose waste is in it, and which moments are believed."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wastetrack.containers.rules import (
    apportion,
    correction_faults,
    held_as_for,
    held_where,
    kilograms,
    own_waste_faults,
    split_faults,
    take_faults,
    when_faults,
)
from wastetrack.containers.terms import HeldAs
from wastetrack.kernel.errors import Violation
from wastetrack.parties.terms import LicenceFacts, LicenceKind

# a busy machine is no fault of the rule
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


def a_licence(kind: LicenceKind, *, storage: bool = True) -> LicenceFacts:
    return LicenceFacts(
        id=UUID(int=1),
        unit_id=UUID(int=2),
        site_id=None,
        kind=kind,
        number="浙危废经第1号",
        codes=("HW08",),
        modes=("collect",),
        annual_scale_g=None,
        storage_right=storage,
        valid_from=date(2026, 1, 1),
        valid_to=date(2026, 12, 31),
        checked=True,
    )


COMPREHENSIVE = a_licence(LicenceKind.COMPREHENSIVE)
COLLECTION = a_licence(LicenceKind.COLLECTION)
PILOT = a_licence(LicenceKind.PILOT)
PILOT_WITHOUT_STORE = a_licence(LicenceKind.PILOT, storage=False)
EXEMPT = a_licence(LicenceKind.EXEMPT)


@pytest.mark.parametrize(
    ("kinds", "licences", "hospital", "code", "held"),
    [
        pytest.param(
            ["disposer"],
            [COMPREHENSIVE],
            False,
            "900-214-08",
            HeldAs.OPERATOR,
            id="a comprehensive permit makes an operator",
        ),
        pytest.param(
            ["collector"],
            [COLLECTION],
            False,
            "900-214-08",
            HeldAs.COLLECTION,
            id="a collection permit has its ninety working days",
        ),
        pytest.param(
            ["collector"],
            [COLLECTION, COMPREHENSIVE],
            False,
            "900-214-08",
            HeldAs.OPERATOR,
            id="the stronger right counts",
        ),
        pytest.param(
            ["collector"],
            [PILOT],
            False,
            "900-214-08",
            HeldAs.PILOT,
            id="the small-producer pilot with a store",
        ),
        pytest.param(
            ["collector"],
            [PILOT_WITHOUT_STORE],
            False,
            "900-214-08",
            HeldAs.PILOT_TEMPORARY,
            id="the pilot without a store only sets down",
        ),
        pytest.param(
            ["collector"],
            [],
            False,
            "900-214-08",
            HeldAs.TEMPORARY,
            id="a collector without a right on record only sets down",
        ),
        pytest.param(
            ["disposer"],
            [COMPREHENSIVE],
            False,
            "841-001-01",
            HeldAs.MEDICAL,
            id="medical waste at a disposer has the medical clock",
        ),
        pytest.param(
            ["producer"],
            [EXEMPT],
            False,
            "900-214-08",
            HeldAs.PRODUCER,
            id="an exempt receiver is bound by no permit clock",
        ),
        pytest.param(
            ["producer"],
            [],
            True,
            "841-001-01",
            HeldAs.HOSPITAL,
            id="medical waste in a hospital has two days",
        ),
        pytest.param(
            ["producer"],
            [],
            True,
            "900-214-08",
            HeldAs.PRODUCER,
            id="a hospital's oil is held like any producer's",
        ),
    ],
)
def test_the_capacity_follows_the_right(
    kinds: list[str], licences: list[LicenceFacts], hospital: bool, code: str, held: HeldAs
) -> None:
    assert (
        held_as_for(unit_kinds=kinds, licences=licences, is_hospital=hospital, waste_code=code)
        is held
    )


@pytest.mark.parametrize(
    ("held", "chilled", "then"),
    [
        pytest.param(HeldAs.MEDICAL, True, HeldAs.MEDICAL_CHILLED, id="into the cold store"),
        pytest.param(HeldAs.MEDICAL_CHILLED, False, HeldAs.MEDICAL, id="out of it again"),
        pytest.param(HeldAs.OPERATOR, True, HeldAs.OPERATOR, id="other waste has no such limit"),
        pytest.param(HeldAs.HOSPITAL, True, HeldAs.HOSPITAL, id="nor has a hospital"),
    ],
)
def test_only_a_disposers_medical_waste_has_a_limit_of_its_own_in_the_cold(
    held: HeldAs, chilled: bool, then: HeldAs
) -> None:
    assert held_where(held, chilled=chilled) is then


@CALM
@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=6), st.integers(1, 10**9))
def test_shares_of_a_part_are_exact_and_never_more_than_the_whole(
    grams: list[int], part: int
) -> None:
    shares = {f"origin {n}": mass for n, mass in enumerate(grams)}
    part = min(part, sum(shares.values()))
    given_out = apportion(shares, part)
    assert sum(given_out.values()) == part
    assert all(0 < mass <= shares[key] for key, mass in given_out.items())


def test_nothing_has_no_shares() -> None:
    assert apportion({}, 5) == {}


def codes(found: list[Violation]) -> list[str]:
    return [violation.code for violation in found]


@pytest.mark.parametrize(
    ("at", "told"),
    [
        pytest.param(NOW, [], id="now"),
        pytest.param(NOW + timedelta(minutes=5), [], id="a clock five minutes fast is believed"),
        pytest.param(
            NOW + timedelta(minutes=5, seconds=1), ["containers.in_the_future"], id="the future"
        ),
        pytest.param(NOW - timedelta(days=800), [], id="two years ago may be entered late"),
        pytest.param(
            NOW - timedelta(days=9000), ["containers.too_long_ago"], id="a mistyped century"
        ),
    ],
)
def test_claimed_moments_are_bounded(at: datetime, told: list[str]) -> None:
    assert codes(when_faults(at, NOW, "at")) == told


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        pytest.param([60, 40], [], id="parts that weigh the whole"),
        pytest.param([100], ["containers.split_parts"], id="one part is no split"),
        pytest.param([100, 0], ["containers.split_parts"], id="an empty part is no part"),
        pytest.param([60, 39], ["containers.split_sum"], id="a gram got lost"),
        pytest.param([60, 41], ["containers.split_sum"], id="a gram came from nowhere"),
    ],
)
def test_a_split_keeps_every_gram(parts: list[int], told: list[str]) -> None:
    assert codes(split_faults(100, parts)) == told


def test_no_more_is_taken_than_is_there() -> None:
    assert codes(take_faults(100, 100)) == []
    assert codes(take_faults(100, 101)) == ["containers.more_than_there"]
    assert codes(take_faults(None, 1)) == ["containers.more_than_there"]


def test_only_a_producer_writes_off_its_waste() -> None:
    assert own_waste_faults(HeldAs.PRODUCER, "x") == []
    assert own_waste_faults(HeldAs.HOSPITAL, "x") == []
    assert codes(own_waste_faults(HeldAs.OPERATOR, "x")) == ["x"]


def test_a_correction_tells_all_its_faults_at_once() -> None:
    assert codes(correction_faults([], sealed=True)) == ["containers.nothing_changed"]
    found = correction_faults(["mass_g", "first_waste_at"], sealed=False)
    assert codes(found) == ["containers.seal_to_weigh"]


@pytest.mark.parametrize(
    ("grams", "text"), [(182_400, "182.4"), (100_000, "100"), (1, "0.001"), (1_050, "1.05")]
)
def test_kilograms_have_no_idle_zeros(grams: int, text: str) -> None:
    assert kilograms(grams) == text
