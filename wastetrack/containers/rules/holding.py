"""Decides in which capacity a unit holds a container, and whose waste is in it by weight."""

from collections.abc import Mapping, Sequence

from wastetrack.containers.terms import HeldAs
from wastetrack.parties.terms import LicenceFacts, LicenceKind, UnitKind


def held_as_own(*, is_hospital: bool, waste_code: str) -> HeldAs:
    """How a unit holds what it made itself; a hospital's medical waste has its own clock."""
    return HeldAs.HOSPITAL if is_hospital and is_medical(waste_code) else HeldAs.PRODUCER


def held_as_for(
    *,
    unit_kinds: Sequence[str],
    licences: Sequence[LicenceFacts],
    is_hospital: bool,
    waste_code: str,
) -> HeldAs:
    """How a receiver holds what it took over: by its strongest licence that covers this waste.

    Without a permit of its own (exempt, or none on record) no permit clock can bind it.
    """
    if is_medical(waste_code) and UnitKind.DISPOSER in unit_kinds:
        return HeldAs.MEDICAL
    kinds = {right.kind for right in licences}
    if LicenceKind.COMPREHENSIVE in kinds:
        return HeldAs.OPERATOR
    pilots = [right for right in licences if right.kind is LicenceKind.PILOT]
    if pilots:
        stores = any(right.storage_right for right in pilots)
        return HeldAs.PILOT if stores else HeldAs.PILOT_TEMPORARY
    if LicenceKind.COLLECTION in kinds:
        return HeldAs.COLLECTION
    if UnitKind.COLLECTOR in unit_kinds:
        return HeldAs.TEMPORARY
    return held_as_own(is_hospital=is_hospital, waste_code=waste_code)


def held_where(held_as: HeldAs, *, chilled: bool) -> HeldAs:
    """The capacity in a store: medical waste below 5 °C has its own clock (GB 39707, to be confirmed)."""
    if held_as not in {HeldAs.MEDICAL, HeldAs.MEDICAL_CHILLED}:
        return held_as
    return HeldAs.MEDICAL_CHILLED if chilled else HeldAs.MEDICAL


def is_medical(waste_code: str) -> bool:
    return waste_code.endswith("-01")


def apportion(shares: Mapping[str, int], part: int) -> dict[str, int]:
    """The share of each origin in a part of the whole, by weight: exact in sum, largest remainder."""
    whole = sum(shares.values())
    if not whole:
        return {}
    exact = {key: divmod(grams * part, whole) for key, grams in shares.items()}
    given = {key: quotient for key, (quotient, _) in exact.items()}
    left = part - sum(given.values())
    # ties go by key, so that the same split always gives the same shares
    for key in sorted(exact, key=lambda k: (-exact[k][1], k))[:left]:
        given[key] += 1
    return {key: grams for key, grams in given.items() if grams}
