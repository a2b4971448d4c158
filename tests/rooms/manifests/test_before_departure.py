"""From draft to departure: booking, proxies, gates, numbers, signatures, and taking it all back."""

from datetime import UTC, date, datetime

import pytest

from tests.support.build import actor_of
from tests.support.containers import a_drum, a_stranger
from tests.support.manifests import Cast, a_trip, next_number
from wastetrack.agreements.model import Consent
from wastetrack.agreements.terms import ConsentScope
from wastetrack.agreements.transition import give
from wastetrack.audit.trail import record
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Booking, Custody
from wastetrack.containers.transition import reprint
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused, Stale
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.consent import consent, decline
from wastetrack.manifests.actions.depart import depart
from wastetrack.manifests.actions.draft import draft
from wastetrack.manifests.actions.edit import edit
from wastetrack.manifests.actions.file import file
from wastetrack.manifests.actions.number import number
from wastetrack.manifests.actions.sign import sign
from wastetrack.manifests.actions.void import void, withdraw
from wastetrack.manifests.inputs import (
    DepartManifest,
    DraftManifest,
    EditManifest,
    FileManifest,
    NumberManifest,
    ReasonGiven,
    ShippedLine,
    SignManifest,
    VoidManifest,
)
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import lines_of, manifest_page
from wastetrack.manifests.terms import Decision, State

WHY = VoidManifest(reason="数量有变")


def drums_of(work: Work, m: Manifest) -> list[Container]:
    rows = [work.session.get(Container, line.container_id) for line in lines_of(work, m.id)]
    return [row for row in rows if row is not None]


