"""Finds the units, sites and stores that an upload names: as they are, and as the upload will make them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from sqlmodel import col, select

from wastetrack.kernel.errors import Violation
from wastetrack.kernel.work import Work
from wastetrack.ledger.inputs import Book, UnitRow
from wastetrack.ledger.terms import Where
from wastetrack.parties.model import Facility, Site, Stream, Unit
from wastetrack.parties.queries import facilities_of, sites_of_units
from wastetrack.parties.terms import STORES, FacilityKind

# HJ 608: what a unit row gets as its storage point when it names none
FIRST_STORE = "TS001"
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Spot:
    """A site by unit code and name; without `site` it stands in the upload only."""

    credit_code: str
    site_name: str
    unit: Unit | None = None
    site: Site | None = None
    planned: UnitRow | None = None

    @property
    def key(self) -> tuple[str, str]:
        return self.credit_code, self.site_name


@dataclass
class Land:
    """Everything that rows of one upload may refer to, read in a handful of statements."""

    units: dict[str, Unit] = field(default_factory=dict)
    sites: dict[tuple[str, str], Site] = field(default_factory=dict)
    stores: dict[UUID, list[Facility]] = field(default_factory=dict)
    streams: dict[UUID, dict[str, Stream]] = field(default_factory=dict)
    planned: dict[tuple[str, str], UnitRow] = field(default_factory=dict)
    only: Spot | None = None
    bad_units: set[str] = field(default_factory=set)

    def find(self, where: Where) -> Spot | Violation:
        """The site of a row, or why it cannot be told."""
        if self.only is not None:
            return self._mine(self.only, where)
        if not where.credit_code:
            known = {*self.planned}
            if len(known) != 1:
                return Violation("ledger.site_needed", "credit_code")
            return self._spot(*next(iter(known)))
        mine = {k for k in (*self.sites, *self.planned) if k[0] == where.credit_code}
        if not mine:
            bad = where.credit_code in self.bad_units
            code = "ledger.unit_bad" if bad else "ledger.unit_unknown"
            return Violation(code, "credit_code", {"input": where.credit_code})
        if not where.site_name and len(mine) == 1:
            return self._spot(*next(iter(mine)))
        key = (where.credit_code, where.site_name)
        if key in mine:
            return self._spot(*key)
        names = "、".join(sorted(name for _, name in mine))
        return Violation("ledger.site_unknown", "site_name", {"input": key[1], "known": names})

    def store_of(self, spot: Spot, code: str) -> Facility | str | Violation:
        """The store with this code (none: the only one or the storage point), or the fault.

        A text: a store that the unit row of this upload will make.
        """
        if spot.site is None:
            made = (spot.planned.store if spot.planned else "") or FIRST_STORE
            if not code or code == made:
                return made
            return Violation("ledger.store_unknown", "store", {"input": code, "known": made})
        stores = self.stores.get(spot.site.id, [])
        known = "、".join(store.code for store in stores) or "—"
        if code:
            found = next((s for s in stores if s.code == code), None)
            params: dict[str, object] = {"input": code, "known": known}
            return found or Violation("ledger.store_unknown", "store", params)
        points = [s for s in stores if s.kind is FacilityKind.POINT]
        for choice in (stores, points):
            if len(choice) == 1:
                return choice[0]
        return Violation("ledger.store_needed", "store", {"known": known})

    def _spot(self, credit_code: str, site_name: str) -> Spot:
        key = (credit_code, site_name)
        return Spot(
            credit_code,
            site_name,
            self.units.get(credit_code),
            self.sites.get(key),
            self.planned.get(key),
        )

    @staticmethod
    def _mine(only: Spot, where: Where) -> Spot | Violation:
        other_unit = where.credit_code and where.credit_code != only.credit_code
        other_site = where.site_name and where.site_name != only.site_name
        if not other_unit and not other_site:
            return only
        params: dict[str, object] = {"site": only.site_name, "code": only.credit_code}
        return Violation(
            "ledger.not_your_site", "credit_code" if other_unit else "site_name", params
        )


def read_land(work: Work, book: Book, only_site: UUID | None) -> Land:
    """Look up what a book's rows refer to; with `only_site` no other site may be named."""
    land = Land(bad_units=set(book.bad_units))
    for unit in _units(work, book, only_site):
        land.units[unit.credit_code] = unit
    by_id = {unit.id: unit for unit in land.units.values()}
    sites = sites_of_units(work, by_id)
    for site in sites:
        land.sites[by_id[site.unit_id].credit_code, site.name] = site
    for store in facilities_of(work, [site.id for site in sites]):
        if store.active and store.kind in STORES:
            land.stores.setdefault(store.site_id, []).append(store)
    land.planned = {row.key: row for row in book.units}
    if only_site is not None:
        site = next(site for site in sites if site.id == only_site)
        unit = by_id[site.unit_id]
        land.only = Spot(unit.credit_code, site.name, unit, site)
    return land


def read_streams(work: Work, land: Land, site_ids: Iterable[UUID]) -> None:
    """Add what the sites usually make: a row takes form and packaging from there."""
    query = select(Stream).where(col(Stream.site_id).in_(set(site_ids)), col(Stream.active))
    for stream in work.session.exec(query):
        land.streams.setdefault(stream.site_id, {})[stream.waste_code] = stream


def _units(work: Work, book: Book, only_site: UUID | None) -> list[Unit]:
    if only_site is not None:
        mine = select(Unit).join(Site, col(Site.unit_id) == col(Unit.id))
        return list(work.session.exec(mine.where(Site.id == only_site)))
    codes = {row.credit_code for row in book.units}
    codes |= {row.where.credit_code for row in book.produced}
    codes |= {row.where.credit_code for row in book.stored}
    codes |= {row.where.credit_code for row in book.moved}
    wanted = sorted(codes - {""})
    found: list[Unit] = []
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        found += work.session.exec(select(Unit).where(col(Unit.credit_code).in_(part)))
    return found
