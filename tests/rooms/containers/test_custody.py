"""Along a transfer there is one holder at every instant, and each clock runs where it should."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests.support.build import a_facility, a_site, a_unit
from tests.support.containers import Workshop, a_drum, on_the_road
from wastetrack.audit.history import of_container
from wastetrack.containers import queries, transition
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Batch, Booking, Content, Custody, HeldAs
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Missing, Refused
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Facility, Site, Unit


class Transfer:
    """A drum of a workshop on a carrier's vehicle, bound for a disposer."""

    def __init__(self, work: Work, grams: int | None = None) -> None:
        self.shop = Workshop(work)
        self.carrier: Unit = a_unit(work, "carrier")
        self.yard: Site = a_site(work, self.carrier)
        self.plant: Unit = a_unit(work, "disposer")
        self.gate: Site = a_site(work, self.plant)
        self.store: Facility = a_facility(work, self.gate)
        self.drum: Container = a_drum(work, self.shop, first_waste_at="2026-06-01T08:00")
        on_the_road(work, self.drum, self.carrier, self.yard, at=work.now, grams=grams)

    def received(self, work: Work, grams: int = 182_000) -> None:
        transition.receive(
            work,
            self.drum,
            unit_id=self.plant.id,
            site_id=self.gate.id,
            facility_id=self.store.id,
            partition_id=None,
            held_as=HeldAs.OPERATOR,
            at=work.now,
            grams=grams,
            basis=None,
            consignor_site_id=self.shop.site.id,
            outside=Batch.OUTSIDE_DISPOSAL,
        )
        work.session.flush()


def test_on_the_vehicle_the_carrier_holds_it_and_no_storage_clock_runs(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        way = Transfer(work, grams=182_300)
        drum = way.drum
    assert (drum.custody, drum.held_as) == (Custody.ON_VEHICLE, HeldAs.CARRIER)
    assert (drum.holder_unit_id, drum.facility_id) == (way.carrier.id, None)
    assert (drum.mass_g, drum.held_before) == (182_300, drum.first_waste_at)


def test_receipt_starts_the_receivers_clock_and_writes_both_ledgers(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        way = Transfer(work)
        transition.reach_gate(work, way.drum, at=work.now, place="1 号门")
        assert way.drum.holder_unit_id == way.carrier.id
        way.received(work)
        rows = {e.kind: e for e in of_container(work, way.drum.id)}
    drum = way.drum
    assert (drum.custody, drum.booking, drum.manifest_id) == (
        Custody.IN_STORE,
        Booking.NONE,
        None,
    )
    assert (drum.held_as, drum.held_since, drum.mass_g) == (HeldAs.OPERATOR, work.now, 182_000)
    assert drum.oldest_waste_at == drum.first_waste_at
    assert (rows["container.load"].batch_code, rows["container.load"].site_id) == (
        "HWCK20261124001",
        way.shop.site.id,
    )
    assert rows["container.receive"].batch_code == "HWRK20261124001"
    assert rows["container.receive"].holder_from == way.yard.id
    assert rows["container.receive"].holder_to == way.gate.id
    assert (rows["container.entrust"].batch_code, rows["container.entrust"].site_id) == (
        "HWWWCZ20261124001",
        way.shop.site.id,
    )


def test_taken_back_the_producers_clock_goes_on_as_if_it_had_never_stopped(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        way = Transfer(work)
        transition.reach_gate(work, way.drum, at=work.now, place="1 号门")
        transition.leave_gate(work, way.drum, at=work.now, place="1 号门")
        transition.take_back(
            work,
            way.drum,
            unit_id=way.shop.unit.id,
            site_id=way.shop.site.id,
            facility_id=way.shop.point.id,
            at=work.now + timedelta(minutes=1),
        )
    drum = way.drum
    assert (drum.held_as, drum.held_since) == (HeldAs.PRODUCER, drum.first_waste_at)
    assert (drum.holder_site_id, drum.booking) == (way.shop.site.id, Booking.NONE)


def test_a_relay_hands_it_to_the_next_carrier(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        way = Transfer(work)
        second = a_unit(work, "carrier")
        transition.hand_on(
            work,
            way.drum,
            trip_id=work.new_id(),
            carrier_unit_id=second.id,
            carrier_site_id=a_site(work, second).id,
            at=work.now,
            place="服务区",
        )
    assert way.drum.holder_unit_id == second.id


def test_feeding_takes_grams_until_none_is_left(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        way = Transfer(work)
        way.received(work)
        transition.feed(work, way.drum, grams=100_000, at=work.now, treatment_id=work.new_id())
        assert (way.drum.content, way.drum.mass_g) == (Content.SEALED, 82_000)
        with pytest.raises(Refused) as refused:
            transition.feed(work, way.drum, grams=82_001, at=work.now, treatment_id=work.new_id())
        transition.feed(work, way.drum, grams=82_000, at=work.now, treatment_id=work.new_id())
    assert refused.value.codes == ("containers.more_than_there",)
    assert (way.drum.content, way.drum.holder_site_id) == (Content.TREATED, None)


def test_a_request_comes_back_when_the_manifest_lets_go(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        transition.request(work, drum, work.new_id())
        transition.put_on_line(work, drum, work.new_id())
        transition.take_off_line(work, drum)
        assert drum.booking is Booking.REQUESTED
        transition.unrequest(work, drum)
        assert (drum.booking, drum.request_id) == (Booking.NONE, None)


def test_many_are_locked_in_one_order_and_a_missing_one_is_missing(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drums = [a_drum(work, shop) for _ in range(3)]
        locked = queries.lock_containers(work, [d.id for d in reversed(drums)])
        assert [c.id for c in locked] == sorted(d.id for d in drums)
        with pytest.raises(Missing):
            queries.lock_container(work, UUID(int=0))
