"""Asks the consignor about a mismatch before deciding, and reports it (部令23 §18¶2)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.handover.inputs import QueryLoad
from wastetrack.handover.queries import comparison
from wastetrack.handover.terms import Difference, ScanPlace
from wastetrack.handover.transition import open_difference, reach_gate
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.query import query
from wastetrack.manifests.inputs import QueryManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import get_manifest, places


def query_load(work: Work, manifest_id: UUID, data: QueryLoad) -> Manifest:
    """The vehicle waits; the consignor agrees or objects, and the gate decides after that."""
    m = get_manifest(work, manifest_id)
    require(work.actor, Action.MANIFEST_QUERY, *places(m))
    m, seen = reach_gate(work, m, data)
    m = query(
        work,
        m.id,
        QueryManifest(
            seen=seen,
            lines=data.lines,
            reported_to=data.reported_to,
            reported_at=data.reported_at,
        ),
    )
    _, _, result = comparison(work, m.id, ScanPlace.GATE)
    asked = {line.line_id: line for line in data.lines}
    lines = [
        Difference(
            number=item.number,
            code=item.code,
            waste_name=item.waste_name,
            shipped_g=item.grams,
            dimensions=tuple(d.value for d in asked[item.line_id].dimensions),
            note=asked[item.line_id].note,
        )
        for item in result.expected
        if item.line_id in asked
    ]
    open_difference(
        work,
        m,
        lines,
        result,
        reported_to=data.reported_to,
        reported_at=data.reported_at,
    )
    return m
