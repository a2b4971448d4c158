"""Takes a manifest back before departure: withdrawn to a draft, or void with its containers free again."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.containers.transition import take_off_line
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import VoidManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.transition import Desk, advance


def withdraw(work: Work, manifest_id: UUID, data: VoidManifest) -> Manifest:
    """A draft again; a number given upstream is void there and leaves this manifest."""

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        if m.signed_at is not None:
            raise refuse("manifests.already_signed", "reason")
        _numbers(m, data)
        number, m.national_no, m.provincial_no = m.national_no, None, None
        m.filed_at = None
        return {"reason": data.reason, "voided_number": number}

    return advance(work, manifest_id, Action.MANIFEST_WITHDRAW, data, effect)


def void(work: Work, manifest_id: UUID, data: VoidManifest) -> Manifest:
    """The manifest ends; the number stays on it, so that nobody uses it again."""

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        _numbers(m, data)
        for line in desk.loaded:
            take_off_line(work, desk.containers[line.container_id])
        m.void_reason = data.reason
        return {"reason": data.reason}

    return advance(work, manifest_id, Action.MANIFEST_VOID, data, effect, containers=True)


def _numbers(m: Manifest, data: VoidManifest) -> None:
    if m.national_no and not data.upstream_voided:
        raise refuse("manifests.void_upstream_first", "upstream_voided", number=m.national_no)
