"""Puts a part that ran on paper into the system, within ten working days after the end (部令23 §20)."""

from datetime import date
from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.catalog.queries import law_bases, working_days
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.files import Stored
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.number import put_numbers
from wastetrack.manifests.inputs import BackfillManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.terms import Entry, Part
from wastetrack.manifests.transition import Desk, advance
from wastetrack.parties.actions.keep_file import keep_file

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
            "file": _kept(work, m, data),
            "note": data.note or None,
            "late_days": (day - due).days if due and day > due else None,
        }

    return advance(work, manifest_id, Action.MANIFEST_BACKFILL, data, effect)


def _kept(work: Work, m: Manifest, data: BackfillManifest) -> str | None:
    if data.file is None:
        return None
    ours = {seat.unit_id for seat in work.actor.seats}
    parties = (m.consignor_unit_id, m.proxy_unit_id, m.carrier_unit_id, m.receiver_unit_id)
    unit_id = next(party for party in parties if party in ours and party is not None)
    stored = Stored(data.file.sha256, data.file.mime, data.file.size)
    return keep_file(work, stored, data.file.name, unit_id).sha256


def _due(work: Work, m: Manifest) -> date | None:
    finished = m.received_at or m.arrived_at
    if finished is None:
        return None
    day = local_day(finished)
    rule = law_bases(work, day).get(_BACKFILL)
    return None if rule is None else working_days(work).add(day, rule.limit)
