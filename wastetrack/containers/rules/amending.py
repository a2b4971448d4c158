"""Decides which changes of a container an officer must agree to, and what a proposal needs."""

from collections.abc import Collection
from datetime import datetime

from wastetrack.kernel.errors import Violation

# what clocks, sums and alerts are counted from
COUNTED = frozenset({"waste_code", "first_waste_at", "mass_g"})


def correction_needs_approval(
    changes: Collection[str],
    *,
    weighed: bool,
    watched: bool,
    began: datetime | None,
    begins: datetime | None,
) -> bool:
    """Of a weighed container, or one on an open alert, what is counted changes only by approval.

    A later first waste gives the clock more time, so it always does.
    """
    if began is not None and begins is not None and begins > began:
        return True
    return (weighed or watched) and bool(COUNTED & set(changes))


def void_needs_approval(*, weighed: bool, watched: bool) -> bool:
    """What held weighed waste, or is on an open alert, was not just opened by mistake."""
    return weighed or watched


def proposal_faults(*, file: str | None, waiting: bool) -> list[Violation]:
    """An officer decides from a file, and about one proposal at a time."""
    found: list[Violation] = []
    if not file:
        found.append(Violation("containers.file_missing", "file_sha256"))
    if waiting:
        found.append(Violation("containers.amendment_waits"))
    return found
