"""Opening a case: by a room above or by hand, and who sees it."""

import pytest
from sqlmodel import select

from tests.support.build import a_site, a_unit, actor_of
from tests.support.containers import a_stranger
from tests.support.handover import drums_of
from tests.support.manifests import Cast
from wastetrack.audit.verify import verify_trail
from wastetrack.cases.actions.open import open_by_hand, open_case
from wastetrack.cases.inputs import OpenCase
from wastetrack.cases.queries import get_case, list_cases, show_case
from wastetrack.cases.terms import CaseKind, CaseState
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused
from wastetrack.outbox.model import Message


def by_hand(cast: Cast, **over: object) -> OpenCase:
    values: dict[str, object] = {
        "site_id": cast.shop.site.id,
        "title": "联单上的重量不对",
        "note": "磅单与联单差 20 kg",
    }
    return OpenCase.model_validate(values | over)


def test_the_far_end_of_the_manifest_is_the_other_party(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        data = by_hand(cast, manifest_reference=m.reference.lower())
        case = open_by_hand(work.as_actor(cast.producer), data)
        work.session.flush()
        assert (case.manifest_id, case.state) == (m.id, CaseState.OPEN)
        assert (case.other_unit_id, case.other_site_id) == (cast.disposer.id, cast.plant.id)
        told = work.session.exec(select(Message.to_unit_id).where(Message.kind == "case.open"))
        assert set(told) == {cast.shop.unit.id, cast.disposer.id}
        assert verify_trail(work).broken is None


def test_whoever_holds_the_container_is_the_other_party(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.received(1)
        drum = drums_of(work, m)[0]
        case = open_by_hand(
            work.as_actor(cast.producer), by_hand(cast, container_code=drum.human_code)
        )
        assert case.container_id == drum.id
        assert case.other_unit_id == cast.disposer.id


def test_a_manifest_of_others_is_not_found(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast, other = Cast(work), Cast(work)
        m = other.ready()
        with pytest.raises(Refused) as refused:
            open_by_hand(
                work.as_actor(cast.producer), by_hand(cast, manifest_reference=m.reference)
            )
        assert refused.value.codes == ("cases.no_such_manifest",)


def test_a_code_that_nobody_knows_is_told(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        with pytest.raises(Refused) as refused:
            open_by_hand(work.as_actor(cast.producer), by_hand(cast, container_code="NOBODY"))
        assert refused.value.codes == ("cases.no_such_container",)


def test_a_mismatch_is_opened_by_the_gate_only(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        with pytest.raises(Refused) as refused:
            open_by_hand(work.as_actor(cast.producer), by_hand(cast, kind="discrepancy"))
        assert refused.value.codes == ("cases.by_the_gate",)


def test_who_may_open(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        with pytest.raises(Missing):
            open_by_hand(work.as_actor(a_stranger(work)), by_hand(cast))
        with pytest.raises(Denied):
            open_by_hand(work.as_actor(actor_of(cast.shop.unit, Role.READER)), by_hand(cast))
        assert open_by_hand(work.as_actor(cast.officer), by_hand(cast)).unit_id == cast.shop.unit.id


def test_both_parties_and_the_bureau_see_it_and_nobody_else(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        case = open_by_hand(
            work.as_actor(cast.producer), by_hand(cast, manifest_reference=m.reference)
        )
        work.session.flush()
        for person in (cast.producer, cast.gate, cast.officer):
            seen = list_cases(work.as_actor(person))
            assert [row.case.id for row in seen.rows] == [case.id]
            assert show_case(work.as_actor(person), case.id).reference == m.reference
        for person in (cast.driver, a_stranger(work)):
            assert not list_cases(work.as_actor(person)).rows
            with pytest.raises(Missing):
                get_case(work.as_actor(person), case.id)


def test_a_seat_of_one_site_sees_the_cases_of_that_site(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        other_site = a_site(work, cast.shop.unit, name="二厂区")
        case = open_by_hand(work.as_actor(cast.producer), by_hand(cast))
        work.session.flush()
        here = actor_of(cast.shop.unit, Role.OPERATOR, cast.shop.site)
        there = actor_of(cast.shop.unit, Role.OPERATOR, other_site)
        assert [row.case.id for row in list_cases(work.as_actor(here)).rows] == [case.id]
        assert not list_cases(work.as_actor(there)).rows
        with pytest.raises(Missing):
            get_case(work.as_actor(there), case.id)


def test_the_list_is_paged_and_filtered(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        mine = work.as_actor(cast.producer)
        made = [
            open_case(mine, kind, cast.shop.site.id, cast.shop.unit.id, "问题").id
            for kind in (CaseKind.DATA, CaseKind.CONFLICT, CaseKind.DATA)
        ]
        work.session.flush()
        first = list_cases(mine, size=2)
        rest = list_cases(mine, size=2, after=first.after)
        assert [r.case.id for r in (*first.rows, *rest.rows)] == made[::-1]
        assert rest.after is None
        assert len(list_cases(mine, kind=CaseKind.DATA).rows) == 2
        assert not list_cases(mine, state=CaseState.CLOSED).rows


def test_a_person_without_a_seat_sees_no_case(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        open_by_hand(work.as_actor(cast.producer), by_hand(cast))
        work.session.flush()
        unit = a_unit(work)
        nobody = actor_of(unit, Role.LEGAL)
        assert not list_cases(work.as_actor(nobody)).rows
