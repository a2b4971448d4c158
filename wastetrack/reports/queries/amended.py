"""Reads the amendments of a manifest's containers that an officer decided or has still to decide."""

from collections.abc import Sequence

from sqlmodel import col, or_, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may
from wastetrack.audit.model import Event
from wastetrack.containers.model import Amendment, Container
from wastetrack.containers.terms import AmendmentState
from wastetrack.kernel.work import Work
from wastetrack.manifests.shapes import ManifestPage
from wastetrack.manifests.terms import State
from wastetrack.reports.shapes.sheets import Amended

_SETTLED = frozenset({State.RECEIVED, State.CONFIRMED, State.CLOSED, State.RETURNED})
_SAID_APART = frozenset({"reason", "document"})


def amended_on(work: Work, page: ManifestPage) -> tuple[Amended, ...]:
    """What one of the parties asked for since the manifest was drafted, for who may read it."""
    rows = asked_on(work, page)
    events = _events(work, [row for row, _ in rows])
    return tuple(_amended(row, code, events) for row, code in rows)


def asked_on(work: Work, page: ManifestPage) -> list[tuple[Amendment, str]]:
    """The proposals with their container's code; while a container is on its way nobody can ask."""
    m = page.manifest
    if m.state not in _SETTLED:
        return []
    ids = {
        container_id
        for view in page.lines
        for container_id in (
            view.line.container_id,
            view.line.accepted_container_id,
            view.line.refused_container_id,
        )
        if container_id is not None
    }
    query = (
        select(Amendment, Container.human_code)
        .join(Container, col(Container.id) == col(Amendment.container_id))
        .where(
            col(Amendment.container_id).in_(ids),
            col(Amendment.unit_id).in_((m.consignor_unit_id, m.receiver_unit_id)),
            Amendment.created_at >= m.created_at,
        )
        .order_by(col(Amendment.id))
    )
    return [
        (row, code)
        for row, code in work.session.exec(query)
        if may(work.actor, Action.CONTAINER_READ, Place(Position.OWN, row.unit_id, row.site_id))
    ]


def _events(work: Work, rows: Sequence[Amendment]) -> Sequence[Event]:
    """What was asked and decided, and what the decision changed of the container."""
    if not rows:
        return ()
    decided = [row.decided_at for row in rows if row.decided_at is not None]
    done = col(Event.subject_id).in_([row.container_id for row in rows])
    query = select(Event).where(
        or_(
            col(Event.subject_id).in_([row.id for row in rows]),
            done & col(Event.recorded_at).in_(decided),
        )
    )
    return work.session.exec(query.order_by(col(Event.id))).all()


def _amended(row: Amendment, code: str, events: Sequence[Event]) -> Amended:
    own = [event for event in events if event.subject_id == row.id]
    done = [
        event
        for event in events
        if event.subject_id == row.container_id and event.recorded_at == row.decided_at
    ]
    decided = own[-1].actor_label if row.state is not AmendmentState.WAITING else ""
    return Amended(
        code=code,
        kind=row.kind,
        state=row.state,
        changes=tuple(
            (name, _before(done, name), str(value))
            for name, value in row.asked.items()
            if name not in _SAID_APART
        ),
        reason=str(row.asked.get("reason") or row.asked.get("document") or ""),
        asked_by=own[0].actor_label,
        asked_at=row.created_at,
        decided_by=decided,
        decided_at=row.decided_at,
        answer=row.answer or "",
    )


def _before(done: Sequence[Event], name: str) -> str:
    for event in done:
        if event.payload["was"].get(name) is not None:
            return str(event.payload["was"][name])
    return ""
