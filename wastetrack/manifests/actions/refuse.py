"""The receiver takes nothing: all lines stay with the carrier, the authority is told (部令23 §§12, 18)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import RefuseManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.rules import when_faults
from wastetrack.manifests.terms import Decision
from wastetrack.manifests.transition import Desk, advance


def refuse(work: Work, manifest_id: UUID, data: RefuseManifest) -> Manifest:
    """Custody does not move; the way back runs on the same manifest."""

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        at, reported = data.at or work.now, data.reported_at or work.now
        faults = when_faults(at, work.now, m.arrived_at)
        faults.extend(when_faults(reported, work.now, None, "reported_at"))
        check(faults)
        for line in desk.loaded:
            line.accepted_g, line.refused_g, line.difference_g = 0, line.shipped_g, 0
            line.decision = line.way_back = Decision.REFUSED
            line.refused_container_id = line.container_id
            line.dimensions = [d.value for d in data.dimensions] or line.dimensions
            line.discrepancy = line.discrepancy or data.reason
            desk.note(line, grams=line.refused_g)
        m.opinion, m.reported_at = data.reason, reported
        m.receiver_handler = data.handler or work.actor.name
        return {"claimed_at": at, "reason": data.reason, "reported_to": data.reported_to}

    return advance(work, manifest_id, Action.MANIFEST_REFUSE, data, effect)
