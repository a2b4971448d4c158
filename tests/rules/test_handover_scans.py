"""What a scan turns out to be, and what expected against scanned makes."""

from uuid import UUID

import pytest

from wastetrack.containers.rules import human_code
from wastetrack.handover.rules import (
    accept_all_faults,
    code_faults,
    compare,
    differences,
    judge,
    loading_faults,
    refusal_faults,
    scale_error,
    undo_faults,
    weigh,
    weighing_faults,
)
from wastetrack.handover.terms import Decided, Expected, ScanFact, Seen, Verdict

ON_LIST = {"known": True, "on_manifest": True, "of_consignor": True}


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param(ON_LIST, Verdict.EXPECTED, id="sealed and on the manifest → expected"),
        pytest.param({"known": False}, Verdict.UNKNOWN, id="a code nobody knows → unknown"),
        pytest.param(
            ON_LIST | {"counted_before": True}, Verdict.DUPLICATE, id="seen before → duplicate"
        ),
        pytest.param(
            ON_LIST | {"scanned_version": 1, "current_version": 2},
            Verdict.OLD_LABEL,
            id="a reprint came after this label → old label",
        ),
        pytest.param(
            ON_LIST | {"scanned_version": 2, "current_version": 2},
            Verdict.EXPECTED,
            id="the newest label → expected",
        ),
        pytest.param(
            ON_LIST | {"current_version": 2},
            Verdict.EXPECTED,
            id="the typed human code names no label version → expected",
        ),
        pytest.param(ON_LIST | {"sealed": False}, Verdict.NOT_SEALED, id="still open → not sealed"),
        pytest.param(
            {"known": True, "of_consignor": True}, Verdict.EXTRA, id="his drum off the list → extra"
        ),
        pytest.param({"known": True}, Verdict.WRONG_UNIT, id="another unit's drum → wrong unit"),
        pytest.param(
            ON_LIST | {"counted_before": True, "scanned_version": 1, "current_version": 2},
            Verdict.DUPLICATE,
            id="an old label on a drum that was counted → duplicate",
        ),
    ],
)
def test_judging(facts: dict[str, object], verdict: Verdict) -> None:
    assert judge(ScanFact(**facts)) is verdict  # type: ignore[arg-type]  # a table of facts


def drum(number: int, grams: int = 180_000) -> Expected:
    key = UUID(int=number)
    return Expected(key, key, number, f"CODE{number:04d}", "900-214-08", "废机油", grams)


def seen(number: int, verdict: Verdict = Verdict.EXPECTED, mass_g: int | None = None) -> Seen:
    return Seen(f"CODE{number:04d}", UUID(int=number), verdict, mass_g)


def test_every_drum_once_and_nothing_else_is_the_same() -> None:
    result = compare([drum(1), drum(2)], [seen(1), seen(2)])
    assert result.same
    assert result.begun
    assert not result.difference_g


def test_a_drum_that_was_not_scanned_is_missing() -> None:
    result = compare([drum(1), drum(2)], [seen(1)])
    assert [item.number for item in result.missing] == [2]
    assert not result.same


@pytest.mark.parametrize("verdict", [Verdict.OLD_LABEL, Verdict.NOT_SEALED])
def test_a_scan_that_must_be_mended_does_not_count(verdict: Verdict) -> None:
    result = compare([drum(1)], [seen(1, verdict)])
    assert result.missing
    assert not result.stray


def test_the_last_weight_of_a_drum_counts_also_from_a_second_look() -> None:
    result = compare([drum(1)], [seen(1), seen(1, Verdict.DUPLICATE, 181_000)])
    assert result.matched[0].grams == 181_000
    assert result.difference_g == 1_000
    assert not result.same


def test_a_stray_drum_is_told_once_however_often_it_is_scanned() -> None:
    strays = [seen(9, Verdict.EXTRA), seen(9, Verdict.DUPLICATE), seen(9, Verdict.EXTRA)]
    result = compare([drum(1)], [seen(1), *strays])
    assert [scan.code for scan in result.stray] == ["CODE0009"]
    assert not result.same


def test_a_code_that_nobody_knows_is_told_once_and_stands_in_the_way_of_nothing() -> None:
    unknown = Seen(human_code(7), None, Verdict.UNKNOWN)
    result = compare([drum(1)], [seen(1), unknown, unknown])
    assert (result.stray, result.unknown, result.beside) == ((), (unknown,), (unknown,))
    assert result.same
    assert not accept_all_faults(result)


@pytest.mark.parametrize(
    ("code", "fits"),
    [
        pytest.param(human_code(1_234_567), True, id="eight characters whose check fits"),
        pytest.param(human_code(1_234_567)[::-1], False, id="eight characters in another order"),
        pytest.param("7K3M9QX", False, id="one character too few"),
        pytest.param("91330604MA2DEMQ02B9002140820261124001", True, id="a digital id"),
        pytest.param("91330604MA2DEMQ02B9002140820261324001", False, id="an id of a 13th month"),
        pytest.param("91330604MA2DEMQ02B900214082026112400", False, id="an id cut short"),
        pytest.param("什么都不是", False, id="anything else"),
    ],
)
def test_a_code_of_the_wrong_form_is_a_slip_of_the_hand(code: str, fits: bool) -> None:
    assert [f.code for f in code_faults(code)] == ([] if fits else ["handover.code_form"])


