"""What a plan must say and what it still allows."""

from datetime import date
from uuid import UUID

import pytest

from wastetrack.agreements.rules import (
    plan_amendment,
    plan_balance,
    plan_covers,
    plan_form,
    plan_lines,
)
from wastetrack.agreements.terms import LineFacts, LineKind, ReceiverKind, TransferType

TODAY = date(2026, 11, 24)
OIL, RAGS = "900-214-08", "900-041-49"
HUB, OTHER = UUID(int=1), UUID(int=2)
T = TransferType


def line(code: str = OIL, grams: int = 1_000_000, **over: object) -> LineFacts:
    values: dict[str, object] = {
        "waste_code": code,
        "planned_g": grams,
        "transfer_type": T.PROVINCE,
        "receiver_kind": ReceiverKind.PERMIT,
        "receiver_unit_id": HUB,
        **over,
    }
    return LineFacts(**values)  # type: ignore[arg-type]  # a table of cases


@pytest.mark.parametrize(
    ("lines", "asked", "used", "found"),
    [
        pytest.param([line()], {OIL: 1_000_000}, {}, [], id="exactly what is planned: allowed"),
        pytest.param(
            [line()], {OIL: 1_000_001}, {}, ["plan_over"], id="one gram over the plan: told"
        ),
        pytest.param(
            [line()], {OIL: 400_000}, {OIL: 700_000}, ["plan_over"], id="what was moved counts"
        ),
        pytest.param(
            [line()], {RAGS: 1}, {}, ["plan_no_line"], id="a code without a line: refused"
        ),
        pytest.param(
            [line(receiver_unit_id=OTHER)],
            {OIL: 1},
            {},
            ["plan_other_receiver"],
            id="a line for another receiver: refused",
        ),
        pytest.param(
            [line(receiver_unit_id=None)], {OIL: 1}, {}, [], id="a line without receiver: any"
        ),
        pytest.param(
            [line(transfer_type=T.CROSS)],
            {OIL: 1},
            {},
            ["plan_other_type"],
            id="planned for another province: refused",
        ),
        pytest.param(
            [line(), line(grams=500_000, receiver_unit_id=OTHER)],
            {OIL: 1_400_000},
            {},
            [],
            id="two lines of one code add up",
        ),
        pytest.param(
            [line()],
            {OIL: 2_000_000, RAGS: 5},
            {},
            ["plan_no_line", "plan_over"],
            id="all faults of all codes are told",
        ),
    ],
)
def test_what_a_plan_allows(
    lines: list[LineFacts], asked: dict[str, int], used: dict[str, int], found: list[str]
) -> None:
    faults = plan_covers(
        lines, asked, used, transfer_type=T.PROVINCE, receiver_unit_id=HUB, number="B-1"
    )
    assert [fault.code.removeprefix("agreements.") for fault in faults] == found


def test_over_the_plan_says_by_how_much() -> None:
    (fault,) = plan_covers(
        [line()],
        {OIL: 400_000},
        {OIL: 700_000},
        transfer_type=T.PROVINCE,
        receiver_unit_id=HUB,
        number="B-1",
    )
    assert (fault.params["left"], fault.params["over"]) == (300_000, 100_000)


def test_the_balance_counts_every_code() -> None:
    rows = plan_balance([line(), line(grams=500_000)], {OIL: 300_000, RAGS: 7})
    assert [(row.waste_code, row.planned_g, row.left_g) for row in rows] == [
        (RAGS, 0, -7),
        (OIL, 1_500_000, 1_200_000),
    ]
    assert [row.percent for row in rows] == [100, 20]


@pytest.mark.parametrize(
    ("year", "filed_on", "kinds", "found"),
    [
        pytest.param(2026, date(2026, 3, 20), [LineKind.TRANSFER], [], id="filed in its year"),
        pytest.param(2026, date(2025, 12, 20), [LineKind.TRANSFER], [], id="filed the year before"),
        pytest.param(
            2026, date(2024, 3, 1), [LineKind.TRANSFER], ["plan_year"], id="two years before"
        ),
        pytest.param(
            2025, date(2026, 1, 5), [LineKind.TRANSFER], ["plan_year"], id="after its year"
        ),
        pytest.param(
            2026, date(2026, 12, 1), [LineKind.TRANSFER], ["filed_later"], id="filed next week"
        ),
        pytest.param(2026, date(2026, 3, 20), [], ["plan_empty"], id="without lines"),
    ],
)
def test_the_head_of_a_plan(
    year: int, filed_on: date, kinds: list[LineKind], found: list[str]
) -> None:
    faults = plan_form(year=year, filed_on=filed_on, today=TODAY, line_kinds=kinds)
    assert [fault.code.removeprefix("agreements.") for fault in faults] == found


@pytest.mark.parametrize(
    ("amended_on", "found"),
    [
        pytest.param(date(2026, 6, 1), [], id="between filing and today: allowed"),
        pytest.param(date(2026, 3, 1), ["amended_outside"], id="before it was filed: refused"),
        pytest.param(date(2026, 11, 25), ["amended_outside"], id="tomorrow: refused"),
    ],
)
def test_the_date_of_an_amendment(amended_on: date, found: list[str]) -> None:
    faults = plan_amendment(
        filed_on=date(2026, 3, 20),
        amended_on=amended_on,
        today=TODAY,
        line_kinds=[LineKind.TRANSFER],
    )
    assert [fault.code.removeprefix("agreements.") for fault in faults] == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param([line()], [], id="a complete line: nothing"),
        pytest.param([line(transfer_type=None)], ["line_transfer"], id="without type: refused"),
        pytest.param(
            [line(transfer_type=T.ABROAD)], ["line_abroad"], id="abroad to a permit: refused"
        ),
        pytest.param([line(grams=0)], ["line_zero"], id="nothing planned: refused"),
        pytest.param([line(), line()], ["line_twice"], id="the same line twice: refused"),
    ],
)
def test_the_lines_of_a_plan(lines: list[LineFacts], found: list[str]) -> None:
    faults = plan_lines(lines)
    assert [fault.code.removeprefix("agreements.") for fault in faults] == found
