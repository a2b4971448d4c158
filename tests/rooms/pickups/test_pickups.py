"""A pickup from 叫车 to its end, step by step."""

from datetime import date
from uuid import UUID

import pytest

from tests.support.agreements import a_contract
from tests.support.build import a_unit, actor_of
from tests.support.containers import Workshop, a_drum
from tests.support.pickups import District
from tests.support.trips import TOMORROW, Yard
from wastetrack.agreements.queries import consent_in_force
from wastetrack.audit.history import of_subject
from wastetrack.containers.terms import Booking
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.terms import State
from wastetrack.pickups.actions.accept import accept
from wastetrack.pickups.actions.cancel import cancel
from wastetrack.pickups.actions.decline import decline
from wastetrack.pickups.actions.request import request
from wastetrack.pickups.actions.schedule import schedule
from wastetrack.pickups.actions.settle import settle
from wastetrack.pickups.actions.unschedule import unschedule
from wastetrack.pickups.inputs import Cancelling, Declining, PickupAsk, Scheduling
from wastetrack.pickups.model import PickupRequest
from wastetrack.pickups.queries import (
    get_request,
    inbox,
    list_requests,
    propose,
    requests_of_trip,
    stops_of,
)
from wastetrack.pickups.terms import Payer, RequestState
from wastetrack.trips.actions.cancel import cancel as cancel_trip
from wastetrack.trips.inputs import TripCancel

TODAY = date(2026, 11, 24)


def test_the_proposal_takes_all_sealed_drums_and_names_collector_days_and_payer(
    db: Database,
) -> None:
    with db.transaction(SYSTEM) as work:
        district = District(work)
        a_drum(work, district.shop, None)
        proposal = propose(district.owner, district.shop.site.id)
        assert proposal.best is not None
        assert set(proposal.best.takes) == {drum.id for drum in district.drums}
        assert proposal.best.payer is Payer.PRODUCER
        assert proposal.best.candidate.name == district.yard.unit.name
        assert [window.text for window in proposal.windows] == [
            "2026-11-25/2026-11-27",
            "2026-11-30/2026-12-02",
        ]
        assert proposal.why_not is None


