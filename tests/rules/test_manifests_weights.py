"""Weights at hand-over, at the gate and afterwards; numbers, moments and corrections."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wastetrack.access.policy import Position
from wastetrack.manifests.rules import (
    Around,
    accept_faults,
    affected,
    consent_of_three,
    correction_faults,
    is_covered,
    number_faults,
    outcome_faults,
    paper_faults,
    query_faults,
    sign_faults,
    still_out,
    value_faults,
    when_faults,
)
from wastetrack.manifests.terms import Decision, Dimension, LineFact, State, Weighed

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
A, B = UUID(int=1), UUID(int=2)
FACT = LineFact(1, "900-214-08", "废机油", "ABCD2345", 100, 100, 1, 1)
WHOLE = Weighed(1, 100, 100, 0, 0, "R9")
PARTLY = Weighed(1, 100, 60, 40, 0, "R9", (Dimension.PROPERTY,))


ACCEPTING: list[tuple[str, list[Weighed], bool, list[str]]] = [
    ("all accepted as shipped", [WHOLE], False, []),
    ("a recorded difference balances", [replace(WHOLE, accepted_g=98, difference_g=2)], False, []),
    ("more on our scale is a negative difference",
     [replace(WHOLE, accepted_g=103, difference_g=-3)], False, []),
    ("an unexplained kilogram is refused", [replace(WHOLE, accepted_g=99)], False,
     ["manifests.line_unbalanced"]),
    ("accepted without method", [replace(WHOLE, method=None)], False, ["manifests.method_missing"]),
    ("partly refused and reported", [PARTLY], True, []),
    ("partly refused and not reported", [PARTLY], False, ["manifests.report_missing"]),
    ("refused without saying in what", [replace(PARTLY, dimensions=())], True,
     ["manifests.dimension_missing"]),
    ("nothing accepted at all is a refusal, not an acceptance",
     [Weighed(1, 100, 0, 100, 0, None, (Dimension.NAME,))], True, ["manifests.nothing_accepted"]),
    ("neither accepted nor refused", [Weighed(1, 100, 0, 0, 100)], False,
     ["manifests.line_undecided", "manifests.nothing_accepted"]),
    ("refusing all and yet accepting some", [replace(PARTLY, refused_g=110, difference_g=-70)], True,
     ["manifests.refused_too_much"]),
    ("nearly all of a drum is gone: that is a mismatch in quantity",
     [Weighed(1, 35_500, 100, 0, 35_400, "R9")], False, ["manifests.quantity_unsaid"]),
    ("a fifth of a drum may be the bridge's", [Weighed(1, 35_500, 28_400, 0, 7_100, "R9")], False, []),
    ("40 kg of a heavier load may be the bridge's",
     [Weighed(1, 900_000, 860_000, 0, 40_000, "R9")], False, []),
    ("more than that is none", [Weighed(1, 900_000, 859_999, 0, 40_001, "R9")], False,
     ["manifests.quantity_unsaid"]),
    ("1 in 100 of a tanker may be the bridge's",
     [Weighed(1, 8_000_000, 7_920_000, 0, 80_000, "R9")], False, []),
    ("a line was forgotten", [], False, ["manifests.lines_undecided"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "reported", "expected"), [c[1:] for c in ACCEPTING], ids=[c[0] for c in ACCEPTING]
)
def test_at_the_gate(lines: list[Weighed], reported: bool, expected: list[str]) -> None:
    assert [f.code for f in accept_faults(lines, 1, reported=reported)] == expected


@given(st.integers(1, 10**9), st.integers(0, 10**9), st.integers(0, 10**9))
def test_only_a_balanced_line_passes(shipped: int, accepted: int, refused: int) -> None:
    difference = shipped - accepted - refused
    line = Weighed(1, shipped, accepted, refused, difference, "R9", (Dimension.QUANTITY,))
    unbalanced = replace(line, difference_g=difference + 1)
    assert "manifests.line_unbalanced" not in [
        f.code for f in accept_faults([line], 1, reported=True)
    ]
    assert "manifests.line_unbalanced" in [
        f.code for f in accept_faults([unbalanced], 1, reported=True)
    ]


@pytest.mark.parametrize(
    ("shipped", "left", "reason", "expected"),
    [
        pytest.param([A], [], "", [], id="one weighed line leaves"),
        pytest.param([], [B], "漏了", [], id="one stays with a reason, the other leaves"),
        pytest.param([], [B], "", ["manifests.left_reason_missing"], id="one stays without reason"),
        pytest.param([], [A, B], "漏了", ["manifests.nothing_loaded"], id="nothing leaves"),
        pytest.param([A], [A], "漏了", ["manifests.both_shipped_and_left"], id="both at once"),
        pytest.param([UUID(int=9)], [], "", ["manifests.unknown_line"], id="a foreign line"),
    ],
)
def test_at_hand_over(
    shipped: list[UUID], left: list[UUID], reason: str, expected: list[str]
) -> None:
    lines = {A: FACT, B: replace(FACT, number=2)}
    assert [f.code for f in sign_faults(lines, shipped, left, reason)] == expected


@pytest.mark.parametrize(
    ("accepted", "done", "grams", "expected"),
    [
        pytest.param(100, 40, 60, [], id="the rest"),
        pytest.param(100, 40, 61, ["manifests.outcome_too_much"], id="a gram more than the rest"),
        pytest.param(100, 0, 0, ["manifests.outcome_too_much"], id="nothing"),
        pytest.param(None, 0, 1, ["manifests.not_accepted_yet"], id="before acceptance"),
    ],
)
def test_an_outcome(accepted: int | None, done: int, grams: int, expected: list[str]) -> None:
    assert [f.code for f in outcome_faults(accepted, done, grams)] == expected


def test_it_is_covered_when_every_accepted_gram_has_an_outcome() -> None:
    assert is_covered([(100, 100), (0, 0), (None, 0)])
    assert not is_covered([(100, 99)])
    assert still_out([(Decision.ACCEPTED, None), (Decision.ACCEPTED, Decision.RETURNING)])
    assert still_out([(Decision.SHORT, None)])
    assert not still_out([(Decision.ACCEPTED, None), (Decision.RETURNED, Decision.RETURNED)])


def test_a_query_names_lines_of_the_manifest_once() -> None:
    assert query_faults([A], {A, B}) == []
    assert [f.code for f in query_faults([UUID(int=9)], {A})] == ["manifests.unknown_line"]
    assert [f.code for f in query_faults([A, A], {A})] == ["manifests.line_twice"]


def test_an_annulment_needs_three() -> None:
    assert not consent_of_three(["consignor", "receiver"])
    assert consent_of_three(["authority", "consignor", "receiver"])


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param("20263306000001", [], id="this year, Shaoxing"),
        pytest.param("20263301000001", ["manifests.number_prefecture"], id="another prefecture"),
        pytest.param("20243306000001", ["manifests.number_year"], id="two years ago"),
        pytest.param(
            "20243301000001",
            ["manifests.number_prefecture", "manifests.number_year"],
            id="both wrong: both told",
        ),
    ],
)
def test_an_official_number(number: str, expected: list[str]) -> None:
    assert [f.code for f in number_faults(number, "330604001", NOW, NOW)] == expected


def test_a_manifest_filed_in_december_may_carry_that_years_number_in_january() -> None:
    january = datetime(2027, 1, 3, tzinfo=UTC)
    assert number_faults("20263306000001", "330604001", NOW, january) == []


def test_paper_needs_number_and_ground_together() -> None:
    assert paper_faults(None, None) == paper_faults("ZZ1", "停电") == []
    assert [f.code for f in paper_faults("ZZ1", None)] == ["manifests.paper_ground_missing"]
    assert [f.code for f in paper_faults(None, "停电")] == ["manifests.paper_no_missing"]


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        pytest.param(4, [], id="a clock four minutes fast is borne"),
        pytest.param(6, ["manifests.in_future"], id="six minutes ahead is not"),
        pytest.param(-90, ["manifests.before_previous"], id="before the step it follows"),
    ],
)
def test_a_claimed_moment(minutes: int, expected: list[str]) -> None:
    at = NOW + timedelta(minutes=minutes)
    assert [f.code for f in when_faults(at, NOW, NOW - timedelta(hours=1))] == expected


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        pytest.param("consignor_handler", "王师傅", [], id="a name"),
        pytest.param("state", "closed", ["manifests.not_correctable"], id="the state is no field"),
        pytest.param("method", "焚烧", ["manifests.value_form"], id="a method is a code"),
        pytest.param("accepted_g", "一百", ["manifests.value_grams"], id="kilograms are a number"),
        pytest.param("accepted_g", "0", ["manifests.value_grams"], id="nothing is no weight"),
        pytest.param("consignor_handler", "旧", ["manifests.nothing_changed"], id="the same"),
    ],
)
def test_a_correction(name: str, value: str, expected: list[str]) -> None:
    found = correction_faults(name, value, "旧", line=True, haul=True, received=True)
    assert [f.code for f in found] == expected


AROUND = Around(
    division_code="330604001",
    filed_at=NOW,
    now=NOW,
    methods=frozenset({"R9"}),
    shipped_g=182_400,
    accepted_g=182_000,
    gross_g=9_800_000,
    tare_g=9_400_000,
)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        pytest.param("national_no", "20263306000001", [], id="this prefecture"),
        pytest.param(
            "national_no", "20263301000001", ["manifests.number_prefecture"], id="another one"
        ),
        pytest.param("method", "R9", [], id="a way of the catalogue"),
        pytest.param("method", "Z99", ["manifests.unknown_method"], id="a way of nowhere"),
        pytest.param("accepted_g", "180", [], id="a plausible weight"),
        pytest.param(
            "accepted_g",
            "9999999999",
            ["manifests.corrected_implausible"],
            id="more than a lorry carries",
        ),
        pytest.param("shipped_g", "50", ["manifests.corrected_implausible"], id="a third shipped"),
        pytest.param("gross_g", "1", ["manifests.tare_over_gross"], id="lighter than empty"),
        pytest.param("tare_g", "9800", ["manifests.tare_over_gross"], id="as heavy as loaded"),
        pytest.param("gross_g", "9801", [], id="heavier than empty"),
        pytest.param("waybill_no", "YD2", [], id="free text has no more to pass"),
    ],
)
def test_a_corrected_value_passes_what_its_first_entry_had_to(
    name: str, value: str, expected: list[str]
) -> None:
    found = value_faults(name, value, AROUND)
    assert [f.code for f in found] == expected
    assert {f.field for f in found} <= {"value"}


@pytest.mark.parametrize(
    ("plate", "expected"),
    [("浙D12345", []), ("浙AD12345", []), ("xxxxxxx", ["manifests.value_form"])],
)
def test_a_corrected_plate_is_a_plate(plate: str, expected: list[str]) -> None:
    found = correction_faults("plate", plate, "旧", line=False, haul=True, received=True)
    assert [f.code for f in found] == expected


def test_weights_are_corrected_after_receipt_only() -> None:
    found = correction_faults("accepted_g", "12", "10", line=True, haul=True, received=False)
    assert [f.code for f in found] == ["manifests.weight_before_receipt"]


def test_a_correction_is_agreed_by_those_it_concerns_and_late_also_by_the_regulator() -> None:
    early = affected("accepted_g", Position.RECEIVER, State.RECEIVED)
    late = affected("accepted_g", Position.RECEIVER, State.CONFIRMED)
    assert (early, late) == ([Position.CONSIGNOR], [Position.AUTHORITY, Position.CONSIGNOR])
