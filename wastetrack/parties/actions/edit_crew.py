"""Decides what may change about a driver or escort: documents, account, whether on duty."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.kernel.work import Work
from wastetrack.parties.inputs import CrewInput
from wastetrack.parties.model import Crew
from wastetrack.parties.queries import get_crew


def edit_crew(work: Work, crew_id: UUID, data: CrewInput, *, user_id: UUID | None = None) -> Crew:
    """Change a driver or escort of the unit; the account stays unless another is named."""
    row = get_crew(work, crew_id, lock=True)
    require(work.actor, Action.CREW_EDIT, Place(Position.OWN, row.unit_id))
    for name, value in data.model_dump().items():
        setattr(row, name, value)
    row.user_id = user_id or row.user_id
    record(work, "crew.edit", row, name=row.name)
    return row
