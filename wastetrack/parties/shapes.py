"""What the parties room shows: facts of a licence, choices, cards and filters."""

from dataclasses import dataclass
from uuid import UUID

from wastetrack.parties.model import Facility, Licence, Partition, Site, Unit
from wastetrack.parties.terms import LicenceFacts, LicenceState, UnitKind, UnitState


@dataclass(frozen=True, slots=True)
class SiteChoice:
    """One entry of the site switch."""

    id: UUID
    name: str
    selected: bool = False


@dataclass(frozen=True, slots=True)
class UnitFilter:
    """What narrows the bureau's list of units."""

    text: str = ""
    state: UnitState | None = None
    kind: UnitKind | None = None
    town: str = ""


@dataclass(frozen=True, slots=True)
class Store:
    """A facility with its marked parts."""

    facility: Facility
    partitions: tuple[Partition, ...]


@dataclass(frozen=True, slots=True)
class SiteView:
    """A site with everything that stands on it."""

    site: Site
    town: str
    stores: tuple[Store, ...]


@dataclass(frozen=True, slots=True)
class UnitView:
    """A unit as its page shows it."""

    unit: Unit
    sites: tuple[SiteView, ...]


@dataclass(frozen=True, slots=True)
class SignPart:
    """A partition on the plan of its store: what may stand there, and its share of the room."""

    name: str
    wastes: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True)
class FacilitySign:
    """What a store's signs say, as plain values."""

    unit_name: str
    facility_name: str
    facility_code: str
    kind: str
    keeper: str
    contact: str
    emergency: str
    qr_text: str
    parts: tuple[SignPart, ...]


def licence_facts(row: Licence) -> LicenceFacts:
    """The licence as other rooms judge it."""
    return LicenceFacts(
        id=row.id,
        unit_id=row.unit_id,
        site_id=row.site_id,
        kind=row.kind,
        number=row.number,
        codes=tuple(row.codes),
        modes=tuple(row.modes),
        annual_scale_g=row.annual_scale_g,
        storage_right=row.storage_right,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        ended_on=row.ended_on,
        storage_extended_to=row.storage_extended_to,
        checked=row.state is LicenceState.CHECKED,
    )
