"""Every SELECT over contracts; lists show a unit those it is a party of."""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place
from wastetrack.agreements.model import Contract
from wastetrack.agreements.queries.reach import held_by, require_read, units_in
from wastetrack.agreements.shapes import ContractRow
from wastetrack.agreements.terms import ContractFacts
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.paging import PAGE_SIZE, Page, cursor, cut
from wastetrack.kernel.work import Work
from wastetrack.parties.model import StoredFile, Unit


def _running(on: date) -> ColumnElement[bool]:
    """A contract runs to the end of its last day, or until the day on which it was ended."""
    return and_(
        col(Contract.valid_from) <= on,
        col(Contract.valid_to) >= on,
        or_(col(Contract.ended_on).is_(None), col(Contract.ended_on) > on),
    )


def contract_in_force(
    work: Work, consignor_unit_id: UUID, receiver_unit_id: UUID, on: date
) -> list[Contract]:
    """Contracts between the two that run on that day, the latest first."""
    found = work.session.exec(
        select(Contract)
        .where(
            Contract.consignor_unit_id == consignor_unit_id,
            Contract.receiver_unit_id == receiver_unit_id,
            _running(on),
        )
        .order_by(col(Contract.valid_from).desc(), col(Contract.id).desc())
    )
    return list(found)


def contracts_of_consignor(work: Work, consignor_unit_id: UUID, on: date) -> list[ContractRow]:
    """Contracts of a consignor that run on that day, with the receivers' names."""
    consignor, receiver = aliased(Unit), aliased(Unit)
    found = work.session.exec(
        select(Contract, consignor.name, receiver.name)
        .join(consignor, col(consignor.id) == col(Contract.consignor_unit_id))
        .join(receiver, col(receiver.id) == col(Contract.receiver_unit_id))
        .where(Contract.consignor_unit_id == consignor_unit_id, _running(on))
        .order_by(col(Contract.id).desc())
    )
    return [ContractRow(*row) for row in found]


def get_contract(work: Work, contract_id: UUID) -> ContractRow:
    """A contract in the actor's scope."""
    consignor, receiver = aliased(Unit), aliased(Unit)
    found = work.session.exec(
        select(Contract, consignor.name, receiver.name)
        .join(consignor, col(consignor.id) == col(Contract.consignor_unit_id))
        .join(receiver, col(receiver.id) == col(Contract.receiver_unit_id))
        .where(Contract.id == contract_id)
    ).first()
    if found is None:
        raise Missing("contract")
    require_read(work, Action.CONTRACT_READ, *contract_places(found[0]))
    return ContractRow(*found)


def file_of_contract(work: Work, contract_id: UUID) -> StoredFile:
    """The record of a contract's scan."""
    sha256 = get_contract(work, contract_id).contract.file_sha256
    kept = work.session.get(StoredFile, sha256) if sha256 else None
    if kept is None:
        raise Missing("file")
    return kept


def lock_contract(work: Work, contract_id: UUID) -> Contract:
    """A contract, locked for a change; the action asks for the permission."""
    found = work.session.exec(
        select(Contract).where(Contract.id == contract_id).with_for_update()
    ).first()
    if found is None:
        raise Missing("contract")
    require_read(work, Action.CONTRACT_READ, *contract_places(found))
    return found


def contract_places(contract: Contract) -> tuple[Place, Place]:
    """The two positions on a contract."""
    return (
        Place(Position.CONSIGNOR, contract.consignor_unit_id),
        Place(Position.RECEIVER, contract.receiver_unit_id),
    )


def contract_facts(contract: Contract) -> ContractFacts:
    """A contract as the rules judge it."""
    return ContractFacts(
        number=contract.number,
        codes=tuple(contract.codes),
        valid_from=contract.valid_from,
        valid_to=contract.valid_to,
        ended_on=contract.ended_on,
        id=contract.id,
    )


def list_contracts(
    work: Work,
    *,
    on: date | None = None,
    after: str | None = None,
    size: int = PAGE_SIZE,
) -> Page[ContractRow]:
    """The actor's contracts, newest first; `on` keeps those that run on that day."""
    units = units_in(work, Action.CONTRACT_READ, Position.CONSIGNOR, Position.RECEIVER)
    consignor, receiver = aliased(Unit), aliased(Unit)
    query = (
        select(Contract, consignor.name, receiver.name)
        .join(consignor, col(consignor.id) == col(Contract.consignor_unit_id))
        .join(receiver, col(receiver.id) == col(Contract.receiver_unit_id))
        .where(held_by(units, Contract.consignor_unit_id, Contract.receiver_unit_id))
        .order_by(col(Contract.id).desc())
        .limit(size + 1)
    )
    if on is not None:
        query = query.where(_running(on))
    if (key := cursor(after)) is not None:
        query = query.where(col(Contract.id) < key)
    return cut([ContractRow(*row) for row in work.session.exec(query)], size)


def find_contract_number(
    work: Work, number: str, consignor_unit_id: UUID, receiver_unit_id: UUID
) -> Contract | None:
    """The contract of these two parties that already carries this number."""
    return work.session.exec(
        select(Contract).where(
            Contract.consignor_unit_id == consignor_unit_id,
            Contract.receiver_unit_id == receiver_unit_id,
            Contract.number == number,
        )
    ).first()
