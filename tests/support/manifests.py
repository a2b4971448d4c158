"""Builders of manifests: a whole cast with contract, plan, permit and trip, and a manifest in any state."""

from datetime import date
from typing import Any

from tests.support.agreements import a_crew, a_vehicle
from tests.support.agreements import a_licence as a_right
from tests.support.build import a_facility, a_site, a_unit, actor_of
from tests.support.containers import Workshop, a_drum
from wastetrack.agreements.model import Contract, Plan, PlanLine
from wastetrack.agreements.terms import LineKind, PriceBasis, TransferType
from wastetrack.audit.trail import record
from wastetrack.containers.model import Container
from wastetrack.kernel.actor import Actor, Role
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.accept import accept
from wastetrack.manifests.actions.arrive import arrive
from wastetrack.manifests.actions.confirm import confirm
from wastetrack.manifests.actions.consent import consent
from wastetrack.manifests.actions.depart import depart
from wastetrack.manifests.actions.draft import draft
from wastetrack.manifests.actions.file import file
from wastetrack.manifests.actions.number import number
from wastetrack.manifests.actions.sign import sign
from wastetrack.manifests.inputs import (
    AcceptManifest,
    ArriveManifest,
    DecidedLine,
    DepartManifest,
    DraftManifest,
    NumberManifest,
)
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import lines_of
from wastetrack.manifests.terms import Dimension, Shipper, State
from wastetrack.parties.model import Site, Unit
from wastetrack.parties.terms import CrewKind, FacilityKind, LicenceKind, Mode
from wastetrack.trips.model import Trip
from wastetrack.trips.terms import TripState

OIL = "900-214-08"
T = 1_000_000


class Cast:
    """Producer, carrier and disposer with everything in force, and an officer."""

    def __init__(self, work: Work, **shop: object) -> None:
        self.work = work
        self.shop = Workshop(work, **shop)
        self.producer: Actor = self.shop.operator
        self.carrier = a_unit(work, "carrier", name="示例运输队")
        self.yard: Site = a_site(work, self.carrier, name="车场")
        self.driver: Actor = actor_of(self.carrier, Role.DRIVER)
        self.disposer = a_unit(work, "disposer", name="示例处置厂")
        self.plant: Site = a_site(work, self.disposer, name="处置厂区")
        self.hall = a_facility(work, self.plant, kind=FacilityKind.STORE, capacity_g=500 * T)
        self.gate: Actor = actor_of(self.disposer, Role.OPERATOR)
        self.officer: Actor = actor_of(a_unit(work, "authority"), Role.OFFICER)
        self.licence = a_right(
            work,
            self.disposer,
            kind=LicenceKind.COMPREHENSIVE,
            codes=["HW08"],
            modes=[Mode.COLLECT, Mode.STORE, Mode.USE],
            annual_scale_g=100 * T,
        )
        transport: dict[str, Any] = {"codes": [], "modes": [], "annual_scale_g": None}
        a_right(work, self.carrier, kind=LicenceKind.TRANSPORT, number="运1", **transport)
        self.contract = a_contract(work, self.shop.unit, self.disposer)
        self.plan = a_plan(work, self.shop.unit, self.shop.site, self.disposer)
        self.trip = a_trip(work, self.carrier, self.yard)

    def drums(self, count: int = 2) -> list[Container]:
        return [a_drum(self.work, self.shop, "182.4") for _ in range(count)]

    def fields(self, drums: list[Container], **over: object) -> dict[str, object]:
        values: dict[str, object] = {
            "consignor_site_id": self.shop.site.id,
            "receiver_site_id": self.plant.id,
            "carrier_unit_id": self.carrier.id,
            "container_ids": [d.id for d in drums],
            "shipper": Shipper.CONSIGNOR,
            "un_none_reason": "按名录不属于危险货物",
        }
        return values | over

    def drafted(self, count: int = 2, **over: object) -> Manifest:
        data = DraftManifest.model_validate(self.fields(self.drums(count), **over))
        return self.flushed(draft(self.work.as_actor(self.producer), data))

    def filed(self, count: int = 2, **over: object) -> Manifest:
        m = self.drafted(count, **over)
        return self.flushed(file(self.work.as_actor(self.producer), m.id))

    def ready(self, count: int = 2, *, no: str = "", **over: object) -> Manifest:
        m = self.filed(count, **over)
        if not m.paper:
            data = NumberManifest(national_no=no or next_number(self.work))
            number(self.work.as_actor(self.producer), m.id, data)
        return self.flushed(consent(self.work.as_actor(self.gate), m.id))

    def signed(self, count: int = 2, **over: Any) -> Manifest:
        m = self.ready(count, **over)
        return self.flushed(sign(self.work.as_actor(self.producer), m.id))

    def on_the_road(self, count: int = 2, **over: Any) -> Manifest:
        m = self.signed(count, **over)
        data = DepartManifest(trip_id=self.trip.id)
        return self.flushed(depart(self.work.as_actor(self.driver), m.id, data))

    def arrived(self, count: int = 2, **over: Any) -> Manifest:
        m = self.on_the_road(count, **over)
        data = ArriveManifest(gross_g=9_000_000)
        return self.flushed(arrive(self.work.as_actor(self.gate), m.id, data))

    def received(self, count: int = 2, **over: Any) -> Manifest:
        m = self.arrived(count, **over)
        return self.flushed(accept(self.work.as_actor(self.gate), m.id, self.all_of(m)))

    def confirmed(self, count: int = 2, **over: Any) -> Manifest:
        m = self.received(count, **over)
        return self.flushed(confirm(self.work.as_actor(self.gate), m.id))

    def all_of(self, m: Manifest) -> AcceptManifest:
        """Everything accepted as shipped, into the hall."""
        return AcceptManifest(
            lines=tuple(
                DecidedLine(
                    line_id=line.id,
                    accepted_g=line.shipped_g or 0,
                    method="R9",
                    facility_id=self.hall.id,
                )
                for line in lines_of(self.work, m.id)
                if line.shipped_g
            )
        )

    def part_of(self, m: Manifest, refused_g: int) -> AcceptManifest:
        """Of the first line this much is refused."""
        whole = self.all_of(m)
        first = whole.lines[0]
        part = first.model_copy(
            update={
                "accepted_g": first.accepted_g - refused_g,
                "refused_g": refused_g,
                "dimensions": (Dimension.PROPERTY,),
            }
        )
        return whole.model_copy(
            update={"lines": (part, *whole.lines[1:]), "reported_to": "示例生态环境分局"}
        )

    def flushed(self, m: Manifest) -> Manifest:
        self.work.session.flush()
        return m

    def be(self, state: State) -> Manifest:
        """A manifest in one of the states of the straight path."""
        made = {
            State.DRAFT: self.drafted,
            State.FILED: self.filed,
            State.READY: self.ready,
            State.IN_TRANSIT: self.on_the_road,
            State.ARRIVED: self.arrived,
            State.RECEIVED: self.received,
            State.CONFIRMED: self.confirmed,
        }
        return made[state]()


