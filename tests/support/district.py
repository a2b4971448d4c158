"""A small demo district, seeded once per test process and copied: every state, many people."""

from uuid import UUID

from sqlmodel import SQLModel, col, select

from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.parties.model import Unit
from wastetrack.people.model import Membership, User
from wastetrack.people.terms import MembershipState

ROLES = (
    ("producer", Role.ADMIN),
    ("collector", Role.DISPATCHER),
    ("collector", Role.DRIVER),
    ("carrier", Role.ADMIN),
    ("disposer", Role.ADMIN),
    ("disposer", Role.GATE),
    ("authority", Role.OFFICER),
    ("authority", Role.AUDITOR),
    ("authority", Role.SECURITY_ADMIN),
    ("authority", Role.SYSTEM_ADMIN),
)


def people(database: Database) -> dict[str, User]:
    """One signed-up person for each kind of seat that the district has."""
    found: dict[str, User] = {}
    with database.reading(SYSTEM) as work:
        rows = work.session.exec(
            select(User, Membership, Unit)
            .join(Membership, col(Membership.user_id) == col(User.id))
            .join(Unit, col(Unit.id) == col(Membership.unit_id))
            .where(Membership.state == MembershipState.ACTIVE, col(User.active).is_(True))
            .order_by(col(User.id))
        ).all()
    for user, seat, unit in rows:
        for kind in unit.kinds:
            found.setdefault(f"{kind} {seat.role}", user)
    return found


def ids(database: Database, each: int = 3) -> dict[str, list[UUID]]:
    """Some ids of every table that has one."""
    found: dict[str, list[UUID]] = {}
    with database.reading(SYSTEM) as work:
        for name, table in SQLModel.metadata.tables.items():
            if "id" in table.c and table.c.id.type.python_type is UUID:
                rows = work.session.execute(select(table.c.id).limit(400)).scalars().all()
                step = max(1, len(rows) // each)
                found[name] = list(rows[::step][:each])
    return found
