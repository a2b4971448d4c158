"""The machine of a trip as one table: which step leads from where to where."""

from dataclasses import dataclass

from wastetrack.access.policy import Action
from wastetrack.kernel.errors import Refused, refuse
from wastetrack.trips.terms import TripState

S = TripState


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the action, the states it may start from, and where it leads (None: stays)."""

    action: Action
    sources: frozenset[TripState]
    target: TripState | None


STEPS: tuple[Step, ...] = (
    Step(Action.TRIP_CHANGE, frozenset({S.PLANNED, S.UNDER_WAY}), None),
    Step(Action.TRIP_START, frozenset({S.PLANNED, S.UNDER_WAY}), S.UNDER_WAY),
    Step(Action.TRIP_CLOSE, frozenset({S.UNDER_WAY}), S.CLOSED),
    Step(Action.TRIP_CANCEL, frozenset({S.PLANNED}), S.CANCELLED),
)


def step(action: Action, state: TripState) -> Step:
    """Return the step, or refuse with the state that stands in its way."""
    found = next(s for s in STEPS if s.action is action)
    if state not in found.sources:
        raise _wrong(state)
    return found


def allowed(state: TripState) -> frozenset[Action]:
    """Actions that this state lets somebody take (for buttons)."""
    return frozenset(s.action for s in STEPS if state in s.sources)


def _wrong(state: TripState) -> Refused:
    if state is S.CANCELLED:
        return refuse("trips.is_cancelled")
    if state is S.CLOSED:
        return refuse("trips.is_closed")
    if state is S.PLANNED:
        return refuse("trips.not_started")
    return refuse("trips.already_started")
