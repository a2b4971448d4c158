"""Decides how masses and times are written on forms: tonnes with three decimals, Shanghai time."""

from datetime import datetime

from wastetrack.kernel.clock import SHANGHAI

GRAMS_PER_TONNE = 1_000_000
# Below half a kilogram three decimals would say that nothing was moved.
SMALLEST_IN_KILOGRAMS = 500


def tonnes(mass_g: int | None) -> str:
    """`0.182`; six decimals where three would print a real mass as zero; empty when unknown."""
    if mass_g is None:
        return ""
    if 0 < mass_g < SMALLEST_IN_KILOGRAMS:
        return f"0.{mass_g:06d}"
    kilograms = (mass_g + 500) // 1000
    return f"{kilograms // 1000}.{kilograms % 1000:03d}"


def moment(at: datetime | None) -> str:
    """`2026年11月24日 14:05`, or room to write it by hand."""
    if at is None:
        return "20　　年　　月　　日　　时　　分"
    if at.tzinfo is None:
        message = "a time on paper must know its zone"
        raise ValueError(message)
    local = at.astimezone(SHANGHAI)
    return f"{local.year}年{local.month}月{local.day}日 {local:%H:%M}"
