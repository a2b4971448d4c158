"""The gate: count first, weight second, one tap when nothing differs, a case when something does."""

from typing import Any

import pytest
from sqlmodel import select

from tests.support.build import actor_of
from tests.support.containers import a_stranger
from tests.support.handover import NOBODYS, a_scan, drums_of, scan_all
from tests.support.manifests import Cast
from wastetrack.cases.model import Case
from wastetrack.cases.terms import CaseKind
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Content, Custody
from wastetrack.handover.actions.receive import receive
from wastetrack.handover.inputs import ReceiveLoad
from wastetrack.handover.queries import arrivals, gate_view
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import lines_of
from wastetrack.manifests.terms import Decision, State
from wastetrack.outbox.model import Message

BUREAU = "示例生态环境分局"


def load(cast: Cast, **over: object) -> ReceiveLoad:
    values = {"gross_g": "9000", "tare_g": "8635", "method": "R9", "facility_id": cast.hall.id}
    return ReceiveLoad.model_validate(values | over)


def row(work: Work, m: Manifest, number: int, accepted: str, **over: Any) -> dict[str, object]:
    line = lines_of(work, m.id)[number - 1]
    return {"line_id": line.id, "accepted_g": accepted, **over}


def test_everything_scanned_is_accepted_in_one_act_also_straight_from_the_road(
    db: Database,
) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road()
        scan_all(work, cast.gate, m)
        done = receive(work.as_actor(cast.gate), m.id, load(cast))
        work.session.flush()
        assert (done.state, done.gross_g, done.tare_g) == (State.RECEIVED, 9_000_000, 8_635_000)
        assert [line.accepted_g for line in lines_of(work, m.id)] == [182_400, 182_400]
        assert {c.holder_site_id for c in drums_of(work, m)} == {cast.plant.id}
        assert not work.session.exec(select(Case)).all()


