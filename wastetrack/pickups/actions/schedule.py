"""Puts a request on a trip and drafts its manifest as the producer's consented proxy (部令23 §16)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.agreements.queries import consent_in_force
from wastetrack.agreements.terms import ConsentScope
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import check, refuse
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.draft import draft
from wastetrack.manifests.inputs import DraftManifest
from wastetrack.pickups.inputs import Scheduling
from wastetrack.pickups.model import PickupRequest
from wastetrack.pickups.queries import lock_request, request_places
from wastetrack.pickups.rules import day_of_visit, told_about_day
from wastetrack.pickups.terms import Window
from wastetrack.pickups.transition import move, waiting
from wastetrack.trips.queries import get_trip
from wastetrack.trips.terms import OPEN


def schedule(work: Work, request_id: UUID, data: Scheduling) -> PickupRequest:
    """Set the day by naming a trip; one manifest carries the whole request.

    Several consignors on one vehicle have a manifest each (§16¶2): call it once for each request.
    """
    request = lock_request(work, request_id)
    require(work.actor, Action.PICKUP_SCHEDULE, *request_places(request))
    trip = get_trip(work, data.trip_id).trip
    if trip.state not in OPEN:
        raise refuse("pickups.trip_over", "trip_id")
    today = local_day(work.now)
    window = Window(request.window_from, request.window_to)
    check(day_of_visit(trip.planned_on, today, window, data.window_reason))
    proxy = request.collector_unit_id
    if consent_in_force(work, request.unit_id, proxy, ConsentScope.MANIFEST, today) is None:
        raise refuse("agreements.no_consent")
    containers = waiting(work, request)
    if not containers:
        raise refuse("pickups.nothing_left")
    manifest = draft(
        work,
        DraftManifest(
            consignor_site_id=request.site_id,
            receiver_site_id=request.collector_site_id,
            carrier_unit_id=trip.carrier_unit_id,
            container_ids=[c.id for c in containers],
            proxy_unit_id=proxy,
            request_id=request.id,
            trip_id=trip.id,
            shipper=data.shipper,
            un_number=data.un_number,
            un_class=data.un_class,
            un_none_reason=data.un_none_reason,
            emergency_phone=data.emergency_phone,
        ),
    )
    request.trip_id, request.scheduled_on = trip.id, trip.planned_on
    outside = bool(told_about_day(trip.planned_on, window))
    request.reason = data.window_reason if outside else None
    request.manifest_ids = [*request.manifest_ids, str(manifest.id)]
    move(work, request, Action.PICKUP_SCHEDULE, plate=trip.plate, reason=request.reason)
    return request
