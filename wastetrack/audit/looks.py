"""Which reads are kept in the access log (model.md §9), and which of them only from outsiders."""

from enum import StrEnum


class Look(StrEnum):
    """What was looked at."""

    FILE = "file"  # a stored scan or a form with people's names
    EXPORT = "export"  # a workbook
    UNIT = "unit"  # a unit's record, its sites and licences
    PEOPLE = "people"  # a list of persons, or one of them
    TRACE = "trace"  # the chain of a container or a manifest
    HISTORY = "history"  # every change of a record


# a unit's people look at their own record all day: that is their work and no news to anybody
OUTSIDERS_ONLY = frozenset({Look.UNIT, Look.TRACE})


def is_kept(look: Look, *, own: bool) -> bool:
    """Whether this read is logged; `own`: the reader has a seat in the unit it belongs to."""
    return not (own and look in OUTSIDERS_ONLY)
