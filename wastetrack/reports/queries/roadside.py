"""Reads what a roadside check shows of a manifest, for whoever holds a genuine pass."""

from collections.abc import Iterable
from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import col, select

from wastetrack.access.policy import Action
from wastetrack.access.scope import may
from wastetrack.kernel.work import Work
from wastetrack.manifests.queries import last_change, places, standing_of
from wastetrack.manifests.rules import on_the_road
from wastetrack.manifests.shapes import HaulView, ManifestPage, ManifestSheet
from wastetrack.parties.model import Crew
from wastetrack.reports.shapes.roadside import RoadHaul, RoadsideCard
from wastetrack.trips.model import Trip

Papers = dict[UUID, tuple[str, str]]


def roadside_card(work: Work, page: ManifestPage, sheet: ManifestSheet) -> RoadsideCard:
    """Of the form's parts what an inspector compares with vehicle, load and papers."""
    m = page.manifest
    return RoadsideCard(
        manifest_id=m.id,
        consignor_unit_id=m.consignor_unit_id,
        reference=sheet.reference,
        official_number=sheet.official_number,
        provincial_number=sheet.provincial_number,
        paper_number=sheet.paper_number,
        paper_ground=sheet.paper_ground,
        state=m.state,
        road=on_the_road(m.state, standing_of(page).ways),
        consignor=page.consignor.name,
        origin=page.consignor.address,
        receiver=page.receiver.name,
        licence_number=page.licence,
        destination=page.receiver.address,
        hauls=_hauls(work, page),
        wastes=sheet.consignor.lines,
        total_g=sum(line.mass_g or 0 for line in sheet.consignor.lines),
        emergency_measures=m.emergency_measures,
        handed_over_at=m.signed_at,
        received_at=m.received_at,
        changed_at=cast("datetime", last_change(work, m.id)["at"]),
        mine=may(work.actor, Action.MANIFEST_READ, *places(m)),
    )


def _hauls(work: Work, page: ManifestPage) -> tuple[RoadHaul, ...]:
    m = page.manifest
    trips = [view.haul.trip_id for view in page.hauls] or [m.trip_id]
    papers = _crew_papers(work, trips)
    if page.hauls:
        return tuple(_haul(view, papers) for view in page.hauls)
    if not page.carrier.name:
        return ()
    # before the departure: who is to drive, as far as it is planned
    driver_no, escort_no = papers.get(m.trip_id, ("", "")) if m.trip_id else ("", "")
    return (
        RoadHaul(
            carrier=page.carrier.name,
            permit_number="",
            plate=page.plate,
            driver_no=driver_no,
            escort_no=escort_no,
            waybill_number="",
            origin=page.consignor.address,
            departed_at=None,
            via="",
            destination=page.receiver.address,
            arrived_at=None,
        ),
    )


def _haul(view: HaulView, papers: Papers) -> RoadHaul:
    haul = view.haul
    driver_no, escort_no = papers.get(haul.trip_id, ("", "")) if haul.trip_id else ("", "")
    return RoadHaul(
        carrier=view.carrier,
        permit_number=haul.carrier_licence,
        plate=haul.plate,
        driver_no=driver_no,
        escort_no=escort_no,
        waybill_number=haul.waybill_no,
        origin=haul.start_place,
        departed_at=haul.started_at,
        via=haul.via,
        destination=haul.end_place,
        arrived_at=haul.ended_at,
    )


def _crew_papers(work: Work, trip_ids: Iterable[UUID | None]) -> Papers:
    """Qualification numbers of driver and escort by trip."""
    wanted = {trip_id for trip_id in trip_ids if trip_id is not None}
    if not wanted:
        return {}
    driver, escort = aliased(Crew), aliased(Crew)
    found = work.session.exec(
        select(Trip.id, driver.qualification_no, escort.qualification_no)
        .join(driver, col(driver.id) == col(Trip.driver_id))
        .join(escort, col(escort.id) == col(Trip.escort_id))
        .where(col(Trip.id).in_(wanted))
    )
    return {trip_id: (driver_no, escort_no) for trip_id, driver_no, escort_no in found}
