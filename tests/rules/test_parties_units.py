"""Credit codes, who waits, classes, and what a unit may still do."""

import pytest

from wastetrack.parties.rules import (
    annual_quantity,
    check_character,
    class_of,
    code_faults,
    kind_faults,
    may_file,
    may_open,
    search_text,
    starts_as,
    town_faults,
)
from wastetrack.parties.terms import Band, ClassFacts, ManagementClass, UnitKind, UnitState

T = 1_000_000
GOOD = [
    "91512081MA62K0260E",
    "91330604146165334B",
    "11330600MB18967509",
    "91110000802100433B",
    "91330100799655058B",
]


@pytest.mark.parametrize("code", GOOD)
def test_a_published_code_passes_the_check(code: str) -> None:
    assert check_character(code[:17]) == code[17]
    assert code_faults(code, None) == []


@pytest.mark.parametrize("code", ["91350100M000100Y4Z", "91350211M0000XUF46"])
def test_a_code_that_fails_is_told_and_goes_on_with_a_reason(code: str) -> None:
    assert [v.code for v in code_faults(code, None)] == ["parties.code_checksum"]
    assert code_faults(code, "营业执照上就是这个代码") == []


@pytest.mark.parametrize("position", range(18))
def test_one_wrong_character_is_always_found(position: int) -> None:
    code = "91330604146165334B"
    other = "0" if code[position] != "0" else "1"
    assert code_faults(code[:position] + other + code[position + 1 :], None)


@pytest.mark.parametrize(
    ("kinds", "band", "state"),
    [
        pytest.param([UnitKind.PRODUCER], Band.UNDER_10, UnitState.ACTIVE, id="a workshop starts"),
        pytest.param([UnitKind.PRODUCER], Band.UNDER_100, UnitState.PENDING, id="10 t waits"),
        pytest.param([UnitKind.PRODUCER], Band.OVER_100, UnitState.PENDING, id="100 t waits"),
        pytest.param([UnitKind.COLLECTOR], Band.UNDER_10, UnitState.PENDING, id="collectors wait"),
        pytest.param([UnitKind.CARRIER], Band.UNDER_10, UnitState.PENDING, id="carriers wait"),
        pytest.param(
            [UnitKind.PRODUCER, UnitKind.DISPOSER],
            Band.UNDER_10,
            UnitState.PENDING,
            id="a producer that also disposes waits",
        ),
        pytest.param([UnitKind.AUTHORITY], Band.UNDER_10, UnitState.PENDING, id="bureaus wait"),
    ],
)
def test_who_waits_and_who_starts_at_once(
    kinds: list[UnitKind], band: Band, state: UnitState
) -> None:
    assert starts_as(kinds, band) is state


def test_an_authority_is_nothing_else() -> None:
    mixed = kind_faults([UnitKind.AUTHORITY, UnitKind.PRODUCER])
    assert [v.code for v in mixed] == ["parties.authority_alone"]
    assert kind_faults([UnitKind.AUTHORITY]) == []
    assert kind_faults([UnitKind.PRODUCER, UnitKind.CARRIER]) == []


@pytest.mark.parametrize(
    ("state", "filing", "opening"),
    [
        (UnitState.ACTIVE, [], []),
        (UnitState.OUTSIDE, [], []),
        (UnitState.PENDING, ["parties.waits"], []),
        (UnitState.REJECTED, ["parties.rejected"], ["parties.rejected_no_new"]),
    ],
)
def test_a_rejection_stops_the_new_and_lets_the_old_move(
    state: UnitState, filing: list[str], opening: list[str]
) -> None:
    assert [v.code for v in may_file(state)] == filing
    assert [v.code for v in may_open(state)] == opening


@pytest.mark.parametrize(
    ("by_year", "expected"),
    [
        pytest.param({}, 7 * T, id="less than a year: the assessment's figure"),
        pytest.param({2025: 3 * T}, 3 * T, id="one year: what was made"),
        pytest.param({2024: 12 * T, 2025: 3 * T}, 12 * T, id="two years: the larger"),
        pytest.param(
            {2022: 90 * T, 2023: 1 * T, 2024: 2 * T, 2025: 3 * T}, 3 * T, id="only the last three"
        ),
        pytest.param({2021: 90 * T}, 7 * T, id="idle for longer: the assessment's figure"),
        pytest.param({2026: 90 * T}, 7 * T, id="the running year does not count"),
    ],
)
def test_the_yearly_mass_follows_the_last_three_years(
    by_year: dict[int, int], expected: int
) -> None:
    assert annual_quantity(by_year, 2026, 7 * T) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(ClassFacts(10 * T - 1), ManagementClass.REGISTERED, id="just under 10 t"),
        pytest.param(ClassFacts(10 * T), ManagementClass.SIMPLE, id="10 t exactly"),
        pytest.param(ClassFacts(100 * T - 1), ManagementClass.SIMPLE, id="just under 100 t"),
        pytest.param(ClassFacts(100 * T), ManagementClass.KEY, id="100 t exactly"),
        pytest.param(ClassFacts(0, own_treatment=True), ManagementClass.KEY, id="own treatment"),
        pytest.param(ClassFacts(0, permit=True), ManagementClass.KEY, id="a permit"),
    ],
)
def test_the_class_follows_mass_treatment_and_permit(
    facts: ClassFacts, expected: ManagementClass
) -> None:
    assert class_of(facts) is expected


def test_a_town_is_one_of_the_districts_and_a_county_is_elsewhere() -> None:
    names = {"330604001": "百官街道"}
    assert town_faults("330604001", names) == []
    assert town_faults("330602", names) == []
    assert [v.code for v in town_faults("330604999", names)] == ["parties.unknown_town"]


@pytest.mark.parametrize("typed", ["汽修", "91330604", "sjqxc", "qixiu", "SJQXC".lower()])
def test_a_unit_is_found_by_name_code_initials_and_pinyin(typed: str) -> None:
    assert typed in search_text("舜江汽修厂", "91330604146165334B")
