"""Counts the district for its daily brief: late, soon late, unowned, silent, moved, stored."""

from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, func, literal, select
from sqlmodel import col

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.audit.model import Event
from wastetrack.cases.model import Case
from wastetrack.cases.terms import CaseState
from wastetrack.catalog.queries import division_names
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Booking
from wastetrack.deadlines.model import Alert, AlertContainer
from wastetrack.deadlines.queries.clocks import LIVE
from wastetrack.deadlines.terms import OVER, AlertState
from wastetrack.deadlines.transition.alerts import told_of
from wastetrack.kernel.clock import local_day, start_of_day
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.terms import State
from wastetrack.oversight.queries.figures import ages, figures
from wastetrack.parties.model import Site, Unit
from wastetrack.reports.shapes.brief import Amount, DailyBrief, DayFlow, Flow, Late, Silent

DAYS = 14
SILENT = timedelta(days=60)
MOST = 20
_PRODUCED = ("container.seal",)
_ACCEPTED = ("container.receive",)
_TREATED = ("container.feed", "container.treat_self")
_ROAD = (State.IN_TRANSIT, State.ARRIVED, State.NEGOTIATING)
_BACK = (State.REFUSED, State.RETURNING)


def daily_brief(work: Work) -> DailyBrief:
    """Ten statements; yesterday is the last whole day in Shanghai."""
    require(work.actor, Action.OVERSIGHT_READ)
    counts, today = figures(work), local_day(work.now)
    week, month = _due(work, today)
    moving = _moving(work)
    silent_count, silent = _silent(work)
    return DailyBrief(
        day=today,
        at=work.now,
        legal=Amount(counts.legal, counts.legal_g),
        local=Amount(counts.local, counts.local_g),
        in_week=week,
        in_month=month,
        unbooked=counts.unbooked,
        open_cases=counts.open_cases,
        unowned_cases=_unowned(work),
        pending_units=counts.pending_units,
        under_way=moving[0],
        refused=moving[1],
        silent_count=silent_count,
        silent_days=SILENT.days,
        flows=_flows(work, today),
        days=_days(work, today),
        ages=ages(work),
        overdue=_late(work, today, over=True),
        soon=_late(work, today, over=False),
        silent=silent,
    )


def _due(work: Work, today: date) -> tuple[Amount, Amount]:
    """Open alerts that are not over yet and whose last lawful day lies in the next 7 or 30 days."""
    week, month = today + timedelta(days=7), today + timedelta(days=30)
    due, grams = col(Alert.due_on), col(Alert.mass_g)
    near = due <= week
    row = work.session.execute(
        select(
            func.coalesce(func.sum(case((near, 1), else_=0)), 0),
            func.coalesce(func.sum(case((near, grams), else_=0)), 0),
            func.count(),
            func.coalesce(func.sum(grams), 0),
        ).where(
            col(Alert.state) == AlertState.OPEN,
            ~col(Alert.level).in_([*OVER]),
            due >= today,
            due <= month,
        )
    ).one()
    return Amount(int(row[0]), int(row[1])), Amount(int(row[2]), int(row[3]))


def _unowned(work: Work) -> int:
    """Cases that nobody has answered yet."""
    query = select(func.count()).where(col(Case.state) == CaseState.OPEN)
    return int(work.session.execute(query).scalar_one())


def _moving(work: Work) -> tuple[Amount, Amount]:
    road = col(Manifest.state).in_(_ROAD)
    grams = col(Manifest.mass_g)
    row = work.session.execute(
        select(
            func.coalesce(func.sum(case((road, 1), else_=0)), 0),
            func.coalesce(func.sum(case((road, grams), else_=0)), 0),
            func.coalesce(func.sum(case((road, 0), else_=1)), 0),
            func.coalesce(func.sum(case((road, 0), else_=grams)), 0),
        ).where(col(Manifest.state).in_((*_ROAD, *_BACK)))
    ).one()
    return Amount(int(row[0]), int(row[1])), Amount(int(row[2]), int(row[3]))


def _moment() -> ColumnElement[datetime]:
    found: ColumnElement[datetime] = func.coalesce(col(Event.claimed_at), col(Event.accepted_at))
    return found


def _sum(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((and_(*conditions), col(Event.grams)), else_=0)), 0)


