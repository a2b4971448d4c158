"""Puts a part that ran on paper into the system, within ten working days after the end (部令23 §20)."""

from datetime import date
from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.catalog.queries import law_bases, working_days
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.number import put_numbers
from wastetrack.manifests.inputs import BackfillManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.terms import Entry, Part
from wastetrack.manifests.transition import Desk, advance, keep_scan

_BACKFILL = "MF-10"
_PART = {
    Position.CONSIGNOR: Part.CONSIGNOR,
    Position.PROXY: Part.CONSIGNOR,
    Position.CARRIER: Part.CARRIER,
    Position.RECEIVER: Part.RECEIVER,
}


def backfill(work: Work, manifest_id: UUID, data: BackfillManifest) -> Manifest:
    """Each party its own part; with the last one the paper transfer is back-filled. Late is recorded."""

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        if not m.paper:
            raise refuse("manifests.not_on_paper", reference=m.reference)
        put_numbers(desk, data)
        parts = {_PART[position].value for position in desk.held}
        m.entries = m.entries | {
            part: m.entries.get(part, Entry.PAPER.value) for part in sorted(parts)
        }
        if m.backfilled_at is None and set(m.entries) >= {part.value for part in Part}:
            m.backfilled_at = work.now
        due = _due(work, m)
        day = local_day(work.now)
        return {
            "parts": sorted(parts),
            "file": keep_scan(work, m, data.file) if data.file else None,
            "note": data.note or None,
            "late_days": (day - due).days if due and day > due else None,
        }

    return advance(work, manifest_id, Action.MANIFEST_BACKFILL, data, effect)


def _due(work: Work, m: Manifest) -> date | None:
    finished = m.received_at or m.arrived_at
    if finished is None:
        return None
    day = local_day(finished)
    rule = law_bases(work, day).get(_BACKFILL)
    return None if rule is None else working_days(work).add(day, rule.limit)
