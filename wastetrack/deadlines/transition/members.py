"""Writes what was judged of containers: their places on alerts first, then the alerts themselves."""

from collections import Counter
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import insert, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import col

from wastetrack.catalog.terms import Rule
from wastetrack.deadlines.model import Alert, AlertContainer
from wastetrack.deadlines.queries.lookout import Lookout
from wastetrack.deadlines.queries.standing import endings, lock_open, sums
from wastetrack.deadlines.rules import CLOCK_RULES, EXTENDABLE, due_day, shown_level
from wastetrack.deadlines.terms import (
    RANK,
    ClosedBy,
    Finding,
    Level,
    RuleCode,
    Standing,
    Tally,
)
from wastetrack.deadlines.transition.alerts import close, open_alerts, restate
from wastetrack.deadlines.transition.judging import Moves, why_left

Key = tuple[str, UUID, str]
Members = list[tuple[Standing, RuleCode, Level]]
_BY_RANK = {1: Level.HINT, 2: Level.WARN, 3: Level.DUE, 4: Level.LEGAL}


def write_moves(look: Lookout, moves: Moves) -> Tally:
    """Change links, then bring every alert concerned to the present state."""
    tally = Tally(joined=len(moves.joins), left=len(moves.leaves))
    sites = {s.site_id for s, _, _ in moves.joins if s.site_id is not None}
    rules = [code.value for code in CLOCK_RULES]
    alerts = lock_open(look.work, rules, sites, moves.linked)
    by_key: dict[Key, Alert] = {(a.rule, a.site_id, a.waste_code): a for a in alerts}
    new: dict[Key, Members] = {}
    onto: list[dict[str, object]] = []
    for standing, code, level in moves.joins:
        if standing.site_id is None:
            continue
        key = (code.value, standing.site_id, standing.waste_code)
        alert = by_key.get(key)
        if alert is None:
            new.setdefault(key, []).append((standing, code, level))
        else:
            moves.linked.add(alert.id)
            onto.append(_link(look, alert.id, standing.id, code, level))
    _change_links(look, moves, onto)
    _restate(look, moves, [a for a in alerts if a.id in moves.linked], tally)
    _open(look, moves, new, tally)
    return tally


def _link(
    look: Lookout, alert_id: UUID, container_id: UUID, code: RuleCode, level: Level
) -> dict[str, object]:
    return {
        "alert_id": alert_id,
        "container_id": container_id,
        "rule": code.value,
        "level": level,
        "since": look.now,
        "left_at": None,
    }


def _change_links(look: Lookout, moves: Moves, onto: list[dict[str, object]]) -> None:
    session = look.work.session
    pair = tuple_(col(AlertContainer.alert_id), col(AlertContainer.container_id))
    if moves.leaves:
        gone = [(link.alert_id, standing.id) for standing, link in moves.leaves]
        session.execute(update(AlertContainer).where(pair.in_(gone)).values(left_at=look.now))
    for level in Level:
        reached = [(link.alert_id, cid) for link, cid, now in moves.levels if now is level]
        if reached:
            session.execute(update(AlertContainer).where(pair.in_(reached)).values(level=level))
    if onto:
        on_postgres = session.get_bind().dialect.name == "postgresql"
        # a container may come back to an alert that it left while the alert is still open
        again = (postgresql.insert if on_postgres else sqlite.insert)(AlertContainer)
        changed = {"level": again.excluded.level, "since": again.excluded.since, "left_at": None}
        keys = ["alert_id", "container_id"]
        session.execute(again.on_conflict_do_update(index_elements=keys, set_=changed), onto)


def _restate(look: Lookout, moves: Moves, alerts: list[Alert], tally: Tally) -> None:
    present = sums(look.work, [alert.id for alert in alerts]) if alerts else {}
    ended = {alert.id for alert in alerts if alert.id not in present}
    why = _why(look, moves, ended)
    for alert in alerts:
        rule, now = look.rules.get(alert.rule), present.get(alert.id)
        if now is None or rule is None:
            close(look.work, alert, rule, why.get(alert.id, ClosedBy.MOVED), tally)
            continue
        level = _BY_RANK[now.rank]
        restate(
            look.work,
            alert,
            rule,
            tally,
            level=shown_level(rule, level),
            mass_g=now.mass_g,
            count=now.count,
            clock_from=now.clock_from,
            due_on=_due(look, moves, RuleCode(alert.rule), alert.site_id, now.clock_from),
        )


def _why(look: Lookout, moves: Moves, ended: set[UUID]) -> dict[UUID, ClosedBy]:
    """The fact that ended each alert: that of the most of its last containers."""
    leaves = [(standing, link) for standing, link in moves.leaves if link.alert_id in ended]
    kinds = endings(look.work, [standing.id for standing, _ in leaves]) if leaves else {}
    counted: dict[UUID, Counter[ClosedBy]] = {}
    for standing, link in leaves:
        by = why_left(standing, link, kinds.get(standing.id, ""))
        counted.setdefault(link.alert_id, Counter())[by] += 1
    return {alert_id: facts.most_common(1)[0][0] for alert_id, facts in counted.items()}


def _due(
    look: Lookout, moves: Moves, code: RuleCode, site_id: UUID, start: datetime | None
) -> date | None:
    rule = look.rule(code)
    if rule is None or start is None:
        return None
    until = moves.extended.get(site_id) if code in EXTENDABLE else None
    return due_day(rule, start, look.days, until)


def _open(look: Lookout, moves: Moves, new: dict[Key, Members], tally: Tally) -> None:
    found: list[tuple[Rule, Finding]] = []
    placed: list[Members] = []
    for (_, site_id, waste_code), members in new.items():
        first, code, _ = members[0]
        rule = look.rule(code)
        if rule is None or first.unit_id is None:
            continue
        start = min(s.held_since for s, _, _ in members if s.held_since is not None)
        finding = Finding(
            rule=code,
            level=max((level for _, _, level in members), key=RANK.__getitem__),
            site_id=site_id,
            unit_id=first.unit_id,
            waste_code=waste_code,
            clock_from=start,
            due_on=_due(look, moves, code, site_id, start),
            mass_g=sum(s.mass_g for s, _, _ in members),
            count=len(members),
        )
        found.append((rule, finding))
        placed.append(members)
    links = [
        _link(look, alert_id, standing.id, code, level)
        for alert_id, members in zip(open_alerts(look.work, found), placed, strict=True)
        for standing, code, level in members
    ]
    tally.opened += len(found)
    look.work.session.flush()
    if links:
        look.work.session.execute(insert(AlertContainer), links)