def _flows(work: Work, today: date) -> list[Flow]:
    """Produced, accepted and treated: of yesterday, and of the year until yesterday's end."""
    end, kind = start_of_day(today), col(Event.kind)
    yesterday, year = (
        start_of_day(today - timedelta(days=1)),
        start_of_day((today - timedelta(days=1)).replace(month=1, day=1)),
    )
    groups = (("产生", _PRODUCED), ("接受", _ACCEPTED), ("利用处置", _TREATED))
    last = _moment() >= yesterday
    row = work.session.execute(
        select(
            *(_sum(kind.in_(kinds), last) for _, kinds in groups),
            *(_sum(kind.in_(kinds)) for _, kinds in groups),
        ).where(kind.in_((*_PRODUCED, *_ACCEPTED, *_TREATED)), _moment() >= year, _moment() < end)
    ).one()
    whole = [int(figure) for figure in row]
    return [Flow(name, whole[at], whole[at + 3]) for at, (name, _) in enumerate(groups)]


def _days(work: Work, today: date) -> list[DayFlow]:
    """The last two weeks, day by day, in one statement."""
    days = [today - timedelta(days=back) for back in range(DAYS, 0, -1)]
    inside = [
        and_(_moment() >= start_of_day(day), _moment() < start_of_day(day + timedelta(days=1)))
        for day in days
    ]
    kind = col(Event.kind)
    row = work.session.execute(
        select(
            *(_sum(kind.in_(_PRODUCED), day) for day in inside),
            *(_sum(kind.in_(_ACCEPTED), day) for day in inside),
        ).where(
            kind.in_((*_PRODUCED, *_ACCEPTED)),
            _moment() >= start_of_day(days[0]),
            _moment() < start_of_day(today),
        )
    ).one()
    whole = [int(figure) for figure in row]
    return [DayFlow(day, whole[at], whole[at + DAYS]) for at, day in enumerate(days)]


def _late(work: Work, today: date, *, over: bool) -> list[Late]:
    """The longest overdue first; what is due soonest first."""
    free = (
        select(literal(1))
        .select_from(AlertContainer)
        .join(Container, col(Container.id) == col(AlertContainer.container_id))
        .where(
            col(AlertContainer.alert_id) == col(Alert.id),
            col(AlertContainer.left_at).is_(None),
            col(Container.booking) == Booking.NONE,
        )
        .correlate(Alert)
        .exists()
    )
    is_over = col(Alert.level).in_([*OVER])
    query = (
        select(Alert, col(Unit.name), col(Site.division_code), free)
        .join(Site, col(Site.id) == col(Alert.site_id))
        .join(Unit, col(Unit.id) == col(Alert.unit_id))
        .where(
            col(Alert.state) == AlertState.OPEN,
            col(Alert.due_on).is_not(None),
            is_over if over else ~is_over,
            literal(True) if over else col(Alert.due_on) <= today + timedelta(days=30),
        )
        .order_by(col(Alert.due_on), col(Alert.id))
        .limit(MOST)
    )
    towns = division_names(work)
    return [
        Late(
            unit=unit,
            town=towns.get(town, ""),
            rule=alert.rule,
            about=alert.waste_code or told_of(alert.facts),
            level=alert.level,
            due_on=alert.due_on,
            grams=alert.mass_g,
            unbooked=bool(unbooked),
        )
        for alert, unit, town, unbooked in work.session.execute(query)
    ]


def _silent(work: Work) -> tuple[int, list[Silent]]:
    """Sites that hold waste and have told nothing for two months: how many, and the heaviest."""
    live = (
        select(
            col(Container.holder_site_id).label("site_id"),
            func.coalesce(func.sum(col(Container.mass_g)), 0).label("grams"),
        )
        .where(LIVE, col(Container.holder_site_id).is_not(None))
        .group_by(col(Container.holder_site_id))
        .subquery()
    )
    heard = (
        select(col(Event.site_id))
        .where(col(Event.recorded_at) >= work.now - SILENT, col(Event.site_id).is_not(None))
        .distinct()
    )
    query = (
        select(
            col(Unit.name),
            col(Site.name),
            col(Site.division_code),
            live.c.grams,
            func.count().over(),
        )
        .join(live, live.c.site_id == col(Site.id))
        .join(Unit, col(Unit.id) == col(Site.unit_id))
        .where(col(Site.id).not_in(heard))
        .order_by(live.c.grams.desc(), col(Site.id))
        .limit(MOST)
    )
    towns = division_names(work)
    rows = work.session.execute(query).all()
    found = [
        Silent(unit, site, towns.get(town, ""), int(grams)) for unit, site, town, grams, _ in rows
    ]
    return (int(rows[0][4]) if rows else 0), found
