"""The overdue check over every rule of model.md §7, in batches that a door commits one by one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.exc import DBAPIError

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.deadlines.actions.look_again import look_again
from wastetrack.deadlines.queries.clocks import extensions, newly_due, no_longer_due
from wastetrack.deadlines.queries.lookout import Lookout, lookout
from wastetrack.deadlines.queries.permits import expiring, over_scale
from wastetrack.deadlines.queries.plans import over_plan
from wastetrack.deadlines.queries.reports import REPORTS, unreported
from wastetrack.deadlines.queries.standing import open_alerts
from wastetrack.deadlines.queries.stores import over_batch, over_stock, unvisited
from wastetrack.deadlines.queries.transfers import unfilled, waiting
from wastetrack.deadlines.terms import Finding, RuleCode, Tally
from wastetrack.deadlines.transition.subjects import differs, settle
from wastetrack.kernel.database import lost_race
from wastetrack.kernel.work import Work

BATCH = 1000
Progress = Callable[[int, int], None]
Observe = Callable[[Lookout, Sequence[UUID] | None], list[Finding]]

# each look at the present state with the rules it settles
OBSERVERS: dict[str, tuple[tuple[RuleCode, ...], Observe]] = {
    "stock": ((RuleCode.PT_3T, RuleCode.CAP), over_stock),
    "batch": ((RuleCode.OP_TEMP_5T, RuleCode.PILOT_5T), over_batch),
    "visits": ((RuleCode.MED_VISIT,), unvisited),
    "plans": ((RuleCode.PR_PLAN,), over_plan),
    "transfers": (
        (RuleCode.MF_5, RuleCode.MF_GATE, RuleCode.MF_GATE_IN, RuleCode.MF_OUT),
        waiting,
    ),
    "paper": ((RuleCode.MF_10,), unfilled),
    "permits": ((RuleCode.LIC,), expiring),
    "scale": ((RuleCode.SCALE,), over_scale),
    "reports": (REPORTS, unreported),
}
CONTAINERS = "containers"


@dataclass(frozen=True, slots=True)
class Batch:
    """What one transaction looks at: containers, or the sites of one observer."""

    subject: str
    ids: tuple[UUID, ...]


def due_batches(work: Work, batch: int = BATCH) -> list[Batch]:
    """Where the present state and the open alerts disagree now; reads only."""
    require(work.actor, Action.ALERT_SWEEP)
    look = lookout(work)
    longer = extensions(work)
    ids = dict.fromkeys([*no_longer_due(look, longer), *newly_due(look, longer)])
    found = list(_cut(CONTAINERS, list(ids), batch))
    watched = [rule.value for rules, _ in OBSERVERS.values() for rule in rules]
    shown = open_alerts(work, watched)
    for name, (rules, observe) in OBSERVERS.items():
        alerts = {alert.key: alert for alert in shown if alert.rule in rules}
        findings = {finding.key: finding for finding in observe(look, None)}
        keys = {*alerts, *findings}
        sites = {key[1] for key in keys if differs(alerts.get(key), findings.get(key))}
        found += _cut(name, sorted(sites), batch)
    return found


def _cut(subject: str, ids: Sequence[UUID], batch: int) -> Iterator[Batch]:
    for start in range(0, len(ids), batch):
        yield Batch(subject, tuple(ids[start : start + batch]))


def apply(work: Work, batch: Batch) -> Tally:
    """Settle one batch in this work; a bad item never undoes its neighbours.

    The whole batch shares one savepoint. Only when it fails does each item get its own: a
    savepoint per item would double the cost of every sweep for a case that never comes.
    """
    require(work.actor, Action.ALERT_SWEEP)
    try:
        with work.item():
            return _settle(work, batch)
    except Exception as error:
        if len(batch.ids) == 1 or _race(error):
            raise
    tally = Tally()
    for item in batch.ids:
        try:
            with work.item():
                tally.add(_settle(work, Batch(batch.subject, (item,))))
        except Exception as error:  # told in the job's result, and tried next slot
            if _race(error):
                raise
            tally.failed.append(f"{batch.subject} {item}: {type(error).__name__}")
    return tally


def _race(error: Exception) -> bool:
    return isinstance(error, DBAPIError) and lost_race(error)


def _settle(work: Work, batch: Batch) -> Tally:
    if batch.subject == CONTAINERS:
        return look_again(work, batch.ids)
    rules, observe = OBSERVERS[batch.subject]
    look = lookout(work)
    return settle(look, rules, observe(look, batch.ids), batch.ids)


def sweep(work: Work, progress: Progress | None = None, batch: int = BATCH) -> Tally:
    """The whole check in one work, for a small database; a door takes the batches one by one."""
    tally = Tally()
    batches = due_batches(work, batch)
    for number, part in enumerate(batches, start=1):
        tally.add(apply(work, part))
        if progress is not None:
            progress(number, len(batches))
    return tally
