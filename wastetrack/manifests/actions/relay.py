"""Successive carriers: one names the next trip, the other takes over at an agreed time and place (部令23 §17)."""

from datetime import datetime
from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.containers.terms import Custody
from wastetrack.containers.transition import hand_on
from wastetrack.kernel.errors import Denied, check, refuse
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.depart import haul_of
from wastetrack.manifests.inputs import RelayManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import Crewed, hauls_of
from wastetrack.manifests.rules import when_faults
from wastetrack.manifests.terms import Entry, Part
from wastetrack.manifests.transition import Desk, advance
from wastetrack.trips.transition import start


def relay(work: Work, manifest_id: UUID, data: RelayManifest) -> Manifest:
    """Two acts when two carriers meet; one when a carrier changes its own vehicle."""

    def effect(desk: Desk) -> dict[str, object]:
        m, crewed = desk.manifest, desk.trip
        at = data.at or work.now
        check(when_faults(at, work.now, m.departed_at))
        if crewed is None:
            raise refuse("manifests.trip_missing", "trip_id")
        units = {seat.unit_id for seat in work.actor.seats}
        next_unit = crewed.trip.carrier_unit_id
        present = m.carrier_unit_id in units
        agreed = (present and next_unit == m.carrier_unit_id) or (
            m.next_trip_id == crewed.trip.id and next_unit in units
        )
        if agreed:
            _take_over(desk, crewed, data, at)
        elif present:
            desk.stays = True
            m.next_trip_id, m.next_carrier_unit_id = crewed.trip.id, next_unit
        else:
            # the next carrier can only take over what the present one has offered
            raise Denied(Action.MANIFEST_RELAY)
        return {
            "claimed_at": at,
            "place": data.place,
            "plate": crewed.trip.plate,
            "agreed": agreed,
        }

    return advance(
        work,
        manifest_id,
        Action.MANIFEST_RELAY,
        data,
        effect,
        containers=True,
        trip_id=lambda m: data.trip_id or m.next_trip_id,
    )


def _take_over(desk: Desk, crewed: Crewed, data: RelayManifest, at: datetime) -> None:
    work, m = desk.work, desk.manifest
    hauls = hauls_of(work, m.id)
    last = hauls[-1]
    destination = last.end_place
    last.ended_at, last.end_place = at, data.place
    desk.note_haul(last)
    start(work, crewed.trip, at)
    haul_of(desk, crewed, last.number + 1, at, data.place, destination)
    for line in desk.loaded:
        container = desk.containers[line.container_id]
        if container.custody is not Custody.ON_VEHICLE:
            # missing or seized on the way: whoever held it last still answers for it
            continue
        hand_on(
            work,
            container,
            trip_id=crewed.trip.id,
            carrier_unit_id=crewed.trip.carrier_unit_id,
            carrier_site_id=crewed.trip.carrier_site_id,
            at=at,
            place=data.place,
        )
    m.carrier_unit_id, m.trip_id = crewed.trip.carrier_unit_id, crewed.trip.id
    m.next_trip_id = m.next_carrier_unit_id = None
    # whoever takes over here has an account: from now on he acts himself
    m.entries = {
        part: entry
        for part, entry in m.entries.items()
        if (part, entry) != (Part.CARRIER, Entry.OUTSIDE)
    }
