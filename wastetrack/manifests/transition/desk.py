"""The only writer of a manifest's state: lock, require, decide, apply, record (model.md §5)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from wastetrack.access.policy import GRANTS, Action, Position
from wastetrack.access.scope import allows, positions, require
from wastetrack.audit.trail import record
from wastetrack.containers.model import Container
from wastetrack.kernel.errors import Stale, check, refuse
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import StepInput
from wastetrack.manifests.machine import BY_ACTION, Step
from wastetrack.manifests.model import Haul, Manifest, ManifestLine
from wastetrack.manifests.queries import (
    Crewed,
    boxes,
    crewed,
    gather,
    last_change,
    line_fact,
    line_facts,
    lines_of,
    lock_with_parties,
    parties_at,
    places,
)
from wastetrack.manifests.rules import need_faults, proof_faults
from wastetrack.manifests.shapes import Parties
from wastetrack.manifests.terms import Decision, Entry, Facts, State

# columns of the event row that a step may fill besides its facts
_COLUMNS = frozenset({"grams", "place", "claimed_at", "site_id", "basis", "holder_to"})


@dataclass
class Desk:
    """What lies on the desk while one step is done: the manifest, its lines, and what is known."""

    work: Work
    manifest: Manifest
    parties: Parties
    step: Step
    held: frozenset[Position]
    lines: list[ManifestLine] = field(default_factory=list)
    containers: dict[UUID, Container] = field(default_factory=dict)
    facts: Facts | None = None
    trip: Crewed | None = None
    stays: bool = False
    # the act is entered for a party that has no account here
    for_outside: bool = False

    @property
    def loaded(self) -> list[ManifestLine]:
        """Lines whose container is, or will be, on the vehicle."""
        return [line for line in self.lines if line.decision is not Decision.LEFT_OUT]

    def note(self, line: ManifestLine, **facts: Any) -> None:
        """One event for a changed line, of the same kind as the step's."""
        record(
            self.work,
            self.step.event,
            line,
            manifest_id=self.manifest.id,
            number=line.number,
            reference=self.manifest.reference,
            **facts,
        )

    def note_haul(self, haul: Haul) -> None:
        """One event for a carrier's part that began, changed or ended."""
        record(
            self.work,
            self.step.event,
            haul,
            manifest_id=self.manifest.id,
            number=haul.number,
            plate=haul.plate,
            reference=self.manifest.reference,
        )


Effect = Callable[[Desk], dict[str, Any] | None]


def advance(
    work: Work,
    manifest_id: UUID,
    action: Action,
    data: StepInput,
    effect: Effect,
    *,
    containers: bool = False,
    trip_id: Callable[[Manifest], UUID | None] | None = None,
) -> Manifest:
    """Do one step of the machine, or raise Missing, Denied, Stale or Refused with all faults."""
    m, parties = lock_with_parties(work, manifest_id)
    held = _acting(work, m, action)
    step = BY_ACTION[action]
    if data.seen is not None and data.seen != m.head_seq:
        raise Stale("manifests.changed_since", **last_change(work, m.id))
    if m.state not in step.moves:
        raise refuse("manifests.not_in_this_state", state=m.state, reference=m.reference)
    desk = Desk(work, m, parties, step, held, for_outside=_stands_in(work, m, step, held))
    if desk.for_outside:
        numbered = bool(m.national_no or m.provincial_no or m.paper_no)
        check(proof_faults(step.proof, numbered=numbered, copied=m.copy_sha256 is not None))
    _lay_out(desk, containers=containers, trip_id=trip_id(m) if trip_id else None)
    if desk.facts is not None:
        check(need_faults(step.needs, desk.facts))
    facts = effect(desk) or {}
    if not desk.stays:
        _move(m, step)
    _record(desk, facts)
    return m


def _move(m: Manifest, step: Step) -> None:
    """A yes to an annulment was given to what stood then: with the next state it is asked for anew."""
    state = step.moves[m.state]
    if state is not m.state and state is not State.VOID and m.annul_consents:
        m.annul_consents, m.void_reason = [], None
    m.state = state


def _acting(work: Work, m: Manifest, action: Action) -> frozenset[Position]:
    """The positions in which this actor may do it; raises when there is none."""
    here = places(m)
    require(work.actor, action, *here)
    held = positions(work.actor, here)
    return frozenset(grant.position for grant in GRANTS[action] if allows(grant, held))


def _stands_in(work: Work, m: Manifest, step: Step, held: frozenset[Position]) -> bool:
    """Whether the actor acts for a party outside, and not (or not only) as what he is himself."""
    if Entry.OUTSIDE not in m.entries.values():
        return False
    own = positions(work.actor, parties_at(m))
    himself = {grant.position for grant in GRANTS[step.action] if allows(grant, own)}
    return bool(held - himself) and (step.counts or not himself)


def _lay_out(desk: Desk, *, containers: bool, trip_id: UUID | None) -> None:
    """Read the lines, and what the needs ask for, once."""
    work, m = desk.work, desk.manifest
    if trip_id is not None:
        desk.trip = crewed(work, trip_id)
    if containers:
        rows = boxes(work, m.id, lock=True)
        desk.lines = [line for line, _ in rows]
        desk.containers = {c.id: c for _, c in rows}
        seen = [line_fact(line, c.human_code, c.label_version) for line, c in rows]
    elif desk.step.needs:
        both = line_facts(work, m.id)
        desk.lines, seen = [line for line, _ in both], [fact for _, fact in both]
    else:
        desk.lines, seen = lines_of(work, m.id), []
    if desk.step.needs:
        by_proxy = Position.CONSIGNOR not in desk.held and Position.PROXY in desk.held
        desk.facts = gather(
            work, m, desk.parties, seen, desk.step.needs, by_proxy=by_proxy, trip=desk.trip
        )


def _record(desk: Desk, facts: dict[str, Any]) -> None:
    m = desk.manifest
    columns = {name: value for name, value in facts.items() if name in _COLUMNS}
    told = {name: value for name, value in facts.items() if name not in _COLUMNS}
    columns.setdefault("grams", m.mass_g)
    columns.setdefault("site_id", m.consignor_site_id)
    entry = next((m.entries[part] for part in map(str, desk.held) if part in m.entries), None)
    record(
        desk.work,
        desk.step.event,
        m,
        manifest_id=m.id,
        reference=m.reference,
        entry=entry,
        by=sorted(desk.held),
        **columns,
        **told,
    )
