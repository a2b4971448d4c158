"""Every SELECT over pickup requests: a producer sees its own, a collector those it was asked for."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, or_, true
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.sql.expression import Select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may, reach
from wastetrack.containers.queries import containers_by_id
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.paging import PAGE_SIZE, Page, cursor, cut
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.terms import State
from wastetrack.parties.model import Site, Unit
from wastetrack.pickups.model import PickupRequest
from wastetrack.pickups.shapes import RequestRow
from wastetrack.pickups.terms import RequestState

Found = Select[PickupRequest, Site, str, str]


def request_places(request: PickupRequest) -> tuple[Place, Place]:
    """The two positions on a request: who asks and who comes."""
    return (
        Place(Position.OWN, request.unit_id, request.site_id),
        Place(Position.COLLECTOR, request.collector_unit_id, request.collector_site_id),
    )


def get_request(work: Work, request_id: UUID) -> RequestRow:
    """A request in the actor's scope with its containers."""
    found = _rows(work, _select().where(PickupRequest.id == request_id))
    if not found or not may(work.actor, Action.PICKUP_READ, *request_places(found[0].request)):
        raise Missing("request")
    return found[0]


def lock_request(work: Work, request_id: UUID) -> PickupRequest:
    """A request, locked for a step; the action asks for the permission."""
    found = work.session.exec(
        select(PickupRequest).where(PickupRequest.id == request_id).with_for_update()
    ).first()
    if found is None:
        raise Missing("request")
    return found


def list_requests(
    work: Work,
    *,
    states: Sequence[RequestState] = (),
    after: str | None = None,
    size: int = PAGE_SIZE,
) -> Page[RequestRow]:
    """Requests that the actor's sites made, newest first."""
    scope = reach(work.actor, Action.PICKUP_READ)
    where: ColumnElement[bool] = true()
    if not scope.everything:
        own = select(Site.id).where(col(Site.unit_id).in_(scope.unit_ids))
        where = or_(
            col(PickupRequest.site_id).in_(own), col(PickupRequest.site_id).in_(scope.site_ids)
        )
    return _page(work, where, states, after, size)


def inbox(
    work: Work,
    *,
    states: Sequence[RequestState] = (),
    after: str | None = None,
    size: int = PAGE_SIZE,
) -> Page[RequestRow]:
    """Requests that the actor's units were asked for, newest first."""
    scope = reach(work.actor, Action.PICKUP_READ)
    where: ColumnElement[bool] = true()
    if not scope.everything:
        where = or_(
            col(PickupRequest.collector_unit_id).in_(scope.unit_ids),
            col(PickupRequest.collector_site_id).in_(scope.site_ids),
        )
    return _page(work, where, states, after, size)


def requests_of_trip(work: Work, trip_id: UUID) -> list[RequestRow]:
    """The requests that a trip fetches, in the order they were put on it."""
    query = (
        _select()
        .where(PickupRequest.trip_id == trip_id, PickupRequest.state == RequestState.SCHEDULED)
        .order_by(col(PickupRequest.id))
    )
    return _rows(work, query)


def request_of_manifest(work: Work, manifest_id: UUID) -> UUID | None:
    """The request that a manifest was drafted for."""
    return work.session.exec(
        select(col(Manifest.request_id)).where(col(Manifest.id) == manifest_id)
    ).first()


def manifests_of(work: Work, request: PickupRequest) -> dict[UUID, State]:
    """The state of each manifest that was drafted for a request."""
    ids = [UUID(text) for text in request.manifest_ids]
    found = work.session.exec(
        select(col(Manifest.id), col(Manifest.state)).where(col(Manifest.id).in_(ids))
    )
    return dict(found.all())


def consent_needed(work: Work, request: PickupRequest) -> bool:
    """Whether a manifest that has not left yet was drafted under the request's consent."""
    found = work.session.exec(
        select(Manifest.id)
        .where(
            Manifest.consignor_unit_id == request.unit_id,
            Manifest.consent_id == request.consent_id,
        )
        .where(col(Manifest.state).in_((State.DRAFT, State.FILED, State.READY)))
        .limit(1)
    )
    return found.first() is not None


def _page(
    work: Work,
    where: ColumnElement[bool],
    states: Sequence[RequestState],
    after: str | None,
    size: int,
) -> Page[RequestRow]:
    query = _select().where(where).order_by(col(PickupRequest.id).desc()).limit(size + 1)
    if states:
        query = query.where(col(PickupRequest.state).in_(states))
    if (key := cursor(after)) is not None:
        query = query.where(col(PickupRequest.id) < key)
    return cut(_rows(work, query), size)


def _select() -> Found:
    unit, collector = aliased(Unit), aliased(Unit)
    return (
        select(PickupRequest, Site, col(unit.name), col(collector.name))
        .join(Site, col(Site.id) == col(PickupRequest.site_id))
        .join(unit, col(unit.id) == col(PickupRequest.unit_id))
        .join(collector, col(collector.id) == col(PickupRequest.collector_unit_id))
    )


def _rows(work: Work, query: Found) -> list[RequestRow]:
    found = work.session.exec(query).all()
    ids = {UUID(text) for row in found for text in row[0].container_ids}
    containers = containers_by_id(work, ids)
    return [
        RequestRow(
            request,
            site,
            unit_name,
            collector_name,
            tuple(containers[key] for key in map(UUID, request.container_ids) if key in containers),
        )
        for request, site, unit_name, collector_name in found
    ]
