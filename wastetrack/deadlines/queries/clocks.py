"""Which containers a clock rule makes due now, found by the index on (held_as, held_since)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, false, literal, null, or_, select, text
from sqlalchemy.sql.elements import SQLCoreOperations
from sqlmodel import col

from wastetrack.containers.model import Container
from wastetrack.containers.terms import HeldAs
from wastetrack.deadlines.model import Alert, AlertContainer
from wastetrack.deadlines.queries.lookout import Lookout
from wastetrack.deadlines.rules import CLOCK_RULES, EXTENDABLE, held_under, thresholds
from wastetrack.deadlines.terms import RANK, AlertState, Level, Link, RuleCode, Standing
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.parties.model import Licence, Site, Unit
from wastetrack.parties.terms import LicenceState, UnitState

# spelled out, because a partial index is only used when its condition stands in the statement
LIVE = text("container.content in ('filling', 'sealed', 'emptied')")
NOT_LIVE = text("container.content not in ('filling', 'sealed', 'emptied')")
# number and file: without the copy that the receiver outside signed, nobody has said it arrived
PROVED = (
    or_(col(Manifest.national_no).is_not(None), col(Manifest.provincial_no).is_not(None)),
    col(Manifest.copy_sha256).is_not(None),
)
# a carrier has no storage clock; for the alert of the site it left, the wait goes on
_ON_THE_ROAD = (HeldAs.CARRIER,)


def rank() -> ColumnElement[int]:
    """The rank of a link's level, in SQL."""
    return case(
        {level.value: number for level, number in RANK.items()}, value=col(AlertContainer.level)
    )


def needed(steps: Sequence[tuple[Level, object]]) -> ColumnElement[int]:
    """The rank that a container's clock has reached, in SQL (steps: highest first)."""
    whens = [(col(Container.held_since) < moment, RANK[level]) for level, moment in steps]
    return case(*whens, else_=0)


def extensions(work: Work) -> dict[UUID, date]:
    """Sites whose permit has a longer storage time that an officer checked, with its end."""
    rows = work.session.execute(
        select(col(Site.id), col(Licence.storage_extended_to))
        .join(Licence, col(Licence.unit_id) == col(Site.unit_id))
        .where(
            col(Licence.storage_extended_to).is_not(None),
            col(Licence.state) == LicenceState.CHECKED,
            col(Licence.ended_on).is_(None),
            or_(col(Licence.site_id).is_(None), col(Licence.site_id) == col(Site.id)),
        )
    )
    found: dict[UUID, date] = {}
    for site_id, until in rows:
        if until is not None:
            found[site_id] = max(until, found.get(site_id, until))
    return found


def outside_units(work: Work) -> frozenset[UUID]:
    """Units outside the district: their stock is not ours to watch."""
    return frozenset(
        work.session.execute(
            select(col(Unit.id)).where(col(Unit.state) == UnitState.OUTSIDE)
        ).scalars()
    )


def newly_due(look: Lookout, extended: dict[UUID, date]) -> list[UUID]:
    """Containers that reached a level which no open alert of theirs shows yet."""
    found: list[UUID] = []
    for code in CLOCK_RULES:
        rule = look.rule(code)
        if rule is None:
            continue
        own = extended if code in EXTENDABLE else {}
        steps = thresholds(rule, look.now, look.days)
        elsewhere = ~col(Container.holder_site_id).in_(own) if own else None
        found += _unlinked(look, code, steps, elsewhere)
        for site_id, until in own.items():
            moved = thresholds(rule, look.now, look.days, until)
            found += _unlinked(look, code, moved, col(Container.holder_site_id) == site_id)
    return found


def _unlinked(
    look: Lookout,
    code: RuleCode,
    steps: Sequence[tuple[Level, object]],
    where: SQLCoreOperations[bool] | None,
) -> Sequence[UUID]:
    if not steps:
        return []
    linked = (
        select(literal(1))
        .where(
            col(AlertContainer.container_id) == col(Container.id),
            col(AlertContainer.rule) == code.value,
            col(AlertContainer.left_at).is_(None),
            rank() >= needed(steps),
        )
        .correlate(Container)
        .exists()
    )
    outside = select(col(Unit.id)).where(col(Unit.state) == UnitState.OUTSIDE)
    query = select(col(Container.id)).where(
        LIVE,
        col(Container.held_as).in_(held_under(code)),
        col(Container.held_since) < steps[-1][1],
        ~linked,
        ~col(Container.holder_unit_id).in_(outside),
    )
    if where is not None:
        query = query.where(where)
    # the order groups one alert's containers in one batch
    query = query.order_by(col(Container.holder_site_id), col(Container.waste_code))
    return look.work.session.execute(query).scalars().all()


