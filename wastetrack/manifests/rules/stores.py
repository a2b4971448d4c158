"""Decides whether the store and the part of it that a receiver names are his, on this site."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from wastetrack.kernel.errors import Violation


def place_faults(
    named: Iterable[tuple[UUID | None, UUID | None]],
    facilities: Collection[UUID],
    partitions: Mapping[UUID, UUID],
) -> list[Violation]:
    """Pairs of store and part, against the stores here and the parts here with their stores."""
    found: list[Violation] = []
    for facility_id, partition_id in named:
        if facility_id is not None and facility_id not in facilities:
            found.append(Violation("manifests.facility_elsewhere", "lines"))
        if partition_id is not None and partitions.get(partition_id) != facility_id:
            found.append(Violation("manifests.partition_elsewhere", "lines"))
    return list(dict.fromkeys(found))
