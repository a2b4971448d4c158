"""The rules page: every limit and deadline with its citation, dates, whom it binds and how sure we are."""

from wastetrack import words
from wastetrack.catalog.queries.deadlines import all_law_bases, working_days
from wastetrack.catalog.queries.sources import list_sources
from wastetrack.catalog.terms import LimitUnit, Rule
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.work import Work
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room

room = Room("law", __name__)
_UNITS = {
    LimitUnit.YEAR: "{n} 年",
    LimitUnit.DAY: "{n} 日",
    LimitUnit.WORKING_DAY: "{n} 个工作日",
    LimitUnit.HOUR: "{n} 小时",
    LimitUnit.PERCENT: "{n}%",
}


def limit_text(rule: Rule) -> str:
    """A rule's limit in words: 90 个工作日, 3 t, every month's 15th, or a dash."""
    if rule.unit is LimitUnit.GRAM:
        return f"{rule.limit / 1_000_000:g} t"
    if rule.unit is LimitUnit.DATE:
        if rule.month:
            return words.say(
                door.lang(), "每年 {month} 月 {n} 日前", month=rule.month, n=rule.limit
            )
        return words.say(door.lang(), "每期 {n} 日前", n=rule.limit)
    text = _UNITS.get(rule.unit)
    return words.say(door.lang(), text, n=rule.limit) if text else "—"


@room.page("/rules")
def rules(work: Work) -> Rendered:
    """All dated rows, those in force first; the calendar's coverage; what was loaded from where."""
    today = local_day(work.now)
    rows = sorted(
        all_law_bases(work),
        key=lambda r: (r.valid_to is not None and r.valid_to < today, r.code, r.valid_from),
    )
    next_year = today.replace(year=today.year + 1, month=6, day=15)
    return door.render(
        "law/rules.html",
        rows=rows,
        limit_text=limit_text,
        today=today,
        sources=list_sources(work),
        next_year=next_year.year,
        next_year_estimated=working_days(work).estimated(next_year),
    )
