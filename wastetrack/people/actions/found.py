"""Decides how the first authority comes to be: on the server's command line, by the system only."""

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.audit.trail import record
from wastetrack.kernel.errors import check, refuse
from wastetrack.kernel.passwords import hash_password
from wastetrack.kernel.work import Work
from wastetrack.parties.actions.enrol_unit import enrol_unit
from wastetrack.parties.inputs import Enrolment
from wastetrack.parties.queries import find_unit_by_code
from wastetrack.parties.terms import UnitKind, UnitState
from wastetrack.parties.transition import move
from wastetrack.people.inputs import Founding
from wastetrack.people.model import Membership, User
from wastetrack.people.queries import bureau_roles, find_user_by_phone, seats_of_user
from wastetrack.people.rules import apart_faults, password_faults, seat_faults
from wastetrack.people.shapes import Registered
from wastetrack.people.terms import MembershipState
from wastetrack.people.transition import seat


def found(
    work: Work,
    data: Founding,
    *,
    password_hash: str | None = None,
    invented: bool = False,
    temporary: bool = False,
) -> Registered:
    """Make an authority (or use the one of this code) and give a person a seat in it.

    A `temporary` password was not typed by the person and must be changed first. A person who already has this phone keeps his password and only gets the seat.
    """
    require(work.actor, Action.PEOPLE_FOUND)
    kinds = [UnitKind.AUTHORITY]
    check(
        [
            *password_faults(data.password, data.phone),
            *seat_faults(data.role, kinds, [], []),
        ]
    )
    kept = password_hash or hash_password(data.password)
    unit = find_unit_by_code(work, data.credit_code)
    if unit is not None and UnitKind.AUTHORITY not in unit.kinds:
        raise refuse("people.not_an_authority", "credit_code", name=unit.name)
    if unit is None:
        enrolment = Enrolment(
            credit_code=data.credit_code, phone=data.phone, name=data.unit_name, kinds=kinds
        )
        unit = enrol_unit(work, enrolment, invented=invented)
        move(work, unit, UnitState.ACTIVE, "unit.approve")
        work.session.flush()
    user = find_user_by_phone(work, data.phone)
    if user is None:
        user = User(
            id=work.new_id(),
            created_at=work.now,
            phone=data.phone,
            name=data.name,
            password_hash=kept,
            temporary_by=work.actor.label if temporary else None,
            temporary_at=work.now if temporary else None,
        )
        record(work, "people.register", user, name=user.name)
        work.session.flush()
    held = seats_of_user(work, user.id)
    check(apart_faults(data.role, bureau_roles(work, user.id)))
    if not any(row.unit_id == unit.id and row.role is data.role for row in held):
        row = Membership(
            id=work.new_id(),
            created_at=work.now,
            user_id=user.id,
            unit_id=unit.id,
            role=data.role,
            state=MembershipState.ACTIVE,
        )
        seat(work, row, MembershipState.ACTIVE, "people.found", name=user.name, unit=unit.name)
        work.session.flush()
    return Registered(user, unit, "active")
