"""The vehicle is at the receiver's gate and its gross weight is known; the carrier still holds the waste."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.containers.terms import Custody
from wastetrack.containers.transition import reach_gate
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import ArriveManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import hauls_of
from wastetrack.manifests.rules import when_faults
from wastetrack.manifests.transition import Desk, advance


def arrive(work: Work, manifest_id: UUID, data: ArriveManifest) -> Manifest:
    """By the carrier or by the gate. A container that is missing or seized stays what it is."""

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        at = data.at or work.now
        check(when_faults(at, work.now, m.departed_at))
        last = hauls_of(work, m.id)[-1]
        last.ended_at = at
        desk.note_haul(last)
        place = data.place or last.end_place
        for line in desk.loaded:
            container = desk.containers[line.container_id]
            if container.custody is Custody.ON_VEHICLE:
                reach_gate(work, container, at=at, place=place)
        m.arrived_at, m.gross_g = at, data.gross_g
        # a relay that nobody took over has become pointless
        m.next_trip_id = m.next_carrier_unit_id = None
        return {"claimed_at": at, "place": place, "gross_g": data.gross_g}

    return advance(work, manifest_id, Action.MANIFEST_ARRIVE, data, effect, containers=True)
