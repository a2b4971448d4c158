"""Decides how near a clock, a mass or a date is to its limit (model.md §7); limits come as data."""

import math
import re
from datetime import date, datetime, timedelta

from wastetrack.catalog.rules import WorkingDays, end_of_years
from wastetrack.catalog.terms import LimitUnit, Rule, RuleLevel
from wastetrack.containers.terms import HeldAs
from wastetrack.deadlines.terms import OVER, RANK, Level, Period, RuleCode
from wastetrack.kernel.clock import SHANGHAI, end_of_day, local_day, start_of_day
from wastetrack.kernel.errors import Violation

# Which rule's clock runs on a container, by the capacity in which its holder holds it. The
# one-year limit of the Code binds statutory permits; a pilot approval and a producer have limits
# that are not confirmed as law.
RULE_OF: dict[HeldAs, RuleCode] = {
    HeldAs.OPERATOR: RuleCode.OP_1Y,
    HeldAs.PILOT: RuleCode.PILOT_1Y,
    HeldAs.PILOT_TEMPORARY: RuleCode.PILOT_TEMP,
    HeldAs.COLLECTION: RuleCode.OP_90,
    HeldAs.TEMPORARY: RuleCode.OP_TEMP,
    HeldAs.PRODUCER: RuleCode.PR_LOCAL,
    HeldAs.HOSPITAL: RuleCode.MED_2D,
    HeldAs.MEDICAL: RuleCode.MED_DISP,
    HeldAs.MEDICAL_CHILLED: RuleCode.MED_DISP_COLD,
}
CLOCK_RULES = tuple(dict.fromkeys(RULE_OF.values()))
# capacities whose limit the permit's issuer may extend, Code §535(3)
EXTENDABLE = frozenset({RuleCode.OP_1Y})
_YEAR_DAYS = 365
_ONE = timedelta(microseconds=1)
_PERIOD = re.compile(r"^(?P<year>20\d{2})(-(Q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2])))?$")
_FAR = 40_000  # days: no clock in the trade is older


def held_under(rule: RuleCode) -> tuple[HeldAs, ...]:
    """The capacities that a clock rule binds."""
    return tuple(held for held, code in RULE_OF.items() if code is rule)


def level_of(rule: Rule, step: RuleLevel) -> Level:
    """A step's level as it may be shown."""
    return shown_level(rule, Level(step.level))


def shown_level(rule: Rule, level: Level) -> Level:
    """A local or unconfirmed rule is never shown as law, whatever its data says."""
    return Level.LOCAL if level is Level.LEGAL and not rule.lawful else level


def worst(first: Level | None, second: Level | None) -> Level | None:
    """The nearer of two levels."""
    if first is None or second is None:
        return first or second
    return first if RANK[first] >= RANK[second] else second


def due_day(
    rule: Rule, start: datetime, days: WorkingDays, extended_to: date | None = None
) -> date:
    """The last lawful day of a clock; an approved extension moves it."""
    first = local_day(start)
    if rule.unit is LimitUnit.YEAR:
        last = end_of_years(first, rule.limit)
    elif rule.unit is LimitUnit.DAY:
        last = first + timedelta(days=rule.limit)
    elif rule.unit is LimitUnit.WORKING_DAY:
        last = days.add(first, rule.limit)
    else:
        last = local_day(start + timedelta(hours=rule.limit))
    return max(last, extended_to) if extended_to else last


def _lead(rule: Rule, step: RuleLevel) -> int:
    """Days before the end at which a step of a one-year or day limit is reached."""
    limit = rule.limit * _YEAR_DAYS if rule.unit is LimitUnit.YEAR else rule.limit
    share = step.at * limit / 100 if step.unit is LimitUnit.PERCENT else step.at
    return max(limit - math.ceil(share), 0)


def _hours(rule: Rule, step: RuleLevel) -> timedelta:
    return timedelta(hours=step.at if step.unit is LimitUnit.HOUR else step.at * rule.limit / 100)


