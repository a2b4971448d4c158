"""Every SELECT over proxy consents and cross-province approvals."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import col, select

from wastetrack.access.policy import Action, Position
from wastetrack.agreements.model import Approval, Consent
from wastetrack.agreements.queries.reach import held_by, units_in
from wastetrack.agreements.shapes import ApprovalRow, ConsentRow
from wastetrack.agreements.terms import ConsentScope
from wastetrack.kernel.clock import end_of_day
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.paging import PAGE_SIZE, Page, cursor, cut
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Unit


def consent_in_force(
    work: Work, unit_id: UUID, proxy_unit_id: UUID, scope: ConsentScope | str, on: date
) -> Consent | None:
    """The latest consent of this scope that runs on that day."""
    found = work.session.exec(
        select(Consent)
        .where(
            Consent.unit_id == unit_id,
            Consent.proxy_unit_id == proxy_unit_id,
            col(Consent.ended_at).is_(None),
            col(Consent.valid_to) >= on,
            col(Consent.given_at) < end_of_day(on),
        )
        .order_by(col(Consent.id).desc())
    )
    return next((consent for consent in found if str(scope) in consent.scope), None)


def consents_held(work: Work, unit_id: UUID, scope: ConsentScope, on: date) -> list[Consent]:
    """Every consent of this scope that a unit gave and that runs on that day."""
    found = work.session.exec(
        select(Consent).where(
            Consent.unit_id == unit_id,
            col(Consent.ended_at).is_(None),
            col(Consent.valid_to) >= on,
        )
    )
    return [consent for consent in found if scope in consent.scope]


def lock_consent(work: Work, consent_id: UUID) -> Consent:
    """A consent, locked for a change; the action asks for the permission."""
    found = work.session.exec(
        select(Consent).where(Consent.id == consent_id).with_for_update()
    ).first()
    if found is None:
        raise Missing("consent")
    return found


def list_consents(
    work: Work, *, after: str | None = None, size: int = PAGE_SIZE
) -> Page[ConsentRow]:
    """Consents that the actor's units gave or hold as proxy, newest first."""
    units = units_in(work, Action.CONSENT_READ, Position.OWN, Position.PROXY)
    giver, proxy = aliased(Unit), aliased(Unit)
    query = (
        select(Consent, giver.name, proxy.name)
        .join(giver, col(giver.id) == col(Consent.unit_id))
        .join(proxy, col(proxy.id) == col(Consent.proxy_unit_id))
        .where(held_by(units, Consent.unit_id, Consent.proxy_unit_id))
        .order_by(col(Consent.id).desc())
        .limit(size + 1)
    )
    if (key := cursor(after)) is not None:
        query = query.where(col(Consent.id) < key)
    return cut([ConsentRow(*row) for row in work.session.exec(query)], size)


def approval_for(
    work: Work, unit_id: UUID, receiver_unit_id: UUID, code: str, on: date, *, lock: bool = False
) -> Approval | None:
    """The cross-province approval for this pair and code that runs on that day."""
    query = (
        select(Approval)
        .where(
            Approval.unit_id == unit_id,
            Approval.receiver_unit_id == receiver_unit_id,
            Approval.waste_code == code,
            col(Approval.valid_from) <= on,
            col(Approval.valid_to) >= on,
        )
        .order_by(col(Approval.valid_to).desc())
    )
    return work.session.exec(query.with_for_update(key_share=True) if lock else query).first()


def find_approval_number(work: Work, number: str) -> Approval | None:
    """The approval that already carries this number."""
    return work.session.exec(select(Approval).where(Approval.number == number)).first()


def list_approvals(
    work: Work, *, after: str | None = None, size: int = PAGE_SIZE
) -> Page[ApprovalRow]:
    """Cross-province approvals of the actor's units as consignor or receiver, newest first."""
    units = units_in(work, Action.APPROVAL_READ, Position.OWN, Position.RECEIVER)
    unit, receiver = aliased(Unit), aliased(Unit)
    query = (
        select(Approval, unit.name, receiver.name)
        .join(unit, col(unit.id) == col(Approval.unit_id))
        .join(receiver, col(receiver.id) == col(Approval.receiver_unit_id))
        .where(held_by(units, Approval.unit_id, Approval.receiver_unit_id))
        .order_by(col(Approval.id).desc())
        .limit(size + 1)
    )
    if (key := cursor(after)) is not None:
        query = query.where(col(Approval.id) < key)
    return cut([ApprovalRow(*row) for row in work.session.exec(query)], size)
