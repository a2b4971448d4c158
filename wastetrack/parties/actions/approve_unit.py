"""Decides that a waiting, rejected or outside unit may file from now on (model.md §6)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.outbox.queue import put
from wastetrack.parties.model import Unit
from wastetrack.parties.queries import lock_unit
from wastetrack.parties.terms import UnitState
from wastetrack.parties.transition import move


def approve_unit(work: Work, unit_id: UUID) -> Unit:
    """Let the unit file."""
    require(work.actor, Action.UNIT_APPROVE)
    unit = lock_unit(work, unit_id)
    if unit.state is UnitState.ACTIVE:
        raise refuse("parties.already_approved", name=unit.name)
    put(work, "unit.approved", to_unit_id=unit.id, name=unit.name)
    return move(work, unit, UnitState.ACTIVE, "unit.approve")
