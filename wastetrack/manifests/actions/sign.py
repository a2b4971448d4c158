"""The consignor's hand-over act: weights of what leaves, what stays, and his signature (部令23 §10)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.containers.transition import take_off_line
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import SignManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import line_fact
from wastetrack.manifests.rules import sign_faults, when_faults
from wastetrack.manifests.terms import Decision
from wastetrack.manifests.transition import Desk, advance


def sign(work: Work, manifest_id: UUID, data: SignManifest | None = None) -> Manifest:
    """Locks part 1. Lines without a weight leave with what was planned; left-out ones stay in store."""
    given = data or SignManifest()

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        at = given.at or work.now
        weights = {item.line_id: item.grams for item in given.shipped}
        left = set(given.left_out)
        lines = {
            line.id: line_fact(line, "", line.label_version)
            for line in desk.lines
            if line.decision is not Decision.LEFT_OUT
        }
        faults = when_faults(at, work.now, None)
        faults.extend(sign_faults(lines, weights, left, given.left_reason))
        check(faults)
        for line in desk.loaded:
            if line.id in left:
                container = desk.containers[line.container_id]
                take_off_line(work, container)
                line.decision, line.shipped_g = Decision.LEFT_OUT, 0
                desk.note(line, reason=given.left_reason, container=container.human_code)
            else:
                line.shipped_g = weights.get(line.id, line.planned_g)
                desk.note(line, grams=line.shipped_g)
        m.mass_g = sum(line.shipped_g or 0 for line in desk.loaded)
        m.consignor_handler = given.handler or m.consignor_handler or work.actor.name
        m.signed_at, m.signed_by = at, work.actor.label
        return {"claimed_at": at, "left_out": len(left) or None}

    return advance(work, manifest_id, Action.MANIFEST_SIGN, given, effect, containers=True)
