"""Rules of stores: capacities of a facility and its parts, the storage point's limit (GB 18597-2023 §8.3.5)."""

from collections.abc import Iterable

from wastetrack.kernel.errors import Violation
from wastetrack.parties.terms import (
    STORES,
    FacilityKind,
)


def facility_faults(
    kind: FacilityKind, capacity_g: int | None, point_limit_g: int
) -> list[Violation]:
    """A store needs its capacity; a storage point cannot be registered above its legal limit."""
    if kind not in STORES:
        return []
    if not capacity_g:
        return [Violation("parties.capacity_missing", "capacity_g")]
    if kind is FacilityKind.POINT and capacity_g > point_limit_g:
        params: dict[str, object] = {"limit_t": _tonnes(point_limit_g)}
        return [Violation("parties.point_over_limit", "capacity_g", params)]
    return []


def partition_faults(
    capacity_g: int | None, others_g: int, facility_g: int | None
) -> list[Violation]:
    """Parts of a store hold no more than the store."""
    if facility_g is None or not capacity_g or capacity_g + others_g <= facility_g:
        return []
    left = max(facility_g - others_g, 0)
    return [Violation("parties.partition_over", "capacity_g", {"left_t": _tonnes(left)})]


def parts_faults(parts_g: Iterable[int], facility_g: int | None) -> list[Violation]:
    """A store made smaller must still hold its parts."""
    total = sum(parts_g)
    if facility_g is None or total <= facility_g:
        return []
    return [Violation("parties.smaller_than_parts", "capacity_g", {"parts_t": _tonnes(total)})]


def _tonnes(grams: int) -> str:
    return f"{grams / 1_000_000:g}"
