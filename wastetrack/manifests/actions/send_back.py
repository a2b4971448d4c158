"""The way back of what was refused: the carrier leaves the gate, the consignor has it again (model.md §5)."""

from collections.abc import Sequence
from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Custody
from wastetrack.containers.transition import leave_gate
from wastetrack.containers.transition import take_back as hold_again
from wastetrack.kernel.errors import check
from wastetrack.kernel.errors import refuse as refusal
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import SendBackManifest, TakeBackManifest
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.queries import facilities_here, lines_of, lock_containers
from wastetrack.manifests.rules import still_out, when_faults
from wastetrack.manifests.terms import Decision
from wastetrack.manifests.transition import Desk, advance, close_if_covered
from wastetrack.parties.queries import sites_by_id

_ROAD = frozenset({Custody.ON_VEHICLE, Custody.AT_GATE})


def send_back(work: Work, manifest_id: UUID, data: SendBackManifest) -> Manifest:
    """On the consignor's order: a producer cannot be a receiver, so it is the same manifest.

    What was short and is found goes back with it; what is seized or missing waits.
    """

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        at = data.at or work.now
        check(when_faults(at, work.now, m.received_at or m.arrived_at))
        # it leaves from where it was refused, unless the driver says otherwise
        gate = sites_by_id(work, [m.receiver_site_id])[m.receiver_site_id]
        place = data.place or gate.address
        for line, container in _movable(desk, _leaving(desk)):
            if container.custody is Custody.AT_GATE:
                leave_gate(work, container, at=at, place=place)
            if line.decision is Decision.SHORT:
                line.refused_g, line.difference_g = line.shipped_g, 0
                line.refused_container_id = line.container_id
            _mark(desk, line, Decision.RETURNING)
        return {"claimed_at": at, "place": place or None, "order": data.order}

    return advance(work, manifest_id, Action.MANIFEST_SEND_BACK, data, effect)


def take_back(work: Work, manifest_id: UUID, data: TakeBackManifest) -> Manifest:
    """The consignor's clock goes on as if it had never stopped."""

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        at = data.at or work.now
        check(when_faults(at, work.now, m.arrived_at))
        if data.facility_id and not facilities_here(work, m.consignor_site_id, {data.facility_id}):
            raise refusal("manifests.facility_elsewhere", "facility_id")
        grams = 0
        coming = [line for line in desk.lines if line.way_back is Decision.RETURNING]
        for line, container in _movable(desk, coming):
            hold_again(
                work,
                container,
                unit_id=m.consignor_unit_id,
                site_id=m.consignor_site_id,
                facility_id=data.facility_id or line.from_facility_id,
                at=at,
            )
            grams += container.mass_g or 0
            _mark(desk, line, Decision.RETURNED)
        # with a drum still out, missing or held by the authority, the way back is not over
        desk.stays = still_out((line.decision, line.way_back) for line in desk.lines)
        return {"claimed_at": at, "grams": grams}

    m = advance(work, manifest_id, Action.MANIFEST_TAKE_BACK, data, effect)
    close_if_covered(work, m, lines_of(work, m.id))
    return m


def _leaving(desk: Desk) -> list[ManifestLine]:
    return [
        line
        for line in desk.lines
        if line.way_back is Decision.REFUSED or line.decision is Decision.SHORT
    ]


def _movable(desk: Desk, lines: Sequence[ManifestLine]) -> list[tuple[ManifestLine, Container]]:
    """Of these lines those whose container can move now, with it; refuses when none can."""
    ids = [line.refused_container_id or line.container_id for line in lines]
    found = {c.id: c for c in lock_containers(desk.work, ids)}
    pairs = [(line, found[line.refused_container_id or line.container_id]) for line in lines]
    moving = [(line, c) for line, c in pairs if c.custody in _ROAD]
    if not moving:
        held = [c.human_code for _, c in pairs]
        code = "manifests.held_up" if held else "manifests.nothing_to_return"
        raise refusal(code, reference=desk.manifest.reference, codes=held)
    return moving


def _mark(desk: Desk, line: ManifestLine, way: Decision) -> None:
    line.way_back = way
    if line.decision is not Decision.ACCEPTED:
        line.decision = way
    desk.note(line, grams=line.refused_g)
