"""The receiver takes nothing: all lines stay with the carrier, the authority is told (部令23 §§12, 18)."""

from datetime import datetime
from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Custody
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import RefuseManifest
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.rules import when_faults
from wastetrack.manifests.terms import Decision, Dimension
from wastetrack.manifests.transition import Desk, advance, give_up


def refuse(work: Work, manifest_id: UUID, data: RefuseManifest) -> Manifest:
    """Custody does not move; the way back runs on the same manifest."""

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        at, reported = data.at or work.now, data.reported_at or work.now
        faults = when_faults(at, work.now, m.arrived_at)
        faults.extend(when_faults(reported, work.now, None, "reported_at"))
        check(faults)
        for line in desk.loaded:
            container = desk.containers[line.container_id]
            line.dimensions = [d.value for d in data.dimensions] or line.dimensions
            line.discrepancy = line.discrepancy or data.reason
            if line.id in data.short or container.custody is Custody.MISSING:
                _short(desk, line, container, at)
                continue
            line.accepted_g, line.refused_g, line.difference_g = 0, line.shipped_g, 0
            line.decision = line.way_back = Decision.REFUSED
            line.refused_container_id = line.container_id
            desk.note(line, grams=line.refused_g)
        m.opinion, m.reported_at = data.reason, reported
        m.receiver_handler = data.handler or work.actor.name
        return {"claimed_at": at, "reason": data.reason, "reported_to": data.reported_to}

    return advance(work, manifest_id, Action.MANIFEST_REFUSE, data, effect, containers=True)


def _short(desk: Desk, line: ManifestLine, container: Container, at: datetime) -> None:
    """What did not arrive cannot be refused: it is missing, and its whole weight is the difference."""
    line.accepted_g, line.refused_g, line.difference_g = 0, 0, line.shipped_g
    line.decision = Decision.SHORT
    line.dimensions = sorted({*line.dimensions, Dimension.QUANTITY.value})
    desk.note(line, grams=0)
    give_up(desk, container, at)
