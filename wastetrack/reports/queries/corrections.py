"""Reads the correction sheet of a manifest: each changed field with who asked, who agreed and when."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from uuid import UUID

from sqlmodel import col, select

from wastetrack.access.policy import Position
from wastetrack.audit.model import Event
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Correction
from wastetrack.manifests.rules import FIELDS
from wastetrack.manifests.shapes import ManifestPage
from wastetrack.reports.queries.amended import amended_on
from wastetrack.reports.queries.sheets import head_of, lines_of
from wastetrack.reports.shapes.sheets import Consent, CorrectionSheet, FieldChange

Chains = dict[UUID, list[Event]]


def correction_sheet(work: Work, page: ManifestPage, base_url: str) -> CorrectionSheet:
    """Every correction that was asked for, also those that wait or were declined."""
    chains = _chains(work, page.corrections)
    return CorrectionSheet(
        head=head_of(page, base_url),
        changes=tuple(_change(page, row, chains.get(row.id, [])) for row in page.corrections),
        amended=amended_on(work, page),
        lines=lines_of(work, page),
    )


def _chains(work: Work, rows: Sequence[Correction]) -> Chains:
    found: Chains = {}
    if not rows:
        return found
    query = select(Event).where(col(Event.subject_id).in_([row.id for row in rows]))
    for event in work.session.exec(query.order_by(col(Event.id))):
        found.setdefault(event.subject_id, []).append(event)
    return found


def _change(page: ManifestPage, row: Correction, chain: list[Event]) -> FieldChange:
    field = FIELDS[row.field_name]
    before, after = (str(side.get("value") or "") for side in (row.before, row.after))
    asked, *answers = chain
    return FieldChange(
        title=field.title,
        about=_about(page, row),
        before=before,
        after=after,
        before_g=_grams(before) if field.grams else None,
        after_g=_grams(after) if field.grams else None,
        reason=row.reason,
        asked_by=asked.actor_label,
        asked_at=asked.recorded_at,
        needs=tuple(Position(text) for text in row.needs),
        consents=tuple(_consent(page, event) for event in answers),
        applied_at=row.applied_at,
        rejected_at=row.rejected_at,
    )


def _about(page: ManifestPage, row: Correction) -> str:
    """Which line or haul it is about; empty for the form's head."""
    for view in page.lines:
        if view.line.id == row.line_id:
            return f"第 {view.line.number} 行 {view.human_code}"
    for haul in page.hauls:
        if haul.haul.id == row.line_id:
            return f"第 {haul.haul.number} 段 {haul.haul.plate}"
    return ""


def _consent(page: ManifestPage, event: Event) -> Consent:
    """An answer; its words stand on the manifest's own event of the same act."""
    changed, was = event.payload["set"], event.payload["was"]
    own = (
        e.payload["facts"]
        for e in page.events
        if e.kind == event.kind and e.recorded_at == event.recorded_at
    )
    note = next((str(facts["note"]) for facts in own if facts.get("note")), "")
    given = set(changed.get("given", [])) - set(was.get("given", []))
    return Consent(
        who=event.actor_label,
        positions=tuple(Position(text) for text in sorted(given)),
        at=event.recorded_at,
        agreed="rejected_at" not in changed,
        note=note,
    )


def _grams(kilograms: str) -> int | None:
    try:
        return int(Decimal(kilograms) * 1000)
    except InvalidOperation:
        return None
