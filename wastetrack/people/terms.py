"""Words of the people room: membership states and one-time code purposes."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from wastetrack.kernel.actor import Role


class MembershipState(StrEnum):
    INVITED = "invited"
    REQUESTED = "requested"
    ACTIVE = "active"
    ENDED = "ended"


class CodePurpose(StrEnum):
    SIGN_IN = "sign_in"
    RESET = "reset"


UNIT_ROLES = (
    Role.ADMIN,
    Role.OPERATOR,
    Role.DISPATCHER,
    Role.DRIVER,
    Role.GATE,
    Role.READER,
)
AUTHORITY_ROLES = (
    Role.OFFICER,
    Role.HEAD,
    Role.LEGAL,
    Role.AUDITOR,
    Role.SECURITY_ADMIN,
    Role.SYSTEM_ADMIN,
)
# each of the three stands alone: not two of them in one person, nor one beside an officer's seat
APART = frozenset({Role.AUDITOR, Role.SECURITY_ADMIN, Role.SYSTEM_ADMIN})
# who looks after a unit's people; one of them must always be left
KEEPERS = frozenset({Role.ADMIN, Role.SECURITY_ADMIN, Role.SYSTEM_ADMIN})


@dataclass(frozen=True, slots=True)
class Attempt:
    """One counted try to sign in: how long to wait, or what to compare the password with."""

    phone: str
    address: str
    user_id: UUID | None = None
    password_hash: str | None = None
    wait: timedelta | None = None
