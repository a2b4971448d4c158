"""Settles rules over stores, transfers, permits and reports: findings against open alerts."""

from collections.abc import Sequence
from uuid import UUID

from wastetrack.catalog.terms import Rule
from wastetrack.deadlines.queries.lookout import Lookout
from wastetrack.deadlines.queries.standing import lock_open
from wastetrack.deadlines.terms import ClosedBy, Finding, RuleCode, Shown, Tally
from wastetrack.deadlines.transition.alerts import close, open_alerts, restate

# what ends an alert of these rules is that an amount fell; of the others, that the duty was done
_BY_AMOUNT = frozenset(
    {
        *(RuleCode.CAP, RuleCode.PT_3T, RuleCode.OP_TEMP_5T, RuleCode.PILOT_5T),
        *(RuleCode.PR_PLAN, RuleCode.SCALE),
    }
)


def differs(alert: Shown | None, finding: Finding | None) -> bool:
    """Whether a finding and its alert disagree: an amount alone is no news, a level is."""
    if alert is None or finding is None:
        return alert is not None or finding is not None
    return (alert.level, alert.due_on) != (finding.level, finding.due_on)


def settle(
    look: Lookout, rules: Sequence[RuleCode], findings: Sequence[Finding], sites: Sequence[UUID]
) -> Tally:
    """Open, restate and close the alerts of these rules at these sites."""
    tally = Tally()
    new: list[tuple[Rule, Finding]] = []
    alerts = lock_open(look.work, [rule.value for rule in rules], sites)
    left = {(a.rule, a.site_id, a.waste_code, a.subject_key): a for a in alerts}
    # both ends of a transfer may be one site: it has one alert
    for finding in {finding.key: finding for finding in findings}.values():
        rule = look.rule(finding.rule)
        alert = left.pop(finding.key, None)
        if rule is None or not differs(alert, finding):
            continue
        if alert is None:
            new.append((rule, finding))
        else:
            restate(
                look.work,
                alert,
                rule,
                tally,
                level=finding.level,
                mass_g=finding.mass_g,
                count=finding.count,
                clock_from=finding.clock_from,
                due_on=finding.due_on,
            )
    open_alerts(look.work, new)
    tally.opened += len(new)
    for alert in left.values():
        by = ClosedBy.BELOW if RuleCode(alert.rule) in _BY_AMOUNT else ClosedBy.DONE
        close(look.work, alert, look.rules.get(alert.rule), by, tally)
    look.work.session.flush()
    return tally
