"""The closed loop as SQL over live data: one holder each, and every gram accounted (model.md §3)."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlmodel import col

from wastetrack.audit.model import Event
from wastetrack.containers.model import Container
from wastetrack.containers.terms import LIVE, Content
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.terms import Decision, State
from wastetrack.reports.queries.outcomes import lines_here, unfed_outcomes
from wastetrack.reports.queries.trees import moved_on, received_tree
from wastetrack.reports.terms import Check
from wastetrack.treatments.model import Feed, Treatment


def closed_loop(work: Work) -> Iterator[Check]:
    """Every invariant of the loop, one check at a time, cheapest first."""
    yield _count(work, "live containers", Container, col(Container.content).in_(LIVE))
    yield _none(
        work,
        "live containers with exactly one holder",
        select(col(Container.human_code)).where(_holder_fault()),
        of=select(func.count()).select_from(Container).where(col(Container.content).in_(LIVE)),
    )
    yield _none(
        work,
        "custody handed from one holder to the next",
        _broken_custody(),
        of=select(func.count()).select_from(Event).where(col(Event.holder_to).is_not(None)),
    )
    yield _none(
        work,
        "lines where shipped = accepted + refused + difference",
        select(col(Manifest.reference))
        .join(ManifestLine, col(ManifestLine.manifest_id) == col(Manifest.id))
        .where(
            col(ManifestLine.accepted_g).is_not(None),
            col(ManifestLine.shipped_g)
            != col(ManifestLine.accepted_g)
            + func.coalesce(col(ManifestLine.refused_g), 0)
            + func.coalesce(col(ManifestLine.difference_g), 0),
        ),
        of=select(func.count())
        .select_from(ManifestLine)
        .where(col(ManifestLine.accepted_g).is_not(None)),
    )
    yield _none(
        work,
        "accepted = on hand + fed, at every receiver and through every split",
        _unbalanced_receipts(),
        of=select(func.count())
        .select_from(ManifestLine)
        .where(col(ManifestLine.decision) == Decision.ACCEPTED),
    )
    yield _none(
        work,
        "treatments whose feeds add up",
        select(col(Treatment.batch_code))
        .join(Feed, col(Feed.treatment_id) == col(Treatment.id), isouter=True)
        .group_by(col(Treatment.id), col(Treatment.batch_code), col(Treatment.fed_g))
        .having(col(Treatment.fed_g) != func.coalesce(func.sum(col(Feed.grams)), 0)),
        of=select(func.count()).select_from(Treatment),
    )
    yield _none(
        work,
        "outcomes at receivers here = what treatments fed",
        unfed_outcomes(),
        of=lines_here(),
    )
    yield _none(
        work,
        "closed manifests with an outcome for every accepted gram",
        select(col(Manifest.reference))
        .join(ManifestLine, col(ManifestLine.manifest_id) == col(Manifest.id))
        .where(
            col(Manifest.state) == State.CLOSED,
            col(ManifestLine.decision) == Decision.ACCEPTED,
            col(ManifestLine.outcome_g) != col(ManifestLine.accepted_g),
        ),
        of=select(func.count()).select_from(Manifest).where(col(Manifest.state) == State.CLOSED),
    )


def _holder_fault() -> ColumnElement[bool]:
    live = col(Container.content).in_(LIVE)
    held = and_(
        col(Container.holder_site_id).is_not(None), col(Container.holder_unit_id).is_not(None)
    )
    loose = or_(
        col(Container.holder_site_id).is_not(None), col(Container.holder_unit_id).is_not(None)
    )
    return or_(and_(live, ~held), and_(~live, loose))


def _broken_custody() -> Select[Any]:
    """Containers whose custody events do not join, or whose last holder is not the column's."""
    moves = (
        select(
            col(Event.container_id).label("container_id"),
            col(Event.holder_from).label("holder_from"),
            col(Event.holder_to).label("holder_to"),
            func.lag(col(Event.holder_to))
            .over(partition_by=col(Event.subject_id), order_by=col(Event.seq))
            .label("before"),
            func.row_number()
            .over(partition_by=col(Event.subject_id), order_by=col(Event.seq).desc())
            .label("back"),
        )
        .where(
            col(Event.subject_kind) == "container",
            or_(col(Event.holder_from).is_not(None), col(Event.holder_to).is_not(None)),
        )
        .subquery()
    )
    return (
        select(col(Container.human_code))
        .join(moves, moves.c.container_id == col(Container.id))
        .where(
            or_(
                moves.c.holder_from.is_distinct_from(moves.c.before),
                and_(
                    moves.c.back == 1,
                    moves.c.holder_to.is_distinct_from(col(Container.holder_site_id)),
                ),
            )
        )
    )


def _unbalanced_receipts() -> Select[Any]:
    """Accepted lines whose container and what was split from it do not add up to what was accepted.

    Where a part has moved on by a later manifest, or was found not to be hazardous, its new line or
    its event tells the rest: then no more than was accepted may have been fed.
    """
    tree = received_tree()
    live = case((col(Container.content).in_(LIVE), col(Container.mass_g)), else_=0)
    gone = case((or_(col(Container.content) == Content.VOID, moved_on(tree)), 1), else_=0)
    fates = (
        select(
            tree.c.line_id,
            func.sum(live).label("live"),
            func.max(gone).label("gone"),
        )
        .join(Container, col(Container.id) == tree.c.container_id)
        .group_by(tree.c.line_id)
        .subquery()
    )
    fed = (
        select(col(Feed.line_id).label("line_id"), func.sum(col(Feed.grams)).label("grams"))
        .group_by(col(Feed.line_id))
        .subquery()
    )
    left = col(ManifestLine.accepted_g) - func.coalesce(fed.c.grams, 0)
    return (
        select(col(Container.human_code))
        .join(ManifestLine, col(ManifestLine.accepted_container_id) == col(Container.id))
        .join(fates, fates.c.line_id == col(ManifestLine.id))
        .join(fed, fed.c.line_id == col(ManifestLine.id), isouter=True)
        .where(or_(left < 0, and_(fates.c.gone == 0, left != fates.c.live)))
    )


def _count(work: Work, name: str, table: type[Any], *where: ColumnElement[bool]) -> Check:
    counted = select(func.count()).select_from(table).where(*where)
    return Check(name, int(work.session.execute(counted).scalar_one()))


def _none(work: Work, name: str, faulty: Select[Any], *, of: Select[Any]) -> Check:
    first = work.session.execute(faulty.limit(1)).scalar()
    return Check(name, int(work.session.execute(of).scalar_one()), first)
