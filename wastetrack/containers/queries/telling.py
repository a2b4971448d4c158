"""What is told at once about where a container stands, and in which capacity a receiver holds it."""

from uuid import UUID

from sqlalchemy import func
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from wastetrack.catalog.queries import law_bases
from wastetrack.containers.model import Container
from wastetrack.containers.rules import mass_advice, neighbour_advice, store_advice
from wastetrack.containers.terms import (
    LIVE,
    Neighbour,
    PartitionFact,
    Stored,
    StoreFact,
)
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Violation
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Facility, Partition

POINT_LIMIT = "PT-3T"


def stored(c: Container) -> Stored:
    """A container as a neighbour sees it."""
    return Stored(c.waste_code, c.waste_name, c.hazards)


def advice(work: Work, c: Container) -> list[Violation]:
    """Storage point, capacity, partition and neighbours; told, never refused (model.md §6)."""
    work.session.flush()
    found = mass_advice(c.mass_g, c.volume_l, is_lot=c.is_lot)
    if c.facility_id is None or c.content not in LIVE:
        return found
    facility = work.session.get(Facility, c.facility_id)
    if facility is None:
        return found
    here, mass, masses, has_partitions = _contents(work, facility.id, c.partition_id)
    limit = law_bases(work, local_day(work.now)).get(POINT_LIMIT)
    store = StoreFact(
        name=facility.name,
        kind=facility.kind,
        capacity_g=facility.capacity_g,
        mass_g=mass,
        point_limit_g=limit.limit if limit else None,
        point_basis=limit.basis if limit else "",
        has_partitions=has_partitions,
    )
    part = work.session.get(Partition, c.partition_id) if c.partition_id else None
    place = (
        PartitionFact(
            name=part.name,
            waste_codes=tuple(part.waste_codes),
            hazards=part.hazards,
            capacity_g=part.capacity_g,
            mass_g=masses.get(part.id, 0),
        )
        if part
        else None
    )
    return [*found, *store_advice(stored(c), store, place), *neighbour_advice(stored(c), here)]


def _contents(
    work: Work, facility_id: UUID, partition_id: UUID | None
) -> tuple[list[Neighbour], int, dict[UUID, int], bool]:
    """The wastes in a store, its live mass, the mass by partition, whether it has any: at once."""
    columns = (col(Container.partition_id), col(Container.waste_code))
    query = (
        select_columns(
            *columns,
            func.min(Container.waste_name),
            func.min(Container.hazards),
            func.coalesce(func.sum(Container.mass_g), 0),
            select(Partition.id).where(Partition.facility_id == facility_id).exists(),
        )
        .where(col(Container.facility_id) == facility_id, col(Container.content).in_(LIVE))
        .group_by(*columns)
    )
    total, parted = 0, False
    masses: dict[UUID, int] = {}
    near: dict[str, Neighbour] = {}
    for part, code, name, letters, grams, has in work.session.execute(query):
        parted = bool(has)
        total += int(grams)
        if part is not None:
            masses[part] = masses.get(part, 0) + int(grams)
        same = part == partition_id
        if code not in near or same:
            near[code] = Neighbour(Stored(code, name, letters), same)
    return [near[code] for code in sorted(near)], total, masses, parted
