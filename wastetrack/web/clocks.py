"""How a holder's storage clock is shown: how much is used, what is left, and the rule's basis."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from wastetrack import words
from wastetrack.catalog.terms import LimitUnit, Rule
from wastetrack.containers.terms import HeldAs
from wastetrack.deadlines.queries.lookout import lookout
from wastetrack.deadlines.rules import RULE_OF, clock_level, days_left, due_day, used_percent
from wastetrack.deadlines.terms import Level
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


def clock_of(work: Work, held_as: HeldAs, since: datetime | None) -> Clock | None:
    """The clock of who holds it now; None where no rule runs (on the road, ended)."""
    code = RULE_OF.get(held_as)
    look = lookout(work)
    rule = look.rule(code) if code is not None else None
    if rule is None or since is None:
        return None
    due = due_day(rule, since, look.days)
    left = days_left(due, work.now)
    level = clock_level(rule, since, work.now, look.days)
    text, short = _text(rule, since, left, work.now)
    if rule.local and level is not Level.LOCAL:
        # the parts mark an overrun of a local rule themselves; before that we say it here
        text = words.say(door.lang(), "{left} · 地方要求", left=text)
    return Clock(
        percent=used_percent(since, due, work.now),
        text=text,
        level=level.value if level else CALM,
        basis=_basis(rule),
        left=left,
        short=short,
    )


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
    source = words.say(lang, "{law}（待确认）", law=rule.basis) if rule.pending else rule.basis
    return words.say(
        lang,
        "{title}。{duty} 依据：{source}",
        title=rule.title(lang),
        duty=rule.duty(lang),
        source=source,
    )
