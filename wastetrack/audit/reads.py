"""Writes and reads the access log: who looked at what, when, on which page."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import true
from sqlmodel import col, select

from wastetrack.access.policy import Action
from wastetrack.access.scope import reach
from wastetrack.audit.looks import Look, is_kept
from wastetrack.audit.model import AccessLog
from wastetrack.kernel.paging import PAGE_SIZE, Page, cursor, cut
from wastetrack.kernel.work import Work

_PAGE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class ReadFilter:
    """How the log is narrowed; the moments are a half-open span."""

    what: Look | None = None
    who: str = ""
    unit_id: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None


def log_read(
    work: Work, look: Look, page: str, *, subject_id: UUID | None, unit_id: UUID | None
) -> None:
    """Add one row, unless it is the unit's own people at their own record."""
    if not is_kept(look, own=unit_id in {seat.unit_id for seat in work.actor.seats}):
        return
    work.session.add(
        AccessLog(
            id=work.new_id(),
            at=work.now,
            actor_id=work.actor.user_id,
            actor_label=work.actor.label[:200],
            what=look,
            subject_id=subject_id,
            unit_id=unit_id,
            page=page[:_PAGE_LENGTH],
        )
    )


def list_reads(
    work: Work, want: ReadFilter, after: str | None = None, size: int = PAGE_SIZE
) -> Page[AccessLog]:
    """The newest first: for the auditor all, for a unit's admin who looked at the unit."""
    reached = reach(work.actor, Action.AUDIT_READ)
    query = select(AccessLog).where(
        true() if reached.everything else col(AccessLog.unit_id).in_(reached.unit_ids)
    )
    if want.what is not None:
        query = query.where(AccessLog.what == want.what)
    if want.who:
        query = query.where(col(AccessLog.actor_label).contains(want.who, autoescape=True))
    if want.unit_id is not None:
        query = query.where(AccessLog.unit_id == want.unit_id)
    if want.since is not None:
        query = query.where(AccessLog.at >= want.since)
    if want.until is not None:
        query = query.where(AccessLog.at < want.until)
    last = cursor(after)
    if last is not None:
        query = query.where(AccessLog.id < last)
    rows = work.session.exec(query.order_by(col(AccessLog.id).desc()).limit(size + 1)).all()
    return cut(rows, size)
