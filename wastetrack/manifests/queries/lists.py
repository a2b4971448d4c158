"""Lists manifests by keyset: one limited index scan per position, so page one of a million costs as of ten."""

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, bindparam, func, union_all
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import reach
from wastetrack.kernel.paging import PAGE_SIZE, Page, cursor, cut
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.queries.sums import in_states
from wastetrack.manifests.shapes import ManifestRow, Waste
from wastetrack.manifests.terms import GROUPS, Decision, Group
from wastetrack.parties.model import Site, Unit

# a column of the manifest, and the unit or site that it must name
Scan = tuple[str, UUID]
_UNIT = {
    Position.CONSIGNOR: ("consignor_unit_id",),
    Position.RECEIVER: ("receiver_unit_id",),
    Position.CARRIER: ("carrier_unit_id", "next_carrier_unit_id"),
    Position.PROXY: ("proxy_unit_id",),
}
_SITE = {Position.CONSIGNOR: "consignor_site_id", Position.RECEIVER: "receiver_site_id"}


def list_manifests(
    work: Work,
    *,
    group: Group | None = None,
    side: Position | None = None,
    site_id: UUID | None = None,
    after: str | None = None,
    size: int = PAGE_SIZE,
) -> Page[ManifestRow]:
    """The actor's manifests, newest first; by state group, by the side he stands on, by his site."""
    span = reach(work.actor, Action.MANIFEST_READ)
    scans = [] if span.everything else _scans(work, side, site_id)
    if not scans and not span.everything:
        return Page([])
    before = cursor(after)
    params: dict[str, Any] = {f"v{number}": value for number, (_, value) in enumerate(scans)}
    params |= {"limit": size + 1} | ({"before": before} if before else {})
    query = _statement(tuple(name for name, _ in scans), group, paged=before is not None)
    found = work.session.exec(query, params=params).all()
    wastes = _wastes(work, [row[0] for row in found[:size]])
    rows = [ManifestRow(*(*row, tuple(wastes.get(row[0], ())))) for row in found]
    return cut(rows, size)


def _scans(work: Work, side: Position | None, site: UUID | None) -> list[Scan]:
    """One condition per position, each answered by its own index."""
    span = reach(work.actor, Action.MANIFEST_READ)
    found: list[Scan] = []
    for position, names in _UNIT.items():
        if side not in {None, position}:
            continue
        # the chosen site narrows the two sides that have a site
        if position not in _SITE or site is None:
            found.extend((name, unit) for unit in span.unit_ids for name in names)
    for position, name in _SITE.items():
        if side in {None, position}:
            found.extend((name, one) for one in _sites(work, site))
    return found


def _sites(work: Work, site: UUID | None) -> list[UUID]:
    """Sites that are asked for one by one: those of narrow seats, or the chosen one if it is mine."""
    named = {one for seat in work.actor.seats for one in seat.site_ids}
    if site is None:
        return sorted(named)
    if site in named:
        return [site]
    span = reach(work.actor, Action.MANIFEST_READ)
    query = select(Site.id).where(Site.id == site, col(Site.unit_id).in_(span.unit_ids))
    return list(work.session.exec(query)) if span.unit_ids else []


@cache
def _statement(names: tuple[str, ...], group: Group | None, *, paged: bool) -> Any:
    """Built once per kind of reader: putting it together costs more than sending it."""
    narrow: list[ColumnElement[bool]] = [in_states(GROUPS[group])] if group else []
    if paged:
        narrow.append(col(Manifest.id) < bindparam("before"))
    conditions = [
        [col(getattr(Manifest, name)) == bindparam(f"v{number}"), *narrow]
        for number, name in enumerate(names)
    ] or [narrow]
    newest = col(Manifest.id).desc()
    limit: Any = bindparam("limit", type_=Integer)
    scans = [
        select(Manifest.id).where(*where).order_by(newest).limit(limit) for where in conditions
    ]
    if len(scans) == 1:
        ids = scans[0].subquery()
    else:
        every = union_all(*(select(scan.subquery()) for scan in scans)).subquery()
        # one may stand twice on a manifest, as consignor and proxy or carrier and receiver
        key = every.c.id
        ids = select(key).distinct().order_by(key.desc()).limit(limit).subquery()
    consignor, receiver = aliased(Unit), aliased(Unit)
    return (
        select(  # type: ignore[call-overload,misc]  # SQLModel types at most four columns
            Manifest.id,
            Manifest.reference,
            Manifest.national_no,
            Manifest.paper_no,
            Manifest.state,
            Manifest.mass_g,
            consignor.name,
            receiver.name,
            Manifest.created_at,
            Manifest.departed_at,
            Manifest.received_at,
            Manifest.confirm_due,
        )
        .join(ids, ids.c.id == Manifest.id)
        .join(consignor, col(consignor.id) == col(Manifest.consignor_unit_id))
        .join(receiver, col(receiver.id) == col(Manifest.receiver_unit_id))
        .order_by(newest)
    )


_WASTES: Any = (
    select(ManifestLine.manifest_id, ManifestLine.waste_name, func.count())
    .where(
        col(ManifestLine.manifest_id).in_(bindparam("ids", expanding=True)),
        col(ManifestLine.decision) != Decision.LEFT_OUT,
    )
    .group_by(col(ManifestLine.manifest_id), col(ManifestLine.waste_name))
    .order_by(col(ManifestLine.waste_name))
)


def _wastes(work: Work, ids: Sequence[UUID]) -> dict[UUID, list[Waste]]:
    found: dict[UUID, list[Waste]] = {}
    if ids:
        for manifest_id, name, count in work.session.exec(_WASTES, params={"ids": ids}):
            found.setdefault(manifest_id, []).append(Waste(name, count))
    return found
