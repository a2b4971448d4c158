"""Claims a slot by inserting its row first, finishes it last, takes over what a dead worker left."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Update, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import ReturningInsert, ReturningUpdate
from sqlmodel import col, select

from wastetrack.deadlines.model import Slot
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.work import Work

LEASE = timedelta(minutes=10)
_JOB = col(Slot.job)


class LostClaim(Exception):
    """Another process took the slot over, because this one stayed silent longer than its lease."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A claimed slot: the right to run one job once."""

    job: str
    slot: datetime
    holder: str
    lease: timedelta = LEASE


def claim(
    database: Database, job: str, slot: datetime, holder: str, lease: timedelta = LEASE
) -> Ticket | None:
    """The slot for this holder, or None when it is finished or somebody alive has it."""

    def take(work: Work) -> bool:
        values = {
            "job": job,
            "slot": slot,
            "claimed_at": work.now,
            "claimed_by": holder,
            "lease_until": work.now + lease,
            "finished_at": None,
            "result": {},
        }
        on_postgres = work.session.get_bind().dialect.name == "postgresql"
        insert = (postgresql.insert if on_postgres else sqlite.insert)(Slot)
        # a second process waits here for the first one's commit, then finds the row
        if _changed(work, insert.values(**values).on_conflict_do_nothing().returning(_JOB)):
            return True
        dead = (
            update(Slot)
            .where(
                col(Slot.job) == job,
                col(Slot.slot) == slot,
                col(Slot.finished_at).is_(None),
                col(Slot.lease_until) <= work.now,
            )
            .values(claimed_at=work.now, claimed_by=holder, lease_until=work.now + lease)
            .returning(_JOB)
        )
        return _changed(work, dead)

    won = database.write(SYSTEM, take)
    return Ticket(job, slot, holder, lease) if won else None


def is_finished(database: Database, job: str, slot: datetime) -> bool:
    """Whether a slot is done; asked before claiming, so that idle polls write nothing."""
    query = select(Slot.finished_at).where(Slot.job == job, Slot.slot == slot)
    with database.reading(SYSTEM) as work:
        return work.session.exec(query).first() is not None


def beat(database: Database, ticket: Ticket) -> None:
    """Lengthen the lease; LostClaim when the slot is no longer ours."""

    def lengthen(work: Work) -> bool:
        return _changed(
            work, _own(ticket).values(lease_until=work.now + ticket.lease).returning(_JOB)
        )

    if not database.write(SYSTEM, lengthen):
        raise LostClaim(ticket.job)


def finish(database: Database, ticket: Ticket, result: Mapping[str, object]) -> None:
    """Mark the slot done, last of all; LostClaim when somebody took it over meanwhile."""

    def mark(work: Work) -> bool:
        return _changed(
            work, _own(ticket).values(finished_at=work.now, result=dict(result)).returning(_JOB)
        )

    if not database.write(SYSTEM, mark):
        raise LostClaim(ticket.job)


def leave(database: Database, ticket: Ticket) -> None:
    """Give an unfinished slot back at once, when the process is asked to end."""

    def end(work: Work) -> bool:
        return _changed(work, _own(ticket).values(lease_until=work.now).returning(_JOB))

    database.write(SYSTEM, end)


def _own(ticket: Ticket) -> Update:
    return update(Slot).where(
        col(Slot.job) == ticket.job,
        col(Slot.slot) == ticket.slot,
        col(Slot.claimed_by) == ticket.holder,
        col(Slot.finished_at).is_(None),
    )


def _changed(work: Work, statement: ReturningInsert[str] | ReturningUpdate[str]) -> bool:
    # RETURNING, because drivers differ in what they count for an insert that did nothing
    return work.session.execute(statement).first() is not None
