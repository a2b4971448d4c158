"""Decides how a person asks for a seat in a unit that is already here; its admin answers."""

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.actor import Role
from wastetrack.kernel.errors import Denied, refuse
from wastetrack.kernel.work import Work
from wastetrack.outbox.queue import put
from wastetrack.parties.model import Unit
from wastetrack.parties.queries import find_unit_by_code
from wastetrack.people.inputs import JoinRequest
from wastetrack.people.model import Membership, User
from wastetrack.people.queries import get_user, seats_of_user
from wastetrack.people.rules import roles_of
from wastetrack.people.terms import MembershipState
from wastetrack.people.transition import seat


def ask(work: Work, user: User, unit: Unit, role: Role | None = None) -> Membership:
    """Put the request before the unit's admins; who they are is not told."""
    require(work.actor, Action.PEOPLE_JOIN)
    row = Membership(
        id=work.new_id(),
        created_at=work.now,
        user_id=user.id,
        unit_id=unit.id,
        # the least that fits the unit; the admin decides
        role=role or roles_of(unit.kinds)[-1 if Role.READER in roles_of(unit.kinds) else 0],
        state=MembershipState.REQUESTED,
    )
    seat(work, row, MembershipState.REQUESTED, "people.join", name=user.name, unit=unit.name)
    put(work, "people.join_requested", to_unit_id=unit.id, name=user.name)
    return row


def join(work: Work, data: JoinRequest) -> Membership:
    """Ask for a seat as the person who is signed in."""
    require(work.actor, Action.PEOPLE_JOIN)
    if work.actor.user_id is None:
        raise Denied(Action.PEOPLE_JOIN)
    unit = find_unit_by_code(work, data.credit_code)
    if unit is None:
        raise refuse("people.no_such_unit", "credit_code", input=data.credit_code)
    if any(row.unit_id == unit.id for row in seats_of_user(work, work.actor.user_id)):
        raise refuse("people.seat_known", "credit_code")
    return ask(work, get_user(work, work.actor.user_id), unit)
