"""Writes the trail: `record` adds one chained event with the row's own before and after."""

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


def hash_of(row: Event) -> str:
    """The event's hash: SHA-256 over every column but the hash itself."""
    return _hash({name: getattr(row, name) for name in Event.model_fields})


def _hash(columns: dict[str, Any]) -> str:
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
    entry: dict[str, Any] = {
        "id": work.new_id(),
        "kind": kind,
        "subject_kind": row.__tablename__,
        "subject_id": row.id,
        "seq": row.head_seq,
        "container_id": container_id,
        "manifest_id": manifest_id,
        "holder_from": holder_from,
        "holder_to": holder_to,
        "site_id": site_id,
        "place": place,
        "grams": grams,
        "batch_code": batch_code,
        "claimed_at": claimed_at,
        "accepted_at": accepted_at or work.now,
        "recorded_at": work.now,
        "actor_id": work.actor.user_id,
        "actor_label": work.actor.label,
        "basis": basis,
        "payload": {
            "set": now,
            "was": was,
            "facts": plain({k: v for k, v in facts.items() if v is not None}),
        },
        "previous_hash": row.head_hash,
    }
    entry["hash"] = row.head_hash = _hash(entry)
    work.session.info.setdefault(_WAITING, []).append(entry)
    if container_id is not None:
        work.touched.add(container_id)


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
