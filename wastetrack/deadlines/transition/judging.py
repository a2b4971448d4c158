"""Decides for some containers who joins an alert, whose level differs, and who leaves by which fact."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from uuid import UUID

from wastetrack.catalog.terms import LimitUnit
from wastetrack.containers.terms import LIVE, Content, HeldAs
from wastetrack.deadlines.queries.clocks import extensions, outside_units, with_outside_number
from wastetrack.deadlines.queries.lookout import Lookout
from wastetrack.deadlines.rules import EXTENDABLE, RULE_OF, clock_level
from wastetrack.deadlines.terms import ClosedBy, Level, Link, RuleCode, Standing
from wastetrack.kernel.clock import local_day, start_of_day


@dataclass(slots=True)
class Moves:
    """What has to change for some containers."""

    joins: list[tuple[Standing, RuleCode, Level]] = field(default_factory=list)
    levels: list[tuple[Link, UUID, Level]] = field(default_factory=list)
    leaves: list[tuple[Standing, Link]] = field(default_factory=list)
    # alerts that hold one of them, whose sums may have changed
    linked: set[UUID] = field(default_factory=set)
    extended: dict[UUID, date] = field(default_factory=dict)

    @property
    def any(self) -> bool:
        return bool(self.joins or self.linked)


Judged = Callable[[RuleCode, datetime, date | None], Level | None]


def _level_of(standing: Standing, level_at: Judged, until: date | None = None) -> Level | None:
    """The level that a container's clock has reached under the rule of its holder."""
    code = RULE_OF.get(standing.held_as)
    if code is None or standing.held_since is None or standing.content not in LIVE:
        return None
    return level_at(code, standing.held_since, until)


def _judged(look: Lookout) -> Judged:
    """The level of a clock, judged once for all that began on one day (hours: at one moment)."""

    @cache
    def known(code: RuleCode, start: datetime, until: date | None) -> Level | None:
        rule = look.rule(code)
        return clock_level(rule, start, look.now, look.days, until) if rule else None

    def level_at(code: RuleCode, start: datetime, until: date | None) -> Level | None:
        rule = look.rule(code)
        by_day = rule is not None and rule.unit is not LimitUnit.HOUR
        return known(code, start_of_day(local_day(start)) if by_day else start, until)

    return level_at


def judge(look: Lookout, seen: Sequence[tuple[Standing, list[Link]]]) -> Moves:
    """Compare how containers stand with the alerts that hold them now."""
    moves = Moves()
    level_at = _judged(look)
    levels = {s.id: _level_of(s, level_at) for s, _ in seen}
    due = [s for s, _ in seen if levels[s.id] is not None]
    if any(RULE_OF[s.held_as] in EXTENDABLE for s in due):
        moves.extended = extensions(look.work)
        for s in due:
            if s.site_id in moves.extended and RULE_OF[s.held_as] in EXTENDABLE:
                levels[s.id] = _level_of(s, level_at, moves.extended[s.site_id])
    if due:
        outside = outside_units(look.work)
        levels |= {s.id: None for s in due if s.unit_id in outside}
    road = [s.id for s, links in seen if links and s.held_as is HeldAs.CARRIER]
    told = with_outside_number(look.work, road) if road else frozenset[UUID]()
    for standing, links in seen:
        _place(moves, standing, links, levels[standing.id], told)
    return moves


def _place(
    moves: Moves,
    standing: Standing,
    links: list[Link],
    level: Level | None,
    told: frozenset[UUID],
) -> None:
    code = RULE_OF.get(standing.held_as)
    key = (code, standing.site_id, standing.waste_code)
    placed = False
    for link in links:
        moves.linked.add(link.alert_id)
        if standing.held_as is HeldAs.CARRIER and standing.content in LIVE:
            # not accepted yet: the alert waits with it, unless its receiver is outside
            if standing.id in told:
                moves.leaves.append((standing, link))
        elif level is None or placed or (link.rule, link.site_id, link.waste_code) != key:
            moves.leaves.append((standing, link))
        else:
            placed = True
            if link.level is not level:
                moves.levels.append((link, standing.id, level))
    if level is not None and code is not None and not placed:
        moves.joins.append((standing, code, level))


def why_left(standing: Standing, link: Link, last: str) -> ClosedBy:
    """The fact that took a container off an alert, from its present state and last event."""
    if standing.content is Content.TREATED:
        return ClosedBy.TREATED
    if standing.content is Content.VOID:
        identified = last == "container.identify"
        return ClosedBy.NOT_HAZARDOUS if identified else ClosedBy.CORRECTED
    if standing.held_as is HeldAs.CARRIER:
        return ClosedBy.OUTSIDE_NUMBER
    if standing.site_id is not None and standing.site_id != link.site_id:
        return ClosedBy.ACCEPTED_ELSEWHERE
    if last == "container.correct" or standing.waste_code != link.waste_code:
        return ClosedBy.CORRECTED
    return ClosedBy.MOVED
