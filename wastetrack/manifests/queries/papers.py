"""Reads contract, plan and permits as facts: columns only, by statements built once, since every filing needs them.

What a step consumes is locked by the statement that reads it, before anything is summed up, always
in the order manifest, licence, plan, approval, facility: of two filings at once the second sees the
first. The lock lets foreign keys to the row pass.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam
from sqlmodel import col, select

from wastetrack.agreements.model import Contract, Plan, PlanLine
from wastetrack.agreements.terms import ContractFacts, LineFacts, LineKind
from wastetrack.kernel.work import Work
from wastetrack.manifests.terms import PlanFact
from wastetrack.parties.model import Licence
from wastetrack.parties.terms import LicenceFacts, LicenceState

# also those that ran out: the rule then says which one and since when
_CONTRACTS: Any = (
    select(  # type: ignore[call-overload]  # SQLModel types at most four columns
        Contract.number,
        Contract.codes,
        Contract.valid_from,
        Contract.valid_to,
        Contract.ended_on,
        Contract.id,
    )
    .where(
        col(Contract.consignor_unit_id) == bindparam("consignor_id"),
        col(Contract.receiver_unit_id) == bindparam("receiver_id"),
    )
    .order_by(col(Contract.valid_from).desc(), col(Contract.id).desc())
    .limit(20)
)
_PLAN: Any = (
    select(  # type: ignore[call-overload]  # SQLModel types at most four columns
        Plan.id,
        Plan.number,
        PlanLine.waste_code,
        PlanLine.planned_g,
        PlanLine.transfer_type,
        PlanLine.receiver_kind,
        PlanLine.receiver_unit_id,
        PlanLine.method,
    )
    .outerjoin(
        PlanLine,
        and_(col(PlanLine.plan_id) == col(Plan.id), col(PlanLine.kind) == LineKind.TRANSFER),
    )
    .where(col(Plan.site_id) == bindparam("site_id"), col(Plan.year) == bindparam("year"))
    .with_for_update(of=Plan, key_share=True)
)
_LICENCES: Any = (
    select(  # type: ignore[call-overload]  # SQLModel types at most four columns
        Licence.id,
        Licence.unit_id,
        Licence.site_id,
        Licence.kind,
        Licence.number,
        Licence.codes,
        Licence.modes,
        Licence.annual_scale_g,
        Licence.storage_right,
        Licence.valid_from,
        Licence.valid_to,
        Licence.ended_on,
        Licence.storage_extended_to,
        Licence.state,
    )
    .where(
        col(Licence.unit_id).in_(bindparam("unit_ids", expanding=True)),
        col(Licence.changes_id).is_(None),
    )
    .order_by(col(Licence.id))
    .with_for_update(of=Licence, key_share=True)
)


def contracts_between(
    work: Work, consignor_id: UUID, receiver_id: UUID
) -> tuple[ContractFacts, ...]:
    """Contracts of the two parties, the latest first."""
    params = {"consignor_id": consignor_id, "receiver_id": receiver_id}
    rows = work.session.exec(_CONTRACTS, params=params)
    return tuple(ContractFacts(r[0], tuple(r[1]), *r[2:]) for r in rows)


def plan_fact(work: Work, site_id: UUID, year: int) -> PlanFact | None:
    """The plan of a site and year with its transfer lines, locked; what was used of it is not summed yet."""
    rows = work.session.exec(_PLAN, params={"site_id": site_id, "year": year}).all()
    if not rows:
        return None
    lines = [row for row in rows if row[2] is not None]
    return PlanFact(
        id=rows[0][0],
        number=rows[0][1],
        lines=tuple(LineFacts(*row[2:7]) for row in lines),
        used={},
        methods={row[2]: row[7] for row in lines if row[7]},
    )


def licences_by_unit(work: Work, unit_ids: Iterable[UUID]) -> dict[UUID, list[LicenceFacts]]:
    """Licences of receiver and carrier, also ended ones, in one statement."""
    found: dict[UUID, list[LicenceFacts]] = {unit_id: [] for unit_id in unit_ids}
    for row in work.session.exec(_LICENCES, params={"unit_ids": list(found)}):
        lists = (tuple(row[5]), tuple(row[6]))
        fact = LicenceFacts(*(*row[:5], *lists, *row[7:13], row[13] is LicenceState.CHECKED))
        found[fact.unit_id].append(fact)
    return found