def next_number(work: Work) -> str:
    """A 14-digit number as the national system would have issued it, unlike any other here."""
    return f"20263306{work.new_id().int % 1_000_000:06d}"


def a_contract(work: Work, consignor: Unit, receiver: Unit, **over: object) -> Contract:
    """A contract over this year for waste oil."""
    values: dict[str, Any] = {
        "number": f"HT{str(consignor.id)[-6:]}",
        "consignor_unit_id": consignor.id,
        "receiver_unit_id": receiver.id,
        "codes": ["HW08"],
        "price_basis": PriceBasis.FREE,
        "signed_on": date(2026, 1, 1),
        "valid_from": date(2026, 1, 1),
        "valid_to": date(2026, 12, 31),
        **over,
    }
    row = Contract(id=work.new_id(), created_at=work.now, **values)
    record(work, "contract.add", row)
    work.session.flush()
    return row


def a_plan(
    work: Work, unit: Unit, site: Site, receiver: Unit, tonnes: int = 10, **over: object
) -> Plan:
    """This year's plan with one transfer line for waste oil."""
    plan = Plan(
        id=work.new_id(),
        created_at=work.now,
        site_id=site.id,
        unit_id=unit.id,
        year=2026,
        number=f"GL{str(unit.id)[-6:]}",
        filed_on=date(2026, 1, 10),
    )
    record(work, "plan.add", plan)
    work.session.flush()
    values: dict[str, Any] = {
        "kind": LineKind.TRANSFER,
        "waste_code": OIL,
        "planned_g": tonnes * T,
        "transfer_type": TransferType.PROVINCE,
        "receiver_unit_id": receiver.id,
        "method": "R9",
        **over,
    }
    work.session.add(PlanLine(id=work.new_id(), plan_id=plan.id, **values))
    work.session.flush()
    return plan


def a_trip(work: Work, carrier: Unit, yard: Site, **over: object) -> Trip:
    """A planned trip with vehicle, driver, escort and waybill."""
    vehicle = a_vehicle(work, carrier, plate=f"浙D{work.new_id().int % 100_000:05d}")
    driver, escort = a_crew(work, carrier), a_crew(work, carrier, CrewKind.ESCORT)
    values: dict[str, Any] = {
        "state": TripState.PLANNED,
        "planned_on": date(2026, 11, 24),
        "waybill_no": "YD0001",
        **over,
    }
    trip = Trip(
        id=work.new_id(),
        created_at=work.now,
        carrier_unit_id=carrier.id,
        carrier_site_id=yard.id,
        vehicle_id=vehicle.id,
        driver_id=driver.id,
        escort_id=escort.id,
        plate=vehicle.plate,
        **values,
    )
    record(work, "trip.plan", trip)
    work.session.flush()
    return trip
