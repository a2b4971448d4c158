"""Decides that a unit may open nothing new; what it holds may still move (model.md §6)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.outbox.queue import put
from wastetrack.parties.inputs import Decision
from wastetrack.parties.model import Unit
from wastetrack.parties.queries import lock_unit
from wastetrack.parties.terms import UnitState
from wastetrack.parties.transition import move


def reject_unit(work: Work, unit_id: UUID, data: Decision) -> Unit:
    """Turn a waiting unit down, with the reason it is told."""
    require(work.actor, Action.UNIT_REJECT)
    unit = lock_unit(work, unit_id)
    if unit.state is UnitState.REJECTED:
        raise refuse("parties.already_rejected", name=unit.name)
    if unit.state is not UnitState.PENDING:
        raise refuse("parties.not_waiting", name=unit.name)
    put(work, "unit.rejected", to_unit_id=unit.id, name=unit.name, reason=data.reason)
    return move(work, unit, UnitState.REJECTED, "unit.reject", data.reason)
