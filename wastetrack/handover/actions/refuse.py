"""Refuses a whole load in one act; the report to the authority is part of it (部令23 §18¶2)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.handover.inputs import RefuseLoad
from wastetrack.handover.queries import comparison
from wastetrack.handover.terms import Difference, ScanPlace
from wastetrack.handover.transition import open_difference, reach_gate
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.refuse import refuse
from wastetrack.manifests.inputs import RefuseManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import get_manifest, places


def refuse_load(work: Work, manifest_id: UUID, data: RefuseLoad) -> Manifest:
    """Nothing is taken: the vehicle keeps everything until the consignor says where it goes."""
    m = get_manifest(work, manifest_id)
    require(work.actor, Action.MANIFEST_REFUSE, *places(m))
    m, seen = reach_gate(work, m, data)
    m = refuse(
        work,
        m.id,
        RefuseManifest(
            seen=seen,
            reason=data.reason,
            dimensions=data.dimensions,
            handler=data.handler,
            at=data.at,
            reported_to=data.reported_to,
            reported_at=data.reported_at,
        ),
    )
    rows, _, result = comparison(work, m.id, ScanPlace.GATE)
    refused = {line.id: line.refused_g or 0 for line, _ in rows}
    lines = [
        Difference(
            number=item.number,
            code=item.code,
            waste_name=item.waste_name,
            shipped_g=item.grams,
            refused_g=refused[item.line_id],
            difference_g=item.grams - refused[item.line_id],
            dimensions=tuple(d.value for d in data.dimensions),
            note=data.reason,
        )
        for item in result.expected
    ]
    open_difference(
        work,
        m,
        lines,
        result,
        refused=True,
        reported_to=data.reported_to,
        reported_at=data.reported_at,
    )
    return m
