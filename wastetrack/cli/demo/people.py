"""The people of the demo who can sign in: five logins that are told, and the other posts they meet."""

from dataclasses import dataclass

from wastetrack.cli.demo.firms import POSTS, Registry
from wastetrack.cli.demo.names import credit_code, phone
from wastetrack.cli.demo.walk import Walk
from wastetrack.kernel.actor import NOBODY, SYSTEM, Actor, Role
from wastetrack.kernel.passwords import hash_password
from wastetrack.parties.model import Unit
from wastetrack.parties.queries import find_unit
from wastetrack.parties.terms import Band, UnitKind
from wastetrack.people.actions.admit import admit
from wastetrack.people.actions.found import found
from wastetrack.people.actions.register import register
from wastetrack.people.inputs import Founding, Registration, SeatInput
from wastetrack.people.queries import load_actor, seats_of_user
from wastetrack.people.shapes import Registered

PASSWORD = "wufei-demo-2026"  # noqa: S105 - printed on purpose, for a database of invented units
PRODUCER, DISPATCHER, DRIVER, GATE, OFFICER = (phone(number) for number in range(1, 6))
LOGINS = (
    (PRODUCER, "产废单位 producer · 示例·百官汽修01"),
    (DISPATCHER, "收集单位调度 dispatcher · 示例·舜江小微收集站"),
    (DRIVER, "驾驶员 driver · 示例·舜江小微收集站"),
    (GATE, "处置单位地磅 gate · 示例·曹娥油品再生厂"),
    (OFFICER, "监管人员 regulator · 示例·生态环境上虞分局"),
)
BUREAU_NAME = "示例·生态环境上虞分局"
_BUREAU = (
    (OFFICER, Role.OFFICER),
    (phone(6), Role.HEAD),
    (phone(7), Role.LEGAL),
    (phone(8), Role.AUDITOR),
    (phone(9), Role.SECURITY_ADMIN),
    (phone(10), Role.SYSTEM_ADMIN),
)


@dataclass(slots=True)
class Accounts:
    """Makes accounts; one argon2 hash serves them all, since they share the demo's password."""

    walk: Walk
    registry: Registry
    password_hash: str = ""

    def __post_init__(self) -> None:
        self.password_hash = hash_password(PASSWORD)

    def bureau(self) -> dict[Role, Actor]:
        """The authority with an account at each of its posts."""
        people: dict[Role, Actor] = {}
        for number, role in _BUREAU:
            came = found(
                self.walk.by(SYSTEM),
                Founding(
                    credit_code=credit_code(0, "11"),
                    unit_name=BUREAU_NAME,
                    phone=number,
                    name=POSTS[role],
                    password=PASSWORD,
                    role=role,
                ),
                password_hash=self.password_hash,
                invented=True,
            )
            people[role] = self._actor(came)
        return people

    def founder(
        self,
        name: str,
        kinds: list[UnitKind],
        number: str,
        *,
        industry: str = "其他",
        expected: Band = Band.UNDER_10,
    ) -> tuple[Unit, Actor]:
        """A unit that registers itself, with its first person."""
        base = self.registry.enrolment(name, kinds, industry=industry, expected=expected)
        data = Registration.model_validate(
            base.model_dump() | {"phone": number, "password": PASSWORD, "person": POSTS[Role.ADMIN]}
        )
        came = self._register(data)
        return came.unit, self._actor(came)

    def joins(self, unit_code: str, number: str, role: Role) -> Registered:
        """A person who registers with a code that is already here, and so asks its admin for a seat."""
        data = Registration(
            credit_code=unit_code,
            phone=number,
            name="示例单位",
            password=PASSWORD,
            person=POSTS[role],
        )
        return self._register(data)

    def colleague(self, boss: Actor, number: str, role: Role) -> Actor:
        """A person who asked and was let in by the unit's admin."""
        unit = find_unit(self.walk.by(SYSTEM), boss.seats[0].unit_id)
        if unit is None:
            raise RuntimeError("the unit of an admin is gone")
        came = self.joins(unit.credit_code, number, role)
        work = self.walk.by(boss)
        work.session.flush()
        asked = seats_of_user(work, came.user.id)[0]
        admit(work, asked.id, SeatInput(role=role))
        return self._actor(came)

    def _register(self, data: Registration) -> Registered:
        work = self.walk.by(NOBODY)
        came = register(work, data, password_hash=self.password_hash, invented=True)
        work.session.flush()
        return came

    def _actor(self, came: Registered) -> Actor:
        work = self.walk.by(SYSTEM)
        work.session.flush()
        actor = load_actor(work, came.user.id, came.user.session_epoch)
        if actor is None:
            raise RuntimeError("a new account cannot be entered")
        return actor
