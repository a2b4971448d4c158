"""What a contract must say and which waste it carries on a day."""

from datetime import date

import pytest

from wastetrack.agreements.rules import (
    choose_contract,
    contract_covers,
    contract_end,
    contract_terms,
    receiver_may_take,
)
from wastetrack.agreements.terms import ContractFacts, PriceBasis

TODAY = date(2026, 11, 24)
OIL, RAGS = "900-214-08", "900-041-49"


def facts(**over: object) -> ContractFacts:
    values: dict[str, object] = {
        "number": "HT-1",
        "codes": (OIL, "HW49"),
        "valid_from": date(2026, 1, 1),
        "valid_to": date(2026, 12, 31),
        **over,
    }
    return ContractFacts(**values)  # type: ignore[arg-type]  # a table of cases


@pytest.mark.parametrize(
    ("contract", "codes", "on", "found"),
    [
        pytest.param(facts(), [OIL], TODAY, [], id="code and day inside: covered"),
        pytest.param(facts(), [RAGS], TODAY, [], id="a whole category covers its codes"),
        pytest.param(facts(), [OIL], date(2026, 12, 31), [], id="the last day still counts"),
        pytest.param(facts(), [OIL], date(2026, 1, 1), [], id="the first day counts"),
        pytest.param(facts(), [OIL], date(2027, 1, 1), ["contract_over"], id="the day after: over"),
        pytest.param(
            facts(), [OIL], date(2025, 12, 31), ["contract_not_yet"], id="the day before: not yet"
        ),
        pytest.param(
            facts(ended_on=TODAY), [OIL], TODAY, ["contract_ended"], id="ended from today: ended"
        ),
        pytest.param(
            facts(ended_on=date(2026, 11, 25)), [OIL], TODAY, [], id="ended from tomorrow: runs"
        ),
        pytest.param(
            facts(),
            ["336-064-17"],
            date(2027, 1, 1),
            ["contract_over", "contract_codes"],
            id="every fault is told, not the first",
        ),
    ],
)
def test_what_a_contract_covers(
    contract: ContractFacts, codes: list[str], on: date, found: list[str]
) -> None:
    faults = contract_covers(contract, codes, on)
    assert [fault.code.removeprefix("agreements.") for fault in faults] == found


def test_the_contract_that_covers_everything_is_chosen() -> None:
    narrow, wide = facts(number="A", codes=(OIL,)), facts(number="B")
    assert choose_contract([narrow, wide], [OIL, RAGS], TODAY) == (wide, [])


def test_without_any_contract_that_is_said() -> None:
    chosen, faults = choose_contract([], [OIL], TODAY)
    assert chosen is None
    assert [fault.code for fault in faults] == ["agreements.no_contract"]


def test_the_nearest_contract_says_why_it_does_not_do() -> None:
    far = facts(codes=(OIL,), valid_to=date(2026, 2, 1))
    near = facts(codes=(OIL,))
    chosen, faults = choose_contract([far, near], [RAGS], TODAY)
    assert chosen is None
    assert [fault.code for fault in faults] == ["agreements.contract_codes"]


@pytest.mark.parametrize(
    ("over", "found"),
    [
        pytest.param({}, [], id="a complete contract: nothing"),
        pytest.param({"same_party": True}, ["same_party"], id="one party on both sides: refused"),
        pytest.param(
            {"valid_to": date(2025, 12, 31)},
            ["dates_reversed"],
            id="ends before it starts: refused",
        ),
        pytest.param(
            {"signed_on": date(2026, 11, 25)}, ["signed_later"], id="signed tomorrow: refused"
        ),
        pytest.param({"price_fen": None}, ["price_missing"], id="by tonne without price: refused"),
        pytest.param(
            {"price_basis": PriceBasis.FREE}, ["price_not_used"], id="free with a price: refused"
        ),
        pytest.param(
            {"price_basis": PriceBasis.SUBSIDISED, "price_fen": None},
            [],
            id="subsidised without price: nothing",
        ),
    ],
)
def test_what_a_contract_must_say(over: dict[str, object], found: list[str]) -> None:
    values: dict[str, object] = {
        "same_party": False,
        "price_basis": PriceBasis.PER_TONNE,
        "price_fen": 120_000,
        "signed_on": date(2026, 1, 1),
        "valid_from": date(2026, 1, 1),
        "valid_to": date(2026, 12, 31),
        "today": TODAY,
        **over,
    }
    faults = contract_terms(**values)  # type: ignore[arg-type]  # a table of cases
    assert [fault.code.removeprefix("agreements.") for fault in faults] == found


@pytest.mark.parametrize(
    ("ended_on", "on", "found"),
    [
        pytest.param(None, TODAY, [], id="while it runs: allowed"),
        pytest.param(date(2026, 6, 1), TODAY, ["already_ended"], id="a second time: refused"),
        pytest.param(None, date(2027, 1, 1), ["end_outside"], id="after its last day: refused"),
        pytest.param(None, date(2025, 1, 1), ["end_outside"], id="before it was signed: refused"),
    ],
)
def test_when_a_contract_may_end_early(ended_on: date | None, on: date, found: list[str]) -> None:
    faults = contract_end(facts(ended_on=ended_on), on, date(2025, 12, 20))
    assert [fault.code.removeprefix("agreements.") for fault in faults] == found


def test_a_receiver_without_licence_is_told_with_the_codes() -> None:
    faults = receiver_may_take("示例单位", [], [OIL, RAGS], TODAY)
    assert [fault.code for fault in faults] == ["agreements.receiver_licence"]
    assert faults[0].params["codes"] == [RAGS, OIL]
