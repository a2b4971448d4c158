"""Every SELECT over treatments: the disposer's own, and what became of a producer's waste."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, union_all
from sqlalchemy.orm import Mapped
from sqlmodel import col, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may, reach
from wastetrack.containers.model import Container
from wastetrack.containers.queries import list_stock
from wastetrack.containers.terms import Custody
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.paging import PAGE_SIZE, Page, cursor, cut
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.parties.model import Facility, Site, Unit
from wastetrack.treatments.model import Feed, Residue, Share, Treatment
from wastetrack.treatments.shapes import (
    FeedRow,
    LineOf,
    OutcomeRow,
    ShareRow,
    TreatmentRow,
    TreatmentView,
)

# a child is split from a child at most so often before it is treated
GENERATIONS = 8
# columns of the rows in shapes.py, in their order
_FED: tuple[Any, ...] = (
    Feed,
    Container.human_code,
    Container.waste_name,
    Container.waste_code,
    Manifest.id,
    Manifest.reference,
)
_OUTCOME: tuple[Any, ...] = (
    Share.id,
    Treatment.treated_at,
    Unit.name,
    Treatment.method,
    Container.waste_name,
    Container.waste_code,
    Container.human_code,
    Share.grams,
)


def get_treatment(work: Work, treatment_id: UUID) -> Treatment:
    """A treatment of one's own unit (the bureau sees all)."""
    row = work.session.get(Treatment, treatment_id)
    if row is None or not _visible(work, row):
        raise Missing("treatment")
    return row


def _visible(work: Work, row: Treatment) -> bool:
    return may(work.actor, Action.TREATMENT_READ, Place(Position.OWN, row.unit_id, row.site_id))


def stock_to_treat(work: Work, site_id: UUID) -> list[Container]:
    """Sealed containers in this site's stores that nothing else has booked, oldest clock first."""
    return [c for c in list_stock(work, site_id) if c.custody is Custody.IN_STORE]


def lines_that_brought(
    work: Work, site_id: UUID, containers: Iterable[Container]
) -> dict[UUID, LineOf]:
    """For each container the last accepted line to this site; a split's child came by its parent's."""
    found: dict[UUID, LineOf] = {}
    sought = {c.id: c.id for c in containers}
    parents = {c.id: c.parent_id for c in containers}
    for _ in range(GENERATIONS):
        if not sought:
            break
        lines = _accepted_lines(work, site_id, set(sought.values()))
        for child, looked_at in list(sought.items()):
            if looked_at in lines:
                found[child] = lines[looked_at]
                del sought[child]
        parents |= _parents(work, [i for i in sought.values() if i not in parents])
        above = {child: parents.get(looked_at) for child, looked_at in sought.items()}
        sought = {child: parent for child, parent in above.items() if parent is not None}
    return found


def _accepted_lines(work: Work, site_id: UUID, ids: Iterable[UUID]) -> dict[UUID, LineOf]:
    rows = work.session.exec(
        select(ManifestLine, Manifest.consignor_unit_id)
        .join(Manifest, col(Manifest.id) == col(ManifestLine.manifest_id))
        .where(
            col(ManifestLine.accepted_container_id).in_(set(ids)),
            col(Manifest.receiver_site_id) == site_id,
        )
        .order_by(col(Manifest.received_at), col(Manifest.id))
    )
    return {
        line.accepted_container_id: LineOf(line.id, line.manifest_id, consignor, line.method)
        for line, consignor in rows
        if line.accepted_container_id is not None
    }


def _parents(work: Work, ids: Sequence[UUID]) -> dict[UUID, UUID | None]:
    if not ids:
        return {}
    query = select(Container.id, Container.parent_id).where(col(Container.id).in_(ids))
    return dict(work.session.exec(query).all())


def list_treatments(
    work: Work, after: str | None = None, size: int = PAGE_SIZE
) -> Page[TreatmentRow]:
    """Treatments of the actor's sites, newest first."""
    scope = reach(work.actor, Action.TREATMENT_READ)
    key = cursor(after)
    wanted = [] if key is None else [col(Treatment.id) < key]
    if not scope.everything:
        ways = [
            *(col(Treatment.unit_id) == unit for unit in scope.unit_ids),
            *(col(Treatment.site_id) == site for site in scope.site_ids),
        ]
        wanted.append(col(Treatment.id).in_(_newest(col(Treatment.id), ways, wanted, size)))
    feeds = (
        select(func.count())
        .where(col(Feed.treatment_id) == col(Treatment.id))
        .correlate(Treatment)
        .scalar_subquery()
    )
    query = (
        select(Treatment, Site.name, feeds)
        .join(Site, col(Site.id) == col(Treatment.site_id))
        .where(*wanted)
        .order_by(col(Treatment.id).desc())
        .limit(size + 1)
    )
    rows = [TreatmentRow(row, site, int(count)) for row, site, count in work.session.exec(query)]
    page = cut([row.treatment for row in rows], size)
    return Page(rows[:size], page.after)


