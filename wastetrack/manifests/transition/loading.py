"""What does not leave with the vehicle: off the manifest, still in its store."""

from collections.abc import Collection
from uuid import UUID

from wastetrack.containers.transition import take_off_line
from wastetrack.kernel.errors import check
from wastetrack.manifests.rules import sign_faults
from wastetrack.manifests.terms import Decision
from wastetrack.manifests.transition.desk import Desk


def leave_out(desk: Desk, left: Collection[UUID], reason: str) -> None:
    """The line stays on the manifest as left out; its container is free for the next one."""
    check(sign_faults({line.id for line in desk.loaded}, (), left, reason))
    for line in desk.loaded:
        if line.id in left:
            container = desk.containers[line.container_id]
            take_off_line(desk.work, container)
            line.decision, line.shipped_g = Decision.LEFT_OUT, 0
            desk.note(line, reason=reason, container=container.human_code)
