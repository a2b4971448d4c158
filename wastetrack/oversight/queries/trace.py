"""The whole chain of a container or a manifest, and any record's history, from events and lines."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, literal, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.audit.history import LIMIT, of_subject
from wastetrack.audit.model import Event
from wastetrack.containers.model import Container
from wastetrack.containers.queries.show import get_view
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.queries.pages import manifest_page
from wastetrack.oversight.shapes import (
    Carried,
    ContainerTrace,
    Kin,
    ManifestTrace,
    Neighbour,
)
from wastetrack.parties.model import Unit
from wastetrack.treatments.model import Feed, Residue

# a chain longer than this is cut: each step is a split, and nobody splits a drum fifty times
_DEPTH = 50


def container_trace(work: Work, container_id: UUID) -> ContainerTrace:
    """From the first waste to what became of it, over every split and transfer."""
    view = get_view(work, container_id)
    kin = _kin(work, container_id)
    line = [member.id for member in kin if member.depth <= 0]
    whole = [member.id for member in kin]
    return ContainerTrace(
        view=view,
        kin=kin,
        carried=_carried(work, whole),
        residues=_residues(work, whole),
        events=_events(work, line),
    )


def _kin(work: Work, container_id: UUID) -> list[Kin]:
    """The containers above and below by splitting, in one recursive statement each way."""
    up = _walk(container_id, above=True)
    down = _walk(container_id, above=False)
    found = up.union_all(down).subquery()
    rows = work.session.execute(
        select(Container, found.c.depth)
        .join(found, found.c.id == col(Container.id))
        .order_by(found.c.depth, col(Container.id))
    )
    members = {
        c.id: Kin(c.id, c.parent_id, c.human_code, c.waste_name, c.mass_g, c.content, depth)
        for c, depth in rows
    }
    return list(members.values())


def _walk(container_id: UUID, *, above: bool) -> Any:
    start: Any = select(
        col(Container.id).label("id"),
        col(Container.parent_id).label("parent_id"),
        literal(0).label("depth"),
    ).where(col(Container.id) == container_id)
    walked = start.cte("above" if above else "below", recursive=True)
    near = aliased(Container)
    step = -1 if above else 1
    joined = col(near.id) == walked.c.parent_id if above else col(near.parent_id) == walked.c.id
    walked = walked.union_all(
        select(col(near.id), col(near.parent_id), walked.c.depth + step)
        .join(walked, joined)
        .where(walked.c.depth.between(-_DEPTH, _DEPTH))
    )
    return select(walked.c.id, walked.c.depth)


def _events(work: Work, ids: Sequence[UUID]) -> Sequence[Event]:
    query = (
        select(Event).where(col(Event.container_id).in_(ids)).order_by(col(Event.id)).limit(LIMIT)
    )
    return work.session.execute(query).scalars().all()


def _carried(work: Work, ids: Sequence[UUID]) -> list[Carried]:
    consignor, receiver = aliased(Unit), aliased(Unit)
    rows = work.session.execute(
        select(Manifest, ManifestLine, col(consignor.name), col(receiver.name))
        .join(ManifestLine, col(ManifestLine.manifest_id) == col(Manifest.id))
        .join(consignor, col(consignor.id) == col(Manifest.consignor_unit_id))
        .join(receiver, col(receiver.id) == col(Manifest.receiver_unit_id))
        .where(col(ManifestLine.container_id).in_(ids))
        .order_by(col(Manifest.id))
    )
    return [
        Carried(
            manifest_id=m.id,
            reference=m.national_no or m.paper_no or m.reference,
            state=m.state,
            consignor=sender,
            receiver=taker,
            departed_at=m.departed_at,
            shipped_g=line.shipped_g,
            accepted_g=line.accepted_g,
        )
        for m, line, sender, taker in rows
    ]


def _residues(work: Work, ids: Sequence[UUID]) -> Sequence[Container]:
    """New waste of the disposer that came out where this waste was fed."""
    fed = select(col(Feed.treatment_id)).where(col(Feed.container_id).in_(ids))
    query = (
        select(Container)
        .join(Residue, col(Residue.container_id) == col(Container.id))
        .where(col(Residue.treatment_id).in_(fed))
        .order_by(col(Container.id))
    )
    return work.session.execute(query).scalars().all()


def manifest_trace(work: Work, manifest_id: UUID) -> ManifestTrace:
    """One manifest with everything that happened to it, and the transfers before and after."""
    page = manifest_page(work, manifest_id)
    before = page.manifest.previous_id
    near = or_(col(Manifest.id) == before, col(Manifest.previous_id) == manifest_id)
    number = func.coalesce(
        col(Manifest.national_no), col(Manifest.paper_no), col(Manifest.reference)
    )
    rows = work.session.execute(
        select(col(Manifest.id), number, col(Manifest.state)).where(near).order_by(col(Manifest.id))
    )
    return ManifestTrace(page, [Neighbour(key, ref, st, key == before) for key, ref, st in rows])


def record_history(work: Work, kind: str, subject_id: UUID) -> Sequence[Event]:
    """The chain of any record, for the bureau; Missing when nothing is known of it."""
    require(work.actor, Action.OVERSIGHT_READ)
    events = of_subject(work, subject_id)
    if not events or events[0].subject_kind != kind:
        raise Missing(kind)
    return events