def show_treatment(work: Work, treatment_id: UUID) -> TreatmentView:
    """Everything on a treatment's page, in four statements."""
    found = work.session.exec(
        select(Treatment, Site.name, Facility.name)
        .join(Site, col(Site.id) == col(Treatment.site_id))
        .join(Facility, col(Facility.id) == col(Treatment.facility_id), isouter=True)
        .where(Treatment.id == treatment_id)
    ).first()
    row, site, facility = found or (None, "", "")
    if row is None or not _visible(work, row):
        raise Missing("treatment")
    feeds = work.session.execute(
        select(*_FED)
        .select_from(Feed)
        .join(Container, col(Container.id) == col(Feed.container_id))
        .join(ManifestLine, col(ManifestLine.id) == col(Feed.line_id), isouter=True)
        .join(Manifest, col(Manifest.id) == col(ManifestLine.manifest_id), isouter=True)
        .where(Feed.treatment_id == row.id)
        .order_by(col(Feed.id))
    )
    residues = work.session.exec(
        select(Container)
        .join(Residue, col(Residue.container_id) == col(Container.id))
        .where(Residue.treatment_id == row.id)
        .order_by(col(Container.id))
    )
    return TreatmentView(
        treatment=row,
        site_name=site,
        facility_name=facility or "",
        feeds=[FeedRow(*feed) for feed in feeds],
        shares=_shares(work, row.id),
        residues=residues.all(),
        may_record=may(
            work.actor, Action.TREATMENT_RECORD, Place(Position.OWN, row.unit_id, row.site_id)
        ),
    )


def _shares(work: Work, treatment_id: UUID) -> list[ShareRow]:
    """Grams by producer's site, the largest first."""
    grams = func.sum(Share.grams)
    query = (
        select(Unit.name, Site.name, grams)
        .select_from(Share)
        .join(Unit, col(Unit.id) == col(Share.origin_unit_id))
        .join(Site, col(Site.id) == col(Share.origin_site_id))
        .where(Share.treatment_id == treatment_id)
        .group_by(col(Site.id), col(Unit.name), col(Site.name))
        .order_by(grams.desc(), col(Site.id))
    )
    return [ShareRow(unit, site, int(total)) for unit, site, total in work.session.execute(query)]


def list_outcomes(work: Work, after: str | None = None, size: int = PAGE_SIZE) -> Page[OutcomeRow]:
    """What became of the waste that the actor's sites made, newest first."""
    scope = reach(work.actor, Action.TREATMENT_READ)
    key = cursor(after)
    wanted = [] if key is None else [col(Share.id) < key]
    if not scope.everything:
        ways = [
            *(col(Share.origin_unit_id) == unit for unit in scope.unit_ids),
            *(col(Share.origin_site_id) == site for site in scope.site_ids),
        ]
        wanted.append(col(Share.id).in_(_newest(col(Share.id), ways, wanted, size)))
    query = (
        select(*_OUTCOME)
        .select_from(Share)
        .join(Treatment, col(Treatment.id) == col(Share.treatment_id))
        .join(Unit, col(Unit.id) == col(Treatment.unit_id))
        .join(Feed, col(Feed.id) == col(Share.feed_id))
        .join(Container, col(Container.id) == col(Feed.container_id))
        .where(*wanted)
        .order_by(col(Share.id).desc())
        .limit(size + 1)
    )
    return cut([OutcomeRow(*row) for row in work.session.execute(query)], size)


def _newest(
    key: Mapped[UUID],
    ways: Sequence[ColumnElement[bool]],
    wanted: Sequence[ColumnElement[bool]],
    size: int,
) -> ColumnElement[UUID]:
    """The newest ids by each way of being concerned: one short index scan per way."""
    scans = [
        select(key.label("id")).where(way, *wanted).order_by(key.desc()).limit(size + 1).subquery()
        for way in (ways or [key.is_(None)])
    ]
    return union_all(*(select(scan.c.id) for scan in scans))  # type: ignore[return-value] # a sub-select is a list of ids to IN
