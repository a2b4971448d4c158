"""Reads the sheets of a transfer that did not come to its end: voided, annulled, or sent back."""

from wastetrack.access.policy import Position
from wastetrack.audit.model import Event
from wastetrack.kernel.work import Work
from wastetrack.manifests.shapes import ManifestPage
from wastetrack.reports.queries.sheets import head_of, lines_of, reports_in, said_in
from wastetrack.reports.shapes.sheets import Consent, ReturnSheet, VoidSheet

_ENDING = frozenset({"manifest.void", "manifest.annul"})
_REFUSING = frozenset({"manifest.refuse", "manifest.accept"})


def void_sheet(work: Work, page: ManifestPage, base_url: str) -> VoidSheet:
    """Why it ended and who wanted it; the quantities as they were planned and as they were shipped."""
    m = page.manifest
    return VoidSheet(
        head=head_of(page, base_url),
        annulled=m.departed_at is not None,
        reason=m.void_reason or "",
        consents=tuple(_consent(event) for event in page.events if event.kind in _ENDING),
        lines=lines_of(work, page),
    )


def _consent(event: Event) -> Consent:
    facts = event.payload["facts"]
    return Consent(
        who=event.actor_label,
        positions=tuple(Position(text) for text in facts.get("by", [])),
        at=event.recorded_at,
        agreed=True,
        note=str(facts.get("reason") or ""),
    )


def return_sheet(work: Work, page: ManifestPage, base_url: str) -> ReturnSheet:
    """What was refused and by whom, the order to bring it back, and who took it back when."""
    refusal = next((event for event in page.events if event.kind in _REFUSING), None)
    return ReturnSheet(
        head=head_of(page, base_url),
        lines=lines_of(work, page, lambda view: bool(view.line.refused_g)),
        reason=page.manifest.opinion or "",
        refused_by=refusal.actor_label if refusal else "",
        refused_at=refusal.happened_at if refusal else None,
        reports=reports_in(page),
        orders=said_in(page.events, {"manifest.send_back": "order"}),
        taken_back=said_in(page.events, {"manifest.take_back": ""}),
    )
