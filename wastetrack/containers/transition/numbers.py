"""Decides the next numbers: of digital ids per unit, waste and day, of batches per site and day."""

from datetime import date
from uuid import UUID

from sqlalchemy import union_all
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col, select

from wastetrack.containers.model import BatchSequence, BlankCode, CodeSequence, Container
from wastetrack.containers.rules import (
    HUMAN_BITS,
    SEQUENCE_MOST,
    digital_id,
    human_code,
    sequence_full,
)
from wastetrack.containers.terms import Batch
from wastetrack.kernel.work import Work


def _raise(
    work: Work,
    table: type[CodeSequence | BatchSequence],
    key: dict[str, object],
    most: int | None = None,
) -> int | None:
    """Raise the last number of a key by one in a single statement; None when `most` is reached.

    One upsert that returns its number: two works never get the same, and neither reads first.
    """
    sqlite = work.session.get_bind().dialect.name == "sqlite"
    insert = sqlite_insert if sqlite else postgresql_insert
    statement = insert(table).values(**key, last=1)
    raised = statement.on_conflict_do_update(
        index_elements=list(key),
        set_={"last": table.last + 1},
        where=col(table.last) < most if most is not None else None,
    ).returning(col(table.last))
    return work.session.execute(raised).scalar_one_or_none()


def next_digital_id(work: Work, unit_code: str, waste_code: str, day: date) -> str:
    """A fresh digital id; a thousandth of one waste on one day is refused with advice."""
    key: dict[str, object] = {"unit_code": unit_code, "waste_code": waste_code, "day": day}
    number = _raise(work, CodeSequence, key, SEQUENCE_MOST)
    if number is None:
        raise sequence_full(waste_code, day)
    return digital_id(unit_code, waste_code, day, number)


def next_batch(work: Work, site_id: UUID, prefix: Batch, day: date) -> str:
    """A fresh HJ 1259 batch code of a site; past 999 it grows a digit, since a fact is not refused."""
    number = _raise(work, BatchSequence, {"site_id": site_id, "prefix": str(prefix), "day": day})
    return f"{prefix}{day:%Y%m%d}{number or 1:03d}"


def next_human_code(work: Work) -> str:
    """A human code of no container and no blank; 35 random bits meet a taken one now and then."""
    while True:
        code = human_code(work.new_id().int & ((1 << HUMAN_BITS) - 1))
        taken = select(Container.id).where(Container.human_code == code)
        blank = select(BlankCode.id).where(BlankCode.human_code == code)
        if work.session.execute(union_all(taken, blank)).first() is None:
            return code
