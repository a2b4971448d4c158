"""The consignor's hand-over act: weights of what leaves, what stays, and his signature (部令23 §10)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.kernel.errors import check, refuse
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import SignManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.rules import sign_faults, when_faults
from wastetrack.manifests.transition import Desk, advance, leave_out


def sign(work: Work, manifest_id: UUID, data: SignManifest | None = None) -> Manifest:
    """Locks part 1. Lines without a weight leave with what was planned; left-out ones stay in store."""
    given = data or SignManifest()

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        if m.signed_at is not None:
            raise refuse("manifests.signed_before", who=m.signed_by, at=m.signed_at)
        at = given.at or work.now
        weights = {item.line_id: item.grams for item in given.shipped}
        left = set(given.left_out)
        faults = when_faults(at, work.now, None)
        loaded = {line.id for line in desk.loaded}
        faults.extend(sign_faults(loaded, weights, left, given.left_reason))
        check(faults)
        leave_out(desk, left, given.left_reason)
        for line in desk.loaded:
            line.shipped_g = weights.get(line.id, line.planned_g)
            desk.note(line, grams=line.shipped_g)
        m.mass_g = sum(line.shipped_g or 0 for line in desk.loaded)
        m.consignor_handler = given.handler or m.consignor_handler or work.actor.name
        m.signed_at, m.signed_by = at, work.actor.label
        return {"claimed_at": at, "left_out": len(left) or None}

    return advance(work, manifest_id, Action.MANIFEST_SIGN, given, effect, containers=True)
