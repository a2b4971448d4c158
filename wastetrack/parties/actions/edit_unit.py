"""Decides what a unit may change about itself: name, phone, industry; never its code."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.catalog.queries import industries
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work
from wastetrack.parties.inputs import UnitEdit
from wastetrack.parties.model import Unit
from wastetrack.parties.queries import lock_unit
from wastetrack.parties.rules import industry_faults, search_text


def edit_unit(work: Work, unit_id: UUID, data: UnitEdit) -> Unit:
    """Change the unit's own particulars."""
    require(work.actor, Action.UNIT_EDIT, Place(Position.OWN, unit_id))
    unit = lock_unit(work, unit_id)
    if data.industry != unit.industry:
        check(industry_faults(data.industry, industries(work)))
    unit.name, unit.phone, unit.industry = data.name, data.phone, data.industry
    unit.search = search_text(unit.name, unit.credit_code)
    record(work, "unit.edit", unit, name=unit.name)
    return unit
