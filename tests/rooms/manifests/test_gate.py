"""At the gate and on the way back: mismatch, partial receipt, refusal, return; weights always balance."""

from uuid import UUID

import pytest

from tests.support.manifests import Cast
from wastetrack.audit.history import of_subject
from wastetrack.audit.trail import record
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Booking, Content, Custody, HeldAs
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Refused
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.accept import accept
from wastetrack.manifests.actions.annul import annul
from wastetrack.manifests.actions.confirm import confirm
from wastetrack.manifests.actions.query import agree, object_, query
from wastetrack.manifests.actions.refuse import refuse
from wastetrack.manifests.actions.send_back import send_back, take_back
from wastetrack.manifests.inputs import (
    Opinion,
    QueriedLine,
    QueryManifest,
    ReasonGiven,
    RefuseManifest,
    SendBackManifest,
    TakeBackManifest,
)
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.queries import line_of_container, lines_of
from wastetrack.manifests.terms import Decision, Dimension, State

BUREAU = "示例生态环境分局"
ORDER = SendBackManifest(order="移出人电话要求退回")


def first(work: Work, m: Manifest) -> ManifestLine:
    return lines_of(work, m.id)[0]


def drum(work: Work, container_id: UUID | None) -> Container:
    found = work.session.get(Container, container_id)
    assert found is not None
    return found


def test_a_mismatch_is_asked_answered_and_then_decided(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        asked = QueriedLine(line_id=first(work, m).id, dimensions=(Dimension.QUANTITY,))
        data = QueryManifest(lines=(asked,), reported_to=BUREAU)
        gate, producer = work.as_actor(cast.gate), work.as_actor(cast.producer)
        query(gate, m.id, data)
        assert (m.state, m.reported_at) == (State.NEGOTIATING, work.now)
        with pytest.raises(Refused) as waits:
            accept(gate, m.id, cast.all_of(m))
        assert waits.value.codes == ("manifests.not_in_this_state",)
        object_(producer, m.id, Opinion(opinion="我方称的是这个数"))
        assert m.state.value == "arrived"
        query(gate, m.id, data)
        agree(producer, m.id, Opinion(opinion="核对过，同意"))
        accept(gate, m.id, cast.all_of(m))
        assert m.state is State.RECEIVED
        assert first(work, m).dimensions == ["quantity"]


def test_a_partly_refused_drum_is_split_and_no_gram_is_lost(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        accept(work.as_actor(cast.gate), m.id, cast.part_of(m, 50_000))
        work.session.flush()
        line = first(work, m)
        parent = drum(work, line.container_id)
        taken, back = drum(work, line.accepted_container_id), drum(work, line.refused_container_id)
        assert parent.content is Content.REPACKED
        assert (taken.mass_g, back.mass_g) == (132_400, 50_000)
        assert (taken.custody, taken.holder_site_id) == (Custody.IN_STORE, cast.plant.id)
        assert (back.custody, back.holder_site_id) == (Custody.AT_GATE, cast.yard.id)
        assert (line.decision, line.way_back) == (Decision.ACCEPTED, Decision.REFUSED)
        assert m.mass_g == 314_800
        assert line_of_container(work, taken.id) == line


def test_the_refused_part_goes_back_on_the_same_manifest_and_its_clock_goes_on(
    db: Database, clock: FixedClock
) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        line = first(work, m)
        began = drum(work, line.container_id).held_before
        accept(work.as_actor(cast.gate), m.id, cast.part_of(m, 50_000))
        send_back(work.as_actor(cast.driver), m.id, ORDER)
        assert (m.state, line.way_back) == (State.RECEIVED, Decision.RETURNING)
        back = drum(work, line.refused_container_id)
        assert back.custody is Custody.ON_VEHICLE
        take_back(work.as_actor(cast.producer), m.id, TakeBackManifest())
        assert (m.state, line.way_back) == (State.RECEIVED, Decision.RETURNED)
        assert (back.custody, back.holder_site_id) == (Custody.IN_STORE, cast.shop.site.id)
        assert back.facility_id == cast.shop.point.id
        assert (back.held_as, back.held_since) == (HeldAs.PRODUCER, began)
        assert (back.booking, back.manifest_id) == (Booking.NONE, None)


def test_a_refusal_leaves_custody_with_the_carrier_until_the_consignor_has_it(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        refuse(
            work.as_actor(cast.gate), m.id, RefuseManifest(reason="包装破损", reported_to=BUREAU)
        )
        line = first(work, m)
        held = drum(work, line.container_id)
        assert (m.state, m.reported_at) == (State.REFUSED, work.now)
        assert (line.accepted_g, line.refused_g, line.difference_g) == (0, 182_400, 0)
        assert held.holder_site_id == cast.yard.id
        with pytest.raises(Denied):
            send_back(work.as_actor(cast.gate), m.id, ORDER)
        send_back(work.as_actor(cast.driver), m.id, ORDER)
        assert m.state is State.RETURNING
        take_back(work.as_actor(cast.producer), m.id, TakeBackManifest())
        assert (m.state, line.decision) == (State.RETURNED, Decision.RETURNED)
        assert held.holder_site_id == cast.shop.site.id


def test_what_was_not_refused_cannot_be_sent_back(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.received()
        with pytest.raises(Refused) as error:
            send_back(work.as_actor(cast.driver), m.id, ORDER)
        assert error.value.codes == ("manifests.nothing_to_return",)


def test_an_unbalanced_receipt_is_refused_with_all_its_faults(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        whole = cast.all_of(m)
        wrong = whole.lines[0].model_copy(update={"accepted_g": 180_000, "method": None})
        data = whole.model_copy(update={"lines": (wrong, whole.lines[1])})
        with pytest.raises(Refused) as error:
            accept(work.as_actor(cast.gate), m.id, data)
        assert set(error.value.codes) == {"manifests.line_unbalanced", "manifests.method_missing"}


def test_a_receipt_beyond_permit_and_contract_is_recorded_and_told(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        # the permit was withdrawn while the vehicle was on the road
        cast.licence.ended_on = work.now.date()
        record(work, "licence.end", cast.licence)
        work.session.flush()
        accept(work.as_actor(cast.gate), m.id, cast.all_of(m))
        work.session.flush()
        last = of_subject(work, m.id)[-1]
        assert m.state is State.RECEIVED
        assert "parties.licence_ended" in last.payload["facts"]["told"]


def test_a_late_confirmation_is_possible_and_recorded_as_late(
    db: Database, clock: FixedClock
) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        manifest_id, gate = cast.received().id, cast.gate
    clock.move(days=10)
    with db.transaction(gate) as work:
        m = confirm(work, manifest_id)
        work.session.flush()
        assert m.state is State.CONFIRMED
        # due on 1 December, confirmed on 4 December
        assert of_subject(work, m.id)[-1].payload["facts"]["late_days"] == 3


def test_an_annulment_needs_both_parties_and_the_regulator(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road()
        why = ReasonGiven(reason="装错了，车没有走")
        held = drum(work, first(work, m).container_id)
        admin = cast.producer
        annul(work.as_actor(admin), m.id, why)
        with pytest.raises(Refused) as twice:
            annul(work.as_actor(admin), m.id, why)
        assert twice.value.codes == ("manifests.already_said",)
        annul(work.as_actor(cast.gate), m.id, why)
        assert m.state.value == "in_transit"
        annul(work.as_actor(cast.officer), m.id, why)
        assert m.state is State.VOID
        assert (held.custody, held.holder_site_id) == (Custody.IN_STORE, cast.shop.site.id)
        assert held.facility_id == cast.shop.point.id
