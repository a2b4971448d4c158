"""Who acts, as a plain value: a person with seats in units, the system itself, or nobody yet."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """Roles of model.md §9; a unit's first six, an authority's last six."""

    ADMIN = "admin"
    OPERATOR = "operator"
    DISPATCHER = "dispatcher"
    DRIVER = "driver"
    GATE = "gate"
    READER = "reader"
    OFFICER = "officer"
    HEAD = "head"
    LEGAL = "legal"
    AUDITOR = "auditor"
    SECURITY_ADMIN = "security_admin"
    SYSTEM_ADMIN = "system_admin"


@dataclass(frozen=True, slots=True)
class Seat:
    """One role in one unit; `sites` None means every site of the unit."""

    unit_id: UUID
    unit_name: str
    role: Role
    authority: bool = False
    kinds: tuple[str, ...] = ()
    site_ids: tuple[UUID, ...] = ()
    all_sites: bool = True

    def covers(self, site_id: UUID | None) -> bool:
        """Whether this seat reaches a site of its own unit (None: the unit as a whole)."""
        return self.all_sites or site_id is None or site_id in self.site_ids


@dataclass(frozen=True, slots=True)
class Actor:
    """A person (or the system) with the seats held now; a value, never a database row."""

    user_id: UUID | None
    name: str
    seats: tuple[Seat, ...] = ()
    system: bool = False
    lang: str = "zh-CN"
    selected_site: UUID | None = None
    large: bool = False
    # the password was set by somebody else: nothing but changing it is open
    must_change: bool = False

    @property
    def label(self) -> str:
        """How the trail names this actor: role and unit, never a private detail."""
        if self.seats:
            return f"{self.name}（{self.seats[0].unit_name}）"
        return self.name

    @property
    def is_authority(self) -> bool:
        return any(seat.authority for seat in self.seats)


NOBODY = Actor(user_id=None, name="未登录")
SYSTEM = Actor(user_id=None, name="系统", system=True)
