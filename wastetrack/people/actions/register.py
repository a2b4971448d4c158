"""Decides how a person enters with a unit: a new unit gets its admin, a known one a join request."""

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.audit.trail import record
from wastetrack.kernel.actor import Actor, Role
from wastetrack.kernel.errors import check, refuse
from wastetrack.kernel.passwords import hash_password
from wastetrack.kernel.work import Work
from wastetrack.parties.actions.enrol_unit import enrol_unit
from wastetrack.parties.queries import find_unit_by_code
from wastetrack.parties.rules import code_faults
from wastetrack.parties.terms import UnitKind, UnitState
from wastetrack.people.actions.join import ask
from wastetrack.people.inputs import Registration
from wastetrack.people.model import Membership, User
from wastetrack.people.queries import find_user_by_phone
from wastetrack.people.rules import password_faults
from wastetrack.people.shapes import Registered
from wastetrack.people.terms import MembershipState
from wastetrack.people.transition import seat


def register(
    work: Work, data: Registration, *, password_hash: str | None = None, invented: bool = False
) -> Registered:
    """Register person and unit; `password_hash` spares an import the hashing of each password."""
    require(work.actor, Action.PEOPLE_REGISTER)
    check(
        [
            *password_faults(data.password, data.phone),
            *code_faults(data.credit_code, data.code_reason),
        ]
    )
    # before the first statement: hashing is slow and must not hold a writer's lock
    kept = password_hash or hash_password(data.password)
    if find_user_by_phone(work, data.phone) is not None:
        raise refuse("people.phone_in_use", "phone")
    user = User(
        id=work.new_id(),
        created_at=work.now,
        phone=data.phone,
        name=data.person,
        password_hash=kept,
    )
    person = work.as_actor(Actor(user.id, user.name))
    record(person, "people.register", user, name=user.name)
    work.session.flush()
    unit = find_unit_by_code(work, data.credit_code)
    if unit is not None:
        ask(person, user, unit)
        return Registered(user, unit, "requested")
    unit = enrol_unit(person, data, invented=invented)
    work.session.flush()
    if UnitKind.AUTHORITY in data.kinds:
        # powers over others start only when somebody of the bureau lets this person in
        ask(person, user, unit, Role.OFFICER)
        return Registered(user, unit, "requested")
    row = Membership(
        id=work.new_id(),
        created_at=work.now,
        user_id=user.id,
        unit_id=unit.id,
        role=Role.ADMIN,
        state=MembershipState.ACTIVE,
    )
    seat(person, row, MembershipState.ACTIVE, "people.admit", name=user.name, unit=unit.name)
    work.session.flush()
    return Registered(user, unit, "pending" if unit.state is UnitState.PENDING else "active")
