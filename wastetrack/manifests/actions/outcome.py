"""What became of accepted waste: grams per line, up the chain to every consignor (部令23 §12(4), model.md §3)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.audit.trail import record
from wastetrack.kernel.errors import check
from wastetrack.kernel.errors import refuse as refusal
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import AcknowledgeManifest, OutcomeManifest, TreatedLine
from wastetrack.manifests.machine import step_of
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.queries import known_methods, lines_of, lock_manifest, upstream_of
from wastetrack.manifests.rules import method_faults, outcome_faults
from wastetrack.manifests.terms import Part
from wastetrack.manifests.transition import Desk, advance, close_if_covered, keep_scan, outside


def outcome(work: Work, manifest_id: UUID, data: OutcomeManifest) -> Manifest:
    """What a receiver without account proves that he did; one with an account records his treatment."""

    def effect(desk: Desk) -> dict[str, object]:
        if not outside(desk.manifest, Part.RECEIVER):
            raise refusal("manifests.outcome_by_treatment")
        if data.file is None:
            raise refusal("manifests.outside_outcome_file", "file")
        line = _line(desk, data.line_id)
        method = data.method or line.method or ""
        check(
            [
                *outcome_faults(line.accepted_g, line.outcome_g, data.grams),
                *method_faults(method, known_methods(work)),
            ]
        )
        line.outcome_g += data.grams
        desk.note(line, grams=data.grams)
        # closing is decided below, for this manifest and those before it, by one rule
        desk.stays = True
        return {
            "grams": data.grams,
            "number": line.number,
            "method": method,
            "claimed_at": data.at,
            "file": keep_scan(work, desk.manifest, data.file),
        }

    m = advance(work, manifest_id, Action.MANIFEST_OUTCOME, data, effect)
    return _settle(work, m, data.line_id)


def count_treated(work: Work, manifest_id: UUID, data: TreatedLine) -> int:
    """Count what a treatment fed of one line; returns the grams that the manifest cannot take.

    The treatment feeds the container first and calls this next: how much of an earlier transfer
    is covered is read from what of its containers is still there. A treatment is a fact: where the
    manifest has its outcomes already, or never accepted so much, the rest is told, not refused.
    """
    m = lock_manifest(work, manifest_id)
    line = next(row for row in lines_of(work, m.id) if row.id == data.line_id)
    takes = step_of(Action.MANIFEST_OUTCOME, m.state) is not None
    grams = min(data.grams, (line.accepted_g or 0) - line.outcome_g) if takes else 0
    if grams <= 0:
        return data.grams

    def effect(desk: Desk) -> dict[str, object]:
        taken = _line(desk, data.line_id)
        taken.outcome_g += grams
        desk.note(taken, grams=grams, treatment_id=data.treatment_id)
        desk.stays = True
        return {
            "grams": grams,
            "number": taken.number,
            "method": data.method,
            "claimed_at": data.at,
            "treatment_id": data.treatment_id,
        }

    advance(work, manifest_id, Action.MANIFEST_OUTCOME, data, effect)
    _settle(work, m, data.line_id)
    return data.grams - grams


def _line(desk: Desk, line_id: UUID) -> ManifestLine:
    line = next((row for row in desk.lines if row.id == line_id), None)
    if line is None:
        raise refusal("manifests.unknown_line", "line_id")
    return line


def _settle(work: Work, m: Manifest, line_id: UUID) -> Manifest:
    lines = lines_of(work, m.id)
    close_if_covered(work, m, lines)
    _reach_upstream(work, next(line for line in lines if line.id == line_id))
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
