"""Decides how a unit enters: by registering itself, waiting where model.md §6 says so."""

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.audit.trail import record
from wastetrack.catalog.queries import industries
from wastetrack.kernel.errors import check, refuse
from wastetrack.kernel.work import Work
from wastetrack.parties.inputs import Enrolment
from wastetrack.parties.model import Unit
from wastetrack.parties.queries import find_unit_by_code
from wastetrack.parties.rules import (
    code_faults,
    industry_faults,
    kind_faults,
    search_text,
    starts_as,
)


def enrol_unit(work: Work, data: Enrolment, *, invented: bool = False) -> Unit:
    """Add a unit whose code is new here; a known code is a join request, which people decide."""
    require(work.actor, Action.PEOPLE_REGISTER)
    check(
        [
            *code_faults(data.credit_code, data.code_reason),
            *kind_faults(data.kinds),
            *industry_faults(data.industry, industries(work)),
        ]
    )
    if find_unit_by_code(work, data.credit_code) is not None:
        raise refuse("parties.code_taken", "credit_code", credit_code=data.credit_code)
    unit = Unit(
        id=work.new_id(),
        created_at=work.now,
        credit_code=data.credit_code,
        code_reason=data.code_reason,
        name=data.name,
        search=search_text(data.name, data.credit_code),
        kinds=[kind.value for kind in dict.fromkeys(data.kinds)],
        industry=data.industry,
        phone=data.phone,
        state=starts_as(data.kinds, data.expected),
        expected_g=data.expected.grams,
        invented=invented,
    )
    record(work, "unit.enrol", unit, name=unit.name)
    return unit
