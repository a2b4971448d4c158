"""The receiver's answer to a filed manifest: he takes it, or gives it back as a draft with a reason."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import ConsentManifest, ReasonGiven
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.transition import Desk, advance


def consent(work: Work, manifest_id: UUID, data: ConsentManifest | None = None) -> Manifest:
    """Scope, yearly scale, room and acceptance profile allow it."""
    given = data or ConsentManifest()

    def effect(desk: Desk) -> dict[str, object]:
        return {"note": given.note or None}

    return advance(work, manifest_id, Action.MANIFEST_CONSENT, given, effect)


def decline(work: Work, manifest_id: UUID, data: ReasonGiven) -> Manifest:
    """A draft again, so that the consignor can change it or choose another receiver."""

    def effect(desk: Desk) -> dict[str, object]:
        desk.manifest.filed_at = None
        return {"reason": data.reason}

    return advance(work, manifest_id, Action.MANIFEST_DECLINE, data, effect)
