"""Every SELECT over cases; both parties and the bureau see a case, nobody else."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, or_, union_all
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, Reach, may, reach
from wastetrack.audit.model import Event
from wastetrack.cases.model import Case, Reporter
from wastetrack.cases.rules import waiting_for
from wastetrack.cases.shapes import CaseRow, CaseView
from wastetrack.cases.terms import CaseKind, CaseState, HappenedFact, Said
from wastetrack.containers.model import Container
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.paging import PAGE_SIZE, Page, cursor, cut
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.parties.model import Site, Unit

FACTS = 100


def places_of(case: Case) -> tuple[Place, ...]:
    """Both parties hold the same position on a case."""
    mine = Place(Position.OWN, case.unit_id, case.site_id)
    if case.other_unit_id is None:
        return (mine,)
    return mine, Place(Position.OWN, case.other_unit_id, case.other_site_id)


def parties_of(case: Case) -> tuple[UUID, ...]:
    """Units that are asked for an answer."""
    if case.other_unit_id is None or case.other_unit_id == case.unit_id:
        return (case.unit_id,)
    return case.unit_id, case.other_unit_id


def said_in(case: Case) -> list[Said]:
    """The answers as the rules see them."""
    return [Said(UUID(a["unit_id"]), bool(a["party"])) for a in case.answers]


def get_case(work: Work, case_id: UUID) -> Case:
    """A case in the actor's scope."""
    return _scoped(work, work.session.get(Case, case_id))


def lock_case(work: Work, case_id: UUID) -> Case:
    """The same, locked for a change."""
    query = select(Case).where(Case.id == case_id).with_for_update()
    return _scoped(work, work.session.exec(query).first())


def _scoped(work: Work, case: Case | None) -> Case:
    if case is None or not may(work.actor, Action.CASE_READ, *places_of(case)):
        raise Missing("case")
    return case


def reporter_phone(work: Work, case: Case) -> str | None:
    """How to reach who reported it, or empty; None for all but the officers who may close it."""
    if not may(work.actor, Action.CASE_CLOSE, *places_of(case)):
        return None
    found = work.session.get(Reporter, case.id)
    return found.phone if found else ""


def find_open_case(work: Work, manifest_id: UUID, kind: CaseKind) -> Case | None:
    """The case of this kind about a manifest that is not closed yet."""
    query = select(Case).where(
        Case.manifest_id == manifest_id, Case.kind == kind, Case.state != CaseState.CLOSED
    )
    return work.session.exec(query.order_by(col(Case.id).desc())).first()


def lock_open_about(work: Work, container_id: UUID, kind: CaseKind) -> Sequence[Case]:
    """Cases of this kind about a container that are not closed yet, locked."""
    query = (
        select(Case)
        .where(Case.container_id == container_id, Case.kind == kind, Case.state != CaseState.CLOSED)
        .order_by(col(Case.id))
    )
    return work.session.exec(query.with_for_update()).all()


def facts_since(work: Work, case: Case) -> Sequence[Event]:
    """What happened to the case's manifest or container since, and what its parties answered."""
    about: list[ColumnElement[bool]] = [
        (col(Event.subject_id) == case.id) & (col(Event.kind) == "case.answer")
    ]
    if case.manifest_id is not None:
        about.append(
            (col(Event.manifest_id) == case.manifest_id) & (col(Event.subject_id) != case.id)
        )
    if case.container_id is not None:
        about.append(
            (col(Event.container_id) == case.container_id) & (col(Event.subject_id) != case.id)
        )
    query = (
        select(Event)
        .where(or_(*about), col(Event.recorded_at) >= case.created_at, col(Event.id) > case.id)
        .order_by(col(Event.id))
        .limit(FACTS)
    )
    # a remark of the bureau is no fact: it would be typing "done"
    return [
        event
        for event in work.session.exec(query)
        if event.kind != "case.answer" or event.payload["facts"].get("party")
    ]


def happened(events: Iterable[Event]) -> list[HappenedFact]:
    """Events as facts for the rules."""
    return [HappenedFact(event.id, event.kind, event.recorded_at) for event in events]


def show_case(work: Work, case_id: UUID) -> CaseView:
    """Everything on a case's page."""
    case = get_case(work, case_id)
    row = work.session.exec(
        select(Site.name, Manifest.reference, Container.human_code)
        .select_from(Site)
        .join(Manifest, col(Manifest.id) == case.manifest_id, isouter=True)
        .join(Container, col(Container.id) == case.container_id, isouter=True)
        .where(Site.id == case.site_id)
    ).one()
    asked = {*parties_of(case), *(UUID(answer["unit_id"]) for answer in case.answers)}
    names = dict(work.session.exec(select(Unit.id, Unit.name).where(col(Unit.id).in_(asked))).all())
    waiting = waiting_for(parties_of(case), said_in(case))
    open_ = case.state is not CaseState.CLOSED
    return CaseView(
        case=case,
        site_name=row[0],
        names=names,
        reference=row[1] or "",
        code=row[2] or "",
        facts=facts_since(work, case),
        waiting=tuple(names[unit] for unit in waiting) if open_ else (),
        may_answer=open_ and may(work.actor, Action.CASE_ANSWER, *places_of(case)),
        may_close=open_ and may(work.actor, Action.CASE_CLOSE, *places_of(case)),
    )


def list_cases(
    work: Work,
    *,
    state: CaseState | None = None,
    kind: CaseKind | None = None,
    after: str | None = None,
    size: int = PAGE_SIZE,
) -> Page[CaseRow]:
    """Cases of the actor's units, newest first."""
    other = aliased(Unit)
    query = (
        select(Case, Site.name, Unit.name, other.name)
        .join(Site, col(Site.id) == col(Case.site_id))
        .join(Unit, col(Unit.id) == col(Case.unit_id))
        .join(other, col(other.id) == col(Case.other_unit_id), isouter=True)
        .order_by(col(Case.id).desc())
        .limit(size + 1)
    )
    wanted: list[ColumnElement[bool]] = []
    if state is not None:
        wanted.append(col(Case.state) == state)
    if kind is not None:
        wanted.append(col(Case.kind) == kind)
    if (key := cursor(after)) is not None:
        wanted.append(col(Case.id) < key)
    scope = reach(work.actor, Action.CASE_READ)
    if not scope.everything:
        wanted.append(col(Case.id).in_(_mine(scope, wanted, size)))
    rows = [
        CaseRow(case, site, unit, name or "")
        for case, site, unit, name in work.session.exec(query.where(*wanted))
    ]
    page = cut([row.case for row in rows], size)
    return Page(rows[:size], page.after)


def _mine(scope: Reach, wanted: list[ColumnElement[bool]], size: int) -> ColumnElement[UUID]:
    """The newest ids by each way of being a party: one short index scan per way."""
    ways = [
        *(col(Case.unit_id) == unit for unit in scope.unit_ids),
        *(col(Case.other_unit_id) == unit for unit in scope.unit_ids),
        *(col(Case.site_id) == site for site in scope.site_ids),
        *(col(Case.other_site_id) == site for site in scope.site_ids),
    ] or [col(Case.id).is_(None)]
    scans = [
        select(Case.id).where(way, *wanted).order_by(col(Case.id).desc()).limit(size + 1).subquery()
        for way in ways
    ]
    return union_all(*(select(scan.c.id) for scan in scans))  # type: ignore[return-value] # a sub-select is a list of ids to IN
