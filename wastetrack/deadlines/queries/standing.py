"""Open alerts as a sweep finds them: locked for change, summed over their containers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import case, func, or_, select
from sqlmodel import col

from wastetrack.audit.model import Event
from wastetrack.containers.model import Container
from wastetrack.containers.terms import HeldAs
from wastetrack.deadlines.model import Alert, AlertContainer
from wastetrack.deadlines.queries.clocks import rank
from wastetrack.deadlines.terms import AlertState, Level
from wastetrack.kernel.work import Work

# events that say why a container ended without being treated
ENDINGS = ("container.identify", "container.void", "container.correct")


@dataclass(frozen=True, slots=True)
class Sum:
    """What the containers now on an alert come to."""

    count: int
    mass_g: int
    clock_from: datetime | None
    rank: int


def lock_open(
    work: Work,
    rules: Iterable[str],
    sites: Iterable[UUID] | None = None,
    ids: Iterable[UUID] = (),
) -> Sequence[Alert]:
    """Open alerts of these rules (at these sites, or named by id), in id order, locked."""
    query = select(Alert).where(
        col(Alert.state) == AlertState.OPEN, col(Alert.rule).in_(list(rules))
    )
    if sites is not None:
        named = list(ids)
        at_sites = col(Alert.site_id).in_(list(sites))
        query = query.where(or_(at_sites, col(Alert.id).in_(named)) if named else at_sites)
    return work.session.execute(query.order_by(col(Alert.id)).with_for_update()).scalars().all()


class OpenAlert(NamedTuple):
    """What an open alert is about and shows, without the row."""

    rule: str
    site_id: UUID
    waste_code: str
    subject_key: str
    level: Level
    due_on: date | None

    @property
    def key(self) -> tuple[str, UUID, str, str]:
        """What parts one open alert from another, as of a finding."""
        return self[:4]


def open_alerts(work: Work, rules: Iterable[str]) -> list[OpenAlert]:
    """Open alerts of these rules, as they stand."""
    query = select(
        col(Alert.rule),
        col(Alert.site_id),
        col(Alert.waste_code),
        col(Alert.subject_key),
        col(Alert.level),
        col(Alert.due_on),
    ).where(col(Alert.state) == AlertState.OPEN, col(Alert.rule).in_(list(rules)))
    return [OpenAlert(*row) for row in work.session.execute(query)]


def sums(work: Work, alert_ids: Sequence[UUID]) -> dict[UUID, Sum]:
    """Count, mass, oldest clock and highest level of each alert's present containers."""
    # on the road the clock of the site it left is the one that counts for this alert
    clock = case(
        (col(Container.held_as) == HeldAs.CARRIER, col(Container.held_before)),
        else_=col(Container.held_since),
    )
    rows = work.session.execute(
        select(
            col(AlertContainer.alert_id),
            func.count(),
            func.coalesce(func.sum(col(Container.mass_g)), 0),
            func.min(clock),
            func.max(rank()),
        )
        .join(Container, col(Container.id) == col(AlertContainer.container_id))
        .where(col(AlertContainer.alert_id).in_(alert_ids), col(AlertContainer.left_at).is_(None))
        .group_by(col(AlertContainer.alert_id))
    )
    return {
        alert_id: Sum(count, int(grams), clock, top) for alert_id, count, grams, clock, top in rows
    }


def endings(work: Work, ids: Sequence[UUID]) -> dict[UUID, str]:
    """The last event of each container that says why it ended or was changed."""
    rows = work.session.execute(
        select(col(Event.container_id), col(Event.kind))
        .where(col(Event.container_id).in_(ids), col(Event.kind).in_(ENDINGS))
        .order_by(col(Event.id))
    )
    return {container_id: kind for container_id, kind in rows if container_id is not None}


def on_open_alert(work: Work, container_id: UUID) -> bool:
    """Whether a container is on an alert now."""
    found = work.session.execute(
        select(col(AlertContainer.alert_id))
        .join(Alert, col(Alert.id) == col(AlertContainer.alert_id))
        .where(
            col(AlertContainer.container_id) == container_id,
            col(AlertContainer.left_at).is_(None),
            col(Alert.state) == AlertState.OPEN,
        )
        .limit(1)
    )
    return found.first() is not None
