"""What became of accepted waste: grams per line, up the chain to every consignor (部令23 §12(4), model.md §3)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.audit.trail import record
from wastetrack.kernel.errors import check
from wastetrack.kernel.errors import refuse as refusal
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import AcknowledgeManifest, OutcomeManifest
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.queries import lines_of, upstream_of
from wastetrack.manifests.rules import outcome_faults
from wastetrack.manifests.transition import Desk, advance, close_if_covered, keep_scan


def outcome(work: Work, manifest_id: UUID, data: OutcomeManifest) -> Manifest:
    """Add grams with an outcome to one line, bounded by what was accepted.

    The treatment feeds the container first and calls this next: how much of an earlier transfer
    is covered is read from what of its containers is still there.
    """
    touched: list[ManifestLine] = []

    def effect(desk: Desk) -> dict[str, object]:
        line = next((row for row in desk.lines if row.id == data.line_id), None)
        if line is None:
            raise refusal("manifests.unknown_line", "line_id")
        check(outcome_faults(line.accepted_g, line.outcome_g, data.grams))
        if desk.for_outside and data.file is None:
            raise refusal("manifests.outside_outcome_file", "file")
        line.outcome_g += data.grams
        touched.append(line)
        desk.note(line, grams=data.grams, treatment_id=data.treatment_id)
        # closing is decided below, for this manifest and those before it, by one rule
        desk.stays = True
        return {
            "grams": data.grams,
            "number": line.number,
            "method": data.method or line.method,
            "claimed_at": data.at,
            "treatment_id": data.treatment_id,
            "file": keep_scan(work, desk.manifest, data.file) if data.file else None,
        }

    m = advance(work, manifest_id, Action.MANIFEST_OUTCOME, data, effect)
    close_if_covered(work, m, lines_of(work, m.id))
    _reach_upstream(work, touched[0])
    return m


def _reach_upstream(work: Work, line: ManifestLine) -> None:
    """Earlier transfers whose containers this one moved on: what is no longer there is covered."""
    work.session.flush()
    for m, earlier, left in upstream_of(work, line):
        accepted = earlier.accepted_g or 0
        share = max(earlier.outcome_g, accepted - left) - earlier.outcome_g
        if share <= 0:
            continue
        earlier.outcome_g += share
        record(
            work,
            "manifest.outcome",
            earlier,
            manifest_id=m.id,
            grams=share,
            number=earlier.number,
            reference=m.reference,
        )
        record(
            work,
            "manifest.outcome",
            m,
            manifest_id=m.id,
            site_id=m.consignor_site_id,
            grams=share,
            number=earlier.number,
            reference=m.reference,
            through=line.manifest_id,
        )
        close_if_covered(work, m, lines_of(work, m.id))


def acknowledge(work: Work, manifest_id: UUID, data: AcknowledgeManifest | None = None) -> Manifest:
    """The consignor has followed up what the receiver did with his waste (部令23 §10(6))."""

    def effect(desk: Desk) -> None:
        desk.manifest.acknowledged_at = work.now

    given = data or AcknowledgeManifest()
    return advance(work, manifest_id, Action.MANIFEST_ACKNOWLEDGE, given, effect)
