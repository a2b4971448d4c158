"""Writes the trail: `record` adds one chained event with the row's own before and after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import event as hooks
from sqlalchemy import insert, inspect
from sqlmodel import Session

from wastetrack.audit.model import Event
from wastetrack.kernel.canonical import digest, plain
from wastetrack.kernel.schema import Subject
from wastetrack.kernel.work import Work

_HEAD = frozenset({"head_seq", "head_hash"})
# what one unit of work has already recorded: row identity → {column: value}
_RECORDED = "trail.recorded"
# events that the next flush writes: plain values, since nobody changes an event afterwards
_WAITING = "trail.waiting"
_INSERT = insert(Event)
# an event is about these where its step names them
_NOTHING = dict.fromkeys(
    (
        *("container_id", "manifest_id", "holder_from", "holder_to", "site_id", "place"),
        *("grams", "batch_code", "claimed_at", "basis"),
    )
)


@cache
def tracked(kind: type[Subject]) -> frozenset[str]:
    """The columns whose every value is in the trail."""
    return frozenset(kind.model_fields) - _HEAD - kind.untracked


def _changes(row: Subject, seen: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Columns before and after: against what was read, or against what this work recorded last."""
    state = inspect(row)
    was: dict[str, Any] = {}
    now: dict[str, Any] = {}
    names = tracked(type(row))
    if state.persistent:
        # only what was set since the row was read can differ from it
        names = names & (state.committed_state.keys() | seen.keys())
    for name in names:
        value = plain(getattr(row, name))
        if name in seen:
            if seen[name] != value:
                was[name], now[name] = seen[name], value
        elif not state.persistent:
            if value is not None:
                now[name] = value
        else:
            history = state.attrs[name].history
            old = plain(history.deleted[0]) if history.deleted else None
            if history.has_changes() and old != value:
                was[name], now[name] = old, value
    return was, now


def hash_of(columns: Mapping[str, Any]) -> str:
    """An event's hash: SHA-256 over every column but the hash itself."""
    return digest({name: value for name, value in columns.items() if name != "hash"})


def record(
    work: Work,
    kind: str,
    row: Subject,
    *,
    container_id: UUID | None = None,
    manifest_id: UUID | None = None,
    holder_from: UUID | None = None,
    holder_to: UUID | None = None,
    site_id: UUID | None = None,
    place: str | None = None,
    grams: int | None = None,
    batch_code: str | None = None,
    claimed_at: datetime | None = None,
    accepted_at: datetime | None = None,
    basis: str | None = None,
    **facts: object,
) -> None:
    """Chain one event to the row and advance the row's head.

    Call it once, right after changing the row and before flushing it. The payload holds `set`
    (columns after), `was` (columns before) and `facts` (whatever else the step knows). The event
    is written by the flush that writes the row.
    """
    recorded: dict[int, dict[str, Any]] = work.session.info.setdefault(_RECORDED, {})
    # keyed by id(): the row is kept alive by the session until this unit ends
    seen = recorded.setdefault(id(row), {})
    was, now = _changes(row, seen)
    seen.update(now)
    if inspect(row).transient:
        work.session.add(row)
    row.head_seq += 1
    about = {
        "container_id": container_id,
        "manifest_id": manifest_id,
        "holder_from": holder_from,
        "holder_to": holder_to,
        "site_id": site_id,
        "place": place,
        "grams": grams,
        "batch_code": batch_code,
        "claimed_at": claimed_at,
        "accepted_at": accepted_at,
        "basis": basis,
    }
    link = (str(row.__tablename__), row.id, row.head_seq, row.head_hash)
    entry = _entry(work, kind, link, about, {"set": now, "was": was, "facts": facts})
    row.head_hash = entry["hash"]
    work.session.info.setdefault(_WAITING, []).append(entry)
    if container_id is not None:
        work.touched.add(container_id)


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row that begins with its first event: every column, what the event is about, its facts."""

    columns: Mapping[str, Any]
    about: Mapping[str, Any] = field(default_factory=dict)
    facts: Mapping[str, object] = field(default_factory=dict)


def record_new(work: Work, kind: str, table: type[Subject], rows: Sequence[NewRow]) -> None:
    """Write many new rows of one kind, each with its first event, as two statements.

    For a check that opens hundreds of rows which it does not read again: a mapped object a row
    costs more than the row itself.
    """
    born: list[dict[str, Any]] = []
    entries: list[dict[str, Any]] = []
    for row in rows:
        if row.columns.keys() != tracked(table):
            raise RuntimeError(f"{table.__name__}: {row.columns.keys() ^ tracked(table)}")
        now = {name: plain(value) for name, value in row.columns.items() if value is not None}
        link = (str(table.__tablename__), row.columns["id"], 1, "")
        payload: dict[str, Any] = {"set": now, "was": {}, "facts": row.facts}
        entries.append(_entry(work, kind, link, {**_NOTHING, **row.about}, payload))
        born.append({**row.columns, "head_seq": 1, "head_hash": entries[-1]["hash"]})
    if born:
        work.session.execute(insert(table), born)
        work.session.execute(_INSERT, entries)


def _entry(
    work: Work,
    kind: str,
    link: tuple[str, UUID, int, str],
    about: Mapping[str, Any],
    payload: dict[str, Any],
) -> dict[str, Any]:
    """The columns of one event; `link`: kind and id of the row, number and hash it chains to."""
    subject_kind, subject_id, seq, previous = link
    said = {name: value for name, value in payload["facts"].items() if value is not None}
    entry = {
        "id": work.new_id(),
        "kind": kind,
        "subject_kind": subject_kind,
        "subject_id": subject_id,
        "seq": seq,
        **about,
        "accepted_at": about.get("accepted_at") or work.now,
        "recorded_at": work.now,
        "actor_id": work.actor.user_id,
        "actor_label": work.actor.label,
        "payload": {**payload, "facts": plain(said)},
        "previous_hash": previous,
    }
    entry["hash"] = hash_of(entry)
    return entry


@hooks.listens_for(Session, "before_flush")
def _nothing_unrecorded(session: Session, _context: object, _instances: object) -> None:
    """A changed subject without its event is a programming fault, found before it is stored."""
    recorded: dict[int, dict[str, Any]] = session.info.get(_RECORDED, {})
    for row in (*session.new, *session.dirty):
        if not isinstance(row, Subject) or not session.is_modified(row):
            continue
        _, left = _changes(row, recorded.get(id(row), {}))
        if left:
            raise RuntimeError(f"{row.__tablename__} changed without an event: {sorted(left)}")
    waiting = session.info.pop(_WAITING, None)
    if waiting:
        session.connection().execute(_INSERT, waiting)


@hooks.listens_for(Session, "after_flush")
def _forget(session: Session, _context: object) -> None:
    # flushed values are history from here on; keep nothing that a later change would be hidden by
    session.info.pop(_RECORDED, None)


@hooks.listens_for(Session, "after_soft_rollback")
def _forget_undone(session: Session, _transaction: object) -> None:
    # a savepoint begins on a flushed session, so what is remembered here was undone with it
    session.info.pop(_RECORDED, None)
    session.info.pop(_WAITING, None)
