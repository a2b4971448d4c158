"""Words of oversight: what a search finds, and the ages in which stock is counted."""

from enum import StrEnum


class HitKind(StrEnum):
    CONTAINER = "container"
    MANIFEST = "manifest"
    UNIT = "unit"
    TRIP = "trip"


class Age(StrEnum):
    """Days on the holder's clock; the bounds follow the warning levels of model.md §7."""

    D0 = "0-30"
    D30 = "30-90"
    D90 = "90-180"
    D180 = "180-300"
    D300 = "300-335"
    D335 = "335-365"
    D365 = "365+"


# the first day of each age, oldest first
AGE_FROM: tuple[tuple[Age, int], ...] = (
    (Age.D365, 366),
    (Age.D335, 335),
    (Age.D300, 300),
    (Age.D180, 180),
    (Age.D90, 90),
    (Age.D30, 30),
    (Age.D0, 0),
)
