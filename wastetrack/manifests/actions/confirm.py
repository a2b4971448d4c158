"""The receiver confirms within five working days of acceptance; later is recorded as late (部令23 §18)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import ConfirmManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import lines_of
from wastetrack.manifests.transition import Desk, advance, close_if_covered


def confirm(work: Work, manifest_id: UUID, data: ConfirmManifest | None = None) -> Manifest:
    """Closes at once when everything accepted already has its outcome."""

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        m.confirmed_at = work.now
        day = local_day(work.now)
        late = (day - m.confirm_due).days if m.confirm_due and day > m.confirm_due else None
        return {"late_days": late, "due": m.confirm_due}

    m = advance(work, manifest_id, Action.MANIFEST_CONFIRM, data or ConfirmManifest(), effect)
    close_if_covered(work, m, lines_of(work, m.id))
    return m
