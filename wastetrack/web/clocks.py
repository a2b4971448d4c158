"""How a holder's storage clock is shown: how much is used, what is left, and the rule's basis."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from flask import g

from wastetrack import words
from wastetrack.catalog.terms import LimitUnit, Rule
from wastetrack.containers.terms import HeldAs
from wastetrack.deadlines.queries.clocks import extensions
from wastetrack.deadlines.queries.lookout import lookout
from wastetrack.deadlines.rules import (
    EXTENDABLE,
    RULE_OF,
    clock_level,
    days_left,
    due_day,
    used_percent,
)
from wastetrack.kernel.work import Work
from wastetrack.web import door

CALM = "ok"


@dataclass(frozen=True, slots=True)
class Clock:
    """One storage clock as bar, chip and ring draw it; `left` is in whole days, `short` in the ring."""

    percent: int
    text: str
    level: str
    basis: str
    left: int
    short: str


def clock_of(
    work: Work, held_as: HeldAs, since: datetime | None, site_id: UUID | None
) -> Clock | None:
    """The clock of who holds it now, as the overdue check counts it; None where no rule runs."""
    code = RULE_OF.get(held_as)
    look = lookout(work)
    rule = look.rule(code) if code is not None else None
    if rule is None or since is None:
        return None
    until = _extended(work).get(site_id) if site_id and code in EXTENDABLE else None
    due = due_day(rule, since, look.days, until)
    left = days_left(due, work.now)
    level = clock_level(rule, since, work.now, look.days, until)
    text, short = _text(rule, since, left, work.now)
    if not rule.lawful:
        # from the first day on, so that no one takes it for a legal limit
        note = "{left} · 地方要求·待确认" if rule.local else "{left} · 待确认"
        text = words.say(door.lang(), note, left=text)
    return Clock(
        percent=used_percent(since, due, work.now),
        text=text,
        level=level.value if level else CALM,
        basis=_basis(rule),
        left=left,
        short=short,
    )


def _extended(work: Work) -> dict[UUID, date]:
    """Sites with a checked longer storage time; asked once a request, and only where a permit is."""
    if "storage_extended" not in g:
        g.storage_extended = extensions(work)
    found: dict[UUID, date] = g.storage_extended
    return found


def _text(rule: Rule, since: datetime, left: int, now: datetime) -> tuple[str, str]:
    """What is left in words, and the bare number with its unit's letter."""
    lang = door.lang()
    if rule.unit is LimitUnit.HOUR:
        hours = (since + timedelta(hours=rule.limit) - now) // timedelta(hours=1)
        if hours < 0:
            return words.say(lang, "已超过 {n} 小时", n=-hours), f"{hours} h"
        return words.say(lang, "还有 {n} 小时", n=hours), f"{hours} h"
    if left < 0:
        return words.say(lang, "已超过 {n} 天", n=-left), str(left)
    if left == 0:
        return words.say(lang, "今天到期"), "0"
    return words.say(lang, "还有 {n} 天", n=left), str(left)


def _basis(rule: Rule) -> str:
    lang = door.lang()
    law = f"{words.say(lang, rule.law_name)} {words.say(lang, rule.citation)}"
    source = words.say(lang, "{law}（待确认）", law=law) if rule.pending else law
    return words.say(
        lang,
        "{title}。{duty}依据：{source}。",
        title=rule.title(lang),
        duty=rule.duty(lang),
        source=source,
    )
