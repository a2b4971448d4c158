"""Asking the consignor at the gate: one case with the report, and the decision afterwards."""

import pytest
from sqlmodel import select

from tests.support.handover import scan_all
from tests.support.manifests import Cast
from wastetrack.cases.model import Case
from wastetrack.cases.queries import facts_since
from wastetrack.handover.actions.query import query_load
from wastetrack.handover.actions.receive import receive
from wastetrack.handover.inputs import QueryLoad, ReceiveLoad
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Refused
from wastetrack.manifests.actions.query import agree
from wastetrack.manifests.inputs import Opinion
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import lines_of
from wastetrack.manifests.terms import State

BUREAU = "示例生态环境分局"


def question(cast: Cast, m: Manifest, **over: object) -> QueryLoad:
    line = lines_of(cast.work, m.id)[0]
    values: dict[str, object] = {
        "gross_g": "9000",
        "lines": [{"line_id": line.id, "dimensions": ["property", "form"], "note": "有水"}],
        "reported_to": BUREAU,
    }
    return QueryLoad.model_validate(values | over)


def test_the_vehicle_waits_and_the_case_holds_the_report(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road()
        asked = query_load(work.as_actor(cast.gate), m.id, question(cast, m))
        work.session.flush()
        assert asked.state is State.NEGOTIATING
        case = work.session.exec(select(Case)).one()
        assert case.reported_to == BUREAU
        assert case.detail["lines"][0]["dimensions"] == ["property", "form"]
        assert case.manifest_id == m.id


def test_the_decision_after_the_answer_is_a_fact_of_the_same_case(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        scan_all(work, cast.gate, m)
        query_load(work.as_actor(cast.gate), m.id, question(cast, m))
        agree(work.as_actor(cast.producer), m.id, Opinion(opinion="确实有水"))
        lines = [
            {"line_id": line.id, "accepted_g": "182.4", "method": "R9"}
            for line in lines_of(work, m.id)
        ]
        data = ReceiveLoad.model_validate({"lines": lines, "facility_id": cast.hall.id})
        receive(work.as_actor(cast.gate), m.id, data)
        work.session.flush()
        case = work.session.exec(select(Case)).one()
        kinds = {event.kind for event in facts_since(work, case)}
        assert {"manifest.agree", "manifest.accept"} <= kinds


def test_a_question_names_a_dimension(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        with pytest.raises(ValueError, match="dimensions"):
            question(cast, m, lines=[{"line_id": m.id, "dimensions": []}])


def test_only_the_receiver_asks(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        with pytest.raises(Denied):
            query_load(work.as_actor(cast.producer), m.id, question(cast, m))


def test_a_line_of_another_manifest_is_no_question(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        other = [{"line_id": m.id, "dimensions": ["name"]}]
        with pytest.raises(Refused) as refused:
            query_load(work.as_actor(cast.gate), m.id, question(cast, m, lines=other))
        assert refused.value.codes == ("manifests.unknown_line",)