def _step_day(rule: Rule, step: RuleLevel, first: date, last: date, days: WorkingDays) -> date:
    if step.unit is LimitUnit.WORKING_DAY:
        return days.add(first, int(step.at))
    if step.unit is LimitUnit.DAY:
        return first + timedelta(days=int(step.at))
    if rule.unit is LimitUnit.WORKING_DAY:
        return days.add(first, math.ceil(step.at * rule.limit / 100))
    return first + timedelta(days=math.ceil((last - first).days * step.at / 100))


def reached_at(
    rule: Rule,
    step: RuleLevel,
    start: datetime,
    days: WorkingDays,
    extended_to: date | None = None,
) -> datetime:
    """The moment at which a clock that began at `start` reaches a step.

    Hours run exactly. Days count from the day after the start, and the last day of a limit is
    lawful to its end; a step before the limit is told from the morning of its day.
    """
    if rule.unit is LimitUnit.HOUR:
        return start + _hours(rule, step) + (_ONE if step.over else timedelta(0))
    over = level_of(rule, step) in OVER
    first, last = local_day(start), due_day(rule, start, days)
    day = _step_day(rule, step, first, last, days)
    moment = end_of_day(day) if over else start_of_day(day)
    if extended_to is None:
        return moment
    later = extended_to - timedelta(days=_lead(rule, step))
    return max(moment, end_of_day(later) if over else start_of_day(later))


def clock_level(
    rule: Rule,
    start: datetime,
    now: datetime,
    days: WorkingDays,
    extended_to: date | None = None,
) -> Level | None:
    """The level a clock has reached by `now`; None while nothing is due."""
    level: Level | None = None
    for step in rule.levels:
        if reached_at(rule, step, start, days, extended_to) <= now:
            level = worst(level, level_of(rule, step))
    return level


def started_before(
    rule: Rule,
    step: RuleLevel,
    now: datetime,
    days: WorkingDays,
    extended_to: date | None = None,
) -> datetime:
    """The threshold of a step: exactly the clocks that began before it have reached the step.

    This turns the rule into a range of an index, so a sweep costs what is due.
    """
    if rule.unit is LimitUnit.HOUR:
        return now - _hours(rule, step) + (timedelta(0) if step.over else _ONE)
    today = local_day(now)
    near, far = 0, _FAR  # days back: `far` has reached the step, `near` may not
    while near < far:
        middle = (near + far) // 2
        start = start_of_day(today - timedelta(days=middle))
        if reached_at(rule, step, start, days, extended_to) <= now:
            far = middle
        else:
            near = middle + 1
    return end_of_day(today - timedelta(days=near))


def thresholds(
    rule: Rule, now: datetime, days: WorkingDays, extended_to: date | None = None
) -> tuple[tuple[Level, datetime], ...]:
    """Each level of a clock rule with its threshold, highest level first."""
    found = (
        (level_of(rule, s), started_before(rule, s, now, days, extended_to)) for s in rule.levels
    )
    return tuple(sorted(found, key=lambda pair: -RANK[pair[0]]))


def share_level(rule: Rule, amount: int, whole: int) -> Level | None:
    """The level of an amount against a whole, by the percentages of the rule.

    Exactly 3.000 t is not over 3 t: whether a step is reached at its amount or only beyond it is
    said by the row (`over`), as its wording has it.
    """
    level: Level | None = None
    for step in rule.levels:
        part, line = amount * 100, step.at * whole
        if whole > 0 and (part > line if step.over else part >= line):
            level = worst(level, level_of(rule, step))
    return level


def least_share(rule: Rule) -> float:
    """The smallest percentage at which the rule says anything."""
    return min((step.at for step in rule.levels), default=100.0)


def date_level(rule: Rule, due: date, now: datetime, days: WorkingDays) -> Level | None:
    """The level of a duty with a due day; its steps count back from that day."""
    level: Level | None = None
    for step in rule.levels:
        working = step.unit is LimitUnit.WORKING_DAY
        day = days.add(due, int(step.at)) if working else due + timedelta(days=int(step.at))
        over = level_of(rule, step) in OVER
        if (end_of_day(day) if over else start_of_day(day)) <= now:
            level = worst(level, level_of(rule, step))
    return level


