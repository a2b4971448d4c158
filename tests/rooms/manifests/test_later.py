"""Relay, incident, paper, corrections, and a chain of two transfers."""

import pytest
from sqlmodel import select

from tests.support.agreements import a_licence as a_right
from tests.support.build import a_facility, a_site, a_unit, actor_of
from tests.support.manifests import Cast, T, a_contract, a_plan, a_trip, next_number
from wastetrack.agreements.inputs import Attached
from wastetrack.agreements.model import PlanLine
from wastetrack.audit.trail import record
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Content, Custody, HeldAs
from wastetrack.containers.transition import feed
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Refused
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.accept import accept
from wastetrack.manifests.actions.annul import annul
from wastetrack.manifests.actions.arrive import arrive
from wastetrack.manifests.actions.backfill import backfill
from wastetrack.manifests.actions.confirm import confirm
from wastetrack.manifests.actions.consent import consent
from wastetrack.manifests.actions.correct import correct, endorse
from wastetrack.manifests.actions.depart import depart
from wastetrack.manifests.actions.draft import draft
from wastetrack.manifests.actions.file import file
from wastetrack.manifests.actions.incident import incident
from wastetrack.manifests.actions.number import number
from wastetrack.manifests.actions.outcome import count_treated, outcome
from wastetrack.manifests.actions.relay import relay
from wastetrack.manifests.actions.sign import sign
from wastetrack.manifests.inputs import (
    AcceptManifest,
    ArriveManifest,
    BackfillManifest,
    CorrectManifest,
    DecidedLine,
    DepartManifest,
    DraftManifest,
    EndorseCorrection,
    IncidentManifest,
    NumberManifest,
    OutcomeManifest,
    ReasonGiven,
    RelayManifest,
    TreatedLine,
)
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.queries import corrections_of, hauls_of, lines_of, manifest_page
from wastetrack.manifests.terms import State
from wastetrack.parties.terms import FacilityKind, LicenceKind

PROOF = Attached(sha256="a" * 64, mime="application/pdf", size=900, name="处置证明.pdf")


def only_drum(work: Work, m: Manifest) -> Container:
    found = work.session.get(Container, lines_of(work, m.id)[0].container_id)
    assert found is not None
    return found


