"""The end of a pickup: received at the collector's, or carried back to the yard it came from."""

from tests.support.build import a_facility, actor_of
from tests.support.manifests import a_plan, next_number
from tests.support.pickups import District
from wastetrack.agreements.queries import consent_in_force
from wastetrack.containers.terms import Booking, Custody
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.database import Database
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.accept import accept
from wastetrack.manifests.actions.arrive import arrive
from wastetrack.manifests.actions.consent import consent
from wastetrack.manifests.actions.depart import depart
from wastetrack.manifests.actions.file import file
from wastetrack.manifests.actions.number import number
from wastetrack.manifests.actions.refuse import refuse
from wastetrack.manifests.actions.send_back import send_back, take_back
from wastetrack.manifests.actions.sign import sign
from wastetrack.manifests.inputs import (
    AcceptManifest,
    ArriveManifest,
    DecidedLine,
    DepartManifest,
    NumberManifest,
    RefuseManifest,
    SendBackManifest,
    SignManifest,
    TakeBackManifest,
)
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import lines_of
from wastetrack.parties.terms import FacilityKind
from wastetrack.pickups.actions.schedule import schedule
from wastetrack.pickups.actions.settle import settle
from wastetrack.pickups.inputs import Scheduling
from wastetrack.pickups.model import PickupRequest
from wastetrack.pickups.queries import request_of_manifest, stops_of
from wastetrack.pickups.terms import RequestState
from wastetrack.trips.actions.close import close


class Round:
    """A pickup that stands at the collector's gate."""

    def __init__(self, work: Work, *, leave_one: bool = False) -> None:
        self.work, self.district = work, District(work)
        shop, yard = self.district.shop, self.district.yard
        self.hall = a_facility(work, yard.site, kind=FacilityKind.STORE, capacity_g=90_000_000)
        a_plan(work, shop.unit, shop.site, yard.unit)
        self.owner, self.office = self.district.owner, yard.office
        self.gate = work.as_actor(actor_of(yard.unit, Role.OPERATOR))
        self.made: PickupRequest = self.district.ask()
        self.trip = yard.a_trip(planned_on="2026-11-24", waybill_no="YD-2026-1")
        data = Scheduling(
            trip_id=self.trip.id,
            un_none_reason="按名录不属于危险货物",
            window_reason="电话说好当天来",
        )
        schedule(self.office, self.made.id, data)
        work.session.flush()
        self.manifest: Manifest = stops_of(work, [self.trip.id])[self.trip.id][0].manifest
        key = self.manifest.id
        file(self.owner, key)
        number(self.office, key, NumberManifest(national_no=next_number(work)))
        consent(self.gate, key)
        left = tuple(
            line.id
            for line in lines_of(work, key)
            if leave_one and line.container_id == self.district.drums[1].id
        )
        reason = "桶盖没有封严" if left else ""
        sign(self.owner, key, SignManifest(left_out=left, left_reason=reason))
        depart(self.office, key, DepartManifest())
        arrive(self.gate, key, ArriveManifest.model_validate({"gross_g": "9000"}))
        work.session.flush()

    def accept(self) -> None:
        lines = tuple(
            DecidedLine(
                line_id=line.id,
                accepted_g=line.shipped_g,
                method="C3",
                facility_id=self.hall.id,
            )
            for line in lines_of(self.work, self.manifest.id)
            if line.shipped_g
        )
        accept(self.gate, self.manifest.id, AcceptManifest(lines=lines))
        self.work.session.flush()

    def settled(self) -> RequestState:
        request_id = request_of_manifest(self.work, self.manifest.id)
        assert request_id == self.made.id
        state = settle(self.gate, self.made.id).state
        self.work.session.flush()
        return state


def test_a_received_pickup_is_done_and_its_consent_ends(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        way = Round(work)
        assert way.settled() is RequestState.SCHEDULED
        way.accept()
        assert way.settled() is RequestState.DONE
        assert way.settled() is RequestState.DONE
        shop, yard = way.district.shop, way.district.yard
        today = local_day(work.now)
        assert consent_in_force(work, shop.unit.id, yard.unit.id, "manifest", today) is None
        assert way.district.bookings() == {Booking.NONE}
        assert {drum.holder_site_id for drum in way.district.drums} == {yard.site.id}
        close(way.office, way.trip.id)


def test_a_drum_left_at_the_yard_can_be_asked_for_again(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        way = Round(work, leave_one=True)
        way.accept()
        assert way.settled() is RequestState.DONE
        left = way.district.drums[1]
        work.session.refresh(left)
        assert (left.booking, left.request_id) == (Booking.NONE, None)
        assert left.custody is Custody.IN_STORE
        assert left.holder_site_id == way.district.shop.site.id


def test_a_pickup_that_was_carried_back_is_cancelled(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        way = Round(work)
        key = way.manifest.id
        refuse(
            way.gate,
            key,
            RefuseManifest(
                reason="与申报的性质不符", reported_to="示例生态环境分局", dimensions=["property"]
            ),
        )
        work.session.flush()
        assert way.settled() is RequestState.SCHEDULED
        send_back(way.office, key, SendBackManifest(order="移出人电话要求退回"))
        take_back(way.owner, key, TakeBackManifest())
        work.session.flush()
        assert settle(way.owner, way.made.id).state is RequestState.CANCELLED
        work.session.flush()
        assert way.district.bookings() == {Booking.NONE}