def used_percent(start: datetime, due: date, now: datetime) -> int:
    """How much of a clock is used up, for the days-left bar."""
    whole = (end_of_day(due) - start) / timedelta(hours=1)
    return round(100 * ((now - start) / timedelta(hours=1)) / whole) if whole > 0 else 100


def days_left(due: date, now: datetime) -> int:
    """Whole days until the last lawful day; negative when it has passed."""
    return (due - local_day(now)).days


def report_periods(rules: dict[str, Rule], today: date, *, key: bool, simple: bool) -> list[Period]:
    """The reports and the plan that a site of this class has to file now (HJ 1259 §§5.2, 7.2).

    One of each kind: the period that ended last. What stayed unfiled before keeps its own alert.
    """
    found: list[Period] = []
    month_start = today.replace(day=1)
    if RuleCode.RPT in rules and (key or simple):
        start = month_start if key else month_start.replace(month=(today.month - 1) // 3 * 3 + 1)
        last = start - timedelta(days=1)
        name = f"{last:%Y-%m}" if key else f"{last.year}-Q{(last.month + 2) // 3}"
        found.append(Period(RuleCode.RPT, name, last, start.replace(day=rules["RPT"].limit)))
    for code, year in ((RuleCode.RPT_Y, today.year - 1), (RuleCode.RPT_PLAN, today.year)):
        rule = rules.get(code)
        if rule is not None and rule.month is not None:
            last = date(today.year - 1, 12, 31)
            found.append(Period(code, str(year), last, date(today.year, rule.month, rule.limit)))
    return found


def period_end(key: str) -> date | None:
    """The last day of `2026-10`, `2026-Q3` or `2025`; None when it is none of these."""
    matched = _PERIOD.match(key)
    if matched is None:
        return None
    year, quarter, number = int(matched["year"]), matched["quarter"], matched["month"]
    month = int(quarter) * 3 if quarter else int(number or 12)
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def filing_faults(
    rule: RuleCode, key: str, filed_on: date, today: date, *, filed: bool
) -> list[Violation]:
    """What speaks against noting a report as filed."""
    last = period_end(key)
    if last is None or rule not in {RuleCode.RPT, RuleCode.RPT_Y}:
        return [Violation("deadlines.report_period", "", {"period": key})]
    found: list[Violation] = []
    if filed:
        found.append(Violation("deadlines.report_filed", "number", {"period": key}))
    if filed_on > today:
        found.append(Violation("deadlines.report_future", "filed_on", {"today": today}))
    elif filed_on <= last:
        found.append(Violation("deadlines.report_early", "filed_on", {"period": key, "last": last}))
    return found


def amending_faults(
    key: str, filed_on: date, today: date, *, before: date | None
) -> list[Violation]:
    """What speaks against a further receipt: nothing was filed, or its day lies before the last one."""
    if before is None:
        return [Violation("deadlines.report_not_filed", "", {"period": key})]
    if filed_on > today:
        return [Violation("deadlines.report_future", "filed_on", {"today": today})]
    if filed_on < before:
        return [Violation("deadlines.amended_before", "filed_on", {"day": before})]
    return []


def duty_periods(
    rules: dict[str, Rule], since: date, today: date, *, key: bool, simple: bool
) -> list[Period]:
    """Every report and plan of a site from `since` until those of the present period, newest first."""
    found: dict[tuple[RuleCode, str], Period] = {}
    day = today
    while day >= since.replace(day=1):
        for period in report_periods(rules, day, key=key, simple=simple):
            first = period.due if period.rule is RuleCode.RPT_PLAN else period.last_day
            if first >= since:
                found[period.rule, period.key] = period
        day = day.replace(day=1) - timedelta(days=1)
    return sorted(found.values(), key=lambda p: (p.due, p.rule), reverse=True)


def late_days(due: date, filed_on: date | None, today: date) -> int:
    """Days past the due day until it was filed, or until today; 0 when in time."""
    return max(((filed_on or today) - due).days, 0)


def elapsed_year(day: date) -> tuple[datetime, datetime]:
    """The calendar year of a day as UTC moments: plans and annual scales count in it."""
    first = datetime(day.year, 1, 1, tzinfo=SHANGHAI)
    return first, datetime(day.year + 1, 1, 1, tzinfo=SHANGHAI)
