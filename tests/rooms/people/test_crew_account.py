"""A driver who was entered before he had an account is known by his phone when he takes his seat."""

from tests.support.agreements import a_crew
from tests.support.build import a_unit, a_user
from wastetrack.kernel.actor import SYSTEM, Actor, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Crew, Unit
from wastetrack.people.actions.accept import accept
from wastetrack.people.actions.invite import invite
from wastetrack.people.inputs import Invitation

PHONE, OTHER = "13905750041", "13905750042"


def a_seat_taken(work: Work, unit: Unit, phone: str) -> Actor:
    _, admin = a_user(work, unit, Role.ADMIN)
    _, person = a_user(work, a_unit(work), Role.READER, phone=phone)
    offer = Invitation.model_validate({"phone": phone, "role": Role.DRIVER})
    row = invite(work.as_actor(admin), unit.id, offer)
    work.session.flush()
    accept(work.as_actor(person), row.id)
    work.session.flush()
    return person


def test_the_qualification_of_the_same_phone_becomes_his(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work, "carrier")
        his, another = a_crew(work, unit, phone=PHONE), a_crew(work, unit, phone=OTHER)
        driver = a_seat_taken(work, unit, PHONE)
        assert his.user_id == driver.user_id
        assert another.user_id is None


def test_a_qualification_that_has_an_account_keeps_it(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work, "carrier")
        held = a_crew(work, unit, phone=PHONE, user_id=work.new_id())
        before = held.user_id
        a_seat_taken(work, unit, PHONE)
        assert held.user_id == before


def test_another_units_qualification_is_not_touched(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        elsewhere: Crew = a_crew(work, a_unit(work, "carrier"), phone=PHONE)
        a_seat_taken(work, a_unit(work, "carrier"), PHONE)
        assert elsewhere.user_id is None
