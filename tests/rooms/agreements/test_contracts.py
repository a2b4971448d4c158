"""Recording and ending contracts, and who sees them."""

from datetime import date

import pytest

from tests.support.agreements import OIL, RAGS, a_collector, a_contract, a_licence
from tests.support.build import a_unit, actor_of
from wastetrack.agreements.actions.add_contract import add_contract
from wastetrack.agreements.actions.end_contract import end_contract
from wastetrack.agreements.inputs import ContractEnd, ContractTerms
from wastetrack.agreements.queries import contract_in_force, get_contract, list_contracts
from wastetrack.audit.history import of_subject
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Unit
from wastetrack.parties.terms import LicenceKind, UnitState

TODAY = date(2026, 11, 24)


def terms(consignor: Unit, receiver: Unit, **over: object) -> ContractTerms:
    values: dict[str, object] = {
        "consignor_unit_id": consignor.id,
        "receiver_unit_id": receiver.id,
        "number": "ht-2026-001",
        "codes": f"{OIL}，{RAGS}",
        "price_basis": "per_tonne",
        "price_fen": "1,200.50",
        "signed_on": "2026-01-05",
        "valid_from": "2026-01-05",
        "valid_to": "2026-12-31",
        **over,
    }
    return ContractTerms.model_validate(values)


def test_either_party_records_a_contract_with_its_prices(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        producer = a_unit(work)
        hub, _ = a_collector(work)
        drafted = work.as_actor(actor_of(hub, Role.DISPATCHER))
        contract = add_contract(drafted, terms(producer, hub))
        work.session.flush()
        assert contract.number == "HT-2026-001"
        assert contract.codes == [OIL, RAGS]
        assert contract.prices == {OIL: 120_050, RAGS: 120_050}
        (event,) = of_subject(work, contract.id)
        assert event.kind == "contract.add"
        assert event.payload["facts"]["receiver_name"] == hub.name


def test_a_stranger_cannot_record_a_contract_of_two_others(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        producer, stranger = a_unit(work), a_unit(work)
        hub, _ = a_collector(work)
        with pytest.raises(Missing):
            add_contract(work.as_actor(actor_of(stranger, Role.ADMIN)), terms(producer, hub))
        with pytest.raises(Denied):
            add_contract(work.as_actor(actor_of(producer, Role.READER)), terms(producer, hub))


def test_all_faults_of_a_contract_are_told_at_once(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        producer = a_unit(work)
        hub, _ = a_collector(work)
        data = terms(
            producer, hub, codes="336-064-17 123-456-08", price_fen=None, valid_to="2025-01-01"
        )
        with pytest.raises(Refused) as refused:
            add_contract(work.as_actor(actor_of(producer, Role.ADMIN)), data)
        assert set(refused.value.codes) == {
            "agreements.dates_reversed",
            "agreements.price_missing",
            "agreements.receiver_licence",
            "agreements.unknown_code",
        }


def test_the_same_number_between_the_same_parties_is_refused(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        producer = a_unit(work)
        hub, _ = a_collector(work)
        a_contract(work, producer, hub, number="HT-9")
        with pytest.raises(Refused) as refused:
            a_contract(work, producer, hub, number="HT-9")
        assert refused.value.codes == ("agreements.contract_number_taken",)


def test_an_expired_licence_of_the_receiver_stops_the_contract(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        producer, receiver = a_unit(work), a_unit(work, "disposer")
        a_licence(
            work,
            receiver,
            kind=LicenceKind.COMPREHENSIVE,
            codes=["HW08", "HW49"],
            modes=["dispose"],
            valid_to=date(2026, 10, 31),
        )
        with pytest.raises(Refused) as refused:
            a_contract(work, producer, receiver)
        assert refused.value.codes == ("agreements.receiver_licence",)


def test_a_receiver_outside_the_district_needs_no_licence_here(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        producer = a_unit(work)
        outside = a_unit(work, "disposer", state=UnitState.OUTSIDE)
        assert a_contract(work, producer, outside).receiver_unit_id == outside.id


def test_a_contract_is_in_force_until_the_day_it_is_ended(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        producer = a_unit(work)
        hub, _ = a_collector(work)
        contract = a_contract(work, producer, hub)
        assert _in_force(work, producer, hub, TODAY)
        admin = work.as_actor(actor_of(producer, Role.ADMIN))
        data = ContractEnd.model_validate({"ended_on": "2026-11-24", "reason": "换了收集单位"})
        end_contract(admin, contract.id, data)
        work.session.flush()
        assert not _in_force(work, producer, hub, TODAY)
        assert _in_force(work, producer, hub, date(2026, 11, 23))
        with pytest.raises(Refused) as refused:
            end_contract(admin, contract.id, data)
        assert refused.value.codes == ("agreements.already_ended",)


def test_a_unit_sees_its_own_contracts_and_the_bureau_all(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        producer, other = a_unit(work), a_unit(work)
        bureau = a_unit(work, "authority")
        hub, _ = a_collector(work)
        mine, theirs = a_contract(work, producer, hub), a_contract(work, other, hub)
        seen = {
            unit.id: {row.id for row in list_contracts(work.as_actor(actor_of(unit, role))).rows}
            for unit, role in ((producer, Role.READER), (hub, Role.READER), (bureau, Role.OFFICER))
        }
        assert seen[producer.id] == {mine.id}
        assert seen[hub.id] == {mine.id, theirs.id} == seen[bureau.id]
        with pytest.raises(Missing):
            get_contract(work.as_actor(actor_of(producer, Role.ADMIN)), theirs.id)


def test_contracts_are_paged_by_the_last_row(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        producer = a_unit(work)
        hub, _ = a_collector(work)
        made = [a_contract(work, producer, hub, number=f"HT-{n}").id for n in range(100, 105)]
        reader = work.as_actor(actor_of(producer, Role.READER))
        first = list_contracts(reader, size=3)
        second = list_contracts(reader, size=3, after=first.after)
        assert [row.id for row in (*first.rows, *second.rows)] == made[::-1]
        assert second.after is None


def _in_force(work: Work, consignor: Unit, receiver: Unit, on: date) -> bool:
    return bool(contract_in_force(work, consignor.id, receiver.id, on))
