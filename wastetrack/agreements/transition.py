"""Writes what several actions share: a plan's lines as a set, a consent, a file's record."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col

from wastetrack.agreements.inputs import PlanLineTerms
from wastetrack.agreements.model import Consent, PlanLine
from wastetrack.agreements.terms import ConsentScope, LineFacts, LineKind
from wastetrack.audit.trail import record
from wastetrack.kernel.work import Work


def facts_of(lines: Sequence[PlanLine | PlanLineTerms]) -> list[LineFacts]:
    """The transfer lines as the rules see them."""
    return [
        LineFacts(
            waste_code=line.waste_code,
            planned_g=line.planned_g,
            transfer_type=line.transfer_type,
            receiver_kind=line.receiver_kind,
            receiver_unit_id=line.receiver_unit_id,
        )
        for line in lines
        if line.kind is LineKind.TRANSFER
    ]


def replace_lines(work: Work, plan_id: UUID, lines: Sequence[PlanLineTerms]) -> list[PlanLine]:
    """Put these lines in the place of all earlier ones; the plan's event holds both."""
    work.session.exec(delete(PlanLine).where(col(PlanLine.plan_id) == plan_id))
    rows = [PlanLine(id=work.new_id(), plan_id=plan_id, **line.model_dump()) for line in lines]
    work.session.add_all(rows)
    return rows


def written(lines: Sequence[PlanLine | PlanLineTerms]) -> list[dict[str, object]]:
    """Lines as the plan's event keeps them."""
    return [
        line.model_dump(include=set(PlanLineTerms.model_fields), exclude_none=True)
        for line in lines
    ]


def give(
    work: Work,
    *,
    unit_id: UUID,
    proxy_unit_id: UUID,
    scope: Sequence[ConsentScope],
    valid_to: date,
    request_id: UUID | None = None,
) -> Consent:
    """Write a dated consent; whoever calls has asked for the permission."""
    consent = Consent(
        id=work.new_id(),
        created_at=work.now,
        unit_id=unit_id,
        proxy_unit_id=proxy_unit_id,
        scope=[str(item) for item in scope],
        given_at=work.now,
        valid_to=valid_to,
        request_id=request_id,
    )
    record(work, "consent.give", consent, unit_id=unit_id, proxy_unit_id=proxy_unit_id)
    return consent


def end_consent(work: Work, consent: Consent, reason: str) -> None:
    """End a consent now; one that has ended already stays as it is."""
    if consent.ended_at is None:
        consent.ended_at = work.now
        record(work, "consent.withdraw", consent, reason=reason)
