"""Records what became of received waste, and tells every producer his share (部令第23号 §12(4))."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may, require
from wastetrack.audit.trail import record
from wastetrack.cases.actions.open import open_case
from wastetrack.cases.terms import CaseKind
from wastetrack.catalog.queries import code_values
from wastetrack.containers import transition
from wastetrack.containers.model import Container
from wastetrack.containers.queries import lock_containers, places
from wastetrack.containers.terms import Batch, Standing
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing, check, refuse
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.outcome import count_treated
from wastetrack.manifests.inputs import TreatedLine
from wastetrack.manifests.queries import get_manifest, lines_of
from wastetrack.outbox.queue import put
from wastetrack.parties.model import Site
from wastetrack.parties.queries import find_facility, find_site
from wastetrack.treatments.actions.leave import add_residue
from wastetrack.treatments.inputs import LeaveResidue, RecordTreatment
from wastetrack.treatments.model import Treatment
from wastetrack.treatments.queries import lines_that_brought
from wastetrack.treatments.rules import is_use, record_faults
from wastetrack.treatments.shapes import LineOf
from wastetrack.treatments.terms import FeedFact, MethodFact
from wastetrack.treatments.transition import take


def record_treatment(work: Work, data: RecordTreatment) -> Treatment:
    """Feed containers, whole or in part; their manifests get the outcome, the producers are told."""
    site = find_site(work, data.site_id)
    if site is None:
        raise Missing("site")
    require(work.actor, Action.TREATMENT_RECORD, Place(Position.OWN, site.unit_id, site.id))
    at = data.treated_at or work.now
    containers = _locked(work, data)
    grams = {f.container_id: f.grams for f in data.feeds}
    fed = {c.id: grams[c.id] or c.mass_g or 0 for c in containers}
    known = MethodFact(
        known=data.method in {value.code for value in code_values(work, "method")},
        facility_known=_facility_known(work, data.facility_id, site.id),
    )
    facts = [_fact(c, fed[c.id], site.id) for c in containers]
    check(record_faults(facts, data.method, known, at, work.now))
    lines = lines_that_brought(work, site.id, containers)
    row = _begin(work, data, site, at, containers, fed_g=sum(fed.values()))
    shares = [take(work, row, c, fed[c.id], lines.get(c.id)) for c in containers]
    _tell_manifests(work, row, fed, lines)
    _tell_producers(work, row, containers, shares, lines)
    for left in data.residues:
        add_residue(work, row, LeaveResidue(stream_id=left.stream_id, grams=left.grams))
    return row


def _locked(work: Work, data: RecordTreatment) -> list[Container]:
    ids = [f.container_id for f in data.feeds]
    if len(set(ids)) != len(ids):
        raise refuse("treatments.container_twice", "feeds")
    containers = lock_containers(work, ids)
    seen = [c for c in containers if may(work.actor, Action.CONTAINER_READ, *places(c))]
    if len(seen) != len(ids):
        raise Missing("container")
    return containers


def _facility_known(work: Work, facility_id: UUID | None, site_id: UUID) -> bool:
    if facility_id is None:
        return True
    facility = find_facility(work, facility_id)
    return facility is not None and facility.site_id == site_id


def _fact(c: Container, asked_g: int, site_id: UUID) -> FeedFact:
    return FeedFact(
        code=c.human_code,
        standing=Standing(c.content, c.custody, c.booking),
        here=c.holder_site_id == site_id,
        held_since=c.held_since,
        on_hand_g=c.mass_g or 0,
        asked_g=asked_g,
    )


def _begin(
    work: Work,
    data: RecordTreatment,
    site: Site,
    at: datetime,
    containers: Sequence[Container],
    *,
    fed_g: int,
) -> Treatment:
    prefix = Batch.OWN_USE if is_use(data.method) else Batch.OWN_DISPOSAL
    row = Treatment(
        id=work.new_id(),
        created_at=work.now,
        site_id=site.id,
        unit_id=site.unit_id,
        facility_id=data.facility_id,
        batch_code=transition.next_batch(work, site.id, prefix, local_day(at)),
        method=data.method,
        treated_at=at,
        fed_g=fed_g,
        note=data.note,
    )
    record(
        work,
        "treatment.record",
        row,
        site_id=site.id,
        grams=fed_g,
        batch_code=row.batch_code,
        claimed_at=at,
        count=len(containers),
        codes=[c.human_code for c in containers],
    )
    work.session.flush()
    return row


def _tell_manifests(
    work: Work, row: Treatment, fed: Mapping[UUID, int], lines: Mapping[UUID, LineOf]
) -> None:
    """Each line once with everything that was fed of it; manifests in id order, so none waits in a ring."""
    grams: dict[tuple[UUID, UUID], int] = defaultdict(int)
    for container_id, line in lines.items():
        grams[line.manifest_id, line.line_id] += fed[container_id]
    for (manifest_id, line_id), total in sorted(grams.items()):
        given = TreatedLine(
            line_id=line_id,
            grams=total,
            method=row.method,
            at=row.treated_at,
            treatment_id=row.id,
        )
        beyond = count_treated(work, manifest_id, given)
        if beyond:
            _beyond_manifest(work, row, manifest_id, line_id, beyond)


def _beyond_manifest(
    work: Work, row: Treatment, manifest_id: UUID, line_id: UUID, grams: int
) -> None:
    """What the manifest had as treated before, or never accepted: recorded, and looked into."""
    m = get_manifest(work, manifest_id)
    line = next(found for found in lines_of(work, m.id) if found.id == line_id)
    open_case(
        work,
        CaseKind.DATA,
        row.site_id,
        row.unit_id,
        "投入利用处置的量超出联单上还没有处置结果的量",
        other_unit_id=m.consignor_unit_id,
        other_site_id=m.consignor_site_id,
        manifest_id=m.id,
        container_id=line.accepted_container_id,
        detail={"batch_code": row.batch_code, "number": line.number, "grams": grams},
    )


def _tell_producers(
    work: Work,
    row: Treatment,
    containers: Sequence[Container],
    shares: Sequence[Mapping[UUID, int]],
    lines: Mapping[UUID, LineOf],
) -> None:
    """One message per unit: those who made the waste hear their share, a consignor in between his load."""
    totals: dict[UUID, int] = defaultdict(int)
    for share in shares:
        for unit_id, grams in share.items():
            totals[unit_id] += grams
    between = {line.consignor_unit_id for line in lines.values()} - set(totals)
    names = sorted({c.waste_name for c in containers})
    for unit_id in sorted({*totals, *between} - {row.unit_id}):
        put(
            work,
            "treatment.record",
            to_unit_id=unit_id,
            treatment_id=row.id,
            method=row.method,
            treated_at=row.treated_at,
            grams=totals.get(unit_id),
            wastes=names,
        )
