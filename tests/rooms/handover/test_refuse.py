"""Refusing a whole load: the vehicle keeps it, the authority is told, a way back stays open."""

import pytest
from sqlmodel import select

from tests.support.handover import drums_of
from tests.support.manifests import Cast
from wastetrack.cases.model import Case
from wastetrack.cases.terms import CaseKind
from wastetrack.containers.terms import Custody
from wastetrack.handover.actions.refuse import refuse_load
from wastetrack.handover.inputs import RefuseLoad
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Refused
from wastetrack.manifests.actions.send_back import send_back, take_back
from wastetrack.manifests.inputs import SendBackManifest, TakeBackManifest
from wastetrack.manifests.terms import State

REFUSAL = RefuseLoad.model_validate(
    {
        "gross_g": "9000",
        "reason": "包装破损",
        "dimensions": ["packaging"],
        "reported_to": "示例生态环境分局",
    }
)


def test_nothing_is_taken_and_both_parties_are_told(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road()
        done = refuse_load(work.as_actor(cast.gate), m.id, REFUSAL)
        work.session.flush()
        assert done.state is State.REFUSED
        case = work.session.exec(select(Case)).one()
        assert case.kind is CaseKind.REFUSAL
        assert case.reported_to == "示例生态环境分局"
        assert [row["refused_g"] for row in case.detail["lines"]] == [182_400, 182_400]


def test_what_was_refused_goes_back_and_the_clock_runs_on(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road()
        began = [c.oldest_waste_at for c in drums_of(work, m)]
        refuse_load(work.as_actor(cast.gate), m.id, REFUSAL)
        send_back(work.as_actor(cast.driver), m.id, SendBackManifest(order="移出人来电要求退回"))
        done = take_back(work.as_actor(cast.producer), m.id, TakeBackManifest())
        work.session.flush()
        drums = drums_of(work, m)
        assert done.state is State.RETURNED
        assert {c.custody for c in drums} == {Custody.IN_STORE}
        assert [c.held_since for c in drums] == began


def test_only_the_receiver_refuses(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road()
        with pytest.raises(Denied):
            refuse_load(work.as_actor(cast.driver), m.id, REFUSAL)


def test_a_load_that_has_not_left_cannot_be_refused(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        with pytest.raises(Refused) as refused:
            refuse_load(work.as_actor(cast.gate), m.id, REFUSAL)
        assert refused.value.codes == ("manifests.not_in_this_state",)
