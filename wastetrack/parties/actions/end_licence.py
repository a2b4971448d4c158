"""Decides how a licence ends before its time: revoked, given back or replaced, with the reason."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.parties.inputs import Decision
from wastetrack.parties.model import Licence
from wastetrack.parties.queries import get_licence


def end_licence(work: Work, licence_id: UUID, data: Decision) -> Licence:
    """End a licence from today."""
    row = get_licence(work, licence_id, lock=True)
    require(work.actor, Action.LICENCE_END, Place(Position.OWN, row.unit_id, row.site_id))
    if row.ended_on is not None:
        raise refuse("parties.licence_ended_before", number=row.number, end=str(row.ended_on))
    row.ended_on, row.end_reason = local_day(work.now), data.reason
    record(
        work,
        "licence.end",
        row,
        site_id=row.site_id,
        basis=row.number,
        number=row.number,
        reason=data.reason,
    )
    return row
