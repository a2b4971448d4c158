"""Reads the trail: the events of one subject or one container, in order."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from wastetrack.audit.model import Event
from wastetrack.kernel.work import Work

LIMIT = 500


def of_subject(work: Work, subject_id: UUID, limit: int = LIMIT) -> Sequence[Event]:
    """The chain of one subject, oldest first."""
    return work.session.exec(
        select(Event).where(Event.subject_id == subject_id).order_by(col(Event.seq)).limit(limit)
    ).all()


def of_container(work: Work, container_id: UUID, limit: int = LIMIT) -> Sequence[Event]:
    """Everything that names one container, oldest first."""
    return work.session.exec(
        select(Event).where(Event.container_id == container_id).order_by(col(Event.id)).limit(limit)
    ).all()
