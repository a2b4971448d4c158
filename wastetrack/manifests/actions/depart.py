"""The carrier's act at loading: custody moves to him, part 2 begins (部令23 §§11, 13)."""

from datetime import datetime
from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.containers.transition import load
from wastetrack.kernel.errors import check, refuse
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import DepartManifest, LoadingCount
from wastetrack.manifests.model import Haul, Manifest
from wastetrack.manifests.queries import Crewed, first_site, transport_licence
from wastetrack.manifests.rules import when_faults
from wastetrack.manifests.terms import Part
from wastetrack.manifests.transition import Desk, advance, leave_out, outside
from wastetrack.parties.queries import sites_by_id
from wastetrack.trips.transition import start


def depart(
    work: Work,
    manifest_id: UUID,
    data: DepartManifest | None = None,
    count: LoadingCount | None = None,
) -> Manifest:
    """Everything the law asks for before the wheels turn is checked as it stands today.

    What the carrier found not to be loaded stays in the store and leaves the manifest.
    """
    given, counted = data or DepartManifest(), count or LoadingCount()

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        at = given.at or work.now
        check(when_faults(at, work.now, m.signed_at))
        leave_out(desk, counted.left_out, counted.left_reason)
        m.mass_g = sum(line.shipped_g or 0 for line in desk.loaded)
        unscanned = [
            desk.containers[line.container_id].human_code
            for line in desk.loaded
            if line.id in counted.unscanned
        ]
        haul = _haul(desk, given, at)
        site_id = _carrier_site(desk, haul)
        for line in desk.loaded:
            container = desk.containers[line.container_id]
            line.from_facility_id = container.facility_id
            desk.note(line, grams=line.shipped_g, container=container.human_code)
            load(
                work,
                container,
                trip_id=haul.trip_id or haul.id,
                carrier_unit_id=haul.carrier_unit_id,
                carrier_site_id=site_id,
                at=at,
                place=haul.start_place,
                grams=line.shipped_g or line.planned_g,
            )
        m.carrier_unit_id, m.trip_id = haul.carrier_unit_id, haul.trip_id
        m.departed_at = at
        return {
            "claimed_at": at,
            "place": haul.start_place,
            "plate": haul.plate,
            "left_out": len(counted.left_out) or None,
            "unscanned": unscanned or None,
            "unscanned_reason": counted.unscanned_reason if unscanned else None,
        }

    return advance(
        work,
        manifest_id,
        Action.MANIFEST_DEPART,
        given,
        effect,
        containers=True,
        trip_id=lambda m: None if outside(m, Part.CARRIER) else given.trip_id or m.trip_id,
    )


def _haul(desk: Desk, given: DepartManifest, at: datetime) -> Haul:
    work, m = desk.work, desk.manifest
    sites = sites_by_id(work, [m.consignor_site_id, m.receiver_site_id])
    start_place = given.place or sites[m.consignor_site_id].address
    end_place = given.destination or sites[m.receiver_site_id].address
    if desk.trip is None:
        return outside_haul(desk, given, at, start_place, end_place)
    start(work, desk.trip.trip, at)
    return haul_of(desk, desk.trip, 1, at, start_place, end_place, given.via)


def haul_of(  # noqa: PLR0917 - the columns of part 2
    desk: Desk,
    crewed: Crewed,
    number: int,
    at: datetime,
    start_place: str,
    end_place: str,
    via: str = "",
) -> Haul:
    """One carrier's part from a trip with its vehicle and crew."""
    trip = crewed.trip
    haul = Haul(
        id=desk.work.new_id(),
        created_at=desk.work.now,
        manifest_id=desk.manifest.id,
        number=number,
        trip_id=trip.id,
        carrier_unit_id=trip.carrier_unit_id,
        carrier_licence=transport_licence(desk.work, trip.carrier_unit_id),
        plate=trip.plate,
        driver_name=crewed.driver.name,
        driver_phone=crewed.driver.phone,
        escort_name=crewed.escort.name,
        waybill_no=trip.waybill_no or "",
        start_place=start_place,
        end_place=end_place,
        via=via or trip.route,
        started_at=at,
    )
    desk.note_haul(haul)
    return haul


def outside_haul(
    desk: Desk, given: DepartManifest, at: datetime, start_place: str, end_place: str
) -> Haul:
    """Part 2 of a carrier without account, from what its papers say."""
    m = desk.manifest
    if m.carrier_unit_id is None or not (given.plate and given.driver_name and given.driver_phone):
        raise refuse("manifests.outside_vehicle_missing", "plate")
    if not given.waybill_no:
        raise refuse("manifests.outside_waybill_missing", "waybill_no")
    haul = Haul(
        id=desk.work.new_id(),
        created_at=desk.work.now,
        manifest_id=m.id,
        number=1,
        carrier_unit_id=m.carrier_unit_id,
        carrier_licence=given.carrier_licence,
        plate=given.plate,
        driver_name=given.driver_name,
        driver_phone=given.driver_phone,
        escort_name=given.escort_name,
        waybill_no=given.waybill_no,
        start_place=start_place,
        end_place=end_place,
        via=given.via,
        started_at=at,
    )
    desk.note_haul(haul)
    return haul


def _carrier_site(desk: Desk, haul: Haul) -> UUID:
    if desk.trip is not None:
        return desk.trip.trip.carrier_site_id
    site_id = first_site(desk.work, haul.carrier_unit_id)
    if site_id is None:
        raise refuse("manifests.carrier_unknown", "carrier_unit_id")
    return site_id
