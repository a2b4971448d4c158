"""Decides whether a pre-printed code may be bound to a new container."""

from uuid import UUID

from wastetrack.kernel.errors import Violation


def blank_faults(
    code: str, owner: UUID | None, unit_id: UUID, bound_to: UUID | None
) -> list[Violation]:
    """Only a code of one's own unit, and only once; `owner` is None for a code never printed."""
    params: dict[str, object] = {"blank": f"{code[:4]} {code[4:]}".strip()}
    if owner is None:
        return [Violation("containers.blank_unknown", "blank_code", params)]
    if owner != unit_id:
        return [Violation("containers.blank_of_another", "blank_code", params)]
    if bound_to is not None:
        return [Violation("containers.blank_used", "blank_code", params)]
    return []
