"""What the people room shows and hands back: who registered, who is a member where."""

from dataclasses import dataclass
from typing import Literal

from wastetrack.parties.model import Unit
from wastetrack.people.model import Membership, User

Outcome = Literal["active", "pending", "requested"]


@dataclass(frozen=True, slots=True)
class Registered:
    """What came of a registration; `requested` says nothing about who looks after the unit."""

    user: User
    unit: Unit
    state: Outcome


@dataclass(frozen=True, slots=True)
class Member:
    """A person's seat in a unit."""

    membership: Membership
    user: User


@dataclass(frozen=True, slots=True)
class OwnSeat:
    """A seat of one's own, also one asked for or offered."""

    membership: Membership
    unit: Unit
