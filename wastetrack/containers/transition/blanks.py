"""Decides what becomes of a pre-printed code: printed with its roll, bound once to a container."""

from uuid import UUID

from wastetrack.audit.trail import record
from wastetrack.containers.model import BlankCode, Container
from wastetrack.containers.transition.numbers import next_human_code
from wastetrack.kernel.work import Work


def print_blanks(work: Work, unit_id: UUID, site_id: UUID, count: int) -> list[BlankCode]:
    """The codes of one roll, each with its own event."""
    roll_id = work.new_id()
    made: list[BlankCode] = []
    for _ in range(count):
        row = BlankCode(
            id=work.new_id(),
            created_at=work.now,
            human_code=next_human_code(work),
            unit_id=unit_id,
            site_id=site_id,
            roll_id=roll_id,
        )
        record(work, "container.print_blanks", row, site_id=site_id, container=row.human_code)
        made.append(row)
    return made


def bind(work: Work, blank: BlankCode, c: Container) -> None:
    """The container took the code; from now on the code is the container."""
    blank.container_id, blank.bound_at = c.id, work.now
    record(
        work,
        "container.bind",
        blank,
        container_id=c.id,
        site_id=c.origin_site_id,
        container=c.human_code,
    )