@pytest.mark.parametrize(
    ("verdict", "mine", "open_", "codes"),
    [
        pytest.param(Verdict.UNKNOWN, True, True, [], id="one's own unknown code, not decided yet"),
        pytest.param(Verdict.EXTRA, True, True, ["handover.undo_known"], id="a known drum stays"),
        pytest.param(Verdict.UNKNOWN, False, True, ["handover.undo_others"], id="another's scan"),
        pytest.param(Verdict.UNKNOWN, True, False, ["handover.undo_late"], id="after the receipt"),
    ],
)
def test_what_may_be_taken_back(
    verdict: Verdict, mine: bool, open_: bool, codes: list[str]
) -> None:
    assert [f.code for f in undo_faults(verdict, mine=mine, open_=open_)] == codes


def test_what_was_extra_for_the_scan_is_not_stray_once_it_is_on_the_manifest() -> None:
    assert not compare([drum(1)], [seen(1, Verdict.EXTRA)]).stray
    assert not compare([drum(1)], [seen(1, Verdict.EXTRA)]).missing


def test_accepting_all_names_everything_that_differs() -> None:
    result = compare([drum(1), drum(2)], [seen(1, mass_g=170_000), seen(9, Verdict.WRONG_UNIT)])
    assert [fault.code for fault in accept_all_faults(result)] == [
        "handover.missing_at_gate",
        "handover.stray_at_gate",
        "handover.other_weight",
    ]


@pytest.mark.parametrize(
    ("load_g", "interval_g", "error_g"),
    [
        pytest.param(7_600_000, 20_000, 20_000, id="an empty truck on a 60 t bridge: ±20 kg"),
        pytest.param(10_000_000, 20_000, 20_000, id="exactly 500 e is still the first step"),
        pytest.param(18_000_000, 20_000, 40_000, id="up to 2000 e: ±40 kg"),
        pytest.param(50_000_000, 20_000, 60_000, id="above 2000 e: ±60 kg"),
        pytest.param(200_000, 1_000, 1_000, id="a drum on a floor scale: ±1 kg"),
    ],
)
def test_error_of_one_weighing(load_g: int, interval_g: int, error_g: int) -> None:
    assert scale_error(load_g, interval_g) == error_g


def test_a_bridge_cannot_tell_forty_kilograms_of_two_hundred() -> None:
    within = weigh(7_800_000, 7_600_000, 240_000)
    beyond = weigh(7_800_000, 7_600_000, 241_000)
    assert within is not None
    assert beyond is not None
    assert (within.net_g, within.error_g, within.within) == (200_000, 40_000, True)
    assert not beyond.within


@pytest.mark.parametrize(("gross_g", "tare_g"), [(None, 1), (1, None), (None, None)])
def test_no_net_weight_until_both_weighings_are_known(
    gross_g: int | None, tare_g: int | None
) -> None:
    assert weigh(gross_g, tare_g, 1) is None


def test_the_empty_vehicle_is_lighter_than_the_loaded_one() -> None:
    assert [f.code for f in weighing_faults(9_000_000, 9_000_000)] == ["handover.tare_over_gross"]
    assert not weighing_faults(9_000_000, 8_000_000)
    assert not weighing_faults(None, 8_000_000)


def test_what_is_ticked_stands_on_the_manifest() -> None:
    lines = [UUID(int=1), UUID(int=2)]
    assert not loading_faults(lines, lines, picked=True)
    assert not loading_faults(lines, [], picked=False)
    assert [f.code for f in loading_faults(lines, [UUID(int=3)], picked=True)] == [
        "handover.not_on_manifest"
    ]
    assert [f.code for f in loading_faults(lines, [], picked=True)] == ["handover.nothing_loaded"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param(Decided(drum(1), 180_000), False, id="accepted as shipped → nothing to tell"),
        pytest.param(Decided(drum(1), 179_000), False, id="1 kg off is what the scale may be off"),
        pytest.param(Decided(drum(1), 178_900), True, id="more than the scale may be off → told"),
        pytest.param(Decided(drum(1), 100_000, 80_000), True, id="partly refused → told"),
        pytest.param(
            Decided(drum(1), 180_000, dimensions=("property",)), True, id="a legal mismatch → told"
        ),
    ],
)
def test_what_both_parties_must_hear(line: Decided, told: bool) -> None:
    assert bool(differences([line])) is told


def test_shipped_is_accepted_and_refused_and_the_difference() -> None:
    line = Decided(drum(1), 100_000, 70_000)
    assert line.difference_g == 10_000
    assert line.expected.grams == line.accepted_g + line.refused_g + line.difference_g


def test_a_refusal_of_the_whole_needs_reason_and_report() -> None:
    assert [f.code for f in refusal_faults("", "")] == [
        "handover.reason_missing",
        "handover.report_missing",
    ]
    assert not refusal_faults("包装破损", "示例生态环境分局")
