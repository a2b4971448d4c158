"""Moves a manifest on without an act of its own: ready by the district's setting, closed when covered."""

from wastetrack.access.policy import Action
from wastetrack.audit.trail import record
from wastetrack.kernel.work import Work
from wastetrack.manifests.machine import BY_ACTION
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.rules import is_covered, still_out
from wastetrack.manifests.terms import Entry, Part, State


def consent_by_setting(work: Work, m: Manifest) -> None:
    """The district's setting makes a filed manifest ready at once (model.md §5)."""
    m.state = BY_ACTION[Action.MANIFEST_CONSENT].moves[State.FILED]
    record(
        work,
        "manifest.consent",
        m,
        manifest_id=m.id,
        site_id=m.consignor_site_id,
        grams=m.mass_g,
        reference=m.reference,
        automatic=True,
    )


def close_if_covered(work: Work, m: Manifest, lines: list[ManifestLine]) -> None:
    """Close a confirmed manifest once every accepted gram has an outcome and nothing is out."""
    if m.state is not State.CONFIRMED:
        return
    if still_out((line.decision, line.way_back) for line in lines):
        return
    if not is_covered((line.accepted_g, line.outcome_g) for line in lines):
        return
    m.state, m.closed_at = State.CLOSED, work.now
    record(
        work,
        "manifest.close",
        m,
        manifest_id=m.id,
        site_id=m.consignor_site_id,
        grams=m.mass_g,
        reference=m.reference,
    )


def outside(m: Manifest, part: Part) -> bool:
    """Whether a party has no account here and its part is entered by the other side."""
    return m.entries.get(part) == Entry.OUTSIDE
