"""A transfer of the demo from draft to confirmation, one act at a time through the rooms' own acts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from wastetrack.cli.demo.firms import Crewed, Drum, Firm
from wastetrack.cli.demo.names import official_number
from wastetrack.cli.demo.walk import Act, Walk
from wastetrack.kernel.actor import Role
from wastetrack.manifests.actions.accept import accept
from wastetrack.manifests.actions.arrive import arrive
from wastetrack.manifests.actions.backfill import backfill
from wastetrack.manifests.actions.confirm import confirm
from wastetrack.manifests.actions.consent import consent
from wastetrack.manifests.actions.depart import depart
from wastetrack.manifests.actions.draft import draft
from wastetrack.manifests.actions.file import file
from wastetrack.manifests.actions.number import number
from wastetrack.manifests.actions.outcome import acknowledge
from wastetrack.manifests.actions.sign import sign
from wastetrack.manifests.inputs import (
    AcceptManifest,
    ArriveManifest,
    BackfillManifest,
    DecidedLine,
    DepartManifest,
    DraftManifest,
    NumberManifest,
)
from wastetrack.manifests.queries import lines_of
from wastetrack.manifests.terms import Shipper
from wastetrack.trips.actions.close import close
from wastetrack.trips.actions.plan import plan
from wastetrack.trips.inputs import TripTerms

_UN = {"08": ("UN3082", "9"), "06": ("UN1993", "3"), "12": ("UN1263", "3"), "01": ("UN3291", "6.2")}
NOT_LISTED = "按危险货物品名表，不属于危险货物"
PAPER_GROUND = "演示数据：国家系统维护期间使用纸质联单"
_EMPTY_TRUCK_G = 9_800_000


class Road:
    """Trips and official numbers, counted over the whole walk."""

    def __init__(self, walk: Walk) -> None:
        self.walk, self._waybills, self._serial, self._paper = walk, 0, 0, 0

    def trip(self, carrier: Firm, day: date, vehicle: Crewed | None = None) -> UUID:
        """A planned trip of a carrier."""
        self._waybills += 1
        crew = vehicle or self.walk.chance.choice(carrier.fleet)
        row = plan(
            self.walk.by(carrier.by(Role.DISPATCHER)),
            TripTerms(
                carrier_site_id=carrier.site_id,
                planned_on=day,
                vehicle_id=crew.vehicle_id,
                driver_id=crew.driver_id,
                escort_id=crew.escort_id,
                waybill_no=f"DEMO-{self._waybills:06d}",
            ),
        )
        self.walk.by(carrier.by()).session.flush()
        return row.id

    def end(self, carrier: Firm, trip_id: UUID) -> None:
        close(self.walk.by(carrier.by(Role.DRIVER)), trip_id)

    def numbered(self, *, paper: bool) -> NumberManifest:
        """A number of the marked demo range, or a paper number with its ground; never a real one."""
        if paper:
            self._paper += 1
            return NumberManifest(paper_no=f"示例纸{self._paper:05d}", paper_ground=PAPER_GROUND)
        self._serial += 1
        year = self.walk.today.year
        return NumberManifest(
            national_no=official_number(year, self._serial),
            provincial_no=f"演示编号{self._serial:06d}（非官方）",
        )


@dataclass(eq=False)
class Haul:
    """One transfer; every method is one moment of it."""

    road: Road
    consignor: Firm
    receiver: Firm
    carrier: Firm
    drums: list[Drum]
    paper: bool = False
    clerk: Firm | None = None  # the proxy, in whose name nothing is signed
    manifest_id: UUID | None = None
    trip_id: UUID | None = None

    @property
    def walk(self) -> Walk:
        return self.road.walk

    @property
    def id(self) -> UUID:
        if self.manifest_id is None:
            raise RuntimeError("nothing is drafted yet")
        return self.manifest_id

    @property
    def office(self) -> Firm:
        return self.clerk or self.consignor

    def draft(self) -> None:
        """Part 1 from the drums."""
        un, kind = _UN.get(self.drums[0].code[-2:], (None, None))
        row = draft(
            self.walk.by(self.consignor.by(Role.OPERATOR)),
            DraftManifest(
                consignor_site_id=self.consignor.site_id,
                receiver_site_id=self.receiver.site_id,
                carrier_unit_id=self.carrier.unit_id,
                container_ids=[drum.id for drum in self.drums],
                shipper=Shipper.CONSIGNOR,
                un_number=un,
                un_class=kind,
                un_none_reason=None if un else NOT_LISTED,
                note="演示数据",
            ),
        )
        self.manifest_id = row.id
        for drum in self.drums:
            if drum in self.consignor.stock:
                self.consignor.stock.remove(drum)

    def file(self) -> None:
        file(self.walk.by(self.consignor.by(Role.OPERATOR)), self.id)

    def filed(self) -> None:
        """Draft and file in one sitting."""
        self.draft()
        self.file()

    def ready(self) -> None:
        """The number is entered, the receiver agrees."""
        number(
            self.walk.by(self.office.by(Role.DISPATCHER)),
            self.id,
            self.road.numbered(paper=self.paper),
        )
        consent(self.walk.by(self.receiver.by(Role.DISPATCHER)), self.id)

    def planned(self) -> None:
        """Ready, and the carrier's trip of today or tomorrow stands."""
        self.ready()
        self.trip_id = self.road.trip(self.carrier, self.walk.today)

    def leave(self) -> None:
        """Both sign; custody moves to the carrier."""
        if self.trip_id is None:
            self.trip_id = self.road.trip(self.carrier, self.walk.today)
        sign(self.walk.by(self.consignor.by(Role.OPERATOR)), self.id)
        depart(
            self.walk.by(self.carrier.by(Role.DRIVER)),
            self.id,
            DepartManifest(trip_id=self.trip_id),
        )

    def arrive(self) -> None:
        gross = _EMPTY_TRUCK_G + sum(drum.grams for drum in self.drums)
        data = ArriveManifest(gross_g=gross // 20_000 * 20_000)
        arrive(self.walk.by(self.receiver.by(Role.GATE)), self.id, data)

    def accept(self) -> None:
        """All of it; now and then the scale says a little less."""
        chance = self.walk.chance
        lines, weighed = [], {drum.id: drum for drum in self.drums}
        for line in lines_of(self.walk.by(self.receiver.by()), self.id):
            shipped = line.shipped_g or 0
            if not shipped:
                continue
            less = chance.choice((0, 0, 0, 0, 100, 200, 500))
            less = less if less * 50 < shipped else 0
            weighed[line.container_id].grams = shipped - less
            lines.append(
                DecidedLine(
                    line_id=line.id,
                    accepted_g=shipped - less,
                    difference_g=less,
                    method=self.method(line.waste_code),
                    facility_id=self.receiver.store_id,
                )
            )
        accept(
            self.walk.by(self.receiver.by(Role.GATE)), self.id, AcceptManifest(lines=tuple(lines))
        )
        for drum in self.drums:
            drum.since = self.walk.now
        self.receiver.stock.extend(self.drums)

    def method(self, code: str) -> str:
        """The receiver's way with a waste, as the consignor's plan says."""
        return self.consignor.routes[code][1]

    def end_trip(self) -> None:
        if self.trip_id is not None:
            self.road.end(self.carrier, self.trip_id)

    def confirm(self) -> None:
        confirm(self.walk.by(self.receiver.by(Role.OPERATOR)), self.id)

    def acknowledge(self) -> None:
        acknowledge(self.walk.by(self.consignor.by(Role.OPERATOR)), self.id)

    def backfill(self) -> None:
        """Each party its own part of the paper, with the number that came afterwards."""
        later = self.road.numbered(paper=False)
        data = BackfillManifest(
            national_no=later.national_no, provincial_no=later.provincial_no, note="演示补录"
        )
        backfill(self.walk.by(self.consignor.by(Role.OPERATOR)), self.id, data)
        for firm in (self.carrier, self.receiver):
            backfill(self.walk.by(firm.by(Role.DISPATCHER)), self.id, BackfillManifest())

    def days(self, day: date) -> list[tuple[datetime, Act]]:
        """The whole straight path around the day of the road."""
        at, chance = self.walk.day_at, self.walk.chance
        leaves = at(day, chance.randint(8, 10), chance.randrange(60))
        there = leaves + timedelta(minutes=chance.randint(50, 130))
        steps: list[tuple[datetime, Act]] = [
            (at(day - timedelta(days=2), 10, chance.randrange(60)), self.filed),
            (at(day - timedelta(days=1), 14, chance.randrange(60)), self.ready),
            (leaves, self.leave),
            (there, self.arrive),
            (there + timedelta(minutes=35), self.accept),
            (there + timedelta(minutes=55), self.end_trip),
            (there + timedelta(days=chance.randint(1, 3), hours=2), self.confirm),
        ]
        if self.paper:
            steps.append((there + timedelta(days=chance.randint(3, 7)), self.backfill))
        return steps


def until(steps: Sequence[tuple[datetime, Act]], last: Act) -> list[tuple[datetime, Act]]:
    """The steps up to and with this one."""
    names = [act for _, act in steps]
    return list(steps[: names.index(last) + 1])
