"""Decides what is told at once about a place in a store; the fact itself is never refused."""

from wastetrack.catalog.rules import hazards as parse_hazards
from wastetrack.containers.terms import PartitionFact, Stored, StoreFact
from wastetrack.kernel.errors import Violation
from wastetrack.parties.terms import FacilityKind


def store_advice(
    subject: Stored, store: StoreFact, partition: PartitionFact | None
) -> list[Violation]:
    """What is told at once about a place: point over its limit, over capacity, wrong partition."""
    found: list[Violation] = []
    limit = store.point_limit_g
    if store.kind is FacilityKind.POINT and limit is not None and store.mass_g > limit:
        values = {"store": store.name, "mass": store.mass_g, "limit": limit}
        found.append(Violation("containers.point_full", "", {**values, "basis": store.point_basis}))
    # once is enough where the point is registered with the law's own limit
    elif store.capacity_g is not None and store.mass_g > store.capacity_g:
        values = {"store": store.name, "mass": store.mass_g, "limit": store.capacity_g}
        found.append(Violation("containers.over_capacity", "", {**values}))
    if partition is None:
        if store.has_partitions:
            found.append(Violation("containers.no_partition", "", {"store": store.name}))
        return found
    if partition.capacity_g is not None and partition.mass_g > partition.capacity_g:
        values = {
            "store": partition.name,
            "mass": partition.mass_g,
            "limit": partition.capacity_g,
        }
        found.append(Violation("containers.over_capacity", "", {**values}))
    if partition.waste_codes and subject.waste_code not in partition.waste_codes:
        params: dict[str, object] = {"partition": partition.name, "waste_code": subject.waste_code}
        found.append(Violation("containers.wrong_partition", "", params))
    extra = letters(subject.hazards) - letters(partition.hazards)
    if partition.hazards and extra:
        params = {"partition": partition.name, "hazards": ",".join(sorted(extra))}
        found.append(Violation("containers.wrong_hazard", "", params))
    return found


def letters(hazards: str) -> set[str]:
    """The letters of a hazard text; none when it cannot be read."""
    try:
        return set(parse_hazards(hazards)[0])
    except ValueError:
        return set()
