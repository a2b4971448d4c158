"""Alerts as people see them: scoped lists by keyset, and one alert with everything around it."""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, literal, or_, select, tuple_
from sqlmodel import col

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may, reach
from wastetrack.audit.history import of_subject
from wastetrack.catalog.queries import law_bases
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Booking, HeldAs
from wastetrack.deadlines.model import Alert, AlertContainer
from wastetrack.deadlines.shapes import AlertFilter, AlertPage, AlertRow, Member
from wastetrack.deadlines.terms import OVER, AlertState, Level
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.paging import PAGE_SIZE, Page
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Site, Unit

Where = ColumnElement[bool]
MEMBERS = 100
# amounts have no due day; they stand behind what has one
_NO_DAY = date(9999, 12, 31)


def visible(work: Work) -> list[Where]:
    """The alerts of the actor's units and sites, or all for the authority; the site switch narrows."""
    span = reach(work.actor, Action.ALERT_READ)
    found: list[Where] = []
    if not span.everything:
        mine = (col(Alert.unit_id).in_(span.unit_ids), col(Alert.site_id).in_(span.site_ids))
        found.append(or_(*mine))
        if work.actor.selected_site is not None:
            found.append(col(Alert.site_id) == work.actor.selected_site)
    return found


def _wanted(want: AlertFilter) -> list[Where]:
    state = AlertState.CLOSED if want.closed else AlertState.OPEN
    found: list[Where] = [col(Alert.state) == state]
    if want.over is not None:
        over = col(Alert.level).in_([*OVER])
        found.append(over if want.over else ~over)
    if want.local is not None:
        found.append(col(Alert.local) == want.local)
    if want.level is not None:
        found.append(col(Alert.level) == want.level)
    if want.rule:
        found.append(col(Alert.rule) == want.rule)
    if want.town:
        found.append(col(Site.division_code) == want.town)
    if want.waste_code:
        found.append(col(Alert.waste_code) == want.waste_code)
    if want.unit:
        named = col(Unit.search).contains(want.unit.lower(), autoescape=True)
        found.append(or_(named, col(Unit.name).contains(want.unit, autoescape=True)))
    if want.unbooked:
        free = (
            select(literal(1))
            .select_from(AlertContainer)
            .join(Container, col(Container.id) == col(AlertContainer.container_id))
            .where(
                col(AlertContainer.alert_id) == col(Alert.id),
                col(AlertContainer.left_at).is_(None),
                col(Container.booking) == Booking.NONE,
                col(Container.held_as) != HeldAs.CARRIER,
            )
        )
        found.append(free.correlate(Alert).exists())
    return found


def list_alerts(
    work: Work, want: AlertFilter, after: str | None = None, size: int = PAGE_SIZE
) -> Page[AlertRow]:
    """Open alerts by due day, the longest overdue first (closed ones: the newest first)."""
    day = func.coalesce(col(Alert.due_on), literal(_NO_DAY))
    query = (
        select(Alert, col(Unit.name), col(Site.name), col(Site.division_code))
        .join(Site, col(Site.id) == col(Alert.site_id))
        .join(Unit, col(Unit.id) == col(Alert.unit_id))
        .where(*visible(work), *_wanted(want))
    )
    key = _key(after)
    if want.closed:
        query = query.order_by(col(Alert.id).desc())
        if key is not None:
            query = query.where(col(Alert.id) < key[1])
    else:
        query = query.order_by(day, col(Alert.id))
        if key is not None:
            query = query.where(tuple_(day, col(Alert.id)) > tuple_(literal(key[0]), key[1]))
    rows = [AlertRow(*row) for row in work.session.execute(query.limit(size + 1))]
    if len(rows) <= size:
        return Page(rows)
    last = rows[size - 1].alert
    return Page(rows[:size], f"{(last.due_on or _NO_DAY).isoformat()}_{last.id}")


def _key(after: str | None) -> tuple[date, UUID] | None:
    day, _, text = (after or "").partition("_")
    try:
        return date.fromisoformat(day), UUID(text)
    except ValueError:
        return None


def get_alert(work: Work, alert_id: UUID) -> AlertRow:
    """An alert in the actor's scope, or Missing."""
    query = (
        select(Alert, col(Unit.name), col(Site.name), col(Site.division_code))
        .join(Site, col(Site.id) == col(Alert.site_id))
        .join(Unit, col(Unit.id) == col(Alert.unit_id))
        .where(col(Alert.id) == alert_id)
    )
    row = work.session.execute(query).one_or_none()
    if row is None:
        raise Missing(str(alert_id))
    place = Place(Position.OWN, row[0].unit_id, row[0].site_id)
    if not may(work.actor, Action.ALERT_READ, place):
        raise Missing(str(alert_id))
    return AlertRow(*row)


def alert_page(work: Work, alert_id: UUID) -> AlertPage:
    """One alert with the dated law it stands on, its containers and its history."""
    row = get_alert(work, alert_id)
    members = _members(work, row.alert)
    rule = law_bases(work, row.alert.rule_valid_from).get(row.alert.rule)
    return AlertPage(
        row, rule, members[:MEMBERS], len(members) > MEMBERS, of_subject(work, alert_id)
    )


def _members(work: Work, alert: Alert) -> list[Member]:
    query = (
        select(AlertContainer, Container)
        .join(Container, col(Container.id) == col(AlertContainer.container_id))
        .where(col(AlertContainer.alert_id) == alert.id)
        .order_by(
            col(AlertContainer.left_at).is_not(None), col(Container.held_since), col(Container.id)
        )
        .limit(MEMBERS + 1)
    )
    return [
        Member(
            container_id=c.id,
            human_code=c.human_code,
            waste_name=c.waste_name,
            mass_g=c.mass_g,
            level=link.level,
            clock_from=c.held_before if c.held_as is HeldAs.CARRIER else c.held_since,
            on_the_road=c.held_as is HeldAs.CARRIER,
            booked=c.booking is not Booking.NONE,
            left_at=link.left_at,
        )
        for link, c in work.session.execute(query)
    ]


def open_levels(work: Work) -> dict[Level, tuple[int, int]]:
    """Per level: how many open alerts in the actor's scope, and the grams on them."""
    grams = func.coalesce(func.sum(col(Alert.mass_g)), 0)
    rows = work.session.execute(
        select(col(Alert.level), func.count(), grams)
        .where(*visible(work), col(Alert.state) == AlertState.OPEN)
        .group_by(col(Alert.level))
    )
    return {level: (count, int(mass)) for level, count, mass in rows}
