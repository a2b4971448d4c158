"""Finds the parties that agreements need: units that must exist, and who could take a waste."""

from uuid import UUID

from sqlmodel import col, select

from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.parties import queries as parties
from wastetrack.parties.model import Licence, Unit
from wastetrack.parties.shapes import licence_facts
from wastetrack.parties.terms import LicenceFacts, LicenceKind, LicenceState, UnitKind, UnitState


def named_units(work: Work, *unit_ids: UUID) -> dict[UUID, Unit]:
    """Return the named units, all of them, or raise Missing."""
    units = parties.units_by_id(work, unit_ids)
    if units.keys() != set(unit_ids):
        raise Missing("unit")
    return units


def takers(work: Work) -> list[tuple[Unit, list[LicenceFacts]]]:
    """Approved units that hold any checked permit to take waste, with their licences, by name."""
    found = work.session.exec(
        select(Unit, Licence)
        .join(Licence, col(Licence.unit_id) == col(Unit.id))
        .where(
            Unit.state == UnitState.ACTIVE,
            Licence.kind != LicenceKind.TRANSPORT,
            Licence.state == LicenceState.CHECKED,
            col(Licence.ended_on).is_(None),
        )
        .order_by(col(Unit.name), col(Licence.id))
    )
    grouped: dict[UUID, tuple[Unit, list[LicenceFacts]]] = {}
    for unit, licence in found:
        grouped.setdefault(unit.id, (unit, []))[1].append(licence_facts(licence))
    return list(grouped.values())


def receivers(work: Work) -> list[tuple[UUID, str]]:
    """Units that receive waste, by name: for the choices of a contract or a plan line."""
    found = work.session.exec(
        select(Unit)
        .where(col(Unit.state).in_((UnitState.ACTIVE, UnitState.OUTSIDE)))
        .where(parties.of_kind(UnitKind.COLLECTOR) | parties.of_kind(UnitKind.DISPOSER))
        .order_by(col(Unit.name))
    )
    return [(unit.id, unit.name) for unit in found]
