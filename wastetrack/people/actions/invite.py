"""Decides how an admin offers a seat by phone number; the person accepts it himself.

An unknown phone gets an account without password: its owner enters by one-time code.
"""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.kernel.errors import Missing, check, refuse
from wastetrack.kernel.passwords import UNUSABLE
from wastetrack.kernel.work import Work
from wastetrack.outbox.queue import put
from wastetrack.parties.queries import find_unit, sites_of_units
from wastetrack.parties.terms import UnitKind
from wastetrack.people.inputs import Invitation
from wastetrack.people.model import Membership, User
from wastetrack.people.queries import bureau_roles, find_user_by_phone, seats_of_user
from wastetrack.people.rules import apart_faults, seat_faults
from wastetrack.people.terms import MembershipState
from wastetrack.people.transition import seat


def invite(work: Work, unit_id: UUID, data: Invitation) -> Membership:
    """Offer a seat in the unit to the owner of a phone number."""
    require(work.actor, Action.PEOPLE_INVITE, Place(Position.OWN, unit_id))
    unit = find_unit(work, unit_id)
    if unit is None:
        raise Missing(str(unit_id))
    known = {str(site.id) for site in sites_of_units(work, [unit_id])}
    found = seat_faults(data.role, unit.kinds, data.site_ids, known)
    user = find_user_by_phone(work, data.phone)
    if user is not None and UnitKind.AUTHORITY in unit.kinds:
        found += apart_faults(data.role, bureau_roles(work, user.id))
    check(found)
    if user is None:
        user = User(
            id=work.new_id(),
            created_at=work.now,
            phone=data.phone,
            name=data.name,
            password_hash=UNUSABLE,
        )
        record(work, "people.register", user, name=user.name, invited=True)
        work.session.flush()
    elif any(
        row.unit_id == unit_id and row.role is data.role for row in seats_of_user(work, user.id)
    ):
        raise refuse("people.seat_known_here", "phone")
    row = Membership(
        id=work.new_id(),
        created_at=work.now,
        user_id=user.id,
        unit_id=unit_id,
        role=data.role,
        site_ids=data.site_ids or None,
        state=MembershipState.INVITED,
    )
    put(work, "people.invited", to_phone=data.phone, to_user_id=user.id, unit=unit.name)
    return seat(work, row, MembershipState.INVITED, "people.invite", name=data.name, unit=unit.name)
