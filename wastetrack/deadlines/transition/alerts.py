"""Opens, raises, changes and closes one alert, each with its event; nobody closes one by hand."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from wastetrack.audit.trail import NewRow, record, record_new
from wastetrack.catalog.terms import Rule
from wastetrack.deadlines.model import Alert
from wastetrack.deadlines.terms import RANK, AlertState, ClosedBy, Finding, Level, Tally
from wastetrack.kernel.work import Work

# what an alert is about when it is about no waste: the first of these facts it has
NAMED = ("reference", "facility", "number", "period", "plan")


def told_of(facts: Mapping[str, object]) -> str:
    """What an alert about no waste is about, in a few characters."""
    return next((str(facts[name]) for name in NAMED if name in facts), "")


def open_alerts(work: Work, findings: Iterable[tuple[Rule, Finding]]) -> list[UUID]:
    """New alerts under the dated rows of law in force; their ids, in the order given."""
    rows = [_new(work, rule, finding) for rule, finding in findings]
    record_new(work, "alert.open", Alert, rows)
    return [row.columns["id"] for row in rows]


def _new(work: Work, rule: Rule, finding: Finding) -> NewRow:
    columns = {
        "id": work.new_id(),
        "created_at": work.now,
        "rule": finding.rule.value,
        "rule_valid_from": rule.valid_from,
        "site_id": finding.site_id,
        "unit_id": finding.unit_id,
        "waste_code": finding.waste_code,
        "subject_key": finding.subject_key,
        "manifest_id": finding.manifest_id,
        "facility_id": finding.facility_id,
        "licence_id": finding.licence_id,
        "state": AlertState.OPEN,
        "level": finding.level,
        "local": not rule.lawful,
        "confidence": str(rule.confidence),
        "clock_from": finding.clock_from,
        "due_on": finding.due_on,
        "mass_g": finding.mass_g,
        "count": finding.count,
        "facts": finding.facts,
        "closed_at": None,
        "closed_by": None,
    }
    return NewRow(columns, _about(columns, rule), _facts(columns))


def restate(
    work: Work,
    alert: Alert,
    rule: Rule,
    tally: Tally,
    *,
    level: Level,
    mass_g: int,
    count: int,
    clock_from: datetime | None,
    due_on: date | None,
) -> None:
    """Bring an open alert to the present state; one event when anything differs.

    A higher level is judged by the law of the day on which it is reached.
    """
    before = (alert.level, alert.mass_g, alert.count, alert.clock_from, alert.due_on)
    if before == (level, mass_g, count, clock_from, due_on):
        return
    higher = RANK[level] > RANK[alert.level]
    if higher:
        alert.rule_valid_from, alert.local = rule.valid_from, not rule.lawful
        alert.confidence = str(rule.confidence)
    alert.level, alert.mass_g, alert.count = level, mass_g, count
    alert.clock_from, alert.due_on = clock_from, due_on
    _record(work, "alert.raise" if higher else "alert.change", alert, rule)
    tally.raised += higher
    tally.changed += not higher


def close(work: Work, alert: Alert, rule: Rule | None, by: ClosedBy, tally: Tally) -> None:
    """Close an alert by the fact that ended it."""
    alert.state, alert.closed_at, alert.closed_by = AlertState.CLOSED, work.now, by
    _record(work, "alert.close", alert, rule)
    tally.closed += 1


def _record(work: Work, kind: str, alert: Alert, rule: Rule | None) -> None:
    columns = alert.model_dump()
    record(work, kind, alert, **_about(columns, rule), **_facts(columns))


def _about(alert: Mapping[str, Any], rule: Rule | None) -> dict[str, Any]:
    """What the event of an alert is about, and the law it stands on."""
    return {
        "site_id": alert["site_id"],
        "manifest_id": alert["manifest_id"],
        "grams": alert["mass_g"],
        "basis": rule.basis[:200] if rule else None,
    }


def _facts(alert: Mapping[str, Any]) -> dict[str, Any]:
    """What the event says beside the changed columns."""
    return {
        "rule": alert["rule"],
        "what": alert["waste_code"] or told_of(alert["facts"]) or None,
        "count": alert["count"],
        "level": alert["level"],
        "due_on": alert["due_on"],
        "closed_by": alert["closed_by"],
    }
