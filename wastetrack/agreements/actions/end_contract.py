"""Ends a contract before its last day, with the reason."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.agreements.inputs import ContractEnd
from wastetrack.agreements.model import Contract
from wastetrack.agreements.queries import contract_facts, contract_places, lock_contract
from wastetrack.agreements.rules import contract_end
from wastetrack.audit.trail import record
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work


def end_contract(work: Work, contract_id: UUID, data: ContractEnd) -> Contract:
    """From `ended_on` on the contract carries nothing; what is under way goes on."""
    contract = lock_contract(work, contract_id)
    require(work.actor, Action.CONTRACT_END, *contract_places(contract))
    check(contract_end(contract_facts(contract), data.ended_on, contract.signed_on))
    contract.ended_on = data.ended_on
    record(work, "contract.end", contract, number=contract.number, reason=data.reason)
    return contract
