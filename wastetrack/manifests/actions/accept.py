"""The receiver's part 3: accepted, refused, difference per line; custody moves, his clocks start (部令23 §12)."""

from datetime import date, datetime
from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.catalog.queries import law_bases, working_days
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Custody
from wastetrack.containers.transition import split
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Violation, check
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import AcceptManifest, DecidedLine
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.queries import gather, known_methods, line_fact
from wastetrack.manifests.rules import (
    accept_faults,
    bridge_faults,
    method_faults,
    need_faults,
    when_faults,
)
from wastetrack.manifests.terms import Decision, Dimension, Facts, Need, Weighed
from wastetrack.manifests.transition import Desk, Receipt, advance, give_up, store_faults, take_over

# at the gate these are told, never in the way: what arrived is a fact (model.md §6)
_TOLD = (Need.CONTRACT, Need.PLAN, Need.LICENCE, Need.SCALE, Need.CAPACITY)
_CONFIRM = "MF-5"


def accept(work: Work, manifest_id: UUID, data: AcceptManifest) -> Manifest:
    """At least one line is accepted; a partly refused container is split first.

    What did not arrive is short: its container is missing, and the carrier answers for it.
    """

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        at = data.at or work.now
        given = {line.line_id: line for line in data.lines}
        check(_faults(desk, data, given, at))
        facts = _facts(desk)
        receipt = Receipt(at, facts, m.national_no or m.paper_no or m.reference)
        for line in desk.loaded:
            _decide(desk, line, given[line.id], receipt)
        m.mass_g = sum(line.accepted_g or 0 for line in desk.loaded)
        m.received_at, m.confirm_due = at, _confirm_due(work, at)
        m.receiver_handler = data.handler or work.actor.name
        m.opinion, m.tare_g = data.opinion or None, data.tare_g
        if data.reported_to:
            m.reported_at = data.reported_at or work.now
        return {
            "claimed_at": at,
            "refused_g": sum(line.refused_g or 0 for line in desk.loaded) or None,
            "difference_g": sum(line.difference_g or 0 for line in desk.loaded) or None,
            "reported_to": data.reported_to or None,
            "told": sorted({fault.code for fault in need_faults(_TOLD, facts)}) or None,
        }

    return advance(work, manifest_id, Action.MANIFEST_ACCEPT, data, effect, containers=True)


def _faults(
    desk: Desk, data: AcceptManifest, given: dict[UUID, DecidedLine], at: datetime
) -> list[Violation]:
    work, m = desk.work, desk.manifest
    faults = when_faults(at, work.now, m.arrived_at)
    if data.reported_at is not None:
        faults.extend(when_faults(data.reported_at, work.now, None, "reported_at"))
    weighed = [_weighed(desk, li, given[li.id]) for li in desk.loaded if li.id in given]
    reported = bool(m.reported_at or data.reported_to)
    faults.extend(accept_faults(weighed, len(desk.loaded), reported=reported))
    if set(given) - {line.id for line in desk.loaded}:
        faults.append(Violation("manifests.unknown_line", "lines"))
    faults.extend(bridge_faults(m.gross_g, data.tare_g, "tare_g"))
    known = known_methods(work)
    for method in sorted({line.method for line in data.lines if line.method}):
        faults.extend(method_faults(method, known, "lines"))
    return faults + store_faults(desk, data.lines)


def _weighed(desk: Desk, line: ManifestLine, given: DecidedLine) -> Weighed:
    return Weighed(
        number=line.number,
        shipped_g=line.shipped_g or 0,
        accepted_g=given.accepted_g,
        refused_g=given.refused_g,
        difference_g=given.difference_g,
        method=given.method,
        dimensions=_dimensions(line, given),
        seized=desk.containers[line.container_id].custody is Custody.SEIZED,
    )


def _dimensions(line: ManifestLine, given: DecidedLine) -> tuple[Dimension, ...]:
    return given.dimensions or tuple(Dimension(text) for text in line.dimensions)


def _facts(desk: Desk) -> Facts:
    seen = [
        line_fact(line, desk.containers[line.container_id].human_code, line.label_version)
        for line in desk.loaded
    ]
    return gather(desk.work, desk.manifest, desk.parties, seen, _TOLD)


def _decide(desk: Desk, line: ManifestLine, given: DecidedLine, receipt: Receipt) -> None:
    container = desk.containers[line.container_id]
    taken: Container | None = None
    back: Container | None = None
    if given.accepted_g and given.refused_g:
        whole = container.mass_g or 0
        parts = (whole - given.refused_g, given.refused_g)
        taken, back = split(
            desk.work, container, grams=parts, unit_code=desk.parties.consignor_code
        )
    elif given.accepted_g:
        taken = container
    elif given.refused_g:
        back = container
    line.accepted_g, line.refused_g = given.accepted_g, given.refused_g
    line.difference_g = given.difference_g
    line.decision = _decision(taken, back)
    line.way_back = Decision.REFUSED if back else None
    line.dimensions = [dimension.value for dimension in _dimensions(line, given)]
    line.discrepancy = given.note or line.discrepancy
    line.method = given.method
    line.accepted_container_id = taken.id if taken else None
    line.refused_container_id = back.id if back else None
    desk.note(line, grams=given.accepted_g, container=container.human_code)
    if taken is not None:
        take_over(desk, taken, given, receipt)
    elif back is None:
        give_up(desk, container, receipt.at)


def _decision(taken: Container | None, back: Container | None) -> Decision:
    if taken is not None:
        return Decision.ACCEPTED
    return Decision.REFUSED if back is not None else Decision.SHORT


def _confirm_due(work: Work, at: datetime) -> date | None:
    day = local_day(at)
    rule = law_bases(work, day).get(_CONFIRM)
    return None if rule is None else working_days(work).add(day, rule.limit)
