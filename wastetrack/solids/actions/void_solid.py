"""Voids a record that was entered by mistake; what is right is entered anew."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.solids import transition
from wastetrack.solids.inputs import VoidSolid
from wastetrack.solids.model import SolidRecord
from wastetrack.solids.queries import lock_record, record_place
from wastetrack.solids.terms import SolidState


def void_solid(work: Work, record_id: UUID, data: VoidSolid) -> SolidRecord:
    """Once; the reason stands beside it."""
    row = lock_record(work, record_id)
    require(work.actor, Action.SOLID_VOID, record_place(row))
    if row.state is SolidState.VOID:
        raise refuse("solids.is_void", "reason", number=row.number)
    transition.void(work, row, data.reason)
    return row
