"""Follows containers through successive transfers: which line brought one, and what came before it."""

from uuid import UUID

from sqlalchemy import func
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from wastetrack.containers.model import Container
from wastetrack.containers.terms import LIVE
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.parties.model import Facility, Partition


def _ancestors(work: Work, container_id: UUID) -> list[UUID]:
    """The container and what it was split from, the youngest first, in one statement."""
    first = select(Container.id, Container.parent_id).where(Container.id == container_id)
    chain = first.cte("chain", recursive=True)
    older = aliased(Container)
    up = select(older.id, older.parent_id).join(chain, col(older.id) == chain.c.parent_id)
    found = work.session.exec(select(chain.union_all(up).c.id)).all()
    return list(found)


def line_of_container(work: Work, container_id: UUID) -> ManifestLine | None:
    """The line by which the present holder got this container, also through a later split."""
    chain = _ancestors(work, container_id)
    query = (
        select(ManifestLine)
        .where(col(ManifestLine.accepted_container_id).in_(chain))
        .order_by(col(ManifestLine.id).desc())
    )
    return work.session.exec(query).first()


def upstream_of(work: Work, line: ManifestLine) -> list[tuple[Manifest, ManifestLine, int]]:
    """Earlier transfers of a line's container, locked, and the grams of theirs that are still there."""
    chain = _ancestors(work, line.container_id)
    query = (
        select(Manifest, ManifestLine)
        .join(ManifestLine, col(ManifestLine.manifest_id) == col(Manifest.id))
        .where(
            col(ManifestLine.accepted_container_id).in_(chain),
            col(ManifestLine.manifest_id) != line.manifest_id,
        )
        .order_by(col(Manifest.id))
        .with_for_update(of=Manifest)
        .execution_options(populate_existing=True)
    )
    return [
        (m, earlier, _left(work, earlier.accepted_container_id))
        for m, earlier in work.session.exec(query)
    ]


def _left(work: Work, container_id: UUID | None) -> int:
    """Live grams of a container and everything split from it since."""
    first = select(Container.id).where(Container.id == container_id)
    tree = first.cte("tree", recursive=True)
    younger = aliased(Container)
    down = select(younger.id).join(tree, col(younger.parent_id) == tree.c.id)
    parts = tree.union_all(down)
    query = select(func.coalesce(func.sum(col(Container.mass_g)), 0)).where(
        col(Container.id).in_(select(parts.c.id)), col(Container.content).in_(LIVE)
    )
    return int(work.session.exec(query).one() or 0)


def facilities_here(work: Work, site_id: UUID, wanted: set[UUID]) -> set[UUID]:
    """Those of the facilities that stand on this site."""
    if not wanted:
        return set()
    query = select(Facility.id).where(col(Facility.id).in_(wanted), Facility.site_id == site_id)
    return set(work.session.exec(query))


def partitions_here(work: Work, site_id: UUID, wanted: set[UUID]) -> dict[UUID, UUID]:
    """Those of the partitions that lie on this site, with the facility that each is a part of."""
    if not wanted:
        return {}
    query = (
        select(Partition.id, Partition.facility_id)
        .join(Facility, col(Facility.id) == col(Partition.facility_id))
        .where(col(Partition.id).in_(wanted), Facility.site_id == site_id)
    )
    return dict(work.session.exec(query).all())
