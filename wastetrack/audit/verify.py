"""Walks every chain: hashes, links, and each row's columns against the replay of its events."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from wastetrack.audit.anchor import fault_of, unanchored
from wastetrack.audit.model import Anchor, Event
from wastetrack.audit.trail import hash_of, tracked
from wastetrack.kernel.canonical import plain
from wastetrack.kernel.schema import Subject
from wastetrack.kernel.work import Work

Progress = Callable[[str, int], None]
_BATCH = 5000


@dataclass
class Verdict:
    """Figures by name, and the first broken row in words (None: clean)."""

    figures: dict[str, int] = field(default_factory=dict)
    broken: str | None = None

    def blame(self, what: str) -> None:
        """Keep the first fault only: it is the one to look at."""
        self.broken = self.broken or what


def subject_tables() -> list[type[Subject]]:
    """Every table whose rows are subjects of the trail, in name order."""

    def below(kind: type[Subject]) -> Iterator[type[Subject]]:
        for child in kind.__subclasses__():
            yield child
            yield from below(child)

    found = {k for k in below(Subject) if hasattr(k, "__table__")}
    return sorted(found, key=lambda kind: str(kind.__tablename__))


def verify_trail(
    work: Work, progress: Progress | None = None, trusted: str | None = None
) -> Verdict:
    """Check all chains, all projections and all anchors; stops at the first broken row.

    `trusted` is the public key that every anchor must be signed with.
    """
    verdict = Verdict()
    known = {str(kind.__tablename__) for kind in subject_tables()}
    for kind in subject_tables():
        _verify_table(work, kind, verdict, progress)
        if verdict.broken:
            return verdict
    stray = work.session.exec(
        select(Event).where(col(Event.subject_kind).not_in(known)).limit(1)
    ).first()
    if stray is not None:
        verdict.blame(f"event {stray.id}: unknown subject {stray.subject_kind}")
    _verify_anchors(work, verdict, trusted)
    return verdict


def _verify_table(
    work: Work, kind: type[Subject], verdict: Verdict, progress: Progress | None
) -> None:
    name = str(kind.__tablename__)
    events = work.session.execute(
        select(Event)
        .where(Event.subject_kind == name)
        .order_by(col(Event.subject_id), col(Event.seq)),
        execution_options={"yield_per": _BATCH, "identity_token": "verify"},
    ).scalars()
    rows = work.session.execute(
        select(kind).order_by(col(kind.id)), execution_options={"yield_per": _BATCH}
    ).scalars()
    chains = groupby(events, key=lambda entry: entry.subject_id)
    count = total = 0
    chain = next(chains, None)
    for row in rows:
        count += 1
        if chain is None or chain[0] != row.id:
            # both come in id order: a chain that sorts first has lost its row, else the row its chain
            lost = chain is not None and _order(chain[0]) < _order(row.id)
            whose = chain[0] if lost and chain else row.id
            verdict.blame(f"{name} {whose}: {'row is missing' if lost else 'no events'}")
            return
        length, state, fault = _walk(chain[1])
        total += length
        fault = fault or _compare(row, length, state)
        if fault:
            verdict.blame(f"{name} {row.id}: {fault}")
            return
        chain = next(chains, None)
        if progress and count % _BATCH == 0:
            progress(name, count)
        if count % _BATCH == 0:
            work.session.expunge_all()
    if chain is not None:
        verdict.blame(f"{name} {chain[0]}: row is missing")
    verdict.figures[f"{name} rows"] = count
    verdict.figures["events"] = verdict.figures.get("events", 0) + total


def _order(key: UUID) -> str:
    return key.hex


def _walk(entries: Iterator[Event]) -> tuple[int, dict[str, Any], str | None]:
    """Length and replayed columns of a chain, or what is wrong with it."""
    state: dict[str, Any] = {}
    seq, previous = 0, ""
    for entry in entries:
        seq += 1
        if entry.seq != seq:
            return seq, state, f"event {seq} is missing"
        if entry.previous_hash != previous:
            return seq, state, f"event {seq} does not follow its predecessor"
        if hash_of({name: getattr(entry, name) for name in Event.model_fields}) != entry.hash:
            return seq, state, f"event {seq} ({entry.kind}) was changed"
        previous = entry.hash
        state.update(entry.payload["set"])
    state[""] = previous
    return seq, state, None


def _compare(row: Subject, length: int, state: dict[str, Any]) -> str | None:
    if row.head_seq != length or row.head_hash != state[""]:
        return f"the chain ends at {length}, the row says {row.head_seq}"
    for name in tracked(type(row)):
        now = plain(getattr(row, name))
        if now != state.get(name):
            return f"{name} is {now!r}, its events say {state.get(name)!r}"
    return None


def _verify_anchors(work: Work, verdict: Verdict, trusted: str | None) -> None:
    before: Anchor | None = None
    anchors = work.session.exec(select(Anchor).order_by(col(Anchor.day))).all()
    for anchor in anchors:
        fault = fault_of(work, anchor, before, trusted)
        if fault:
            verdict.blame(f"anchor {anchor.day}: {fault}")
            return
        before = anchor
    verdict.figures["anchored days"] = len(anchors)
    late = unanchored(work) if anchors or trusted is not None else None
    if late is not None:
        verdict.blame(f"anchor {late}: missing")
