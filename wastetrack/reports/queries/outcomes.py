"""Outcomes against treatments: what a manifest says was treated is what was fed of it (model.md §3)."""

from typing import Any

from sqlalchemy import Select, Subquery, and_, case, func, or_, select
from sqlmodel import col

from wastetrack.containers.model import Container
from wastetrack.containers.terms import LIVE
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.terms import Decision, Entry, Part
from wastetrack.reports.queries.trees import received_tree
from wastetrack.treatments.model import Feed


def unfed_outcomes() -> Select[Any]:
    """Manifests of receivers here with an outcome that no treatment covers, or less than was fed.

    What moved on and was fed by a later receiver covers the line as far as nothing of it is left.
    """
    fates = _fates()
    accepted, outcome = col(ManifestLine.accepted_g), col(ManifestLine.outcome_g)
    gone = accepted - fates.c.live
    most = case(
        (and_(fates.c.onward > 0, gone > fates.c.own), gone),
        else_=fates.c.own,
    )
    return (
        select(col(Manifest.reference))
        .join(ManifestLine, col(ManifestLine.manifest_id) == col(Manifest.id))
        .join(fates, fates.c.line_id == col(ManifestLine.id))
        .where(_here(), or_(outcome < fates.c.own, outcome > most))
    )


def lines_here() -> Select[Any]:
    """How many lines that concerns."""
    return (
        select(func.count())
        .select_from(ManifestLine)
        .join(Manifest, col(Manifest.id) == col(ManifestLine.manifest_id))
        .where(_here(), col(ManifestLine.decision) == Decision.ACCEPTED)
    )


def _here() -> Any:
    """A receiver without account has no treatments here: his proof is a file."""
    entry = col(Manifest.entries)[Part.RECEIVER.value].as_string()
    return or_(entry.is_(None), entry != Entry.OUTSIDE.value)


def _fates() -> Subquery:
    """Of each accepted line: grams that are still there, fed under it, and fed under later lines."""
    tree = received_tree()
    fed = (
        select(
            tree.c.line_id,
            func.sum(case((col(Feed.line_id) == tree.c.line_id, col(Feed.grams)), else_=0)).label(
                "own"
            ),
            func.sum(case((col(Feed.line_id) > tree.c.line_id, col(Feed.grams)), else_=0)).label(
                "onward"
            ),
        )
        .join(Feed, col(Feed.container_id) == tree.c.container_id)
        .group_by(tree.c.line_id)
        .subquery()
    )
    live = (
        select(
            tree.c.line_id,
            func.sum(
                case((col(Container.content).in_(LIVE), col(Container.mass_g)), else_=0)
            ).label("live"),
        )
        .join(Container, col(Container.id) == tree.c.container_id)
        .group_by(tree.c.line_id)
        .subquery()
    )
    return (
        select(
            live.c.line_id,
            live.c.live,
            func.coalesce(fed.c.own, 0).label("own"),
            func.coalesce(fed.c.onward, 0).label("onward"),
        )
        .join(fed, fed.c.line_id == live.c.line_id, isouter=True)
        .subquery()
    )
