"""Answers: both parties, as often as they like, until it is closed."""

import pytest
from sqlmodel import select

from tests.support.build import actor_of
from tests.support.containers import a_stranger
from tests.support.manifests import Cast
from wastetrack.cases.actions.answer import answer
from wastetrack.cases.actions.open import open_case
from wastetrack.cases.inputs import AnswerCase
from wastetrack.cases.model import Case
from wastetrack.cases.queries import show_case
from wastetrack.cases.terms import CaseKind, CaseState
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing
from wastetrack.outbox.model import Message

SAID = AnswerCase(text="我们重新过磅了")


def a_case(cast: Cast) -> Case:
    row = open_case(
        cast.work.as_actor(cast.gate),
        CaseKind.DATA,
        cast.plant.id,
        cast.disposer.id,
        "重量不对",
        other_unit_id=cast.shop.unit.id,
        other_site_id=cast.shop.site.id,
    )
    cast.work.session.flush()
    return row


def test_it_is_answered_when_both_parties_have_spoken(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        case = a_case(cast)
        assert answer(work.as_actor(cast.producer), case.id, SAID).state is CaseState.OPEN
        waiting = show_case(work.as_actor(cast.producer), case.id).waiting
        assert waiting == (cast.disposer.name,)
        assert answer(work.as_actor(cast.gate), case.id, SAID).state is CaseState.ANSWERED
        assert [a["text"] for a in case.answers] == [SAID.text, SAID.text]


def test_the_others_are_told(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        case = a_case(cast)
        answer(work.as_actor(cast.producer), case.id, SAID)
        work.session.flush()
        told = work.session.exec(select(Message.to_unit_id).where(Message.kind == "case.answer"))
        assert list(told) == [cast.disposer.id]


def test_an_officer_may_speak_but_answers_for_nobody(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        case = answer(work.as_actor(cast.officer), a_case(cast).id, SAID)
        assert case.state is CaseState.OPEN
        assert case.answers[0]["party"] is False


def test_who_may_answer(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        case = a_case(cast)
        with pytest.raises(Denied):
            answer(work.as_actor(actor_of(cast.shop.unit, Role.READER)), case.id, SAID)
        with pytest.raises(Missing):
            answer(work.as_actor(a_stranger(work)), case.id, SAID)