def test_two_carriers_relay_by_two_acts(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast, other = Cast(work), Cast(work)
        m = cast.on_the_road(1)
        data = RelayManifest(trip_id=other.trip.id, place="服务区")
        relay(work.as_actor(cast.driver), m.id, data)
        drum = only_drum(work, m)
        assert (m.next_carrier_unit_id, drum.holder_site_id) == (other.carrier.id, cast.yard.id)
        relay(work.as_actor(other.driver), m.id, RelayManifest(place="服务区"))
        work.session.flush()
        assert (m.carrier_unit_id, drum.holder_site_id) == (other.carrier.id, other.yard.id)
        first, second = hauls_of(work, m.id)
        assert (first.end_place, second.start_place) == ("服务区", "服务区")
        assert second.plate == other.trip.plate


def test_one_carrier_changes_its_vehicle_by_one_act(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road(1)
        spare = a_trip(work, cast.carrier, cast.yard)
        relay(work.as_actor(cast.driver), m.id, RelayManifest(trip_id=spare.id, place="路口"))
        work.session.flush()
        assert (m.trip_id, len(hauls_of(work, m.id))) == (spare.id, 2)


def test_an_offered_carrier_does_not_act_with_a_trip_of_the_present_one(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast, other = Cast(work), Cast(work)
        m = cast.on_the_road(1)
        data = RelayManifest(trip_id=other.trip.id, place="服务区")
        relay(work.as_actor(cast.driver), m.id, data)
        spare = a_trip(work, cast.carrier, cast.yard)
        forged = RelayManifest(trip_id=spare.id, place="服务区")
        with pytest.raises(Denied):
            relay(work.as_actor(other.driver), m.id, forged)
        assert (m.trip_id, m.next_trip_id) == (cast.trip.id, other.trip.id)


def test_a_carrier_here_that_takes_over_from_one_outside_acts_himself(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast, other = Cast(work), Cast(work)
        m = cast.on_the_road(1)
        m.entries = {"carrier": "outside"}
        m.next_trip_id, m.next_carrier_unit_id = other.trip.id, other.carrier.id
        record(work, "manifest.relay", m, manifest_id=m.id)
        work.session.flush()
        relay(work.as_actor(other.driver), m.id, RelayManifest(place="服务区"))
        work.session.flush()
        assert (m.carrier_unit_id, m.entries) == (other.carrier.id, {})


def test_a_yes_to_an_annulment_ends_with_the_state_it_was_given_in(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road(1)
        reason = ReasonGiven(reason="车没有走")
        annul(work.as_actor(cast.producer), m.id, reason)
        assert m.annul_consents == ["consignor"]
        arrive(work.as_actor(cast.driver), m.id, ArriveManifest(gross_g=9 * T))
        assert (m.annul_consents, m.void_reason) == ([], None)


def test_nobody_signs_a_second_time(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.signed(1)
        with pytest.raises(Refused) as error:
            sign(work.as_actor(cast.producer), m.id)
        assert error.value.codes == ("manifests.signed_before",)


def test_a_correction_is_judged_like_the_first_entry(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.received(1)
        line = lines_of(work, m.id)[0]
        for name, value, code in (
            ("method", "Z99", "manifests.unknown_method"),
            ("accepted_g", "9999999999", "manifests.corrected_implausible"),
        ):
            data = CorrectManifest(field_name=name, value=value, line_id=line.id, reason="录错")
            with pytest.raises(Refused) as error:
                correct(work.as_actor(cast.gate), m.id, data)
            assert error.value.codes == (code,)
        number_ = CorrectManifest(field_name="national_no", value="20263301000001", reason="录错")
        with pytest.raises(Refused) as error:
            correct(work.as_actor(cast.producer), m.id, number_)
        assert error.value.codes == ("manifests.number_prefecture",)


def test_an_incident_is_a_fact_with_who_was_told(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road(1)
        data = IncidentManifest(place="104 国道", what="轮胎损坏，无泄漏", told="分局值班电话")
        incident(work.as_actor(cast.driver), m.id, data)
        work.session.flush()
        facts = manifest_page(work.as_actor(cast.officer), m.id).events[-1].payload["facts"]
        assert (m.state, facts["told"]) == (State.IN_TRANSIT, "分局值班电话")


def test_a_paper_transfer_is_back_filled_by_each_party(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.received(1, paper_no="ZZ-0001", paper_ground="国家系统故障")
        assert (m.paper, m.national_no) == (True, None)
        no = next_number(work)
        backfill(work.as_actor(cast.producer), m.id, BackfillManifest(national_no=no))
        dispatcher = actor_of(cast.carrier, Role.DISPATCHER)
        backfill(work.as_actor(dispatcher), m.id, BackfillManifest())
        assert not m.backfilled_at
        backfill(work.as_actor(cast.gate), m.id, BackfillManifest())
        assert (m.backfilled_at or m.received_at, m.national_no) == (work.now, no)
        assert set(m.entries) == {"consignor", "carrier", "receiver"}


def test_what_did_not_run_on_paper_is_not_back_filled(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.received(1)
        with pytest.raises(Refused) as error:
            backfill(work.as_actor(cast.gate), m.id, BackfillManifest())
        assert error.value.codes == ("manifests.not_on_paper",)


def test_a_corrected_weight_waits_for_the_other_party_and_keeps_the_balance(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.received(1)
        line = lines_of(work, m.id)[0]
        data = CorrectManifest(
            field_name="accepted_g", value="180", line_id=line.id, reason="读错秤"
        )
        correct(work.as_actor(cast.gate), m.id, data)
        work.session.flush()
        assert line.accepted_g == 182_400
        asked = corrections_of(work, m.id)[0]
        assert (asked.before, asked.needs) == ({"value": "182.4"}, ["consignor"])
        yes = EndorseCorrection(correction_id=asked.id, agree=True)
        with pytest.raises(Refused) as own:
            endorse(work.as_actor(cast.gate), m.id, yes)
        assert own.value.codes == ("manifests.not_asked",)
        endorse(work.as_actor(cast.producer), m.id, yes)
        assert (line.accepted_g, line.difference_g, m.mass_g) == (180_000, 2_400, 180_000)
        assert only_drum(work, m).mass_g == 180_000


def test_after_confirmation_the_regulator_is_asked_too_and_a_no_ends_it(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.confirmed(1)
        data = CorrectManifest(field_name="plate", value="浙D99999", reason="录错车牌")
        dispatcher = actor_of(cast.carrier, Role.DISPATCHER)
        correct(work.as_actor(dispatcher), m.id, data)
        work.session.flush()
        asked = corrections_of(work, m.id)[0]
        assert asked.needs == ["authority", "consignor"]
        yes = EndorseCorrection(correction_id=asked.id, agree=True)
        endorse(work.as_actor(cast.producer), m.id, yes)
        work.session.flush()
        assert hauls_of(work, m.id)[0].plate == cast.trip.plate
        no = EndorseCorrection(correction_id=asked.id, agree=False)
        endorse(work.as_actor(cast.officer), m.id, no)
        assert (asked.rejected_at, asked.applied_at) == (work.now, None)


class Hub:
    """A collector with pilot approval between the workshop and the disposer."""

    def __init__(self, work: Work, cast: Cast) -> None:
        self.unit = a_unit(work, "collector", name="示例收集站")
        self.site = a_site(work, self.unit, name="集散点")
        self.hall = a_facility(work, self.site, kind=FacilityKind.STORE, capacity_g=50 * T)
        self.actor = actor_of(self.unit, Role.ADMIN)
        a_right(work, self.unit, kind=LicenceKind.PILOT, codes=["HW08"], modes=["collect"])
        a_contract(work, self.unit, cast.disposer)
        a_plan(work, self.unit, self.site, cast.disposer)


def test_the_first_of_two_transfers_closes_when_the_seconds_outcome_covers_it(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        hub = Hub(work, cast)
        a_contract(work, cast.shop.unit, hub.unit)
        for row in work.session.exec(select(PlanLine).where(PlanLine.plan_id == cast.plan.id)):
            row.receiver_unit_id = None
            row.method = None
        work.session.flush()
        first = cast.filed(1, receiver_site_id=hub.site.id)
        producer, collector = work.as_actor(cast.producer), work.as_actor(hub.actor)
        number(producer, first.id, NumberManifest(national_no=next_number(work)))
        consent(collector, first.id)
        sign(producer, first.id)
        driver = work.as_actor(cast.driver)
        depart(driver, first.id, DepartManifest(trip_id=cast.trip.id))
        arrive(driver, first.id, ArriveManifest(gross_g=9 * T))
        line = lines_of(work, first.id)[0]
        decided = DecidedLine(line_id=line.id, accepted_g=182_000, difference_g=400, method="C1")
        accept(collector, first.id, AcceptManifest(lines=(decided,)))
        confirm(collector, first.id)
        drum = only_drum(work, first)
        assert (first.state, drum.held_as) == (State.CONFIRMED, HeldAs.PILOT)

        second = _on_to(work, cast, hub, drum)
        gate = work.as_actor(cast.gate)
        accept(gate, second.id, cast.all_of(second))
        confirm(gate, second.id)
        onward = lines_of(work, second.id)[0]
        _treat(gate, second, onward, drum, 100_000)
        assert (first.state, line.outcome_g) == (State.CONFIRMED, 100_000)
        _treat(gate, second, onward, drum, 82_000)
        assert drum.content is Content.TREATED
        assert (second.state, first.state) == (State.CLOSED, State.CLOSED)
        assert line.outcome_g == 182_000


def _on_to(work: Work, cast: Cast, hub: Hub, drum: Container) -> Manifest:
    """The collector's own manifest to the disposer, as far as the gate."""
    collector = work.as_actor(hub.actor)
    values = cast.fields([drum], consignor_site_id=hub.site.id)
    m = draft(collector, DraftManifest.model_validate(values))
    work.session.flush()
    file(collector, m.id)
    number(collector, m.id, NumberManifest(national_no=next_number(work)))
    consent(work.as_actor(cast.gate), m.id)
    sign(collector, m.id)
    trip = a_trip(work, cast.carrier, cast.yard)
    driver = work.as_actor(cast.driver)
    depart(driver, m.id, DepartManifest(trip_id=trip.id))
    arrive(driver, m.id, ArriveManifest(gross_g=9 * T))
    assert drum.custody is Custody.AT_GATE
    return cast.flushed(m)


def _treat(work: Work, m: Manifest, line: ManifestLine, drum: Container, grams: int) -> int:
    """Feed so much of a drum, and what of it the manifest could not count."""
    batch = work.new_id()
    feed(work, drum, grams=min(grams, drum.mass_g or 0), at=work.now, treatment_id=batch)
    told = TreatedLine(line_id=line.id, grams=grams, method="R9", at=work.now, treatment_id=batch)
    return count_treated(work, m.id, told)


def test_no_more_than_was_accepted_gets_an_outcome(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.confirmed(1)
        line = lines_of(work, m.id)[0]
        gate = work.as_actor(cast.gate)
        assert _treat(gate, m, line, only_drum(work, m), 182_401) == 1
        assert (line.outcome_g, m.state) == (182_400, State.CLOSED)


def test_a_receiver_with_an_account_records_no_outcome_by_hand(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.confirmed(1)
        line = lines_of(work, m.id)[0]
        data = OutcomeManifest(line_id=line.id, grams=182_400, method="R9", file=PROOF)
        with pytest.raises(Refused) as error:
            outcome(work.as_actor(cast.gate), m.id, data)
        assert error.value.codes == ("manifests.outcome_by_treatment",)
        assert (line.outcome_g, m.state) == (0, State.CONFIRMED)
