"""Rules of people: how long to wait after failures, which password is too weak, which role fits."""

import re
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from uuid import UUID

from wastetrack.kernel.actor import Role
from wastetrack.kernel.errors import Violation, Wait
from wastetrack.parties.terms import UnitKind
from wastetrack.people.terms import APART, AUTHORITY_ROLES, KEEPERS, UNIT_ROLES

# tries that cost nothing: a person mistypes a few times, a whole office shares one address
FREE_PHONE, FREE_ADDRESS, FREE_CODES, FREE_ENTRIES = 5, 30, 3, 60
CODE_LIFE = timedelta(minutes=10)
CODE_TRIES = 5
FORGET_AFTER = timedelta(hours=24)
_FIRST_LOCK = timedelta(minutes=1)
_LONGEST_LOCK = timedelta(hours=1)
_KINDS_OF_CHARACTER = (r"[a-z]", r"[A-Z]", r"\d", r"[^A-Za-z\d]")


def lock_after(failures: int, free: int) -> timedelta | None:
    """How long the next try waits after so many: a minute, doubled each time, an hour at most."""
    if failures < free:
        return None
    return min(_FIRST_LOCK * (1 << min(failures - free, 10)), _LONGEST_LOCK)


def forgotten(since: datetime, now: datetime) -> bool:
    """Whether old tries no longer count."""
    return now - since >= FORGET_AFTER


def wait_minutes(wait: timedelta) -> int:
    """Whole minutes as a person is told, never none."""
    return max(1, -(-int(wait.total_seconds()) // 60))


def too_many(wait: timedelta, field: str = "") -> Wait:
    """The refusal of one try too many."""
    return Wait([Violation("people.wait", field, {"minutes": wait_minutes(wait)})], wait)


def password_faults(password: str, phone: str, field: str = "password") -> list[Violation]:
    """A password needs two kinds of characters and must not hold the phone number."""
    kinds = sum(bool(re.search(kind, password)) for kind in _KINDS_OF_CHARACTER)
    if kinds < 2 or phone in password or len(set(password)) < 4:
        return [Violation("people.password_weak", field)]
    return []


def roles_of(kinds: Iterable[str]) -> tuple[Role, ...]:
    """The roles that a unit of these kinds has seats for."""
    return AUTHORITY_ROLES if UnitKind.AUTHORITY in kinds else UNIT_ROLES


def seat_faults(
    role: Role, kinds: Iterable[str], site_ids: Collection[str], known: Collection[str]
) -> list[Violation]:
    """A role must be one of the unit's, sites must be its own; whoever keeps people sees all."""
    found: list[Violation] = []
    if role not in roles_of(kinds):
        found.append(Violation("people.role_not_here", "role", {"role": role.value}))
    if set(site_ids) - set(known):
        found.append(Violation("people.site_not_here", "site_ids"))
    if site_ids and role in KEEPERS:
        found.append(Violation("people.keeper_all_sites", "site_ids"))
    return found


def own_seat_faults(whose: UUID, actor: UUID | None) -> list[Violation]:
    """In the bureau nobody gives powers to himself."""
    return [Violation("people.own_seat", "role")] if whose == actor else []


def apart_faults(role: Role, others: Iterable[Role]) -> list[Violation]:
    """Who keeps the system, its people or its records does nothing else in the bureau (三员分立)."""
    held = set(others) - {role}
    if held and (role in APART or held & APART):
        return [Violation("people.roles_apart", "role", {"role": role.value})]
    return []


def keeper_faults(role: Role, becomes: Role | None, others: Iterable[Role]) -> list[Violation]:
    """The last person in a keeper's post cannot be taken away: in the bureau each of its posts."""
    if role in KEEPERS and becomes is not role and role not in set(others):
        return [Violation("people.last_keeper")]
    return []
