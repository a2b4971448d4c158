"""Records a written contract; the receiver must hold a permit for its wastes (部令23 §10, Code §534)."""

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.agreements.inputs import ContractTerms
from wastetrack.agreements.model import Contract
from wastetrack.agreements.queries import (
    find_contract_number,
    named_units,
    unknown_codes,
)
from wastetrack.agreements.rules import contract_terms, receiver_may_take
from wastetrack.agreements.terms import PriceBasis
from wastetrack.audit.trail import record
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Violation, check
from wastetrack.kernel.files import Stored
from wastetrack.kernel.work import Work
from wastetrack.parties.actions.keep_file import keep_file
from wastetrack.parties.queries import licences_by_unit
from wastetrack.parties.terms import UnitState


def add_contract(work: Work, data: ContractTerms) -> Contract:
    """Record a contract that both parties signed; either of them may do it."""
    require(
        work.actor,
        Action.CONTRACT_ADD,
        Place(Position.CONSIGNOR, data.consignor_unit_id),
        Place(Position.RECEIVER, data.receiver_unit_id),
    )
    units = named_units(work, data.consignor_unit_id, data.receiver_unit_id)
    receiver = units[data.receiver_unit_id]
    today = local_day(work.now)
    faults = contract_terms(
        same_party=data.consignor_unit_id == data.receiver_unit_id,
        price_basis=data.price_basis,
        price_fen=data.price_fen,
        signed_on=data.signed_on,
        valid_from=data.valid_from,
        valid_to=data.valid_to,
        today=today,
    )
    # a party outside the district has no licence here; its own authority checks it
    if receiver.state is not UnitState.OUTSIDE:
        licences = licences_by_unit(work, [receiver.id])[receiver.id]
        on = min(max(data.valid_from, today), data.valid_to)
        faults += receiver_may_take(receiver.name, licences, data.codes, on)
    faults += unknown_codes(work, (code for code in data.codes if "-" in code), "codes")
    if find_contract_number(work, data.number, data.consignor_unit_id, receiver.id):
        faults.append(
            Violation("agreements.contract_number_taken", "number", {"number": data.number})
        )
    check(faults)
    contract = Contract(
        id=work.new_id(),
        created_at=work.now,
        **data.model_dump(exclude={"file", "price_fen"}),
        prices=_prices(data),
        file_sha256=_kept(work, data),
    )
    record(
        work,
        "contract.add",
        contract,
        consignor_name=units[data.consignor_unit_id].name,
        receiver_name=receiver.name,
    )
    return contract


def _prices(data: ContractTerms) -> dict[str, int]:
    if data.price_fen is None:
        return {}
    if data.price_basis is PriceBasis.PACKAGE:
        return {"package": data.price_fen}
    return dict.fromkeys(data.codes, data.price_fen)


def _kept(work: Work, data: ContractTerms) -> str | None:
    if data.file is None:
        return None
    ours = {seat.unit_id for seat in work.actor.seats}
    parties = (data.consignor_unit_id, data.receiver_unit_id)
    unit_id = next(party for party in parties if party in ours)
    stored = Stored(data.file.sha256, data.file.mime, data.file.size)
    return keep_file(work, stored, data.file.name, unit_id).sha256
