"""Alerts in the browser: one's own list, one alert with its law, and the receipt of a report."""

from datetime import timedelta
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from flask import request, url_for

from wastetrack import words
from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may
from wastetrack.catalog.queries import division_names
from wastetrack.deadlines.actions.file_report import file_report
from wastetrack.deadlines.inputs import FileReport
from wastetrack.deadlines.queries.alerts import MEMBERS, alert_page, get_alert, list_alerts
from wastetrack.deadlines.rules import days_left
from wastetrack.deadlines.shapes import AlertFilter, AlertPage, AlertRow
from wastetrack.deadlines.terms import AlertState, Level, RuleCode
from wastetrack.deadlines.transition.alerts import told_of
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.work import Work
from wastetrack.web import door, timeline
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound

room = Room("deadlines", __name__)
K = TypeVar("K", bound=StrEnum)
_REPORTED = frozenset({RuleCode.RPT, RuleCode.RPT_Y})
# whom a pickup helps: what the alert waits for is that the waste leaves
_LEAVES = frozenset({RuleCode.PR_LOCAL, RuleCode.PT_3T, RuleCode.CAP, RuleCode.PR_PLAN})


def chosen(name: str, kind: type[K]) -> K | None:
    """A filter from the address; an unknown value filters nothing."""
    text = request.args.get(name, "")
    return next((member for member in kind if member.value == text), None)


def asked(*, over: bool | None = None) -> AlertFilter:
    """The filter that the address holds."""
    bound = {"legal": False, "local": True}.get(request.args.get("kind", ""))
    rule = chosen("rule", RuleCode)
    return AlertFilter(
        over=over,
        local=bound,
        level=chosen("level", Level),
        rule=rule.value if rule else "",
        town=request.args.get("town", "")[:9],
        waste_code=request.args.get("code", "")[:10],
        unit=request.args.get("unit", "").strip()[:60],
        unbooked=request.args.get("unbooked") == "1",
        closed=request.args.get("closed") == "1",
    )


def kept(**over: Any) -> dict[str, Any]:
    """The filters of the address with some changed: a link keeps what is not its own."""
    names = ("kind", "level", "rule", "town", "code", "unit", "unbooked", "closed")
    values: dict[str, Any] = {name: request.args.get(name) or None for name in names}
    return values | over


def line(work: Work, row: AlertRow, towns: dict[str, str]) -> dict[str, Any]:
    """One alert as a list shows it: what, where, until when, how much."""
    alert = row.alert
    return {
        "id": alert.id,
        "title": words.label(door.lang(), RuleCode(alert.rule)),
        "about": alert.waste_code or about(row),
        "unit": row.unit,
        "site": row.site,
        "town": towns.get(row.town, ""),
        "level": alert.level,
        "due_on": alert.due_on,
        "left": left_text(work, row),
        "count": alert.count,
        "mass_g": alert.mass_g,
    }


def about(row: AlertRow) -> str:
    """What the alert is about when it is no waste code: a manifest, a store, a permit, a period."""
    return told_of(row.alert.facts)


def left_text(work: Work, row: AlertRow) -> str:
    """Days left or days over, in words."""
    if row.alert.due_on is None or row.alert.state is AlertState.CLOSED:
        return ""
    left = days_left(row.alert.due_on, work.now)
    if left == 0:
        return words.say(door.lang(), "今天到期")
    text = "还有 {n} 天" if left > 0 else "超过 {n} 天"
    return words.say(door.lang(), text, n=abs(left))


def level_chips(endpoint: str, levels: list[Level]) -> list[dict[str, Any]]:
    """The levels as filter chips, each keeping the other filters."""
    now = chosen("level", Level)
    everything = {
        "label": words.say(door.lang(), "全部"),
        "href": url_for(endpoint, **kept(level=None)),
        "active": now is None,
    }
    return [everything] + [
        {
            "label": words.label(door.lang(), level),
            "href": url_for(endpoint, **kept(level=level.value)),
            "active": now is level,
        }
        for level in levels
    ]


@room.page("/alerts", asks=Action.ALERT_READ)
def index(work: Work) -> Rendered:
    """The actor's alerts, the longest overdue first; what closes each is on its page."""
    page = list_alerts(work, asked(), request.args.get("after"))
    towns = division_names(work)
    closed = request.args.get("closed") == "1"
    states = [
        {"label": words.label(door.lang(), state), "href": href, "active": closed is wanted}
        for state, href, wanted in (
            (AlertState.OPEN, url_for("deadlines.index"), False),
            (AlertState.CLOSED, url_for("deadlines.index", closed=1), True),
        )
    ]
    return door.render(
        "deadlines/index.html",
        rows=[line(work, row, towns) for row in page.rows],
        next_href=url_for("deadlines.index", **kept(after=page.after)) if page.after else "",
        states=states,
        levels=level_chips("deadlines.index", list(Level)),
    )


@room.page("/alerts/<uuid:id>")
def show(work: Work, id: UUID, bound: Bound[FileReport] | None = None) -> Rendered:  # noqa: A002
    """One alert: level and clock, basis, what closes it, containers, history."""
    page = alert_page(work, id)
    alert = page.row.alert
    code = RuleCode(alert.rule)
    place = Place(Position.OWN, alert.unit_id, alert.site_id)
    reports = (
        code in _REPORTED
        and alert.state is AlertState.OPEN
        and may(work.actor, Action.REPORT_FILE, place)
    )
    today = local_day(work.now)
    return door.render(
        "deadlines/show.html",
        page=page,
        alert=alert,
        title=page.rule.title(door.lang()) if page.rule else alert.rule,
        about=alert.waste_code or about(page.row),
        town=division_names(work).get(page.row.town, ""),
        left=left_text(work, page.row),
        percent=_percent(page, work),
        closes=words.label(door.lang(), code, "closes"),
        most=MEMBERS,
        bureau=work.actor.is_authority,
        said=timeline.lines(door.lang(), page.events),
        report=(bound or Bound.blank(FileReport, door.lang(), filed_on=today)) if reports else None,
        pickup=code in _LEAVES and may(work.actor, Action.PICKUP_REQUEST, place),
    )


def _percent(page: AlertPage, work: Work) -> int | None:
    """How much of the clock is used up; None where there is no clock with an end."""
    alert = page.row.alert
    if alert.clock_from is None or alert.due_on is None:
        return None
    whole = (alert.due_on - local_day(alert.clock_from)) / timedelta(days=1)
    gone = (work.now - alert.clock_from) / timedelta(days=1)
    return 100 if whole <= 0 else min(100, round(100 * gone / whole))


@room.mutation("/alerts/<uuid:id>/report", data=FileReport, form=show)
def report(work: Work, data: FileReport, id: UUID) -> str:  # noqa: A002
    """Note the receipt of the report that this alert asks for."""
    alert = get_alert(work, id).alert
    file_report(work, alert.site_id, RuleCode(alert.rule), alert.subject_key, data)
    return url_for("deadlines.show", id=id)
