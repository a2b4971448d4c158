"""Decides how a driver or escort is entered: with the qualification the road rules ask for."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.parties.inputs import CrewInput
from wastetrack.parties.model import Crew
from wastetrack.parties.queries import crew_of


def add_crew(work: Work, unit_id: UUID, data: CrewInput, *, user_id: UUID | None = None) -> Crew:
    """Add a driver or escort; `user_id` names the account with which a driver sees his trips."""
    require(work.actor, Action.CREW_ADD, Place(Position.OWN, unit_id))
    same = (c for c in crew_of(work, unit_id) if c.qualification_no == data.qualification_no)
    if any(c.kind is data.kind for c in same):
        raise refuse("parties.crew_known", "qualification_no", number=data.qualification_no)
    row = Crew(
        id=work.new_id(),
        created_at=work.now,
        unit_id=unit_id,
        user_id=user_id,
        **data.model_dump(),
    )
    record(work, "crew.add", row, name=row.name)
    return row
