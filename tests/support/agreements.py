"""Builders of contracts, licences, plans, fleets and requests, through the actions where there is one."""

from datetime import date
from typing import Any

from tests.support.build import a_site, a_unit, actor_of
from wastetrack.agreements.actions.add_contract import add_contract
from wastetrack.agreements.inputs import ContractTerms
from wastetrack.agreements.model import Contract
from wastetrack.audit.trail import record
from wastetrack.kernel.actor import Role
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Crew, Licence, Site, Unit, Vehicle
from wastetrack.parties.terms import CrewKind, LicenceKind, LicenceState, Mode

OIL, RAGS = "900-214-08", "900-041-49"


def a_licence(work: Work, unit: Unit, **over: object) -> Licence:
    """A pilot approval for oil and rags over this year and the next."""
    values: dict[str, Any] = {
        "kind": LicenceKind.PILOT,
        "number": f"试点{str(unit.id)[-6:]}",
        "issuer": "示例机关",
        "codes": [OIL, "HW49"],
        "modes": [Mode.COLLECT, Mode.STORE],
        "annual_scale_g": 500_000_000,
        "valid_from": date(2026, 1, 1),
        "valid_to": date(2027, 12, 31),
        "state": LicenceState.CHECKED,
        **over,
    }
    licence = Licence(id=work.new_id(), created_at=work.now, unit_id=unit.id, **values)
    record(work, "licence.add", licence)
    work.session.flush()
    return licence


def a_collector(work: Work, name: str = "示例收集站") -> tuple[Unit, Site]:
    """A collector with pilot approval, transport licence and one site."""
    unit = a_unit(work, "collector", name=name)
    site = a_site(work, unit, name="集散点")
    a_licence(work, unit)
    a_licence(work, unit, kind=LicenceKind.TRANSPORT, codes=[], modes=[], number="运输0001")
    return unit, site


def a_contract(work: Work, consignor: Unit, receiver: Unit, **over: object) -> Contract:
    """A contract over this year for oil and rags, paid by the tonne."""
    values: dict[str, Any] = {
        "consignor_unit_id": consignor.id,
        "receiver_unit_id": receiver.id,
        "number": f"HT-{str(consignor.id)[-5:]}".upper(),
        "codes": [OIL, RAGS],
        "price_basis": "per_tonne",
        "price_fen": "1200",
        "signed_on": "2026-01-05",
        "valid_from": "2026-01-05",
        "valid_to": "2026-12-31",
        **over,
    }
    actor = actor_of(consignor, Role.ADMIN)
    contract = add_contract(work.as_actor(actor), ContractTerms.model_validate(values))
    work.session.flush()
    return contract


def a_vehicle(work: Work, unit: Unit, **over: object) -> Vehicle:
    """A vehicle with a permit to the end of next year."""
    values: dict[str, Any] = {
        "plate": "浙D12345",
        "permit_no": "运0001",
        "permit_valid_to": date(2027, 12, 31),
        "load_g": 5_000_000,
        **over,
    }
    vehicle = Vehicle(id=work.new_id(), created_at=work.now, unit_id=unit.id, **values)
    record(work, "vehicle.add", vehicle)
    work.session.flush()
    return vehicle


def a_crew(work: Work, unit: Unit, kind: CrewKind = CrewKind.DRIVER, **over: object) -> Crew:
    """A driver (or escort) qualified to the end of next year."""
    values: dict[str, Any] = {
        "kind": kind,
        "name": "驾驶员" if kind is CrewKind.DRIVER else "押运员",
        "phone": "13800000002",
        "qualification_no": "资格0001",
        "qualification_valid_to": date(2027, 12, 31),
        **over,
    }
    person = Crew(id=work.new_id(), created_at=work.now, unit_id=unit.id, **values)
    record(work, "crew.add", person)
    work.session.flush()
    return person
