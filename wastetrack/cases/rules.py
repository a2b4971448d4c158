"""What a case still waits for, and what may close it: never a sentence alone, always a fact too."""

from collections.abc import Collection, Sequence
from uuid import UUID

from wastetrack.cases.terms import BY_HAND, CaseKind, CaseState, HappenedFact, Said
from wastetrack.kernel.errors import Violation


def waiting_for(parties: Sequence[UUID], said: Collection[Said]) -> tuple[UUID, ...]:
    """Parties that have not answered yet."""
    heard = {answer.unit_id for answer in said if answer.party}
    return tuple(party for party in parties if party not in heard)


def state_after_answer(parties: Sequence[UUID], said: Collection[Said]) -> CaseState:
    """A case is answered when every party has spoken; the bureau's remarks do not count."""
    return CaseState.OPEN if waiting_for(parties, said) else CaseState.ANSWERED


def opening_faults(kind: CaseKind) -> list[Violation]:
    """A mismatch or a refusal is opened by the gate's own act, with its amounts."""
    return [] if kind in BY_HAND else [Violation("cases.by_the_gate", "kind")]


def answer_faults(state: CaseState) -> list[Violation]:
    """Nothing is added to a closed case."""
    return [Violation("cases.closed")] if state is CaseState.CLOSED else []


def closing_faults(
    state: CaseState, facts: Collection[HappenedFact], chosen: UUID | None
) -> list[Violation]:
    """A case closes by something that happened since it was opened."""
    if state is CaseState.CLOSED:
        return [Violation("cases.closed")]
    if not facts:
        return [Violation("cases.nothing_happened", "fact_id")]
    if chosen not in {fact.event_id for fact in facts}:
        return [Violation("cases.no_such_fact", "fact_id")]
    return []
