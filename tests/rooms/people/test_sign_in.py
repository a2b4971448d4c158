"""Signing in: counted tries, growing locks, one-time codes."""

from datetime import timedelta

import pytest
from sqlmodel import select

from tests.support.build import PASSWORD
from tests.support.parties import registered
from wastetrack.kernel.actor import NOBODY, SYSTEM
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Refused
from wastetrack.kernel.passwords import matches
from wastetrack.outbox.model import Message
from wastetrack.people.actions.attempt import attempt
from wastetrack.people.actions.redeem import redeem
from wastetrack.people.actions.send_code import send_code
from wastetrack.people.actions.sign_in import sign_in
from wastetrack.people.inputs import CodeReset, CodeSignIn
from wastetrack.people.model import OneTimeCode, Throttle, User
from wastetrack.people.queries import load_actor
from wastetrack.people.terms import CodePurpose

HERE = "192.0.2.1"


def enter(db: Database, phone: str, password: str, address: str = HERE) -> User:
    tried = db.write(NOBODY, lambda w: attempt(w, phone, address))
    return db.write(NOBODY, lambda w: sign_in(w, tried, password))


def codes(db: Database, phone: str, password: str, address: str = HERE) -> tuple[str, ...]:
    with pytest.raises(Refused) as refused:
        enter(db, phone, password, address)
    return refused.value.codes


@pytest.fixture
def phone(db: Database) -> str:
    with db.transaction(NOBODY) as work:
        came, _ = registered(work)
        return came.user.phone


def test_the_right_password_lets_in(db: Database, phone: str) -> None:
    assert enter(db, phone, PASSWORD).phone == phone


def test_a_wrong_password_and_an_unknown_phone_sound_the_same(db: Database, phone: str) -> None:
    assert codes(db, phone, "wrong") == ("people.wrong_password",)
    assert codes(db, "15999999999", "wrong") == ("people.wrong_password",)


def test_many_failures_lock_the_phone_for_longer_and_longer(
    db: Database, phone: str, clock: FixedClock
) -> None:
    for _ in range(5):
        assert codes(db, phone, "wrong") == ("people.wrong_password",)
    assert codes(db, phone, PASSWORD) == ("people.wait",)
    assert codes(db, phone, PASSWORD, "198.51.100.9") == ("people.wait",)
    clock.move(minutes=1)
    assert codes(db, phone, "wrong") == ("people.wrong_password",)
    clock.move(minutes=1)
    assert codes(db, phone, PASSWORD) == ("people.wait",)
    clock.move(minutes=1)
    assert enter(db, phone, PASSWORD).phone == phone


def test_a_good_entry_clears_the_phones_count(db: Database, phone: str) -> None:
    for _ in range(4):
        codes(db, phone, "wrong")
    enter(db, phone, PASSWORD)
    for _ in range(4):
        codes(db, phone, "wrong")
    enter(db, phone, PASSWORD)


def test_one_address_cannot_try_many_phones(db: Database, phone: str) -> None:
    for n in range(30):
        codes(db, f"158000000{n:02d}", "wrong")
    assert codes(db, phone, PASSWORD) == ("people.wait",)
    assert enter(db, phone, PASSWORD, "198.51.100.9").phone == phone


def test_a_lock_of_yesterday_is_forgotten(db: Database, phone: str, clock: FixedClock) -> None:
    for _ in range(5):
        codes(db, phone, "wrong")
    clock.move(hours=25)
    codes(db, phone, "wrong")
    with db.reading(SYSTEM) as work:
        row = work.session.get(Throttle, f"phone:{phone}")
        assert row is not None
        assert (row.failures, row.locked_until) == (1, None)


def sent(db: Database, phone: str) -> str:
    with db.reading(SYSTEM) as work:
        rows = work.session.exec(select(Message).where(Message.to_phone == phone)).all()
        return str(max(rows, key=lambda row: row.id).payload["code"])


def ask_code(db: Database, phone: str, purpose: CodePurpose = CodePurpose.RESET) -> None:
    db.write(NOBODY, lambda w: send_code(w, phone, purpose, HERE))


def test_a_code_sets_a_new_password_and_ends_all_sessions(db: Database, phone: str) -> None:
    ask_code(db, phone)
    data = CodeReset(phone=phone, code=sent(db, phone), password="another horse 7")
    user = db.write(NOBODY, lambda w: redeem(w, data))
    assert user is not None
    assert matches("another horse 7", user.password_hash)
    with db.reading(SYSTEM) as work:
        assert load_actor(work, user.id, 0) is None
        assert load_actor(work, user.id, 1) is not None
    assert db.write(NOBODY, lambda w: redeem(w, data)) is None


def test_a_code_for_entering_does_not_change_a_password(db: Database, phone: str) -> None:
    ask_code(db, phone, CodePurpose.SIGN_IN)
    code = sent(db, phone)
    data = CodeReset(phone=phone, code=code, password="another horse 7")
    assert db.write(NOBODY, lambda w: redeem(w, data)) is None
    user = db.write(NOBODY, lambda w: redeem(w, CodeSignIn(phone=phone, code=code)))
    assert user is not None
    assert matches(PASSWORD, user.password_hash)


def test_a_code_is_guessed_five_times_at_most(db: Database, phone: str) -> None:
    ask_code(db, phone, CodePurpose.SIGN_IN)
    code = sent(db, phone)
    other = f"{(int(code) + 1) % 1_000_000:06d}"
    for _ in range(5):
        assert db.write(NOBODY, lambda w: redeem(w, CodeSignIn(phone=phone, code=other))) is None
    assert db.write(NOBODY, lambda w: redeem(w, CodeSignIn(phone=phone, code=code))) is None


def test_a_code_runs_out(db: Database, phone: str, clock: FixedClock) -> None:
    ask_code(db, phone, CodePurpose.SIGN_IN)
    code = sent(db, phone)
    clock.move(minutes=10)
    assert db.write(NOBODY, lambda w: redeem(w, CodeSignIn(phone=phone, code=code))) is None


def test_codes_are_not_sent_without_end(db: Database, phone: str) -> None:
    for _ in range(3):
        ask_code(db, phone)
    with pytest.raises(Refused) as refused:
        ask_code(db, phone)
    assert refused.value.codes == ("people.wait",)


def test_an_unknown_phone_gets_the_same_answer_and_no_code(db: Database) -> None:
    ask_code(db, "15999999999")
    with db.reading(SYSTEM) as work:
        assert work.session.exec(select(OneTimeCode)).all() == []
        assert work.session.exec(select(Message)).all() == []


def test_a_code_is_not_kept_in_clear(db: Database, phone: str) -> None:
    ask_code(db, phone)
    with db.reading(SYSTEM) as work:
        row = work.session.exec(select(OneTimeCode)).one()
        assert sent(db, phone) not in row.code_hash
        assert row.expires_at - work.now == timedelta(minutes=10)
