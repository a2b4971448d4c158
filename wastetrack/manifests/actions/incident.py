"""Records what happened on the road and who was told; nothing about it is refused (部令23 §9)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import IncidentManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.rules import when_faults
from wastetrack.manifests.transition import Desk, advance


def incident(work: Work, manifest_id: UUID, data: IncidentManifest) -> Manifest:
    """Time, place, what, and who was told; a room above opens the case."""

    def effect(desk: Desk) -> dict[str, object]:
        at = data.at or work.now
        check(when_faults(at, work.now, desk.manifest.departed_at))
        return {"claimed_at": at, "place": data.place, "what": data.what, "told": data.told}

    return advance(work, manifest_id, Action.MANIFEST_INCIDENT, data, effect)
