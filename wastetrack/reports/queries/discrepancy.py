"""Reads the discrepancy sheet of a manifest: its disputed lines, statements, reports and cases."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from wastetrack.access.policy import Action
from wastetrack.access.scope import may
from wastetrack.audit.model import Event
from wastetrack.cases.model import Case
from wastetrack.cases.queries import places_of
from wastetrack.cases.terms import CaseKind
from wastetrack.kernel.work import Work
from wastetrack.manifests.shapes import LineView, ManifestPage
from wastetrack.manifests.terms import Decision
from wastetrack.reports.queries.sheets import head_of, lines_of, reports_in, said_in
from wastetrack.reports.shapes.sheets import CaseFact, DiscrepancySheet, Said

# the value of each act that holds the party's own words; what was asked stands on the lines
_TEXTS = {
    "manifest.query": "",
    "manifest.agree": "opinion",
    "manifest.object": "opinion",
    "manifest.accept": "opinion",
    "manifest.refuse": "reason",
}
_KINDS = (CaseKind.DISCREPANCY, CaseKind.REFUSAL)


def discrepancy_sheet(work: Work, page: ManifestPage, base_url: str) -> DiscrepancySheet:
    """What was shipped against what was received; the cases only for who may see them."""
    cases = _cases(work, page.manifest.id)
    bases = _bases(work, cases)
    said = [*said_in(page.events, _TEXTS), *(answer for case in cases for answer in _answers(case))]
    return DiscrepancySheet(
        head=head_of(page, base_url),
        lines=lines_of(work, page, _disputed),
        stray=tuple(str(one["code"]) for case in cases for one in case.detail.get("stray", [])),
        said=tuple(sorted(said, key=lambda one: one.at)),
        reports=reports_in(page),
        cases=tuple(
            CaseFact(
                case.title,
                case.state,
                case.created_at,
                bases.get(case.id, ""),
                case.closed_at,
                case.closing or "",
            )
            for case in cases
        ),
    )


def _disputed(view: LineView) -> bool:
    line = view.line
    different = line.dimensions or line.difference_g or line.refused_g
    return bool(different) or line.decision is Decision.SHORT


def _cases(work: Work, manifest_id: UUID) -> list[Case]:
    query = select(Case).where(Case.manifest_id == manifest_id, col(Case.kind).in_(_KINDS))
    found = work.session.exec(query.order_by(col(Case.id)))
    return [case for case in found if may(work.actor, Action.CASE_READ, *places_of(case))]


def _bases(work: Work, cases: Sequence[Case]) -> dict[UUID, str]:
    """The article that each case was opened under."""
    if not cases:
        return {}
    query = select(Event.subject_id, Event.basis).where(
        col(Event.subject_id).in_([case.id for case in cases]), Event.kind == "case.open"
    )
    return {case_id: basis or "" for case_id, basis in work.session.exec(query)}


def _answers(case: Case) -> Iterator[Said]:
    for answer in case.answers:
        at = datetime.fromisoformat(str(answer["at"]))
        yield Said("case.answer", str(answer["text"]), str(answer["who"]), at)
