"""Seats in a unit: asked for, offered, changed, ended; passwords of others and one's own."""

from typing import NamedTuple
from uuid import UUID

import pytest
from sqlmodel import select

from tests.support.build import PASSWORD, a_site, a_unit, a_user
from tests.support.parties import registered
from wastetrack.kernel.actor import NOBODY, SYSTEM, Actor, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused, Stale
from wastetrack.kernel.passwords import UNUSABLE, matches
from wastetrack.kernel.work import Work
from wastetrack.outbox.model import Message
from wastetrack.parties.model import Unit
from wastetrack.parties.terms import UnitKind, UnitState
from wastetrack.people.actions.accept import accept
from wastetrack.people.actions.admit import admit
from wastetrack.people.actions.assign import assign
from wastetrack.people.actions.change_password import change_password
from wastetrack.people.actions.deactivate import deactivate
from wastetrack.people.actions.edit import edit
from wastetrack.people.actions.found import found
from wastetrack.people.actions.invite import invite
from wastetrack.people.actions.join import join
from wastetrack.people.actions.redeem import redeem
from wastetrack.people.actions.reset import reset
from wastetrack.people.actions.suspend import suspend
from wastetrack.people.inputs import (
    CodeReset,
    Founding,
    Invitation,
    JoinRequest,
    Parting,
    PasswordChange,
    Profile,
    SeatInput,
)
from wastetrack.people.model import Membership
from wastetrack.people.queries import (
    get_user,
    list_members,
    list_waiting,
    load_actor,
    own_seats,
    seats_of_user,
)
from wastetrack.people.terms import MembershipState

WHY = Parting(reason="离职")


class Shop(NamedTuple):
    unit: Unit
    admin: Actor
    worker: Actor


def a_shop(work: Work) -> Shop:
    came, admin = registered(work)
    _, worker = a_user(work, came.unit, Role.OPERATOR)
    return Shop(came.unit, admin, worker)


def seat_of(work: Work, actor: Actor) -> UUID:
    assert actor.user_id is not None
    return seats_of_user(work, actor.user_id)[0].id


def a_request(work: Work, unit: Unit) -> Actor:
    _, actor = registered(work, credit_code=unit.credit_code)
    return actor


