"""Parts an amount over pieces without losing a gram, and finds a month's first days."""

from datetime import date


def even_parts(grams: int, pieces: int) -> list[int]:
    """Equal parts of a weight; the first pieces carry the grams that do not divide."""
    each, rest = divmod(grams, pieces)
    return [each + (number < rest) for number in range(pieces)]


def months_from(day: date, months: int) -> date:
    """The first day of the month so many months away."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
