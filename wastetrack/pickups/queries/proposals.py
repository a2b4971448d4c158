"""Reads what a pickup proposal is made of: sealed stock, contracts, licences, planned trips."""

from uuid import UUID

from sqlmodel import col, or_, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, reach, require
from wastetrack.agreements.queries import contracts_of_consignor, takers
from wastetrack.catalog.queries import working_days
from wastetrack.containers.model import Container
from wastetrack.containers.queries import list_stock
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Site
from wastetrack.parties.queries import find_site, licences_by_unit
from wastetrack.parties.rules import any_covers
from wastetrack.parties.terms import Mode
from wastetrack.pickups.rules import nobody, offers, windows
from wastetrack.pickups.shapes import Proposal
from wastetrack.pickups.terms import Candidate, StockFact
from wastetrack.trips.queries import bases_of


def propose(work: Work, site_id: UUID) -> Proposal:
    """Everything sealed and not booked, and who can take it; for the site's own people."""
    site = find_site(work, site_id)
    if site is None:
        raise Missing("site")
    return _proposal(work, site)


def propose_here(work: Work, selected: str | None) -> Proposal | None:
    """The proposal of the chosen site, or of the person's first; None without any site."""
    scope = reach(work.actor, Action.PICKUP_REQUEST)
    own = or_(col(Site.unit_id).in_(scope.unit_ids), col(Site.id).in_(scope.site_ids))
    sites = work.session.exec(select(Site).where(own).order_by(col(Site.id))).all()
    if not sites:
        return None
    chosen = selected or str(work.actor.selected_site or "")
    return _proposal(work, next((site for site in sites if str(site.id) == chosen), sites[0]))


def _proposal(work: Work, site: Site) -> Proposal:
    require(work.actor, Action.PICKUP_REQUEST, Place(Position.OWN, site.unit_id, site.id))
    today = local_day(work.now)
    stock = [c for c in list_stock(work, site.id) if c.mass_g is not None]
    facts = [stock_fact(c) for c in stock]
    found = offers(facts, candidates(work, site), today) if stock else []
    codes = sorted({fact.waste_code for fact in facts})
    why_not = nobody(_could_take(work, codes), codes) if stock and not found else None
    return Proposal(site, stock, tuple(found), windows(today, working_days(work)), why_not)


def stock_fact(c: Container) -> StockFact:
    """A container as the rules see it."""
    return StockFact(c.id, c.waste_code, c.mass_g or 0, c.held_since)


def candidates(work: Work, site: Site, unit_id: UUID | None = None) -> list[Candidate]:
    """Receivers that this unit has a contract with today; `unit_id` asks about one of them."""
    today = local_day(work.now)
    rows = [
        row
        for row in contracts_of_consignor(work, site.unit_id, today)
        if unit_id in {None, row.contract.receiver_unit_id}
    ]
    units = sorted({row.contract.receiver_unit_id for row in rows})
    if not units:
        return []
    licences = licences_by_unit(work, units)
    homes = bases_of(work, units, today)
    return [
        Candidate(
            unit_id=row.contract.receiver_unit_id,
            site_id=homes[row.contract.receiver_unit_id][0],
            name=row.receiver_name,
            contract_number=row.contract.number,
            codes=tuple(row.contract.codes),
            price_basis=row.contract.price_basis,
            licences=tuple(licences[row.contract.receiver_unit_id]),
            next_trip_on=homes[row.contract.receiver_unit_id][1],
        )
        for row in rows
        if row.contract.receiver_unit_id in homes
    ]


def _could_take(work: Work, codes: list[str]) -> list[str]:
    today = local_day(work.now)
    return [
        unit.name
        for unit, licences in takers(work)
        if any(not any_covers(licences, code, Mode.COLLECT, today) for code in codes)
    ]
