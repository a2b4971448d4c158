"""Finds what a form can name: receivers with a contract in force, carriers, ways of treatment."""

from datetime import date
from uuid import UUID

from sqlmodel import col, or_, select

from wastetrack.agreements.model import Contract
from wastetrack.catalog.queries import code_values
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Site, Unit
from wastetrack.parties.queries import of_kind
from wastetrack.parties.terms import UnitKind, UnitState


def receiving_sites(work: Work, consignor_id: UUID, on: date) -> list[tuple[UUID, str]]:
    """Sites of the units with which the consignor has a running contract, with both names."""
    query = (
        select(Site.id, Unit.name, Site.name)
        .join(Unit, col(Unit.id) == col(Site.unit_id))
        .join(Contract, col(Contract.receiver_unit_id) == col(Unit.id))
        .where(
            Contract.consignor_unit_id == consignor_id,
            col(Contract.valid_from) <= on,
            col(Contract.valid_to) >= on,
            or_(col(Contract.ended_on).is_(None), col(Contract.ended_on) > on),
        )
        .order_by(Unit.name, Site.name, col(Site.id))
        .distinct()
    )
    return [(site_id, f"{unit} · {site}") for site_id, unit, site in work.session.exec(query)]


def carriers(work: Work, limit: int = 100) -> list[tuple[UUID, str]]:
    """Units that carry, by name; collectors drive their own rounds."""
    query = (
        select(Unit.id, Unit.name)
        .where(
            or_(of_kind(UnitKind.CARRIER), of_kind(UnitKind.COLLECTOR)),
            col(Unit.state).in_((UnitState.ACTIVE, UnitState.OUTSIDE)),
        )
        .order_by(Unit.name)
        .limit(limit)
    )
    return [(unit_id, name) for unit_id, name in work.session.exec(query)]


def known_methods(work: Work) -> frozenset[str]:
    """The codes of use and disposal in the catalogue (HJ 1033 附录F)."""
    return frozenset(value.code for value in code_values(work, "method"))
