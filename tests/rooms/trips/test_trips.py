"""Planning, changing, closing and cancelling trips."""

from datetime import date

import pytest

from tests.support.agreements import a_crew, a_licence, a_vehicle
from tests.support.build import a_site, a_unit, actor_of
from tests.support.containers import Workshop, a_drum
from tests.support.trips import TOMORROW, Yard
from wastetrack.audit.history import of_subject
from wastetrack.containers import transition as containers
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused
from wastetrack.trips import transition
from wastetrack.trips.actions.cancel import cancel
from wastetrack.trips.actions.change import change
from wastetrack.trips.actions.close import close
from wastetrack.trips.actions.plan import plan
from wastetrack.trips.inputs import TripCancel
from wastetrack.trips.queries import (
    bases_of,
    get_trip,
    list_trips,
    lock_trip,
    trips_of_driver,
)
from wastetrack.trips.terms import TripState


def test_a_dispatcher_plans_a_trip_and_the_driver_finds_it(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        yard = Yard(work)
        trip = yard.a_trip(waybill_no="yd-20261125-01")
        assert (trip.state, trip.plate) == (TripState.PLANNED, "浙D12345")
        assert trip.waybill_no == "YD-20261125-01"
        assert [event.kind for event in of_subject(work, trip.id)] == ["trip.plan"]
        user_id = yard.driver.user_id
        assert user_id is not None
        assert [row.id for row in trips_of_driver(work, user_id, TOMORROW)] == [trip.id]
        assert trips_of_driver(work, user_id, date(2026, 11, 26)) == []
        assert bases_of(work, [yard.unit.id], date(2026, 11, 24)) == {
            yard.unit.id: (yard.site.id, TOMORROW)
        }


def test_expired_documents_and_a_past_day_stop_the_plan(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        yard = Yard(work)
        late = a_crew(work, yard.unit, qualification_valid_to=date(2026, 11, 24))
        old = a_vehicle(work, yard.unit, plate="浙D54321", permit_valid_to=date(2026, 11, 24))
        with pytest.raises(Refused) as refused:
            plan(yard.office, yard.terms(driver_id=late.id, vehicle_id=old.id))
        assert refused.value.codes == ("trips.vehicle_permit", "trips.qualification")
        with pytest.raises(Refused) as refused:
            plan(yard.office, yard.terms(planned_on="2026-11-23"))
        assert refused.value.codes == ("trips.day_past",)
        with pytest.raises(Missing):
            plan(yard.office, yard.terms(driver_id=work.new_id()))


def test_a_driver_does_not_plan_and_a_stranger_sees_nothing(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        yard = Yard(work)
        with pytest.raises(Denied):
            plan(work.as_actor(actor_of(yard.unit, Role.DRIVER)), yard.terms())
        trip = yard.a_trip()
        stranger = work.as_actor(actor_of(a_unit(work, "carrier"), Role.DISPATCHER))
        with pytest.raises(Missing):
            get_trip(stranger, trip.id)
        with pytest.raises(Missing):
            close(stranger, trip.id)
        assert list_trips(stranger).rows == []
        assert [row.id for row in list_trips(yard.office, on=TOMORROW).rows] == [trip.id]


def test_a_planned_trip_may_change_everything_a_running_one_only_its_papers(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        yard = Yard(work)
        trip = yard.a_trip()
        other = a_vehicle(work, yard.unit, plate="浙D88888")
        change(yard.office, trip.id, yard.changed(trip, vehicle_id=other.id))
        work.session.flush()
        assert trip.plate == "浙D88888"
        transition.start(yard.office, trip, work.now)
        transition.start(yard.office, trip, work.now)
        work.session.flush()
        assert trip.state is TripState.UNDER_WAY
        change(yard.office, trip.id, yard.changed(trip, waybill_no="YD-77"))
        with pytest.raises(Refused) as refused:
            change(yard.office, trip.id, yard.changed(trip, vehicle_id=yard.vehicle.id))
        assert refused.value.codes == ("trips.on_the_road",)
        kinds = [event.kind for event in of_subject(work, trip.id)]
        assert kinds == ["trip.plan", "trip.change", "trip.start"]


def test_a_trip_closes_only_when_nothing_is_on_the_vehicle(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        yard = Yard(work)
        trip = yard.a_trip()
        with pytest.raises(Refused) as refused:
            close(yard.office, trip.id)
        assert refused.value.codes == ("trips.not_started",)
        transition.start(yard.office, trip, work.now)
        drum = a_drum(work, Workshop(work))
        containers.put_on_line(work, drum, work.new_id())
        containers.load(
            work,
            drum,
            trip_id=trip.id,
            carrier_unit_id=yard.unit.id,
            carrier_site_id=yard.site.id,
            at=work.now,
            place="厂区",
            grams=182_400,
        )
        work.session.flush()
        with pytest.raises(Refused) as refused:
            close(yard.office, trip.id)
        assert refused.value.codes == ("trips.still_loaded",)


def test_a_cancelled_trip_stays_cancelled(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        yard = Yard(work)
        trip = yard.a_trip()
        cancel(yard.office, trip.id, TripCancel(reason="车辆检修"))
        work.session.flush()
        assert lock_trip(work, trip.id).state is TripState.CANCELLED
        with pytest.raises(Refused) as refused:
            change(yard.office, trip.id, yard.changed(trip))
        assert refused.value.codes == ("trips.is_cancelled",)
        base = bases_of(work, [yard.unit.id], date(2026, 11, 24))[yard.unit.id]
        assert base == (yard.site.id, None)


def test_a_dispatcher_of_one_site_sees_that_sites_trips(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        yard = Yard(work)
        second = a_site(work, yard.unit, name="二站")
        a_licence(work, yard.unit, number="试点二")
        here, there = yard.a_trip(), yard.a_trip(carrier_site_id=second.id)
        local = work.as_actor(actor_of(yard.unit, Role.DISPATCHER, second))
        assert [row.id for row in list_trips(local).rows] == [there.id]
        with pytest.raises(Missing):
            get_trip(local, here.id)
