"""Changes a draft: its fields and which containers it books."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.containers.transition import put_on_line, take_off_line
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.draft import (
    apply_fields,
    bookable,
    parties_of,
    planned_grams,
    transfer_type,
)
from wastetrack.manifests.inputs import EditManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.terms import Decision
from wastetrack.manifests.transition import Desk, add_line, advance


def edit(work: Work, manifest_id: UUID, data: EditManifest) -> Manifest:
    """The draft as it is to be; a container taken off is free again, its line stays as left out."""

    def effect(desk: Desk) -> None:
        m = desk.manifest
        named = parties_of(work, m.consignor_site_id, data)
        wanted = bookable(work, data, m.consignor_site_id, request_id=m.request_id, own=m.id)
        _sync(desk, data, {c.id for c in wanted})
        lines = {line.container_id: line for line in desk.lines}
        number = max((line.number for line in desk.lines), default=0)
        for container in wanted:
            line = lines.get(container.id)
            grams = planned_grams(data, container)
            if line is None:
                number += 1
                add_line(work, m, number, container, grams)
            else:
                line.decision, line.planned_g = Decision.PENDING, grams
                line.label_version = container.label_version
                desk.note(line, container=container.human_code)
            if container.manifest_id != m.id:
                put_on_line(work, container, m.id)
        m.receiver_unit_id, m.receiver_site_id = named.receiver.id, named.receiver_site.id
        m.receiver_kind = data.receiver_kind
        m.transfer_type = transfer_type(data, named)
        apply_fields(m, data, named)
        m.mass_g = sum(planned_grams(data, c) for c in wanted)

    return advance(work, manifest_id, Action.MANIFEST_EDIT, data, effect, containers=True)


def _sync(desk: Desk, data: EditManifest, kept: set[UUID]) -> None:
    for line in desk.loaded:
        if line.container_id not in kept:
            take_off_line(desk.work, desk.containers[line.container_id])
            line.decision = Decision.LEFT_OUT
            desk.note(line, container=desk.containers[line.container_id].human_code)
