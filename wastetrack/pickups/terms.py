"""Words of the pickups room: states, who pays, and the plain facts that a proposal is made of."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from wastetrack.agreements.terms import PriceBasis
from wastetrack.parties.terms import LicenceFacts


class RequestState(StrEnum):
    REQUESTED = "requested"
    ACCEPTED = "accepted"
    SCHEDULED = "scheduled"
    DONE = "done"
    DECLINED = "declined"
    CANCELLED = "cancelled"


class Payer(StrEnum):
    PRODUCER = "producer"
    GOVERNMENT = "government"
    COLLECTOR = "collector"


# requests that somebody still has to do something about
OPEN = (RequestState.REQUESTED, RequestState.ACCEPTED, RequestState.SCHEDULED)


@dataclass(frozen=True, slots=True)
class StockFact:
    """A sealed container that waits: what it is, how heavy, since when."""

    container_id: UUID
    waste_code: str
    mass_g: int
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A receiver that the producer has a contract with."""

    unit_id: UUID
    site_id: UUID
    name: str
    contract_number: str
    codes: tuple[str, ...]
    price_basis: PriceBasis
    licences: tuple[LicenceFacts, ...]
    next_trip_on: date | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Days between which the pickup is wanted."""

    first: date
    last: date

    @property
    def text(self) -> str:
        """As a form sends it."""
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


@dataclass(frozen=True, slots=True)
class Offer:
    """What one collector can take, and who pays."""

    candidate: Candidate
    takes: tuple[UUID, ...]
    payer: Payer
    # codes that the contract or the licence leaves out
    left_out: tuple[str, ...] = ()