def test_the_admin_lets_a_person_in_with_a_role_and_sites(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        site = a_site(work, shop.unit)
        asks = a_request(work, shop.unit)
        row_id = own_seats(work.as_actor(asks))[0].membership.id
        data = SeatInput(role=Role.GATE, site_ids=[str(site.id)])
        with pytest.raises(Denied):
            admit(work.as_actor(shop.worker), row_id, data)
        admit(work.as_actor(shop.admin), row_id, data)
        work.session.flush()
        assert asks.user_id is not None
        actor = load_actor(work, asks.user_id, 0)
        assert actor is not None
        assert [(s.role, s.site_ids) for s in actor.seats] == [(Role.GATE, (site.id,))]
        with pytest.raises(Stale):
            admit(work.as_actor(shop.admin), row_id, data)


def test_another_units_admin_sees_no_request(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        asks = a_request(work, shop.unit)
        _, stranger = registered(work)
        row_id = own_seats(work.as_actor(asks))[0].membership.id
        with pytest.raises(Missing):
            admit(work.as_actor(stranger), row_id, SeatInput(role=Role.READER))
        with pytest.raises(Missing):
            list_members(work.as_actor(stranger), shop.unit.id)


def test_a_signed_in_person_asks_for_a_second_unit(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        _, other = registered(work)
        ask = JoinRequest(credit_code=shop.unit.credit_code)
        row = join(work.as_actor(other), ask)
        assert row.state is MembershipState.REQUESTED
        work.session.flush()
        with pytest.raises(Refused) as refused:
            join(work.as_actor(other), ask)
        assert refused.value.codes == ("people.seat_known",)
        with pytest.raises(Refused) as refused:
            join(work.as_actor(other), JoinRequest(credit_code="91512081MA62K0260E"))
        assert refused.value.codes == ("people.no_such_unit",)
        with pytest.raises(Denied):
            join(work, ask)


def test_an_offer_by_phone_is_taken_by_its_owner_only(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        offer = Invitation(phone="15800000001", name="驾驶员", role=Role.DRIVER)
        row = invite(work.as_actor(shop.admin), shop.unit.id, offer)
        work.session.flush()
        user = get_user(work, row.user_id)
        assert user.password_hash == UNUSABLE
        assert not matches("", user.password_hash)
        with pytest.raises(Missing):
            accept(work.as_actor(shop.worker), row.id)
        driver = Actor(user.id, user.name)
        accept(work.as_actor(driver), row.id)
        work.session.flush()
        actor = load_actor(work, user.id, 0)
        assert actor is not None
        assert actor.seats[0].role is Role.DRIVER
        with pytest.raises(Stale):
            accept(work.as_actor(driver), row.id)
        with pytest.raises(Refused) as refused:
            invite(work.as_actor(shop.admin), shop.unit.id, offer)
        assert refused.value.codes == ("people.seat_known_here",)


def test_a_workshop_has_no_officers_and_no_foreign_sites(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        elsewhere = a_site(work, a_unit(work))
        offer = Invitation(phone="15800000001", role=Role.OFFICER, site_ids=[str(elsewhere.id)])
        with pytest.raises(Refused) as refused:
            invite(work.as_actor(shop.admin), shop.unit.id, offer)
        assert refused.value.codes == ("people.role_not_here", "people.site_not_here")


def test_the_last_admin_keeps_the_unit(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        mine, theirs = seat_of(work, shop.admin), seat_of(work, shop.worker)
        boss = work.as_actor(shop.admin)
        with pytest.raises(Refused) as refused:
            assign(boss, mine, SeatInput(role=Role.READER))
        assert refused.value.codes == ("people.last_keeper",)
        with pytest.raises(Refused) as refused:
            deactivate(boss, mine, WHY)
        assert refused.value.codes == ("people.last_keeper",)
        assign(boss, theirs, SeatInput(role=Role.ADMIN))
        work.session.flush()
        deactivate(boss, mine, WHY)
        work.session.flush()
        assert shop.admin.user_id is not None
        gone = load_actor(work, shop.admin.user_id, 0)
        assert gone is not None
        assert gone.seats == ()


def test_an_ended_seat_is_not_ended_twice(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        row_id = seat_of(work, shop.worker)
        deactivate(work.as_actor(shop.admin), row_id, WHY)
        work.session.flush()
        with pytest.raises(Stale):
            deactivate(work.as_actor(shop.admin), row_id, WHY)


def test_the_admin_gives_a_temporary_password(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        row_id = seat_of(work, shop.worker)
        with pytest.raises(Denied):
            reset(work.as_actor(shop.worker), row_id)
        temporary = reset(work.as_actor(shop.admin), row_id)
        work.session.flush()
        assert shop.worker.user_id is not None
        user = get_user(work, shop.worker.user_id)
        assert temporary is not None
        assert matches(temporary, user.password_hash)
        assert load_actor(work, user.id, 0) is None
        assert user.temporary_by == shop.admin.label
        held = load_actor(work, user.id, 1)
        assert held is not None
        assert held.must_change
        mine = work.as_actor(held)
        with pytest.raises(Refused) as refused:
            change_password(mine, PasswordChange(old=temporary, password=temporary))
        assert refused.value.codes == ("people.same_password",)
        change_password(mine, PasswordChange(old=temporary, password="another horse 7"))
        work.session.flush()
        free = load_actor(work, user.id, 2)
        assert free is not None
        assert not free.must_change


class Bureau(NamedTuple):
    unit: Unit
    officer: Actor
    system: Actor
    security: Actor


def a_bureau(work: Work) -> Bureau:
    unit = a_unit(work, UnitKind.AUTHORITY)
    roles = (Role.OFFICER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN)
    return Bureau(unit, *(a_user(work, unit, role)[1] for role in roles))


def test_the_bureaus_administrators_reset_a_password_and_never_see_one(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        bureau, shop = a_bureau(work), a_shop(work)
        for keeper in (bureau.system, bureau.security):
            for person in (bureau.officer, shop.worker, shop.admin):
                assert reset(work.as_actor(keeper), seat_of(work, person)) is None
        work.session.flush()
        assert bureau.officer.user_id is not None
        user = get_user(work, bureau.officer.user_id)
        assert user.password_hash == UNUSABLE
        assert user.temporary_by == bureau.security.label
        sent = work.session.exec(select(Message).where(Message.to_phone == user.phone)).all()
        assert [row.payload["by"] for row in sent] == [bureau.system.label, bureau.security.label]
        code = CodeReset(
            phone=user.phone, code=str(sent[-1].payload["code"]), password="another horse 7"
        )
        entered = redeem(work, code)
        assert entered is not None
        assert (entered.temporary_by, entered.temporary_at) == (None, None)


def test_an_officers_seat_takes_both_administrators(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        bureau = a_bureau(work)
        offer = Invitation(phone="15800000001", name="监管人员", role=Role.OFFICER)
        with pytest.raises(Denied):
            invite(work.as_actor(bureau.security), bureau.unit.id, offer)
        row = invite(work.as_actor(bureau.system), bureau.unit.id, offer)
        work.session.flush()
        person = Actor(row.user_id, "监管人员")
        assert accept(work.as_actor(person), row.id).state is MembershipState.REQUESTED
        with pytest.raises(Denied):
            admit(work.as_actor(bureau.system), row.id, SeatInput(role=Role.OFFICER))
        seated = admit(work.as_actor(bureau.security), row.id, SeatInput(role=Role.OFFICER))
        assert seated.state is MembershipState.ACTIVE
        with pytest.raises(Denied):
            assign(work.as_actor(bureau.system), row.id, SeatInput(role=Role.HEAD))


def test_the_bureau_keeps_one_of_each_administrator(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        bureau = a_bureau(work)
        for keeper in (bureau.system, bureau.security):
            with pytest.raises(Refused) as refused:
                deactivate(work.as_actor(bureau.security), seat_of(work, keeper), WHY)
            assert refused.value.codes == ("people.last_keeper",)


def test_in_the_bureau_nobody_gives_himself_another_role_or_a_second_one(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        bureau = a_bureau(work)
        own = seat_of(work, bureau.security)
        with pytest.raises(Refused) as refused:
            assign(work.as_actor(bureau.security), own, SeatInput(role=Role.OFFICER))
        assert "people.own_seat" in refused.value.codes
        phone = get_user(work, work.session.get_one(Membership, own).user_id).phone
        with pytest.raises(Refused) as refused:
            invite(
                work.as_actor(bureau.system),
                bureau.unit.id,
                Invitation(phone=phone, role=Role.OFFICER),
            )
        assert refused.value.codes == ("people.roles_apart",)


def test_a_password_given_on_the_command_line_must_be_changed_first(db: Database) -> None:
    data = Founding(
        credit_code="11330600MB18967509",
        unit_name="某生态环境分局",
        phone="15700000001",
        name="监管人员",
        password=PASSWORD,
    )
    with db.transaction(SYSTEM) as work:
        came = found(work, data, temporary=True)
        actor = load_actor(work, came.user.id, 0)
        assert actor is not None
        assert actor.must_change


def test_an_admin_cannot_enter_another_unit_through_a_shared_person(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        came, other_boss = registered(work)
        offer = Invitation(phone=came.user.phone, role=Role.READER)
        row = invite(work.as_actor(shop.admin), shop.unit.id, offer)
        work.session.flush()
        with pytest.raises(Refused) as refused:
            reset(work.as_actor(shop.admin), row.id)
        assert refused.value.codes == ("people.reset_elsewhere",)
        accept(work.as_actor(other_boss), row.id)
        work.session.flush()
        with pytest.raises(Refused) as refused:
            reset(work.as_actor(shop.admin), row.id)
        assert refused.value.codes == ("people.reset_elsewhere",)


def test_a_person_changes_the_own_password_and_name(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        _, admin = registered(work)
        mine = work.as_actor(admin)
        with pytest.raises(Refused) as refused:
            change_password(mine, PasswordChange(old="wrong", password="another horse 7"))
        assert refused.value.codes == ("people.wrong_password",)
        user = change_password(mine, PasswordChange(old=PASSWORD, password="another horse 7"))
        assert user.session_epoch == 1
        assert edit(mine, Profile(name="安全员")).name == "安全员"
        with pytest.raises(Denied):
            edit(work, Profile(name="谁"))


def test_the_bureaus_administrators_stop_an_account(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        shop = a_shop(work)
        bureau = a_unit(work, UnitKind.AUTHORITY)
        _, officer = a_user(work, bureau, Role.OFFICER)
        _, security = a_user(work, bureau, Role.SECURITY_ADMIN)
        assert shop.worker.user_id is not None
        assert security.user_id is not None
        for actor in (officer, shop.admin):
            with pytest.raises((Denied, Missing)):
                suspend(work.as_actor(actor), shop.worker.user_id, WHY)
        suspend(work.as_actor(security), shop.worker.user_id, WHY)
        work.session.flush()
        assert load_actor(work, shop.worker.user_id, 1) is None
        with pytest.raises(Refused) as refused:
            suspend(work.as_actor(security), security.user_id, WHY)
        assert refused.value.codes == ("people.not_oneself",)
        suspend(work.as_actor(security), shop.worker.user_id, WHY, active=True)
        work.session.flush()
        assert load_actor(work, shop.worker.user_id, 2) is not None


def test_requests_for_an_authority_are_answered_by_the_bureaus_administrators(
    db: Database,
) -> None:
    with db.transaction(NOBODY) as work:
        bureau = a_unit(work, UnitKind.AUTHORITY)
        _, security = a_user(work, bureau, Role.SECURITY_ADMIN)
        asks = a_request(work, bureau)
        waiting = list_waiting(work.as_actor(security))
        assert [unit.id for _, unit in waiting] == [bureau.id]
        row_id = waiting[0][0].membership.id
        admit(work.as_actor(security), row_id, SeatInput(role=Role.OFFICER))
        work.session.flush()
        assert asks.user_id is not None
        actor = load_actor(work, asks.user_id, 0)
        assert actor is not None
        assert actor.is_authority


def test_the_first_authority_is_made_by_the_system_only(db: Database) -> None:
    data = Founding(
        credit_code="11330600MB18967509",
        unit_name="某生态环境分局",
        phone="15700000001",
        name="监管人员",
        password=PASSWORD,
    )
    with db.transaction(SYSTEM) as work:
        came = found(work, data)
        again = found(work, data.model_copy(update={"role": Role.HEAD}))
        assert again.unit.id == came.unit.id
        assert came.unit.state is UnitState.ACTIVE
        actor = load_actor(work, came.user.id, 0)
        assert actor is not None
        assert [s.role for s in actor.seats] == [Role.OFFICER, Role.HEAD]
        with pytest.raises(Refused) as refused:
            found(work, data.model_copy(update={"role": Role.SYSTEM_ADMIN}))
        assert refused.value.codes == ("people.roles_apart",)
        with pytest.raises(Missing):
            found(work.as_actor(NOBODY), data)
