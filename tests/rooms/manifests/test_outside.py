"""A party without account: its part is entered by the other side, from number and file."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.build import a_site, a_unit, actor_of
from tests.support.manifests import OIL, Cast, T, a_contract, next_number
from wastetrack.agreements.inputs import Attached
from wastetrack.agreements.model import PlanLine
from wastetrack.agreements.terms import LineKind, TransferType
from wastetrack.containers.model import Container
from wastetrack.deadlines.queries.clocks import with_outside_number
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Refused
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.accept import accept
from wastetrack.manifests.actions.annul import annul
from wastetrack.manifests.actions.arrive import arrive
from wastetrack.manifests.actions.attach import attach
from wastetrack.manifests.actions.confirm import confirm
from wastetrack.manifests.actions.consent import consent
from wastetrack.manifests.actions.depart import depart
from wastetrack.manifests.actions.number import number
from wastetrack.manifests.actions.outcome import outcome
from wastetrack.manifests.actions.refuse import refuse
from wastetrack.manifests.actions.sign import sign
from wastetrack.manifests.inputs import (
    AcceptManifest,
    ArriveManifest,
    AttachCopy,
    DecidedLine,
    DepartManifest,
    NumberManifest,
    OutcomeManifest,
    ReasonGiven,
    RefuseManifest,
)
from wastetrack.manifests.machine import next_action
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import lines_of, manifest_page, standing_of
from wastetrack.manifests.terms import State
from wastetrack.parties.terms import UnitState

COPY = AttachCopy(
    file=Attached(sha256="a" * 64, mime="application/pdf", size=900, name="接受联.pdf")
)


class Abroad:
    """A disposer in another city, a contract and a plan line for it, and a filed manifest to it."""

    def __init__(self, work: Work) -> None:
        self.work, self.cast = work, Cast(work)
        self.unit = a_unit(work, "disposer", state=UnitState.OUTSIDE, name="外市处置厂")
        self.site = a_site(work, self.unit)
        a_contract(work, self.cast.shop.unit, self.unit)
        work.session.add(
            PlanLine(
                id=work.new_id(),
                plan_id=self.cast.plan.id,
                kind=LineKind.TRANSFER,
                waste_code=OIL,
                planned_g=T,
                transfer_type=TransferType.PROVINCE,
                receiver_unit_id=self.unit.id,
            )
        )
        work.session.flush()
        self.m: Manifest = self.cast.filed(1, receiver_site_id=self.site.id)

    @property
    def producer(self) -> Work:
        return self.work.as_actor(self.cast.producer)

    @property
    def drum(self) -> Container:
        found = self.work.session.get(Container, lines_of(self.work, self.m.id)[0].container_id)
        assert found is not None
        return found

    def arrived(self) -> Manifest:
        number(self.producer, self.m.id, NumberManifest(national_no=next_number(self.work)))
        consent(self.producer, self.m.id)
        sign(self.producer, self.m.id)
        driver = self.work.as_actor(self.cast.driver)
        depart(driver, self.m.id, DepartManifest(trip_id=self.cast.trip.id))
        arrive(driver, self.m.id, ArriveManifest(gross_g=9 * T))
        return self.m

    def all_of(self) -> AcceptManifest:
        line = lines_of(self.work, self.m.id)[0]
        decided = DecidedLine(line_id=line.id, accepted_g=182_400, method="R9")
        return AcceptManifest(lines=(decided,))


def codes_of(act: Callable[[], Any]) -> tuple[str, ...]:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.codes


def test_the_answer_of_a_receiver_outside_needs_the_number(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        far = Abroad(work)
        assert codes_of(lambda: consent(far.producer, far.m.id)) == ("manifests.outside_number",)
        number(far.producer, far.m.id, NumberManifest(paper_no="ZZ1", paper_ground="系统维护"))
        assert consent(far.producer, far.m.id).state is State.READY


def test_receipt_and_refusal_for_a_party_outside_need_its_signed_copy(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        far = Abroad(work)
        m = far.arrived()
        said = RefuseManifest(reason="对方来函", reported_to="外市生态环境局")
        missing = ("manifests.outside_copy",)
        assert codes_of(lambda: accept(far.producer, m.id, far.all_of())) == missing
        assert codes_of(lambda: refuse(far.producer, m.id, said)) == missing
        assert codes_of(lambda: attach(far.producer, m.id, AttachCopy())) == (
            "manifests.copy_missing",
        )
        attach(far.producer, m.id, COPY)
        accept(far.producer, m.id, far.all_of())
        work.session.flush()
        page = manifest_page(far.producer, m.id)
        assert page.receiver.outside
        assert page.events[-1].payload["facts"]["entry"] == "outside"
        assert far.drum.holder_site_id == far.site.id


def test_what_became_of_it_needs_a_proof_of_its_own(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        far = Abroad(work)
        m = far.arrived()
        attach(far.producer, m.id, COPY)
        accept(far.producer, m.id, far.all_of())
        confirm(far.producer, m.id)
        line = lines_of(work, m.id)[0]
        told = OutcomeManifest(line_id=line.id, grams=182_400, method="R9")
        assert codes_of(lambda: outcome(far.producer, m.id, told)) == (
            "manifests.outside_outcome_file",
        )
        proof = told.model_copy(update={"file": COPY.file})
        invented = proof.model_copy(update={"method": "ZZ9"})
        assert codes_of(lambda: outcome(far.producer, m.id, invented)) == (
            "manifests.unknown_method",
        )
        assert outcome(far.producer, m.id, proof).state is State.CLOSED


def test_one_side_cannot_agree_to_an_annulment_for_the_other_without_its_paper(
    db: Database,
) -> None:
    with db.transaction(SYSTEM) as work:
        far = Abroad(work)
        m = far.arrived()
        because = ReasonGiven(reason="车没有走")
        boss = work.as_actor(actor_of(far.cast.shop.unit, Role.ADMIN))
        assert codes_of(lambda: annul(boss, m.id, because)) == ("manifests.outside_copy",)
        assert m.annul_consents == []


def test_the_page_asks_for_number_and_copy_before_the_step_that_needs_them(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        far = Abroad(work)

        def awaited() -> str:
            work.session.flush()
            action = next_action(standing_of(manifest_page(far.producer, far.m.id)))
            return "" if action is None else action.value

        assert awaited() == "manifest:number"
        far.arrived()
        assert awaited() == "manifest:attach"
        attach(far.producer, far.m.id, COPY)
        assert awaited() == "manifest:accept"


def test_an_alert_on_the_road_to_a_receiver_outside_ends_by_number_and_copy_only(
    db: Database,
) -> None:
    with db.transaction(SYSTEM) as work:
        far = Abroad(work)
        m = far.arrived()
        work.session.flush()
        assert with_outside_number(work, [far.drum.id]) == frozenset()
        attach(far.producer, m.id, COPY)
        work.session.flush()
        assert with_outside_number(work, [far.drum.id]) == {far.drum.id}


def test_nothing_is_attached_where_every_party_has_an_account(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived(1)
        producer = work.as_actor(cast.producer)
        assert codes_of(lambda: attach(producer, m.id, COPY)) == ("manifests.nobody_outside",)
        with pytest.raises(Denied):
            attach(work.as_actor(cast.driver), m.id, COPY)


def test_a_carrier_outside_is_entered_with_its_transport_document(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        carrier = a_unit(work, "carrier", state=UnitState.OUTSIDE, name="外市运输队")
        yard = a_site(work, carrier)
        m = cast.signed(1, carrier_unit_id=carrier.id)
        producer = work.as_actor(actor_of(cast.shop.unit, Role.DISPATCHER))
        seen = DepartManifest(plate="浙A12345", driver_name="驾驶员01", driver_phone="13900003001")
        assert codes_of(lambda: depart(producer, m.id, seen)) == (
            "manifests.outside_waybill_missing",
        )
        depart(producer, m.id, seen.model_copy(update={"waybill_no": "YD-1"}))
        work.session.flush()
        assert manifest_page(producer, m.id).carrier.outside
        found = work.session.get(Container, lines_of(work, m.id)[0].container_id)
        assert found is not None
        assert found.holder_site_id == yard.id