def no_longer_due(look: Lookout, extended: dict[UUID, date]) -> list[UUID]:
    """Containers on an open alert whose present state no longer fits it."""
    changed: list[ColumnElement[bool]] = []
    for code in CLOCK_RULES:
        rule = look.rule(code)
        steps = thresholds(rule, look.now, look.days) if rule else ()
        unlike = or_(
            ~col(Container.held_as).in_(held_under(code)),
            col(Container.held_since).is_(None),
            needed(steps) != rank() if steps else null().is_(None),
        )
        changed.append(and_(col(AlertContainer.rule) == code.value, unlike))
    elsewhere = or_(
        col(Container.holder_site_id) != col(Alert.site_id),
        col(Container.waste_code) != col(Alert.waste_code),
        col(Alert.site_id).in_(extended) if extended else false(),
        *changed,
    )
    told = (
        select(literal(1))
        .where(
            col(Manifest.id) == col(Container.manifest_id),
            *PROVED,
            col(Manifest.receiver_unit_id) == col(Unit.id),
            col(Unit.state) == UnitState.OUTSIDE,
        )
        .correlate(Container)
        .exists()
    )
    query = (
        select(col(AlertContainer.container_id))
        .join(Alert, col(Alert.id) == col(AlertContainer.alert_id))
        .join(Container, col(Container.id) == col(AlertContainer.container_id))
        .where(
            col(Alert.state) == AlertState.OPEN,
            col(AlertContainer.left_at).is_(None),
            or_(
                NOT_LIVE,
                and_(~col(Container.held_as).in_(_ON_THE_ROAD), elsewhere),
                and_(col(Container.held_as).in_(_ON_THE_ROAD), told),
            ),
        )
        .order_by(col(AlertContainer.alert_id))
    )
    return list(dict.fromkeys(look.work.session.execute(query).scalars()))


def standings(work: Work, ids: Sequence[UUID]) -> list[tuple[Standing, list[Link]]]:
    """How these containers stand, each with its places on open alerts (one statement)."""
    rows = work.session.execute(
        select(
            col(Container.id),
            col(Container.content),
            col(Container.held_as),
            col(Container.held_since),
            col(Container.holder_unit_id),
            col(Container.holder_site_id),
            col(Container.waste_code),
            col(Container.mass_g),
            col(AlertContainer.alert_id),
            col(AlertContainer.rule),
            col(AlertContainer.level),
            col(Alert.site_id).label("alert_site"),
            col(Alert.waste_code).label("alert_code"),
        )
        .outerjoin(
            AlertContainer,
            and_(
                col(AlertContainer.container_id) == col(Container.id),
                col(AlertContainer.left_at).is_(None),
            ),
        )
        .outerjoin(Alert, col(Alert.id) == col(AlertContainer.alert_id))
        .where(col(Container.id).in_(ids))
        .order_by(col(Container.id))
    )
    found: dict[UUID, tuple[Standing, list[Link]]] = {}
    for row in rows:
        if row.id not in found:
            standing = Standing(
                id=row.id,
                content=row.content,
                held_as=row.held_as,
                held_since=row.held_since,
                unit_id=row.holder_unit_id,
                site_id=row.holder_site_id,
                waste_code=row.waste_code,
                mass_g=row.mass_g or 0,
            )
            found[row.id] = (standing, [])
        if row.alert_id is not None:
            link = Link(row.alert_id, row.rule, row.level, row.alert_site, row.alert_code)
            found[row.id][1].append(link)
    return list(found.values())


def with_outside_number(work: Work, ids: Sequence[UUID]) -> frozenset[UUID]:
    """Of these containers, those to a receiver outside with official number and his signed copy."""
    rows = work.session.execute(
        select(col(Container.id))
        .join(Manifest, col(Manifest.id) == col(Container.manifest_id))
        .join(Unit, col(Unit.id) == col(Manifest.receiver_unit_id))
        .where(
            col(Container.id).in_(ids),
            *PROVED,
            col(Unit.state) == UnitState.OUTSIDE,
        )
    )
    return frozenset(rows.scalars())
