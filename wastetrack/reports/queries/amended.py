"""Reads the amendments of a manifest's containers that an officer decided, or has still to decide."""

from collections.abc import Sequence

from sqlmodel import col, or_, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may
from wastetrack.audit.model import Event
from wastetrack.containers.model import Amendment
from wastetrack.containers.terms import AmendmentState
from wastetrack.kernel.work import Work
from wastetrack.manifests.shapes import ManifestPage
from wastetrack.reports.shapes.sheets import Amended

_SAID_APART = frozenset({"reason", "document"})


def amended_on(work: Work, page: ManifestPage) -> tuple[Amended, ...]:
    """Those asked for since the manifest was drafted, for who may read them."""
    codes = {view.line.container_id: view.human_code for view in page.lines}
    query = select(Amendment).where(
        col(Amendment.container_id).in_(codes), Amendment.created_at >= page.manifest.created_at
    )
    rows = [
        row
        for row in work.session.exec(query.order_by(col(Amendment.id)))
        if may(work.actor, Action.CONTAINER_READ, Place(Position.OWN, row.unit_id, row.site_id))
    ]
    events = _events(work, rows)
    return tuple(_amended(row, codes[row.container_id], events) for row in rows)


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
