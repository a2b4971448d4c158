"""Pre-printed codes: by what was scanned or typed, and by the roll they were printed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may, reach
from wastetrack.containers.model import BlankCode
from wastetrack.containers.rules import is_human_code, read_code
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Site

ROLLS = 20


@dataclass(frozen=True, slots=True)
class Roll:
    """What was printed together, and how much of it is used."""

    id: UUID
    printed_at: datetime
    site: str
    count: int
    used: int


def find_blank(work: Work, text: str, *, lock: bool = False) -> BlankCode | None:
    """The pre-printed code that a text names, whoever it belongs to."""
    code, _ = read_code(text)
    if not is_human_code(code):
        return None
    query = select(BlankCode).where(BlankCode.human_code == code)
    return work.session.exec(query.with_for_update() if lock else query).first()


def may_bind(work: Work, blank: BlankCode) -> bool:
    """Whether the actor may register a container with this code."""
    own = Place(Position.OWN, blank.unit_id, blank.site_id)
    return blank.container_id is None and may(work.actor, Action.CONTAINER_OPEN, own)


def get_roll(work: Work, roll_id: UUID) -> Sequence[BlankCode]:
    """The codes of a roll of one's own unit, in the order of printing."""
    query = select(BlankCode).where(BlankCode.roll_id == roll_id).order_by(col(BlankCode.id))
    rows = work.session.exec(query).all()
    own = Place(Position.OWN, rows[0].unit_id, rows[0].site_id) if rows else None
    if own is None or not may(work.actor, Action.CONTAINER_PRINT_BLANKS, own):
        raise Missing(str(roll_id))
    return rows


def list_rolls(work: Work) -> list[Roll]:
    """The newest rolls of one's own sites."""
    span = reach(work.actor, Action.CONTAINER_PRINT_BLANKS)
    mine = col(BlankCode.unit_id).in_(span.unit_ids) | col(BlankCode.site_id).in_(span.site_ids)
    query = (
        select_columns(
            col(BlankCode.roll_id),
            func.min(BlankCode.created_at),
            func.min(Site.name),
            func.count(),
            func.count(col(BlankCode.container_id)),
        )
        .join(Site, col(Site.id) == col(BlankCode.site_id))
        .where(mine)
        .group_by(col(BlankCode.roll_id))
        .order_by(func.min(BlankCode.created_at).desc())
        .limit(ROLLS)
    )
    return [Roll(*row) for row in work.session.execute(query)]
