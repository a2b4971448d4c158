"""Follows accepted lines through splits and later transfers."""

from sqlalchemy import CTE, ColumnElement, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from wastetrack.containers.model import Container
from wastetrack.manifests.model import ManifestLine
from wastetrack.manifests.terms import Decision


def received_tree() -> CTE:
    """Each accepted line with the container that it brought and everything split from it since."""
    tree = (
        select(
            col(ManifestLine.id).label("line_id"),
            col(ManifestLine.accepted_container_id).label("container_id"),
        )
        .where(col(ManifestLine.decision) == Decision.ACCEPTED)
        .cte("tree", recursive=True)
    )
    child = aliased(Container)
    return tree.union_all(
        select(tree.c.line_id, col(child.id)).join(
            tree, col(child.parent_id) == tree.c.container_id
        )
    )


def moved_on(tree: CTE) -> ColumnElement[bool]:
    """Whether this container left again on a later manifest."""
    later = aliased(ManifestLine)
    return (
        select(col(later.id))
        .where(
            col(later.container_id) == tree.c.container_id,
            col(later.id) > tree.c.line_id,
            col(later.shipped_g) > 0,
        )
        .correlate(tree)
        .exists()
    )
