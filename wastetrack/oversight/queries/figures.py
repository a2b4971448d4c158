"""The district in figures: overdue and soon due, open cases, waiting units, and the ages of stock."""

from datetime import timedelta

from sqlalchemy import case, func, select
from sqlmodel import col

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.cases.model import Case
from wastetrack.cases.terms import CaseState
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Booking, HeldAs
from wastetrack.deadlines.model import Alert, AlertContainer
from wastetrack.deadlines.queries.alerts import open_levels
from wastetrack.deadlines.queries.clocks import LIVE
from wastetrack.deadlines.terms import AlertState, Level
from wastetrack.kernel.clock import end_of_day, local_day
from wastetrack.kernel.work import Work
from wastetrack.oversight.shapes import AgeRow, Figures
from wastetrack.oversight.terms import AGE_FROM, Age
from wastetrack.parties.model import Unit
from wastetrack.parties.terms import UnitState

# what no local wish binds: everybody who is not the producer of the waste
_PRODUCER = frozenset({HeldAs.PRODUCER})


def figures(work: Work) -> Figures:
    """Two statements: the open alerts by level, and the three other counts at once."""
    require(work.actor, Action.OVERSIGHT_READ)
    levels = open_levels(work)
    legal, local = levels.get(Level.LEGAL, (0, 0)), levels.get(Level.LOCAL, (0, 0))
    unbooked = (
        select(func.count())
        .select_from(AlertContainer)
        .join(Alert, col(Alert.id) == col(AlertContainer.alert_id))
        .join(Container, col(Container.id) == col(AlertContainer.container_id))
        .where(
            col(Alert.state) == AlertState.OPEN,
            col(AlertContainer.left_at).is_(None),
            col(AlertContainer.level) == Level.DUE,
            col(Container.booking) == Booking.NONE,
            col(Container.held_as) != HeldAs.CARRIER,
        )
    )
    cases = select(func.count()).where(col(Case.state) != CaseState.CLOSED)
    units = select(func.count()).where(col(Unit.state) == UnitState.PENDING)
    counts = (unbooked, cases, units)
    row = work.session.execute(select(*(c.scalar_subquery() for c in counts))).one()
    return Figures(
        legal=legal[0],
        legal_g=legal[1],
        local=local[0],
        local_g=local[1],
        unbooked=int(row[0]),
        open_cases=int(row[1]),
        pending_units=int(row[2]),
    )


def ages(work: Work) -> list[AgeRow]:
    """Live containers by days on the holder's clock, counted in the index of the clocks alone."""
    require(work.actor, Action.OVERSIGHT_READ)
    today = local_day(work.now)
    whens = [
        (col(Container.held_since) < end_of_day(today - timedelta(days=first)), age.value)
        for age, first in AGE_FROM
        if first
    ]
    age = case(*whens, else_=Age.D0.value)
    rows = work.session.execute(
        select(col(Container.held_as), age, func.count())
        .where(LIVE, col(Container.held_since).is_not(None))
        .group_by(col(Container.held_as), age)
    )
    permit, producer = dict.fromkeys(Age, 0), dict.fromkeys(Age, 0)
    for held, name, count in rows:
        if held is not HeldAs.CARRIER:
            (producer if held in _PRODUCER else permit)[Age(name)] += count
    return [AgeRow(found, permit[found], producer[found]) for found in Age]
