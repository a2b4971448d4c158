"""What is told about a place, and which wastes may stand together."""

import pytest

from wastetrack.containers.rules import mass_advice, neighbour_advice, store_advice
from wastetrack.containers.rules.segregation import Group, group_of, verdict_of
from wastetrack.containers.terms import Neighbour, PartitionFact, Stored, StoreFact
from wastetrack.kernel.errors import Violation
from wastetrack.parties.terms import FacilityKind

OIL = Stored("900-214-08", "废机油", "T,I")
ACID = Stored("900-300-34", "废酸", "C,T")
ALKALI = Stored("900-352-35", "废碱", "C,T")
CYANIDE = Stored("336-104-33", "含氰废物", "R,T")
SLUDGE = Stored("336-064-17", "污泥", "T")
RAGS = Stored("900-041-49", "含油抹布", "T/In")
INK = Stored("900-253-12", "废油墨", "T,I")
MEDICAL = Stored("841-001-01", "感染性废物", "In")
WATER = Stored("900-999-49", "遇水反应物", "R")
UNKNOWN = Stored("900-000-99", "未知", "")
STRONG = Stored("900-349-99", "未知腐蚀物", "C")


def codes(found: list[Violation]) -> list[str]:
    return [violation.code for violation in found]


def a_point(**over: object) -> StoreFact:
    values: dict[str, object] = {
        "name": "贮存点",
        "kind": FacilityKind.POINT,
        "capacity_g": 3_000_000,
        "mass_g": 1_000_000,
        "point_limit_g": 3_000_000,
        "point_basis": "GB 18597",
        **over,
    }
    return StoreFact(**values)  # type: ignore[arg-type]  # the values are a test's table


def a_part(**over: object) -> PartitionFact:
    values: dict[str, object] = {
        "name": "一区",
        "waste_codes": (),
        "hazards": "",
        "capacity_g": None,
        "mass_g": 0,
        **over,
    }
    return PartitionFact(**values)  # type: ignore[arg-type]  # the values are a test's table


@pytest.mark.parametrize(
    ("store", "part", "told"),
    [
        pytest.param(a_point(), None, [], id="a point below its limit says nothing"),
        pytest.param(a_point(mass_g=3_000_000), None, [], id="exactly three tonnes is no overrun"),
        pytest.param(
            a_point(mass_g=3_000_001, capacity_g=None),
            None,
            ["containers.point_full"],
            id="a gram over three tonnes in a point is told",
        ),
        pytest.param(
            a_point(mass_g=5_000_000, kind=FacilityKind.STORE, capacity_g=None),
            None,
            [],
            id="the three tonnes bind points only",
        ),
        pytest.param(
            a_point(mass_g=2_000_000, capacity_g=1_500_000),
            None,
            ["containers.over_capacity"],
            id="over the registered capacity is told",
        ),
        pytest.param(
            a_point(has_partitions=True),
            None,
            ["containers.no_partition"],
            id="a store with partitions asks which one",
        ),
        pytest.param(
            a_point(),
            a_part(waste_codes=("900-300-34",)),
            ["containers.wrong_partition"],
            id="a partition for another waste is told",
        ),
        pytest.param(
            a_point(),
            a_part(hazards="T"),
            ["containers.wrong_hazard"],
            id="a property the partition is not made for is told",
        ),
        pytest.param(
            a_point(),
            a_part(waste_codes=("900-214-08",), hazards="T,I", capacity_g=10, mass_g=11),
            ["containers.over_capacity"],
            id="the right partition can still be too full",
        ),
    ],
)
def test_a_place_is_judged(store: StoreFact, part: PartitionFact | None, told: list[str]) -> None:
    assert codes(store_advice(OIL, store, part)) == told


@pytest.mark.parametrize(
    ("mass", "lot", "told"),
    [
        pytest.param(182_400, False, [], id="a drum of 182 kg is plausible"),
        pytest.param(None, False, [], id="nothing is said before weighing"),
        pytest.param(1_824_000, False, ["containers.mass_implausible"], id="a slipped decimal"),
        pytest.param(182, False, ["containers.mass_implausible"], id="grams read as kilograms"),
        pytest.param(30_000_000, True, [], id="a lot has no container to compare with"),
    ],
)
def test_a_mass_is_held_against_the_volume(mass: int | None, lot: bool, told: list[str]) -> None:
    assert codes(mass_advice(mass, 200, is_lot=lot)) == told


@pytest.mark.parametrize(
    ("other", "same", "told"),
    [
        pytest.param(OIL, True, [], id="the same waste stands with itself"),
        pytest.param(INK, True, [], id="two organics may share a partition"),
        pytest.param(SLUDGE, True, [], id="sludge may stand beside oil"),
        pytest.param(RAGS, True, [], id="a garage keeps oily rags beside its oil"),
        pytest.param(ACID, True, ["containers.keep_apart"], id="acid not in oil's partition"),
        pytest.param(ACID, False, [], id="acid in another partition is fine"),
        pytest.param(CYANIDE, True, ["containers.keep_apart"], id="cyanide apart from oil"),
        pytest.param(MEDICAL, False, ["containers.never_together"], id="medical waste alone"),
        pytest.param(WATER, False, ["containers.never_together"], id="water-reactive alone"),
        pytest.param(UNKNOWN, True, ["containers.pair_undecided"], id="unknown is never harmless"),
    ],
)
def test_neighbours_of_oil_are_judged(other: Stored, same: bool, told: list[str]) -> None:
    assert codes(neighbour_advice(OIL, [Neighbour(other, same)])) == told


def test_acid_and_cyanide_may_not_even_share_a_store() -> None:
    assert codes(neighbour_advice(ACID, [Neighbour(CYANIDE, False)])) == [
        "containers.never_together"
    ]


def test_a_corrosive_of_unknown_kind_is_undecided_beside_acid_and_alkali() -> None:
    for other in (ACID, ALKALI):
        assert verdict_of(STRONG, other).value == "undecided"


def test_every_group_has_a_verdict_with_every_other_and_it_does_not_depend_on_the_order() -> None:
    everything = (OIL, ACID, ALKALI, CYANIDE, SLUDGE, MEDICAL, WATER, UNKNOWN, STRONG)
    for one in everything:
        for other in everything:
            assert verdict_of(one, other) == verdict_of(other, one)


@pytest.mark.parametrize(
    ("waste", "group"),
    [
        pytest.param(ACID, Group.ACID, id="HW34 is acid whatever its letters"),
        pytest.param(CYANIDE, Group.CYANIDE, id="HW33 is cyanide"),
        pytest.param(SLUDGE, Group.GENERAL, id="only toxic is general"),
        pytest.param(STRONG, Group.CORROSIVE, id="corrosive of no known category"),
        pytest.param(UNKNOWN, Group.UNKNOWN, id="without letters it is unknown"),
        pytest.param(RAGS, Group.GENERAL, id="oily rags are no medical waste"),
        pytest.param(Stored("900-041-99", "坏", "X"), Group.UNKNOWN, id="unreadable is unknown"),
    ],
)
def test_a_waste_has_a_group(waste: Stored, group: Group) -> None:
    assert group_of(waste) is group
