"""Registration: new units, known codes, and what is never told."""

import pytest
from sqlmodel import col, select

from tests.support.build import PASSWORD, a_unit
from tests.support.parties import HASH, a_registration, registered
from wastetrack.audit.model import Event
from wastetrack.kernel.actor import NOBODY, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Refused
from wastetrack.kernel.passwords import matches
from wastetrack.parties.terms import UnitKind, UnitState
from wastetrack.people.actions.register import register
from wastetrack.people.model import Membership, User
from wastetrack.people.queries import find_user_by_phone, load_actor, own_seats
from wastetrack.people.terms import MembershipState


def test_a_workshop_registers_with_four_fields_and_starts_at_once(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        came = register(work, a_registration())
        user_id = came.user.id
        assert came.state == "active"
    with db.reading(NOBODY) as work:
        user = find_user_by_phone(work, came.user.phone)
        assert user is not None
        assert matches(PASSWORD, user.password_hash)
        assert PASSWORD not in user.password_hash
        actor = load_actor(work, user_id, 0)
        assert actor is not None
        assert [(s.role, s.all_sites) for s in actor.seats] == [(Role.ADMIN, True)]
        events = work.session.exec(select(Event).order_by(col(Event.id))).all()
        assert [e.kind for e in events] == ["people.register", "unit.enrol", "people.admit"]
        assert {e.actor_id for e in events} == {user_id}
        assert HASH[:20] not in str([e.payload for e in events])


@pytest.mark.parametrize(
    "over",
    [{"expected": "under_100"}, {"kinds": ["collector"]}, {"kinds": ["producer", "disposer"]}],
    ids=["ten tonnes a year", "a collector", "a producer that disposes"],
)
def test_bigger_ones_wait_but_may_already_enter(db: Database, over: dict[str, object]) -> None:
    with db.transaction(NOBODY) as work:
        came, actor = registered(work, **over)
        assert came.state == "pending"
        assert came.unit.state is UnitState.PENDING
        assert actor.seats[0].role is Role.ADMIN


def test_a_known_code_becomes_a_join_request_without_a_seat(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        first, _ = registered(work)
        second, actor = registered(work, credit_code=first.unit.credit_code, name="别的名字")
        assert second.state == "requested"
        assert second.unit.id == first.unit.id
        assert second.unit.name == "舜江汽修厂"
        assert actor.seats == ()
        own = own_seats(work.as_actor(actor))
        assert [s.membership.state for s in own] == [MembershipState.REQUESTED]


def test_who_registers_an_authority_gets_no_power_by_it(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        came, actor = registered(work, kinds=["authority"])
        assert came.unit.state is UnitState.PENDING
        assert actor.seats == ()
        assert not actor.is_authority


def test_a_code_that_fails_the_check_needs_a_reason(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        code = "91350211M0000XUF46"
        with pytest.raises(Refused) as refused:
            register(work, a_registration(credit_code=code), password_hash=HASH)
        assert refused.value.codes == ("parties.code_checksum",)
        came, _ = registered(work, credit_code=code, code_reason="营业执照上就是这个代码")
        assert came.unit.code_reason == "营业执照上就是这个代码"


def test_a_phone_has_one_account(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        first, _ = registered(work)
        with pytest.raises(Refused) as refused:
            registered(work, phone=first.user.phone)
        assert refused.value.codes == ("people.phone_in_use",)


def test_all_faults_are_told_at_once(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        data = a_registration(credit_code="91350211M0000XUF46", password="1234567890")
        with pytest.raises(Refused) as refused:
            register(work, data)
        assert refused.value.codes == ("people.password_weak", "parties.code_checksum")


def test_a_refused_registration_leaves_nothing(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        a_unit(work)
    with pytest.raises(Refused):
        db.write(
            NOBODY,
            lambda w: register(w, a_registration(kinds=["authority", "producer"])),
        )
    with db.reading(NOBODY) as work:
        assert work.session.exec(select(User)).all() == []
        assert work.session.exec(select(Membership)).all() == []


def test_an_authority_is_never_also_a_producer(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        with pytest.raises(Refused) as refused:
            registered(work, kinds=[UnitKind.AUTHORITY, UnitKind.PRODUCER])
        assert refused.value.codes == ("parties.authority_alone",)
