"""The only writer of a record's state."""

from wastetrack.audit.trail import record
from wastetrack.kernel.work import Work
from wastetrack.solids.model import SolidRecord
from wastetrack.solids.terms import SolidState


def void(work: Work, row: SolidRecord, reason: str) -> None:
    """It stays readable and counts no more."""
    row.state, row.void_reason = SolidState.VOID, reason
    record(
        work,
        "solid.void",
        row,
        site_id=row.site_id,
        grams=row.grams,
        number=row.number,
        waste=row.name,
        reason=reason,
    )
