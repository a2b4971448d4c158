"""The stop: the producer signs for what is loaded, the driver leaves with it."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from tests.support.containers import Workshop, a_drum, a_stranger
from tests.support.handover import NOBODYS, a_scan, drums_of, scan_all
from tests.support.manifests import Cast
from wastetrack.audit.model import Event
from wastetrack.cases.model import Case
from wastetrack.cases.terms import CaseKind
from wastetrack.containers.terms import Booking, Custody
from wastetrack.handover.actions.hand_over import hand_over
from wastetrack.handover.inputs import HandOver
from wastetrack.kernel.actor import SYSTEM, Actor, Role, Seat
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused, Stale
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import lines_of
from wastetrack.manifests.terms import Decision, State
from wastetrack.outbox.model import Message


def given(cast: Cast, **over: object) -> HandOver:
    return HandOver.model_validate({"trip_id": cast.trip.id, **over})


def test_the_producer_signs_and_the_driver_leaves(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        signed = hand_over(work.as_actor(cast.producer), m.id, given(cast))
        assert (signed.state, signed.signed_at) == (State.READY, work.now)
        scan_all(work, cast.driver, m, "yard")
        gone = hand_over(work.as_actor(cast.driver), m.id, given(cast))
        assert gone.state is State.IN_TRANSIT
        assert {c.custody for c in drums_of(work, m)} == {Custody.ON_VEHICLE}


def test_scanned_weights_become_the_shipped_grams(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        one, two = drums_of(work, m)
        a_scan(work, cast.driver, m, one.human_code, "yard", mass_g="183.1")
        a_scan(work, cast.driver, m, two.human_code, "yard")
        hand_over(work.as_actor(cast.producer), m.id, given(cast))
        assert [line.shipped_g for line in lines_of(work, m.id)] == [183_100, 182_400]


def test_what_is_typed_wins_over_what_was_scanned(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        scan_all(work, cast.driver, m, "yard")
        first = lines_of(work, m.id)[0]
        weights = [{"line_id": first.id, "grams": "181"}]
        hand_over(work.as_actor(cast.producer), m.id, given(cast, shipped=weights))
        assert [line.shipped_g for line in lines_of(work, m.id)] == [181_000, 182_400]


def test_a_drum_that_was_not_scanned_stays_in_the_store(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        one, two = drums_of(work, m)
        a_scan(work, cast.driver, m, one.human_code, "yard")
        hand_over(work.as_actor(cast.producer), m.id, given(cast, left_reason="车装不下"))
        assert [line.decision for line in lines_of(work, m.id)] == [
            Decision.PENDING,
            Decision.LEFT_OUT,
        ]
        assert (two.custody, two.booking) == (Custody.IN_STORE, Booking.NONE)


def test_leaving_one_behind_needs_its_reason(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        a_scan(work, cast.driver, m, drums_of(work, m)[0].human_code, "yard")
        with pytest.raises(Refused) as refused:
            hand_over(work.as_actor(cast.producer), m.id, given(cast))
        assert refused.value.codes == ("manifests.left_reason_missing",)


def test_ticking_nothing_loads_nothing(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        with pytest.raises(Refused) as refused:
            hand_over(work.as_actor(cast.producer), m.id, given(cast, picked=True))
        assert refused.value.codes == ("handover.nothing_loaded",)


def test_a_line_of_another_manifest_is_refused(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        with pytest.raises(Refused) as refused:
            hand_over(work.as_actor(cast.producer), m.id, given(cast, loaded=[UUID(int=7)]))
        assert refused.value.codes == ("handover.not_on_manifest",)


def test_one_who_is_consignor_and_carrier_does_both_in_one_act(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        seats = tuple(
            Seat(unit_id=unit.id, unit_name=unit.name, role=role)
            for unit, role in ((cast.shop.unit, Role.OPERATOR), (cast.carrier, Role.DRIVER))
        )
        both = Actor(user_id=UUID(int=5), name="经办人", seats=seats)
        with pytest.raises(Refused) as refused:
            hand_over(work.as_actor(both), m.id, given(cast))
        assert refused.value.codes == ("handover.unscanned_reason_missing",)
        told = given(cast, unscanned_reason="扫码器没电")
        gone = hand_over(work.as_actor(both), m.id, told)
        assert gone.state is State.IN_TRANSIT
        assert gone.signed_at == gone.departed_at == work.now


def test_the_driver_cannot_leave_before_the_producer_signed(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        scan_all(work, cast.driver, m, "yard")
        with pytest.raises(Refused) as refused:
            hand_over(work.as_actor(cast.driver), m.id, given(cast))
        assert "manifests.not_signed" in refused.value.codes


class Half:
    """Two drums that the producer signed for, of which the driver scanned one."""

    def __init__(self, work: Work) -> None:
        self.work, self.cast = work, Cast(work)
        self.m: Manifest = self.cast.ready()
        self.one, self.two = drums_of(work, self.m)
        hand_over(work.as_actor(self.cast.producer), self.m.id, given(self.cast))
        a_scan(work, self.cast.driver, self.m, self.one.human_code, "yard")

    def leaves(self, *, aboard: bool | None, **over: object) -> Manifest:
        line = lines_of(self.work, self.m.id)[1].id
        told = [] if aboard is None else [{"line_id": line, "aboard": aboard}]
        data = given(self.cast, unscanned=told, **over)
        gone = hand_over(self.work.as_actor(self.cast.driver), self.m.id, data)
        self.work.session.flush()
        return gone

    def departure(self) -> Event:
        query = select(Event).where(Event.kind == "manifest.depart", Event.subject_id == self.m.id)
        return self.work.session.exec(query).one()


def test_the_vehicle_does_not_leave_with_a_drum_of_which_nothing_is_said(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        half = Half(work)
        with pytest.raises(Refused) as untold:
            half.leaves(aboard=None)
        assert untold.value.codes == ("handover.unscanned_untold",)
        with pytest.raises(Refused) as no_reason:
            half.leaves(aboard=True)
        assert no_reason.value.codes == ("handover.unscanned_reason_missing",)
        with pytest.raises(Refused) as left:
            half.leaves(aboard=False)
        assert left.value.codes == ("manifests.left_reason_missing",)


def test_a_drum_that_was_not_loaded_stays_in_store_and_leaves_the_manifest(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        half = Half(work)
        gone = half.leaves(aboard=False, left_reason="车装不下")
        assert (gone.state, gone.mass_g) == (State.IN_TRANSIT, 182_400)
        assert [line.decision for line in lines_of(work, gone.id)] == [
            Decision.PENDING,
            Decision.LEFT_OUT,
        ]
        assert (half.one.custody, half.two.custody) == (Custody.ON_VEHICLE, Custody.IN_STORE)
        assert half.two.booking is Booking.NONE
        assert half.departure().payload["facts"]["left_out"] == 1
        assert not work.session.exec(select(Case)).all()


def test_a_drum_loaded_without_a_scan_is_told_on_the_departure_and_in_a_case(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        half = Half(work)
        gone = half.leaves(aboard=True, unscanned_reason="标签磨损")
        assert gone.state is State.IN_TRANSIT
        assert half.two.custody is Custody.ON_VEHICLE
        facts = half.departure().payload["facts"]
        assert (facts["unscanned"], facts["unscanned_reason"]) == (
            [half.two.human_code],
            "标签磨损",
        )
        case = work.session.exec(select(Case)).one()
        assert (case.kind, case.manifest_id) == (CaseKind.DATA, gone.id)
        assert [row["code"] for row in case.detail["lines"]] == [half.two.human_code]


def test_stray_drums_become_one_case_when_the_vehicle_leaves(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        scan_all(work, cast.driver, m, "yard")
        stranger = a_drum(work, Workshop(work))
        a_scan(work, cast.driver, m, stranger.human_code, "yard")
        a_scan(work, cast.driver, m, NOBODYS, "yard")
        hand_over(work.as_actor(cast.producer), m.id, given(cast))
        assert not work.session.exec(select(Case)).all()
        hand_over(work.as_actor(cast.driver), m.id, given(cast))
        work.session.flush()
        case = work.session.exec(select(Case)).one()
        assert case.kind is CaseKind.CONFLICT
        assert (case.unit_id, case.other_unit_id) == (cast.carrier.id, cast.shop.unit.id)
        assert [row["verdict"] for row in case.detail["stray"]] == ["wrong_unit", "unknown"]
        told = work.session.exec(select(Message.to_unit_id).where(Message.kind == "case.open"))
        assert set(told) == {cast.carrier.id, cast.shop.unit.id}


def test_who_has_no_part_in_the_stop(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        with pytest.raises(Denied):
            hand_over(work.as_actor(cast.gate), m.id, given(cast))
        with pytest.raises(Missing):
            hand_over(work.as_actor(a_stranger(work)), m.id, given(cast))


def test_a_page_that_went_stale_is_told(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m: Manifest = cast.ready()
        with pytest.raises(Stale):
            hand_over(work.as_actor(cast.producer), m.id, given(cast, seen=m.head_seq - 1))


def test_a_hand_over_of_tomorrow_is_refused(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        with pytest.raises(Refused) as refused:
            hand_over(
                work.as_actor(cast.producer), m.id, given(cast, at=work.now + timedelta(days=1))
            )
        assert refused.value.codes == ("manifests.in_future",)
