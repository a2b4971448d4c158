"""Closing: by the bureau, with a fact of the trail and a sentence."""

from uuid import UUID

import pytest

from tests.rooms.cases.test_answer import SAID, a_case
from tests.support.manifests import Cast
from wastetrack.audit.verify import verify_trail
from wastetrack.cases.actions.answer import answer
from wastetrack.cases.actions.close import close
from wastetrack.cases.actions.open import open_case
from wastetrack.cases.inputs import CloseCase
from wastetrack.cases.queries import facts_since, show_case
from wastetrack.cases.terms import CaseKind, CaseState
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Refused
from wastetrack.manifests.actions.consent import consent


def ending(fact_id: UUID) -> CloseCase:
    return CloseCase(fact_id=fact_id, closing="双方重新过磅，数据已经一致")


def test_what_a_party_answered_is_a_fact(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        case = a_case(cast)
        answer(work.as_actor(cast.producer), case.id, SAID)
        work.session.flush()
        fact = facts_since(work, case)[0]
        done = close(work.as_actor(cast.officer), case.id, ending(fact.id))
        work.session.flush()
        assert (done.state, done.closed_at) == (CaseState.CLOSED, work.now)
        assert done.detail["fact_kind"] == "case.answer"
        assert verify_trail(work).broken is None


def test_what_happened_to_the_manifest_since_is_a_fact(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.filed()
        case = open_case(
            work.as_actor(cast.gate),
            CaseKind.DATA,
            cast.plant.id,
            cast.disposer.id,
            "重量不对",
            manifest_id=m.id,
        )
        work.session.flush()
        assert not facts_since(work, case)
        consent(work.as_actor(cast.gate), m.id)
        work.session.flush()
        assert "manifest.consent" in {event.kind for event in facts_since(work, case)}


def test_the_bureaus_own_remark_is_no_fact(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        case = a_case(cast)
        answer(work.as_actor(cast.officer), case.id, SAID)
        work.session.flush()
        with pytest.raises(Refused) as refused:
            close(work.as_actor(cast.officer), case.id, ending(UUID(int=1)))
        assert refused.value.codes == ("cases.nothing_happened",)


def test_a_fact_from_elsewhere_closes_nothing(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        case = a_case(cast)
        answer(work.as_actor(cast.producer), case.id, SAID)
        work.session.flush()
        with pytest.raises(Refused) as refused:
            close(work.as_actor(cast.officer), case.id, ending(UUID(int=1)))
        assert refused.value.codes == ("cases.no_such_fact",)


def test_a_closed_case_stays_closed(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        case = a_case(cast)
        answer(work.as_actor(cast.producer), case.id, SAID)
        work.session.flush()
        fact = facts_since(work, case)[0]
        close(work.as_actor(cast.officer), case.id, ending(fact.id))
        work.session.flush()
        with pytest.raises(Refused) as refused:
            close(work.as_actor(cast.officer), case.id, ending(fact.id))
        assert refused.value.codes == ("cases.closed",)
        with pytest.raises(Refused) as refused:
            answer(work.as_actor(cast.producer), case.id, SAID)
        assert refused.value.codes == ("cases.closed",)
        view = show_case(work.as_actor(cast.producer), case.id)
        assert not view.may_answer
        assert not view.may_close
        assert not view.waiting


def test_a_party_cannot_close(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        case = a_case(cast)
        answer(work.as_actor(cast.producer), case.id, SAID)
        work.session.flush()
        fact = facts_since(work, case)[0]
        for person in (cast.producer, cast.gate):
            with pytest.raises(Denied):
                close(work.as_actor(person), case.id, ending(fact.id))
