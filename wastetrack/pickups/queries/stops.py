"""Reads the manifests of trips as stops: where, what, how much, in the order they were drafted."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.terms import State
from wastetrack.parties.model import Site, Unit
from wastetrack.pickups.shapes import Stop


def stops_of(work: Work, trip_ids: Iterable[UUID]) -> dict[UUID, list[Stop]]:
    """The stops of some trips, in two statements; the caller has shown that he may see the trips."""
    stops: dict[UUID, list[Stop]] = {trip_id: [] for trip_id in trip_ids}
    if not stops:
        return stops
    unit, receiver = aliased(Unit), aliased(Unit)
    found = work.session.exec(
        select(Manifest, Site, unit, receiver)
        .join(Site, col(Site.id) == col(Manifest.consignor_site_id))
        .join(unit, col(unit.id) == col(Manifest.consignor_unit_id))
        .join(receiver, col(receiver.id) == col(Manifest.receiver_unit_id))
        .where(col(Manifest.trip_id).in_(stops), Manifest.state != State.VOID)
        .order_by(col(Manifest.id))
    ).all()
    sums = _sums(work, [row[0].id for row in found])
    for manifest, site, consignor, to in found:
        if manifest.trip_id is not None:
            count, grams = sums.get(manifest.id, (0, 0))
            stops[manifest.trip_id].append(
                Stop(manifest, consignor.name, site, to.name, count, grams)
            )
    return stops


def _sums(work: Work, manifest_ids: Sequence[UUID]) -> dict[UUID, tuple[int, int]]:
    if not manifest_ids:
        return {}
    grams = func.coalesce(ManifestLine.shipped_g, ManifestLine.planned_g)
    found = work.session.exec(
        select(col(ManifestLine.manifest_id), func.count(), func.sum(grams))
        .where(col(ManifestLine.manifest_id).in_(manifest_ids))
        .group_by(col(ManifestLine.manifest_id))
    )
    return {manifest_id: (int(count), int(mass)) for manifest_id, count, mass in found}
