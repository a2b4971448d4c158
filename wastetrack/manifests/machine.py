"""The one machine of the manifest: who may do what in which state, what it needs and locks (model.md §5)."""

from dataclasses import dataclass

from wastetrack.access.policy import GRANTS, Action, Position
from wastetrack.manifests.terms import Decision, Need, Part, Proof, Standing, State

S, N, A = State, Need, Action


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the table; `moves` maps a state to the one that follows."""

    action: Action
    moves: dict[State | None, State]
    needs: tuple[Need, ...] = ()
    locks: tuple[Part, ...] = ()
    # several acts may be needed: the state stays until the last of them
    waits: bool = False
    # what is shown when the other side enters it for a party outside
    proof: tuple[Proof, ...] = ()
    # every position that the actor stands in counts, not only one of them
    counts: bool = False

    @property
    def event(self) -> str:
        return self.action.value.replace(":", ".")

    @property
    def by(self) -> tuple[Position, ...]:
        """Positions that may act; the roles stand in the policy table."""
        return tuple(grant.position for grant in GRANTS[self.action])


def _same(*states: State) -> dict[State | None, State]:
    return {state: state for state in states}


_OPEN = (S.DRAFT, S.FILED, S.READY)
_ROAD = (S.IN_TRANSIT, S.ARRIVED)
_AFTER_DEPARTURE = (
    *_ROAD, S.NEGOTIATING, S.RECEIVED, S.REFUSED, S.RETURNING, S.RETURNED, S.CONFIRMED, S.CLOSED,
)  # fmt: skip
_GATES = (N.CONTRACT, N.LICENCE, N.SCALE, N.APPROVAL)
_NUMBERED = (Proof.NUMBER,)
_COPIED = (Proof.NUMBER, Proof.COPY)

STEPS: tuple[Step, ...] = (
    Step(A.MANIFEST_DRAFT, {None: S.DRAFT}),
    Step(A.MANIFEST_EDIT, _same(S.DRAFT)),
    Step(
        A.MANIFEST_FILE,
        {S.DRAFT: S.FILED},
        needs=(N.UNIT, N.CONSENT, N.LINES, N.PLANNED, N.PART_ONE, N.PLAN, *_GATES),
    ),
    Step(
        A.MANIFEST_CONSENT,
        {S.FILED: S.READY},
        needs=(N.LICENCE, N.SCALE, N.CAPACITY),
        proof=_NUMBERED,
    ),
    Step(A.MANIFEST_DECLINE, {S.FILED: S.DRAFT}),
    Step(A.MANIFEST_WITHDRAW, {S.FILED: S.DRAFT, S.READY: S.DRAFT}),
    Step(A.MANIFEST_VOID, dict.fromkeys(_OPEN, S.VOID)),
    Step(A.MANIFEST_NUMBER, _same(S.FILED, S.READY, *_ROAD, S.RECEIVED, S.CONFIRMED, S.CLOSED)),
    Step(
        A.MANIFEST_SIGN, _same(S.READY), needs=(N.LABELS,), locks=(Part.CONSIGNOR,), proof=_NUMBERED
    ),
    Step(
        A.MANIFEST_DEPART,
        {S.READY: S.IN_TRANSIT},
        needs=(N.NUMBER, N.SIGNATURE, N.SHIPPED, N.LABELS, N.TRIP, N.CARRIER, N.PLAN, *_GATES),
        locks=(Part.CONSIGNOR,),
        proof=_NUMBERED,
    ),
    Step(A.MANIFEST_RELAY, _same(S.IN_TRANSIT), waits=True),
    Step(A.MANIFEST_INCIDENT, _same(S.IN_TRANSIT)),
    Step(A.MANIFEST_ARRIVE, {S.IN_TRANSIT: S.ARRIVED}, locks=(Part.CARRIER,), proof=_NUMBERED),
    # what the party outside signed: before it leaves there is nothing that it could have signed
    Step(A.MANIFEST_ATTACH, _same(*_AFTER_DEPARTURE)),
    Step(A.MANIFEST_QUERY, {S.ARRIVED: S.NEGOTIATING}, proof=_COPIED),
    Step(A.MANIFEST_AGREE, {S.NEGOTIATING: S.ARRIVED}, proof=_COPIED),
    Step(A.MANIFEST_OBJECT, {S.NEGOTIATING: S.ARRIVED}, proof=_COPIED),
    Step(A.MANIFEST_ACCEPT, {S.ARRIVED: S.RECEIVED}, locks=(Part.RECEIVER,), proof=_COPIED),
    Step(A.MANIFEST_REFUSE, {S.ARRIVED: S.REFUSED}, locks=(Part.RECEIVER,), proof=_COPIED),
    # refused lines of a received manifest run the same path; its own state stays
    Step(
        A.MANIFEST_SEND_BACK,
        _same(S.RECEIVED, S.CONFIRMED, S.RETURNING) | {S.REFUSED: S.RETURNING},
        proof=_NUMBERED,
    ),
    Step(
        A.MANIFEST_TAKE_BACK,
        _same(S.RECEIVED, S.CONFIRMED) | {S.RETURNING: S.RETURNED},
        proof=_COPIED,
    ),
    Step(A.MANIFEST_CONFIRM, {S.RECEIVED: S.CONFIRMED}, proof=_COPIED),
    Step(
        A.MANIFEST_OUTCOME,
        _same(S.RECEIVED) | {S.CONFIRMED: S.CLOSED},
        waits=True,
        proof=_COPIED,
    ),
    Step(A.MANIFEST_ACKNOWLEDGE, _same(S.CLOSED), proof=_NUMBERED),
    Step(A.MANIFEST_CORRECT, _same(*_AFTER_DEPARTURE), proof=_COPIED, counts=True),
    Step(A.MANIFEST_ENDORSE, _same(*_AFTER_DEPARTURE), proof=_COPIED, counts=True),
    Step(
        A.MANIFEST_ANNUL,
        dict.fromkeys(_ROAD, S.VOID),
        waits=True,
        proof=_COPIED,
        counts=True,
    ),
    Step(A.MANIFEST_BACKFILL, _same(S.RECEIVED, S.CONFIRMED, S.CLOSED, S.RETURNED)),
)
BY_ACTION: dict[Action, Step] = {step.action: step for step in STEPS}


def step_of(action: Action, state: State | None) -> Step | None:
    """The row for this action if it starts from this state."""
    step = BY_ACTION[action]
    return step if state in step.moves else None


def open_steps(state: State) -> tuple[Step, ...]:
    """Every step that starts from a state, in the order of the table."""
    return tuple(step for step in STEPS if state in step.moves)


def offers(at: Standing) -> tuple[Action, ...]:
    """Steps that would do something now, in the order of the table; drafting starts elsewhere."""
    idle = {
        A.MANIFEST_NUMBER: at.numbered,
        A.MANIFEST_SIGN: at.signed,
        A.MANIFEST_DEPART: not (at.signed and (at.numbered or at.paper)),
        A.MANIFEST_WITHDRAW: at.signed,
        A.MANIFEST_SEND_BACK: Decision.REFUSED not in at.ways,
        A.MANIFEST_TAKE_BACK: Decision.RETURNING not in at.ways,
        A.MANIFEST_ACKNOWLEDGE: at.acknowledged,
        A.MANIFEST_BACKFILL: not at.paper or at.backfilled,
        A.MANIFEST_ATTACH: not at.outside,
        # answered beside the correction that asks for it
        A.MANIFEST_ENDORSE: True,
    }
    steps = (step.action for step in open_steps(at.state))
    return tuple(action for action in steps if not idle.get(action, False))


def next_action(at: Standing) -> Action | None:
    """The one step that everybody waits for."""
    if Part.RECEIVER in at.outside:
        # his answer is entered from the number, his receipt from the copy that he signed
        if at.state is S.FILED and not (at.numbered or at.paper):
            return A.MANIFEST_NUMBER
        if at.state is S.ARRIVED and not at.copied:
            return A.MANIFEST_ATTACH
    if at.state is S.READY:
        if not (at.numbered or at.paper):
            return A.MANIFEST_NUMBER
        return A.MANIFEST_DEPART if at.signed else A.MANIFEST_SIGN
    if Decision.RETURNING in at.ways:
        return A.MANIFEST_TAKE_BACK
    if Decision.REFUSED in at.ways:
        return A.MANIFEST_SEND_BACK
    if at.state is S.CLOSED and at.acknowledged:
        return None
    return _NEXT.get(at.state)


_NEXT: dict[State, Action] = {
    S.DRAFT: A.MANIFEST_FILE,
    S.FILED: A.MANIFEST_CONSENT,
    S.IN_TRANSIT: A.MANIFEST_ARRIVE,
    S.ARRIVED: A.MANIFEST_ACCEPT,
    S.NEGOTIATING: A.MANIFEST_AGREE,
    S.RECEIVED: A.MANIFEST_CONFIRM,
    S.CONFIRMED: A.MANIFEST_OUTCOME,
    S.CLOSED: A.MANIFEST_ACKNOWLEDGE,
}


def locked(state: State, *, signed: bool = False) -> frozenset[Part]:
    """Parts of the form that may no longer be edited, only corrected."""
    if state in _OPEN:
        return frozenset({Part.CONSIGNOR}) if signed else frozenset()
    if state is S.IN_TRANSIT:
        return frozenset({Part.CONSIGNOR})
    if state in {S.ARRIVED, S.NEGOTIATING}:
        return frozenset({Part.CONSIGNOR, Part.CARRIER})
    return frozenset(Part)


def diagram() -> str:
    """The machine as a Mermaid state diagram; steps that keep the state are left to the table."""
    rows = ["stateDiagram-v2", "    [*] --> DRAFT: draft"]
    for step in STEPS:
        verb = step.action.value.split(":")[1]
        rows.extend(
            f"    {source.name} --> {target.name}: {verb}"
            for source, target in step.moves.items()
            if source is not None and source is not target
        )
    rows.extend(f"    {end.name} --> [*]" for end in (S.CLOSED, S.RETURNED, S.VOID))
    return "\n".join(rows)
