"""A district where everything is in force: each party has people who sign in; the journey is what they do."""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import col, select

from tests.journeys.person import Person
from tests.journeys.stage import Stage
from tests.support.build import PASSWORD, a_unit
from tests.support.manifests import Cast
from wastetrack.audit.trail import record
from wastetrack.containers.model import Container
from wastetrack.deadlines.actions.sweep import sweep
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.passwords import hash_password
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import boxes
from wastetrack.parties.model import Unit
from wastetrack.people.model import Membership, User
from wastetrack.people.terms import MembershipState

PRODUCER, CARRIER, DISPOSER, BUREAU = "示例汽修厂", "示例运输队", "示例处置厂", "示例生态环境分局"


class Players:
    """Producer, carrier, disposer and bureau; what a journey is not about is done by their builders."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.numbers = iter(range(13905750001, 13905759999))
        self.phones: dict[Person, str] = {}
        self.kept = hash_password(PASSWORD)
        with stage.database.transaction(SYSTEM) as work:
            self.cast = Cast(work, name=PRODUCER)
            self.bureau = a_unit(work, "authority", name=BUREAU)

    def prepares(self, make: Callable[[Cast], Manifest]) -> tuple[str, list[str]]:
        """A manifest that the builders bring to a state: its address and its containers' codes."""
        with self.stage.database.transaction(SYSTEM) as work:
            self.cast.work = work
            m = make(self.cast)
            codes = [container.human_code for _, container in boxes(work, m.id)]
            return f"/manifests/{m.id}", codes

    def comes_in(self, post: str, unit: Unit, role: Role, *, phone: bool = False) -> Person:
        """Somebody with a seat in the unit signs in."""
        number = str(next(self.numbers))
        with self.stage.database.transaction(SYSTEM) as work:
            _seat(work, unit, role, number, self.kept)
        came = self.stage.enters(post, phone=phone)
        self.phones[came] = number
        return came.signs_in(number, PASSWORD)

    def come_back(self, *people: Person) -> None:
        """A session ends after two idle hours at a desk: on another day everybody signs in again."""
        for who in people:
            who.signs_in(self.phones[who], PASSWORD)

    def producer(self) -> Person:
        return self.comes_in("producer", self.cast.shop.unit, Role.OPERATOR, phone=True)

    def driver(self) -> Person:
        return self.comes_in("driver", self.cast.carrier, Role.DRIVER, phone=True)

    def dispatcher(self) -> Person:
        return self.comes_in("dispatcher", self.cast.carrier, Role.DISPATCHER)

    def gate(self) -> Person:
        return self.comes_in("disposer's gate", self.cast.disposer, Role.GATE)

    def plant(self) -> Person:
        return self.comes_in("disposer's office", self.cast.disposer, Role.OPERATOR)

    def officer(self) -> Person:
        return self.comes_in("officer", self.bureau, Role.OFFICER)

    def clocks(self, codes: list[str]) -> dict[str, datetime | None]:
        """Since when each container's holder has held it: where his storage time starts."""
        with self.stage.database.reading(SYSTEM) as work:
            rows = work.session.exec(select(Container).where(col(Container.human_code).in_(codes)))
            return {row.human_code: row.held_since for row in rows}

    def sweeps(self) -> None:
        """The scheduled check over all deadlines, as the worker runs it."""
        with self.stage.database.transaction(SYSTEM) as work:
            assert sweep(work).failed == []


def _seat(work: Work, unit: Unit, role: Role, phone: str, kept: str) -> None:
    user = User(
        id=work.new_id(), created_at=work.now, phone=phone, name="经办人", password_hash=kept
    )
    record(work, "people.register", user)
    work.session.flush()
    seat = Membership(
        id=work.new_id(),
        created_at=work.now,
        user_id=user.id,
        unit_id=unit.id,
        role=role,
        state=MembershipState.ACTIVE,
    )
    record(work, "people.admit", seat)
    work.session.flush()
