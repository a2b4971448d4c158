"""A case waits for both parties and closes by a fact, never by a sentence alone."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from wastetrack.cases.rules import (
    answer_faults,
    closing_faults,
    opening_faults,
    state_after_answer,
    waiting_for,
)
from wastetrack.cases.terms import CaseKind, CaseState, HappenedFact, Said

ONE, OTHER, BUREAU = UUID(int=1), UUID(int=2), UUID(int=3)
FACT = HappenedFact(UUID(int=9), "manifest.accept", datetime(2026, 11, 24, tzinfo=UTC))


@pytest.mark.parametrize(
    ("said", "waiting", "state"),
    [
        pytest.param([], (ONE, OTHER), CaseState.OPEN, id="nobody spoke → both are waited for"),
        pytest.param([Said(ONE, party=True)], (OTHER,), CaseState.OPEN, id="one spoke → open"),
        pytest.param(
            [Said(ONE, party=True), Said(OTHER, party=True)],
            (),
            CaseState.ANSWERED,
            id="both spoke → answered",
        ),
        pytest.param(
            [Said(ONE, party=True), Said(BUREAU, party=False)],
            (OTHER,),
            CaseState.OPEN,
            id="the bureau's remark answers for nobody",
        ),
    ],
)
def test_waiting(said: list[Said], waiting: tuple[UUID, ...], state: CaseState) -> None:
    assert waiting_for((ONE, OTHER), said) == waiting
    assert state_after_answer((ONE, OTHER), said) is state


@pytest.mark.parametrize(
    ("state", "facts", "chosen", "code"),
    [
        pytest.param(CaseState.OPEN, [FACT], FACT.event_id, None, id="a fact of the list → closes"),
        pytest.param(CaseState.CLOSED, [FACT], FACT.event_id, "cases.closed", id="closed stays"),
        pytest.param(
            CaseState.ANSWERED, [], FACT.event_id, "cases.nothing_happened", id="nothing happened"
        ),
        pytest.param(
            CaseState.OPEN, [FACT], UUID(int=8), "cases.no_such_fact", id="a fact from elsewhere"
        ),
    ],
)
def test_closing(
    state: CaseState, facts: list[HappenedFact], chosen: UUID, code: str | None
) -> None:
    assert [f.code for f in closing_faults(state, facts, chosen)] == ([code] if code else [])


@pytest.mark.parametrize("kind", list(CaseKind))
def test_nobody_opens_by_hand_what_the_gate_or_a_finder_opens(kind: CaseKind) -> None:
    by_fact = kind in {CaseKind.DISCREPANCY, CaseKind.REFUSAL, CaseKind.FOUND}
    assert bool(opening_faults(kind)) is by_fact


def test_nothing_is_said_to_a_closed_case() -> None:
    assert [f.code for f in answer_faults(CaseState.CLOSED)] == ["cases.closed"]
    assert not answer_faults(CaseState.ANSWERED)
