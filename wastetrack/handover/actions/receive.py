"""Receives a load at the gate: count first, weight second, then a decision on every line (部令23 §18)."""

from collections.abc import Sequence
from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.handover.inputs import GateLine, ReceiveLoad
from wastetrack.handover.queries import comparison
from wastetrack.handover.rules import (
    accept_all_faults,
    differences,
    refusal_faults,
    weighing_faults,
)
from wastetrack.handover.terms import Comparison, Decided, ScanPlace
from wastetrack.handover.transition import open_difference, reach_gate
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.accept import accept
from wastetrack.manifests.actions.refuse import refuse
from wastetrack.manifests.inputs import AcceptManifest, DecidedLine, RefuseManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import get_manifest, places


def receive(work: Work, manifest_id: UUID, data: ReceiveLoad) -> Manifest:
    """Accept, refuse or split; without decided lines everything is accepted, if nothing differs."""
    m = get_manifest(work, manifest_id)
    require(work.actor, Action.MANIFEST_ACCEPT, *places(m))
    m, seen = reach_gate(work, m, data)
    _, _, result = comparison(work, m.id, ScanPlace.GATE)
    faults = weighing_faults(m.gross_g, data.tare_g)
    if not data.lines:
        faults += accept_all_faults(result)
    check(faults)
    lines = data.lines or tuple(
        GateLine(line_id=item.line_id, accepted_g=item.grams) for item in result.expected
    )
    told = differences(_facts(lines, result))
    whole = bool(lines) and all(not line.accepted_g for line in lines)
    if whole:
        m = _refuse(work, m, data, lines, seen)
    else:
        m = accept(
            work,
            m.id,
            AcceptManifest(
                seen=seen,
                lines=_decided(data, lines, result),
                tare_g=data.tare_g,
                at=data.at,
                handler=data.handler,
                opinion=data.opinion,
                reported_to=data.reported_to,
                reported_at=data.reported_at,
            ),
        )
    open_difference(
        work,
        m,
        told,
        result,
        refused=whole,
        reported_to=data.reported_to,
        reported_at=data.reported_at,
    )
    return m


def _facts(lines: Sequence[GateLine], result: Comparison) -> list[Decided]:
    """The lines against what was shipped; one of another manifest is refused by the manifest's own rule."""
    shipped = {item.line_id: item for item in result.expected}
    return [
        Decided(
            expected=shipped[line.line_id],
            accepted_g=line.accepted_g,
            refused_g=line.refused_g,
            dimensions=tuple(d.value for d in line.dimensions),
            note=line.note,
        )
        for line in lines
        if line.line_id in shipped
    ]


def _decided(
    data: ReceiveLoad, lines: Sequence[GateLine], result: Comparison
) -> tuple[DecidedLine, ...]:
    """The lines with the form's own method and store where one has none, and the difference that is left."""
    differs = {fact.expected.line_id: fact.difference_g for fact in _facts(lines, result)}
    return tuple(
        DecidedLine(
            line_id=line.line_id,
            accepted_g=line.accepted_g,
            refused_g=line.refused_g,
            difference_g=differs.get(line.line_id, 0),
            method=line.method or data.method,
            facility_id=line.facility_id or data.facility_id,
            partition_id=line.partition_id,
            dimensions=line.dimensions,
            note=line.note,
        )
        for line in lines
    )


def _refuse(
    work: Work, m: Manifest, data: ReceiveLoad, lines: Sequence[GateLine], seen: int | None
) -> Manifest:
    """When no line is taken it is a refusal of the whole, with its reason and report."""
    notes = [line.note for line in lines if line.note]
    reason = data.opinion or "；".join(dict.fromkeys(notes))
    check(refusal_faults(reason, data.reported_to))
    short = [line for line in lines if not line.refused_g]
    dimensions = dict.fromkeys(d for line in lines if line.refused_g for d in line.dimensions)
    return refuse(
        work,
        m.id,
        RefuseManifest(
            seen=seen,
            reason=reason[:500],
            short=tuple(line.line_id for line in short),
            dimensions=list(dimensions),
            handler=data.handler,
            at=data.at,
            reported_to=data.reported_to,
            reported_at=data.reported_at,
        ),
    )
