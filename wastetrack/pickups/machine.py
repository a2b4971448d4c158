"""The machine of a pickup request as one table: which step leads from where to where."""

from dataclasses import dataclass

from wastetrack.access.policy import Action
from wastetrack.kernel.errors import refuse
from wastetrack.pickups.terms import RequestState

S = RequestState


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the action, the states it may start from, and the states it may lead to."""

    action: Action
    sources: frozenset[RequestState]
    targets: tuple[RequestState, ...]


STEPS: tuple[Step, ...] = (
    Step(Action.PICKUP_ACCEPT, frozenset({S.REQUESTED}), (S.ACCEPTED,)),
    Step(Action.PICKUP_DECLINE, frozenset({S.REQUESTED, S.ACCEPTED}), (S.DECLINED,)),
    # setting a date is accepting
    Step(Action.PICKUP_SCHEDULE, frozenset({S.REQUESTED, S.ACCEPTED}), (S.SCHEDULED,)),
    Step(Action.PICKUP_UNSCHEDULE, frozenset({S.SCHEDULED}), (S.ACCEPTED,)),
    Step(
        Action.PICKUP_CANCEL,
        frozenset({S.REQUESTED, S.ACCEPTED, S.SCHEDULED}),
        (S.CANCELLED,),
    ),
    Step(Action.PICKUP_SETTLE, frozenset({S.SCHEDULED}), (S.DONE, S.CANCELLED)),
)


def step(action: Action, state: RequestState) -> Step:
    """Return the step, or refuse with the state that stands in its way."""
    found = next(s for s in STEPS if s.action is action)
    if state not in found.sources:
        raise refuse(f"pickups.is_{state.value}")
    return found


def allowed(state: RequestState) -> frozenset[Action]:
    """Actions that this state lets somebody take (for buttons)."""
    return frozenset(s.action for s in STEPS if state in s.sources)
