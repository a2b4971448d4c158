"""Replaces a plan's lines by those of a filed change; the event keeps both sets (HJ 1259 §5.2)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.agreements.inputs import PlanAmendment
from wastetrack.agreements.model import Plan
from wastetrack.agreements.queries import (
    consents_held,
    find_plan_number,
    lines_of,
    lock_plan,
    named_units,
    plan_places,
    unknown_codes,
)
from wastetrack.agreements.rules import plan_amendment, plan_lines
from wastetrack.agreements.terms import ConsentScope
from wastetrack.agreements.transition import facts_of, replace_lines, written
from wastetrack.audit.trail import record
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Violation, check
from wastetrack.kernel.work import Work


def amend_plan(work: Work, plan_id: UUID, data: PlanAmendment) -> Plan:
    """Record the plan as it stands after the change was filed upstream."""
    plan = lock_plan(work, plan_id)
    today = local_day(work.now)
    proxies = consents_held(work, plan.unit_id, ConsentScope.PLAN, today)
    require(work.actor, Action.PLAN_AMEND, *plan_places(plan.unit_id, plan.site_id, proxies))
    named_units(work, *{line.receiver_unit_id for line in data.lines if line.receiver_unit_id})
    faults = plan_amendment(
        filed_on=plan.filed_on,
        amended_on=data.amended_on,
        today=today,
        line_kinds=[line.kind for line in data.lines],
    )
    faults += plan_lines(facts_of(data.lines))
    faults += unknown_codes(work, (line.waste_code for line in data.lines))
    taken = find_plan_number(work, data.number)
    if taken is not None and taken.id != plan.id:
        faults.append(Violation("agreements.plan_number_taken", "number", {"number": data.number}))
    check(faults)
    earlier = written(lines_of(work, plan.id))
    plan.number, plan.amended_on = data.number, data.amended_on
    record(
        work,
        "plan.amend",
        plan,
        site_id=plan.site_id,
        year=plan.year,
        reason=data.reason,
        lines=written(data.lines),
        lines_before=earlier,
    )
    work.session.flush()
    replace_lines(work, plan.id, data.lines)
    return plan