def test_without_a_contract_the_proposal_says_whom_to_ask(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop, yard = Workshop(work), Yard(work)
        a_drum(work, shop)
        proposal = propose(work.as_actor(shop.operator), shop.site.id)
        assert proposal.best is None
        assert proposal.why_not is not None
        assert proposal.why_not.code == "pickups.no_contract"
        assert proposal.why_not.params["collectors"] == [yard.unit.name]


def test_confirming_books_the_drums_and_consents_to_the_proxy(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        district = District(work)
        made = district.ask()
        assert made.state is RequestState.REQUESTED
        assert district.bookings() == {Booking.REQUESTED}
        consent = consent_in_force(
            work, district.shop.unit.id, district.yard.unit.id, "manifest", TODAY
        )
        assert consent is not None
        assert (consent.request_id, made.consent_id) == (made.id, consent.id)
        assert consent.valid_to == date(2026, 12, 27)
        (event,) = of_subject(work, made.id)
        assert (event.kind, event.grams) == ("pickup.request", 272_400)


def test_what_is_booked_or_not_covered_cannot_be_asked_for(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        district = District(work)
        sludge = a_drum(work, district.shop, waste_code="336-064-17", waste_name="污泥")
        with pytest.raises(Refused) as refused:
            district.ask(container_ids=[sludge.id])
        assert refused.value.codes == ("pickups.collector_cannot",)
        with pytest.raises(Refused) as refused:
            district.ask(container_ids=[district.drums[0].id, sludge.id])
        assert refused.value.codes == ("pickups.not_covered",)
        first = district.drums[0].id
        district.ask(container_ids=[first])
        with pytest.raises(Refused) as refused:
            district.ask(container_ids=[first])
        assert refused.value.codes[0].startswith("containers.")


def test_only_the_sites_own_people_ask_and_only_the_collector_answers(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        district = District(work)
        stranger = work.as_actor(actor_of(a_unit(work), Role.ADMIN))
        with pytest.raises(Missing):
            propose(stranger, district.shop.site.id)
        made = district.ask()
        with pytest.raises(Missing):
            get_request(stranger, made.id)
        with pytest.raises(Missing):
            accept(stranger, made.id)
        with pytest.raises(Denied):
            accept(district.owner, made.id)
        accept(district.yard.office, made.id)
        assert made.state is RequestState.ACCEPTED


def test_declining_frees_the_drums_and_ends_the_consent(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        district = District(work)
        made = district.ask()
        decline(district.yard.office, made.id, Declining(reason="本周车辆检修"))
        work.session.flush()
        assert (made.state, made.reason) == (RequestState.DECLINED, "本周车辆检修")
        assert district.bookings() == {Booking.NONE}
        pair = (district.shop.unit.id, district.yard.unit.id)
        assert consent_in_force(work, *pair, "manifest", TODAY) is None
        with pytest.raises(Refused) as refused:
            accept(district.yard.office, made.id)
        assert refused.value.codes == ("pickups.is_declined",)


def test_scheduling_drafts_one_manifest_as_proxy_on_the_trip(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        district = District(work)
        made, trip = district.scheduled()
        assert (made.state, made.scheduled_on) == (RequestState.SCHEDULED, TOMORROW)
        assert district.bookings() == {Booking.ON_LINE}
        (stop,) = stops_of(work, [trip.id])[trip.id]
        manifest = stop.manifest
        assert manifest.state is State.DRAFT
        assert manifest.request_id == made.id
        assert manifest.consent_id == made.consent_id
        assert manifest.proxy_unit_id == district.yard.unit.id
        assert manifest.receiver_site_id == district.yard.site.id
        assert manifest.carrier_unit_id == district.yard.unit.id
        assert (stop.count, stop.mass_g) == (2, 272_400)
        assert [row.id for row in requests_of_trip(work, trip.id)] == [made.id]


def test_several_requests_ride_on_one_trip_with_a_manifest_each(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        district = District(work)
        made, trip = district.scheduled()
        second = Workshop(work)
        a_drum(work, second, "50")
        a_contract(work, second.unit, district.yard.unit)
        other = request(
            work.as_actor(second.operator),
            PickupAsk(
                site_id=second.site.id,
                container_ids=list(_best(work, second)),
                collector_unit_id=district.yard.unit.id,
                window="2026-11-25/2026-11-27",
            ),
        )
        work.session.flush()
        schedule(district.yard.office, other.id, Scheduling(trip_id=trip.id))
        work.session.flush()
        stops = stops_of(work, [trip.id])[trip.id]
        assert [stop.manifest.request_id for stop in stops] == [made.id, other.id]
        assert len({stop.manifest.id for stop in stops}) == 2


def test_taking_a_request_off_its_trip_voids_the_draft_and_keeps_the_booking(
    db: Database,
) -> None:
    with db.transaction(SYSTEM) as work:
        district = District(work)
        made, trip = district.scheduled()
        unschedule(district.yard.office, made.id, Cancelling(reason="车坏了"))
        work.session.flush()
        assert (made.state, made.trip_id) == (RequestState.ACCEPTED, None)
        assert district.bookings() == {Booking.REQUESTED}
        assert stops_of(work, [trip.id])[trip.id] == []
        schedule(district.yard.office, made.id, Scheduling(trip_id=trip.id))
        work.session.flush()
        assert len(made.manifest_ids) == 2
        assert district.bookings() == {Booking.ON_LINE}


def test_the_producer_cancels_and_everything_is_free_again(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        district = District(work)
        made, _ = district.scheduled()
        cancel(district.owner, made.id, Cancelling(reason="改为自行送去"))
        work.session.flush()
        assert made.state is RequestState.CANCELLED
        assert district.bookings() == {Booking.NONE}
        assert _states(work, made) == {State.VOID}


def test_settling_waits_for_the_receipt(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        district = District(work)
        made, _ = district.scheduled()
        assert settle(district.yard.office, made.id).state is RequestState.SCHEDULED


def test_a_cancelled_trip_cannot_take_a_request(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        district = District(work)
        made, trip = district.ask(), district.yard.a_trip()
        cancel_trip(district.yard.office, trip.id, TripCancel(reason="检修"))
        work.session.flush()
        with pytest.raises(Refused) as refused:
            schedule(district.yard.office, made.id, Scheduling(trip_id=trip.id))
        assert refused.value.codes == ("pickups.trip_over",)


def test_each_side_sees_its_own_list(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        district = District(work)
        made = district.ask()
        assert [row.id for row in list_requests(district.owner).rows] == [made.id]
        assert [row.id for row in inbox(district.yard.office).rows] == [made.id]
        assert inbox(district.owner).rows == []
        (row,) = inbox(district.yard.office, states=[RequestState.REQUESTED]).rows
        assert (row.mass_g, [w.count for w in row.wastes]) == (272_400, [2])
        assert inbox(district.yard.office, states=[RequestState.DONE]).rows == []


def _best(work: Work, shop: Workshop) -> tuple[UUID, ...]:
    best = propose(work.as_actor(shop.operator), shop.site.id).best
    return best.takes if best else ()


def _states(work: Work, made: PickupRequest) -> set[State]:
    found = (work.session.get(Manifest, UUID(text)) for text in made.manifest_ids)
    return {manifest.state for manifest in found if manifest is not None}


def test_a_cancelled_pickup_keeps_the_consent_that_another_ones_draft_leans_on(
    db: Database,
) -> None:
    with db.transaction(SYSTEM) as work:
        district = District(work)
        first, trip = district.ask(), district.yard.a_trip()
        a_drum(work, district.shop, "33")
        second = district.ask()
        schedule(district.yard.office, first.id, Scheduling(trip_id=trip.id))
        work.session.flush()
        cancel(district.owner, second.id, Cancelling(reason="改天再运"))
        work.session.flush()
        pair = (district.shop.unit.id, district.yard.unit.id)
        kept = consent_in_force(work, *pair, "manifest", TODAY)
        (stop,) = stops_of(work, [trip.id])[trip.id]
        assert kept is not None
        assert stop.manifest.consent_id == kept.id


def test_a_day_that_was_not_asked_for_needs_a_reason_that_is_kept(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        district = District(work)
        made, trip = district.ask(window="2026-12-01/2026-12-03"), district.yard.a_trip()
        with pytest.raises(Refused) as refused:
            schedule(district.yard.office, made.id, Scheduling(trip_id=trip.id))
        agreed = Scheduling(trip_id=trip.id, window_reason="电话说好提前来")
        schedule(district.yard.office, made.id, agreed)
    assert refused.value.codes == ("pickups.window_reason",)
    assert made.reason == "电话说好提前来"
