"""Records a site's filed management plan of a year (HJ 1259 §5); a proxy may do it with consent."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.agreements.inputs import PlanTerms
from wastetrack.agreements.model import Plan
from wastetrack.agreements.queries import (
    consents_held,
    find_plan_number,
    named_units,
    plan_of,
    plan_places,
    site_of,
    unknown_codes,
)
from wastetrack.agreements.rules import plan_form, plan_lines
from wastetrack.agreements.terms import ConsentScope
from wastetrack.agreements.transition import facts_of, replace_lines, written
from wastetrack.audit.trail import record
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Violation, check
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Site


def add_plan(work: Work, data: PlanTerms) -> Plan:
    """Record the plan as it was filed upstream; one plan for a site and year."""
    site = site_of(work, data.site_id)
    proxies = consents_held(work, site.unit_id, ConsentScope.PLAN, local_day(work.now))
    require(work.actor, Action.PLAN_ADD, *plan_places(site.unit_id, site.id, proxies))
    named_units(work, *{line.receiver_unit_id for line in data.lines if line.receiver_unit_id})
    faults = plan_form(
        year=data.year,
        filed_on=data.filed_on,
        today=local_day(work.now),
        line_kinds=[line.kind for line in data.lines],
    )
    faults += plan_lines(facts_of(data.lines))
    faults += unknown_codes(work, (line.waste_code for line in data.lines))
    if plan_of(work, site.id, data.year) is not None:
        faults.append(Violation("agreements.plan_exists", "year", {"year": data.year}))
    if find_plan_number(work, data.number) is not None:
        faults.append(Violation("agreements.plan_number_taken", "number", {"number": data.number}))
    check(faults)
    plan = Plan(
        id=work.new_id(),
        created_at=work.now,
        unit_id=site.unit_id,
        filed_by_unit_id=_filer(work, site),
        **data.model_dump(exclude={"lines"}),
    )
    record(work, "plan.add", plan, site_id=site.id, lines=written(data.lines))
    work.session.flush()
    replace_lines(work, plan.id, data.lines)
    return plan


def _filer(work: Work, site: Site) -> UUID | None:
    # 代申报: another unit files for the site
    units = [seat.unit_id for seat in work.actor.seats if not seat.authority]
    return None if not units or site.unit_id in units else units[0]
