"""A mismatch at the gate: the receiver asks, the consignor agrees or objects (部令23 §18¶2)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import Opinion, QueryManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.rules import query_faults, when_faults
from wastetrack.manifests.transition import Desk, advance


def query(work: Work, manifest_id: UUID, data: QueryManifest) -> Manifest:
    """By line and dimension, with the report to the authority whether it is accepted or not."""

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        at = data.reported_at or work.now
        lines = {line.id: line for line in desk.loaded}
        faults = when_faults(at, work.now, None, "reported_at")
        faults.extend(query_faults([asked.line_id for asked in data.lines], lines))
        check(faults)
        for asked in data.lines:
            line = lines[asked.line_id]
            line.dimensions = [dimension.value for dimension in asked.dimensions]
            line.discrepancy = asked.note
            desk.note(line, dimensions=line.dimensions)
        m.reported_at = at
        return {
            "reported_to": data.reported_to,
            "reported_at": at,
            "dimensions": sorted({d.value for asked in data.lines for d in asked.dimensions}),
        }

    return advance(work, manifest_id, Action.MANIFEST_QUERY, data, effect)


def agree(work: Work, manifest_id: UUID, data: Opinion) -> Manifest:
    """The consignor finds the receiver right; the receiver then decides."""
    return _answer(work, manifest_id, Action.MANIFEST_AGREE, data)


def object_(work: Work, manifest_id: UUID, data: Opinion) -> Manifest:
    """The consignor sees it otherwise; what he says stays on record."""
    return _answer(work, manifest_id, Action.MANIFEST_OBJECT, data)


def _answer(work: Work, manifest_id: UUID, action: Action, data: Opinion) -> Manifest:
    def effect(_desk: Desk) -> dict[str, object]:
        return {"opinion": data.opinion}

    return advance(work, manifest_id, action, data, effect)