def test_no_container_stands_on_two_open_manifests(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.drafted(1)
        data = DraftManifest.model_validate(cast.fields(drums_of(work, m)))
        with pytest.raises(Refused) as error:
            draft(work.as_actor(cast.producer), data)
        assert error.value.codes == ("containers.is_on_line",)


def test_every_container_that_cannot_be_booked_is_told(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        open_one = a_drum(work, cast.shop, None)
        theirs = a_drum(work, Cast(work).shop)
        data = DraftManifest.model_validate(cast.fields([open_one, theirs]))
        with pytest.raises(Refused) as error:
            draft(work.as_actor(cast.producer), data)
        assert set(error.value.codes) == {
            "containers.is_filling",
            "manifests.container_elsewhere",
        }


def test_a_proxy_drafts_and_files_only_under_a_running_consent(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        dispatcher = actor_of(cast.disposer, Role.DISPATCHER)
        values = cast.fields(cast.drums(1), proxy_unit_id=cast.disposer.id)
        data = DraftManifest.model_validate(values)
        with pytest.raises(Refused) as error:
            draft(work.as_actor(dispatcher), data)
        assert error.value.codes == ("manifests.no_consent",)
        row = Consent(
            id=work.new_id(),
            created_at=work.now,
            unit_id=cast.shop.unit.id,
            proxy_unit_id=cast.disposer.id,
            scope=["manifest"],
            given_at=work.now,
            valid_to=date(2026, 12, 31),
        )
        record(work, "consent.give", row)
        work.session.flush()
        m = draft(work.as_actor(dispatcher), data)
        assert (m.proxy_unit_id, m.consent_id) == (cast.disposer.id, row.id)
        row.ended_at = work.now
        record(work, "consent.withdraw", row)
        work.session.flush()
        with pytest.raises(Refused) as ended:
            file(work.as_actor(dispatcher), m.id)
        assert "agreements.consent_ended" in ended.value.codes


def test_a_proxy_files_only_under_a_consent_that_names_filing_and_is_named(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        shop, disposer = cast.shop.unit.id, cast.disposer.id

        def given(scope: ConsentScope) -> Consent:
            until = date(2026, 12, 31)
            return give(work, unit_id=shop, proxy_unit_id=disposer, scope=[scope], valid_to=until)

        given(ConsentScope.MANIFEST)
        work.session.flush()
        proxy = work.as_actor(actor_of(cast.disposer, Role.DISPATCHER))
        values = cast.fields(cast.drums(1), proxy_unit_id=disposer)
        m = draft(proxy, DraftManifest.model_validate(values))
        work.session.flush()
        with pytest.raises(Refused) as drafting:
            file(proxy, m.id)
        assert drafting.value.codes == ("agreements.consent_scope",)
        allowed = given(ConsentScope.FILING)
        work.session.flush()
        assert file(proxy, m.id).state is State.FILED
        work.session.flush()
        facts = manifest_page(proxy, m.id).events[-1].payload["facts"]
        assert (facts["proxy"], facts["by"]) == (cast.disposer.name, ["proxy"])
        assert facts["consent_id"] == str(allowed.id)


def test_filing_over_the_plan_says_how_much_and_what_to_amend(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.drafted(2)
        line = lines_of(work, m.id)[0]
        line.planned_g = 20_000_000
        record(work, "manifest.edit", line)
        work.session.flush()
        with pytest.raises(Refused) as error:
            file(work.as_actor(cast.producer), m.id)
        assert error.value.codes == ("agreements.plan_over",)


def test_a_district_may_let_filing_be_enough(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = file(work.as_actor(cast.producer), cast.drafted().id, auto_consent=True)
        assert m.state is State.READY


def test_the_receiver_declines_with_a_reason_and_it_is_a_draft_again(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.filed()
        decline(work.as_actor(cast.gate), m.id, ReasonGiven(reason="本周检修"))
        assert (m.state, m.filed_at) == (State.DRAFT, None)
        assert drums_of(work, m)[0].booking is Booking.ON_LINE


def test_a_draft_is_changed_and_what_is_taken_off_is_free_again(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.drafted(2)
        kept, dropped = drums_of(work, m)
        fresh = a_drum(work, cast.shop, "100")
        values = cast.fields([kept, fresh], note="改过")
        values.pop("consignor_site_id")
        edit(work.as_actor(cast.producer), m.id, EditManifest.model_validate(values))
        work.session.flush()
        assert dropped.booking is Booking.NONE
        assert (fresh.manifest_id, m.mass_g, m.note) == (m.id, 282_400, "改过")
        states = [line.decision for line in lines_of(work, m.id)]
        assert states == [Decision.PENDING, Decision.LEFT_OUT, Decision.PENDING]


def test_void_frees_the_containers_and_a_number_is_voided_upstream_first(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        producer = work.as_actor(cast.producer)
        with pytest.raises(Refused) as error:
            void(producer, m.id, WHY)
        assert error.value.codes == ("manifests.void_upstream_first",)
        void(producer, m.id, VoidManifest(reason="不转移了", upstream_voided=True))
        assert m.state is State.VOID
        assert all(d.booking is Booking.NONE for d in drums_of(work, m))


def test_withdrawn_it_is_a_draft_without_number_and_can_be_filed_again(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        producer = work.as_actor(cast.producer)
        withdraw(producer, m.id, VoidManifest(reason="数量有变", upstream_voided=True))
        assert (m.state, m.national_no) == (State.DRAFT, None)
        file(producer, m.id)
        assert m.state is State.FILED


def test_a_number_is_unique_and_checked_for_prefecture(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        one, other = cast.ready(1), cast.filed(1)
        producer = work.as_actor(cast.producer)
        with pytest.raises(Refused) as taken:
            number(producer, other.id, NumberManifest(national_no=one.national_no))
        assert taken.value.codes == ("manifests.number_taken",)
        with pytest.raises(Refused) as wrong:
            number(producer, other.id, NumberManifest(national_no="20263301000001"))
        assert wrong.value.codes == ("manifests.number_prefecture",)


def test_it_may_not_leave_without_number_signature_and_trip_and_all_is_told(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.filed()
        consent(work.as_actor(cast.gate), m.id)
        with pytest.raises(Refused) as error:
            depart(work.as_actor(cast.driver), m.id)
        assert error.value.codes == (
            "manifests.number_missing",
            "manifests.not_signed",
            "manifests.shipped_missing",
            "manifests.shipped_missing",
            "manifests.trip_missing",
        )


def test_a_label_printed_anew_after_filing_stops_the_signature(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        reprint(work.as_actor(cast.producer), drums_of(work, m)[0])
        work.session.flush()
        with pytest.raises(Refused) as error:
            sign(work.as_actor(cast.producer), m.id)
        assert error.value.codes == ("manifests.label_changed",)


def test_what_stays_behind_is_free_again_and_amounts_follow_what_was_loaded(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        first, second = lines_of(work, m.id)
        data = SignManifest(
            shipped=(ShippedLine(line_id=first.id, grams=180_000),),
            left_out=(second.id,),
            left_reason="渗漏",
        )
        sign(work.as_actor(cast.producer), m.id, data)
        depart(work.as_actor(cast.driver), m.id, DepartManifest(trip_id=cast.trip.id))
        loaded, left = drums_of(work, m)
        assert (m.mass_g, loaded.mass_g, loaded.custody) == (180_000, 180_000, Custody.ON_VEHICLE)
        assert (left.booking, left.custody) == (Booking.NONE, Custody.IN_STORE)
        assert (second.decision, second.shipped_g) == (Decision.LEFT_OUT, 0)


def test_a_trip_of_another_carrier_is_refused(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast, other = Cast(work), Cast(work)
        m = cast.signed()
        trip = a_trip(work, other.carrier, other.yard)
        with pytest.raises(Refused) as error:
            depart(work.as_actor(cast.driver), m.id, DepartManifest(trip_id=trip.id))
        assert error.value.codes == ("manifests.trip_other_carrier",)


def test_nobody_departs_in_the_future_or_before_the_hand_over(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.signed()
        for at, code in (
            (datetime(2026, 11, 25, tzinfo=UTC), "manifests.in_future"),
            (datetime(2026, 11, 23, tzinfo=UTC), "manifests.before_previous"),
        ):
            data = DepartManifest(trip_id=cast.trip.id, at=at)
            with pytest.raises(Refused) as error:
                depart(work.as_actor(cast.driver), m.id, data)
            assert error.value.codes == (code,)


def test_strangers_find_nothing_and_readers_may_not_act(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.drafted()
        with pytest.raises(Missing):
            file(work.as_actor(a_stranger(work)), m.id)
        with pytest.raises(Denied):
            file(work.as_actor(actor_of(cast.shop.unit, Role.READER)), m.id)


def test_a_page_that_has_gone_stale_changes_nothing(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.drafted()
        with pytest.raises(Stale):
            file(work.as_actor(cast.producer), m.id, FileManifest(seen=m.head_seq - 1))
        assert m.state is State.DRAFT


def test_the_same_step_twice_is_refused(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.filed()
        with pytest.raises(Refused) as error:
            file(work.as_actor(cast.producer), m.id)
        assert error.value.codes == ("manifests.not_in_this_state",)


def test_a_number_that_is_on_the_road_is_changed_by_a_correction_only(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road()
        data = NumberManifest(national_no=next_number(work))
        with pytest.raises(Refused) as error:
            number(work.as_actor(cast.producer), m.id, data)
        assert error.value.codes == ("manifests.number_stands",)
