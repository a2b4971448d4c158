"""Decides what a written contract must say and which waste it carries (部令23 §10, Code §490)."""

from collections.abc import Iterable, Sequence
from datetime import date

from wastetrack.agreements.terms import ContractFacts, PriceBasis
from wastetrack.kernel.errors import Violation
from wastetrack.parties.rules import any_covers, in_scope
from wastetrack.parties.terms import LicenceFacts


def contract_terms(
    *,
    same_party: bool,
    price_basis: PriceBasis,
    price_fen: int | None,
    signed_on: date,
    valid_from: date,
    valid_to: date,
    today: date,
) -> list[Violation]:
    """Faults in what two parties wrote down."""
    found: list[Violation] = []
    if same_party:
        found.append(Violation("agreements.same_party", "receiver_unit_id"))
    if valid_to < valid_from:
        found.append(Violation("agreements.dates_reversed", "valid_to", {"valid_from": valid_from}))
    if signed_on > today:
        found.append(Violation("agreements.signed_later", "signed_on", {"today": today}))
    priced = price_basis in {PriceBasis.PER_TONNE, PriceBasis.PACKAGE}
    if priced and not price_fen:
        found.append(Violation("agreements.price_missing", "price_fen"))
    if not priced and price_fen:
        found.append(Violation("agreements.price_not_used", "price_fen"))
    return found


def contract_covers(contract: ContractFacts, codes: Iterable[str], on: date) -> list[Violation]:
    """Faults when this contract is to carry these codes on that day."""
    found: list[Violation] = []
    facts: dict[str, object] = {
        "number": contract.number,
        "valid_from": contract.valid_from,
        "valid_to": contract.valid_to,
        "on": on,
    }
    if on < contract.valid_from:
        found.append(Violation("agreements.contract_not_yet", "contract_id", facts))
    elif contract.ended_on is not None and on >= contract.ended_on:
        ended = facts | {"ended_on": contract.ended_on}
        found.append(Violation("agreements.contract_ended", "contract_id", ended))
    elif on > contract.valid_to:
        found.append(Violation("agreements.contract_over", "contract_id", facts))
    missing = sorted({code for code in codes if not in_scope(contract.codes, code)})
    if missing:
        found.append(
            Violation("agreements.contract_codes", "contract_id", facts | {"codes": missing})
        )
    return found


def choose_contract(
    contracts: Sequence[ContractFacts], codes: Iterable[str], on: date
) -> tuple[ContractFacts | None, list[Violation]]:
    """The first contract that covers everything, or why the nearest one does not."""
    wanted = tuple(codes)
    if not contracts:
        return None, [Violation("agreements.no_contract", "contract_id", {"on": on})]
    judged = [(contract, contract_covers(contract, wanted, on)) for contract in contracts]
    for contract, faults in judged:
        if not faults:
            return contract, []
    return None, min(judged, key=lambda pair: len(pair[1]))[1]


def contract_end(contract: ContractFacts, on: date, signed_on: date) -> list[Violation]:
    """Faults when a contract is to end early on that day."""
    if contract.ended_on is not None:
        return [Violation("agreements.already_ended", "ended_on", {"ended_on": contract.ended_on})]
    if on < signed_on or on > contract.valid_to:
        return [
            Violation(
                "agreements.end_outside",
                "ended_on",
                {"signed_on": signed_on, "valid_to": contract.valid_to},
            )
        ]
    return []


def receiver_may_take(
    name: str, licences: Sequence[LicenceFacts], codes: Iterable[str], on: date
) -> list[Violation]:
    """Faults when the receiver holds no permit or exemption for a waste on that day (Code §534)."""
    missing = sorted(code for code in set(codes) if any_covers(licences, code, None, on))
    if not missing:
        return []
    facts: dict[str, object] = {"receiver": name, "codes": missing, "on": on}
    return [Violation("agreements.receiver_licence", "codes", facts)]
