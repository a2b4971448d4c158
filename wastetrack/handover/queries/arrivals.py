"""Reads what is on its way to a gate: the list by which a vehicle is expected."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, true
from sqlmodel import col, select

from wastetrack.access.policy import Action
from wastetrack.access.scope import reach
from wastetrack.handover.model import Scan
from wastetrack.handover.shapes import Arrival
from wastetrack.handover.terms import COUNTED, ScanPlace
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Haul, Manifest, ManifestLine
from wastetrack.manifests.queries.sums import in_states
from wastetrack.manifests.terms import Decision, State
from wastetrack.parties.model import Site, Unit
from wastetrack.trips.model import Trip

ON_THE_WAY = (State.IN_TRANSIT, State.ARRIVED, State.NEGOTIATING)
MOST = 200


def arrivals(work: Work, site_id: UUID | None = None) -> list[Arrival]:
    """What is under way to the actor's gates or stands there, and what is planned for today."""
    plate = (
        select(Haul.plate)
        .where(col(Haul.manifest_id) == col(Manifest.id))
        .order_by(col(Haul.number).desc())
        .limit(1)
        .correlate(Manifest)
        .scalar_subquery()
    )
    columns: tuple[Any, ...] = (
        Manifest,
        Unit.name,
        Site.name,
        func.coalesce(plate, col(Trip.plate), ""),
        _count(ManifestLine, col(ManifestLine.decision) != Decision.LEFT_OUT),
        _count(Scan, and_(col(Scan.place) == ScanPlace.GATE, col(Scan.verdict).in_(COUNTED))),
    )
    query = (
        select(*columns)
        .select_from(Manifest)
        .join(Unit, col(Unit.id) == col(Manifest.consignor_unit_id))
        .join(Site, col(Site.id) == col(Manifest.receiver_site_id))
        .join(Trip, col(Trip.id) == col(Manifest.trip_id), isouter=True)
        .where(
            _mine(work),
            # said once more as a whole, so that the planner sees the index over open manifests cover it
            in_states((*ON_THE_WAY, State.READY)),
            or_(
                in_states(ON_THE_WAY),
                and_(in_states((State.READY,)), col(Trip.planned_on) == local_day(work.now)),
            ),
        )
        .order_by(col(Manifest.departed_at), col(Manifest.id))
        .limit(MOST)
    )
    if site_id is not None:
        query = query.where(col(Manifest.receiver_site_id) == site_id)
    return [_arrival(tuple(row)) for row in work.session.execute(query)]


def _arrival(row: tuple[Any, ...]) -> Arrival:
    m, consignor, site, plate, lines, scanned = row
    return Arrival(
        id=m.id,
        reference=m.national_no or m.paper_no or m.reference,
        state=m.state,
        consignor=consignor,
        site=site,
        plate=plate,
        departed_at=m.departed_at,
        arrived_at=m.arrived_at,
        grams=m.mass_g,
        lines=int(lines),
        scanned=int(scanned),
    )


def _count(table: type[ManifestLine | Scan], where: ColumnElement[bool]) -> Any:
    return (
        select(func.count())
        .select_from(table)
        .where(col(table.manifest_id) == col(Manifest.id), where)
        .correlate(Manifest)
        .scalar_subquery()
    )


def _mine(work: Work) -> ColumnElement[bool]:
    """Manifests whose receiver is the actor's unit or one of his sites."""
    scope = reach(work.actor, Action.MANIFEST_READ)
    if scope.everything:
        return true()
    return or_(
        col(Manifest.receiver_unit_id).in_(scope.unit_ids),
        col(Manifest.receiver_site_id).in_(scope.site_ids),
    )
