"""Decides what moments and masses may be claimed, and what is only told about them."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from wastetrack.containers.terms import HeldAs
from wastetrack.kernel.errors import Violation

TOLERANCE = timedelta(minutes=5)
OLDEST = timedelta(days=20 * 366)
# grams a litre that a waste hardly exceeds (lead paste) or falls under (shavings, filters)
DENSEST_G_PER_L, LIGHTEST_G_PER_L = 4_000, 5


def when_faults(at: datetime, now: datetime, field: str) -> list[Violation]:
    """A claimed moment lies neither ahead nor absurdly far back."""
    if at > now + TOLERANCE:
        return [Violation("containers.in_the_future", field)]
    if at < now - OLDEST:
        return [Violation("containers.too_long_ago", field)]
    return []


def split_faults(mass_g: int | None, parts: Sequence[int]) -> list[Violation]:
    """Two parts or more, each with something in it, that weigh together what the container weighs."""
    if len(parts) < 2 or any(part <= 0 for part in parts):
        return [Violation("containers.split_parts", "grams")]
    if sum(parts) != mass_g:
        whole, total = mass_g or 0, sum(parts)
        return [Violation("containers.split_sum", "grams", {"whole": whole, "total": total})]
    return []


def take_faults(mass_g: int | None, grams: int) -> list[Violation]:
    """No more is taken out than is in."""
    if mass_g is None or grams > mass_g:
        return [Violation("containers.more_than_there", "grams", {"mass": mass_g or 0})]
    return []


def own_waste_faults(held_as: HeldAs, code: str) -> list[Violation]:
    """Some acts are the producer's alone: what was received from others is not his to write off.

    Of an ended container, which nobody holds, the machine says what it became.
    """
    own = {HeldAs.PRODUCER, HeldAs.HOSPITAL, HeldAs.NOBODY}
    return [] if held_as in own else [Violation(code)]


def correction_faults(changes: Collection[str], *, sealed: bool) -> list[Violation]:
    """A correction changes something, and weighs only what is sealed."""
    found: list[Violation] = []
    if not changes:
        found.append(Violation("containers.nothing_changed"))
    if "mass_g" in changes and not sealed:
        found.append(Violation("containers.seal_to_weigh", "mass_g"))
    return found


def mass_advice(mass_g: int | None, volume_l: int, *, is_lot: bool) -> list[Violation]:
    """A mass that the volume hardly allows is told, not refused: the scale may be right."""
    if mass_g is None or is_lot:
        return []
    if LIGHTEST_G_PER_L * volume_l <= mass_g <= DENSEST_G_PER_L * volume_l:
        return []
    params: dict[str, object] = {"mass": mass_g, "volume": volume_l}
    return [Violation("containers.mass_implausible", "mass_g", params)]


def kilograms(grams: int) -> str:
    """Grams as kilograms without idle zeros, as a label shows them."""
    text = f"{grams // 1000}.{grams % 1000:03d}"
    return text.rstrip("0").rstrip(".")