def test_not_everything_is_accepted_while_a_drum_is_missing(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road()
        scan_all(work, cast.gate, m, drums=drums_of(work, m)[:1])
        with pytest.raises(Refused) as refused:
            receive(work.as_actor(cast.gate), m.id, load(cast))
        assert refused.value.codes == ("handover.missing_at_gate",)


def test_not_everything_is_accepted_while_a_drum_too_many_stands_there(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road()
        scan_all(work, cast.gate, m)
        a_scan(work, cast.gate, m, cast.drums(1)[0].human_code)
        with pytest.raises(Refused) as refused:
            receive(work.as_actor(cast.gate), m.id, load(cast))
        assert refused.value.codes == ("handover.stray_at_gate",)


def test_another_weight_at_the_gate_is_decided_by_line(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        one, two = drums_of(work, m)
        a_scan(work, cast.gate, m, one.human_code, mass_g="180")
        a_scan(work, cast.gate, m, two.human_code)
        with pytest.raises(Refused) as refused:
            receive(work.as_actor(cast.gate), m.id, load(cast))
        assert refused.value.codes == ("handover.other_weight",)
        lines = [row(work, m, 1, "180"), row(work, m, 2, "182.4")]
        receive(work.as_actor(cast.gate), m.id, load(cast, lines=lines))
        work.session.flush()
        first = lines_of(work, m.id)[0]
        assert (first.accepted_g, first.refused_g, first.difference_g) == (180_000, 0, 2_400)
        case = work.session.exec(select(Case)).one()
        assert case.detail["lines"][0]["difference_g"] == 2_400


def test_a_vehicle_is_weighed_in_before_anything_is_decided(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road()
        scan_all(work, cast.gate, m)
        with pytest.raises(Refused) as refused:
            receive(work.as_actor(cast.gate), m.id, load(cast, gross_g=None))
        assert refused.value.codes == ("handover.gross_missing",)


def test_an_empty_vehicle_heavier_than_the_loaded_one_is_refused(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        scan_all(work, cast.gate, m)
        with pytest.raises(Refused) as refused:
            receive(work.as_actor(cast.gate), m.id, load(cast, tare_g="9000"))
        assert refused.value.codes == ("handover.tare_over_gross",)


def test_a_partial_refusal_splits_the_drum_and_tells_both_parties(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        scan_all(work, cast.gate, m)
        lines = [
            row(work, m, 1, "100", refused_g="82.4", dimensions=["property"], note="含水"),
            row(work, m, 2, "182.4"),
        ]
        done = receive(work.as_actor(cast.gate), m.id, load(cast, lines=lines, reported_to=BUREAU))
        work.session.flush()
        assert done.state is State.RECEIVED
        first = lines_of(work, m.id)[0]
        taken = work.session.get(Container, first.accepted_container_id)
        back = work.session.get(Container, first.refused_container_id)
        parent = work.session.get(Container, first.container_id)
        assert taken is not None
        assert back is not None
        assert parent is not None
        assert (taken.mass_g, back.mass_g) == (100_000, 82_400)
        assert taken.holder_site_id == cast.plant.id
        assert back.custody is Custody.AT_GATE
        assert parent.content is Content.REPACKED
        case = work.session.exec(select(Case)).one()
        assert case.kind is CaseKind.DISCREPANCY
        assert (case.reported_to, case.reported_at) == (BUREAU, work.now)
        assert (case.unit_id, case.other_unit_id) == (cast.disposer.id, cast.shop.unit.id)
        told = work.session.exec(select(Message.to_unit_id).where(Message.kind == "case.open"))
        assert set(told) == {cast.disposer.id, cast.shop.unit.id}


def test_a_legal_mismatch_without_its_report_is_refused(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        scan_all(work, cast.gate, m)
        lines = [
            row(work, m, 1, "182.4", dimensions=["packaging"]),
            row(work, m, 2, "182.4"),
        ]
        with pytest.raises(Refused) as refused:
            receive(work.as_actor(cast.gate), m.id, load(cast, lines=lines))
        assert refused.value.codes == ("manifests.report_missing",)


def test_a_drum_that_never_came_is_refused_in_quantity(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        scan_all(work, cast.gate, m, drums=drums_of(work, m)[:1])
        lines = [
            row(work, m, 1, "182.4"),
            row(work, m, 2, "0", refused_g="182.4", dimensions=["quantity"], note="没有到"),
        ]
        receive(work.as_actor(cast.gate), m.id, load(cast, lines=lines, reported_to=BUREAU))
        work.session.flush()
        assert [line.decision for line in lines_of(work, m.id)] == [
            Decision.ACCEPTED,
            Decision.REFUSED,
        ]
        assert work.session.exec(select(Case)).one().detail["lines"][0]["refused_g"] == 182_400


def test_refusing_every_line_is_a_refusal_of_the_whole(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        scan_all(work, cast.gate, m)
        over: dict[str, object] = {"refused_g": "182.4", "dimensions": ["property"], "note": "混装"}
        lines = [row(work, m, 1, "0", **over), row(work, m, 2, "0", **over)]
        done = receive(work.as_actor(cast.gate), m.id, load(cast, lines=lines, reported_to=BUREAU))
        work.session.flush()
        assert (done.state, done.opinion) == (State.REFUSED, "混装")
        assert work.session.exec(select(Case)).one().kind is CaseKind.REFUSAL
        assert {c.custody for c in drums_of(work, m)} == {Custody.AT_GATE}


def test_refusing_every_line_needs_reason_and_report(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        lines = [row(work, m, n, "0", refused_g="182.4") for n in (1, 2)]
        with pytest.raises(Refused) as refused:
            receive(work.as_actor(cast.gate), m.id, load(cast, lines=lines))
        assert refused.value.codes == ("handover.reason_missing", "handover.report_missing")


def test_a_code_that_nobody_knows_stops_no_receipt_and_opens_its_case_then(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        scan_all(work, cast.gate, m)
        a_scan(work, cast.gate, m, NOBODYS)
        assert not work.session.exec(select(Case)).all()
        receive(work.as_actor(cast.gate), m.id, load(cast))
        work.session.flush()
        case = work.session.exec(select(Case)).one()
        assert case.detail["lines"] == []
        assert [s["verdict"] for s in case.detail["stray"]] == ["unknown"]


def test_who_may_receive(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        with pytest.raises(Denied):
            receive(work.as_actor(cast.driver), m.id, load(cast))
        with pytest.raises(Denied):
            receive(work.as_actor(actor_of(cast.disposer, Role.READER)), m.id, load(cast))
        with pytest.raises(Missing):
            receive(work.as_actor(a_stranger(work)), m.id, load(cast))


def test_the_list_of_arrivals_is_the_receivers_own(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road()
        cast.received()
        scan_all(work, cast.gate, m, drums=drums_of(work, m)[:1])
        rows = arrivals(work.as_actor(cast.gate))
        assert [(r.id, r.plate, r.scanned, r.lines) for r in rows] == [
            (m.id, cast.trip.plate, 1, 2)
        ]
        assert not arrivals(work.as_actor(cast.producer))
        assert not arrivals(work.as_actor(a_stranger(work)))
        assert not arrivals(work.as_actor(cast.gate), cast.shop.site.id)


def test_what_is_planned_for_today_is_expected_too(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        cast.ready()
        m = cast.ready(1, trip_id=cast.trip.id)
        assert [row.id for row in arrivals(work.as_actor(cast.gate))] == [m.id]


def test_the_bridge_weighs_the_manifests_of_one_vehicle_together(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        first = cast.on_the_road()
        second = cast.on_the_road(1)
        for m in (first, second):
            scan_all(work, cast.gate, m)
        receive(work.as_actor(cast.gate), first.id, load(cast, tare_g=None))
        work.session.flush()
        view = gate_view(work.as_actor(cast.gate), second.id)
        assert [s.id for s in view.together] == [first.id]
        assert view.load_g == 3 * 182_400
        assert view.gross_g == 9_000_000
        assert view.weighing is None
        receive(work.as_actor(cast.gate), second.id, load(cast, tare_g="8452.8"))
        work.session.flush()
        weighing = gate_view(work.as_actor(cast.gate), second.id).weighing
        assert weighing is not None
        assert weighing.difference_g == 0
        assert weighing.within
