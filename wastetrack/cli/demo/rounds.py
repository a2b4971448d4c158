"""Pickups from small units: request, a round with its trip, and the hub's own transfer afterwards."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from wastetrack.cli.demo.firms import Drum, Firm
from wastetrack.cli.demo.hauls import NOT_LISTED, Haul, Road
from wastetrack.cli.demo.walk import Act, Walk
from wastetrack.kernel.actor import Role
from wastetrack.kernel.clock import local_day
from wastetrack.manifests.terms import Shipper
from wastetrack.pickups.actions.accept import accept
from wastetrack.pickups.actions.request import request
from wastetrack.pickups.actions.schedule import schedule
from wastetrack.pickups.actions.settle import settle
from wastetrack.pickups.inputs import PickupAsk, Scheduling

WINDOW = timedelta(days=40)
# a hub sends on when this much of what one disposer takes stands there, or this old
_HUB_GRAMS, _HUB_DRUMS, _HUB_LEAST, _HUB_DAYS = 9_000_000, 24, 14, timedelta(days=45)


@dataclass(eq=False)
class Pickup(Haul):
    """The first transfer of a two-transfer chain: asked for by the producer, drafted by his proxy."""

    request_id: UUID | None = None

    @property
    def asked(self) -> UUID:
        if self.request_id is None:
            raise RuntimeError("nothing is asked for yet")
        return self.request_id

    def ask(self) -> None:
        """The producer asks for everything that stands sealed in his store."""
        first = self.walk.today
        data = PickupAsk(
            site_id=self.consignor.site_id,
            container_ids=[drum.id for drum in self.drums],
            collector_unit_id=self.receiver.unit_id,
            window=f"{first}/{first + WINDOW}",
        )
        self.request_id = request(self.walk.by(self.consignor.by(Role.OPERATOR)), data).id
        for drum in self.drums:
            if drum in self.consignor.stock:
                self.consignor.stock.remove(drum)

    def agree(self) -> None:
        """The collector says that it will come."""
        accept(self.walk.by(self.receiver.by(Role.DISPATCHER)), self.asked)

    def put_on(self, trip_id: UUID) -> None:
        """Scheduled on a trip, which drafts the manifest."""
        row = schedule(
            self.walk.by(self.receiver.by(Role.DISPATCHER)),
            self.asked,
            Scheduling(trip_id=trip_id, shipper=Shipper.RECEIVER, un_none_reason=NOT_LISTED),
        )
        self.trip_id, self.manifest_id = trip_id, UUID(row.manifest_ids[-1])

    def scheduled(self, trip_id: UUID) -> None:
        """On a trip, filed and numbered: ready to be fetched."""
        self.put_on(trip_id)
        self.file()
        self.ready()

    def settle(self) -> None:
        settle(self.walk.by(self.receiver.by(Role.DISPATCHER)), self.asked)

    def received(self) -> None:
        self.accept()
        # the request reads its manifests from their rows
        self.walk.by(self.receiver.by()).session.flush()
        self.settle()


@dataclass
class Rounds:
    """Each collector's waiting requests, its rounds, and what it sends on."""

    walk: Walk
    road: Road
    carriers: list[Firm]
    waiting: dict[UUID, list[Pickup]] = field(default_factory=dict)

    def pickup(self, consignor: Firm, drums: list[Drum]) -> Pickup:
        """A pickup by the collector that has this producer's contract."""
        collector = next(iter(consignor.routes.values()))[0]
        paper = self.walk.chance.random() < 0.06
        return Pickup(
            self.road, consignor, collector, collector, drums, paper=paper, clerk=collector
        )

    def ask(self, consignor: Firm) -> None:
        """Ask for what stands there; the next round takes it."""
        drums = list(consignor.stock)
        if not drums:
            return
        one = self.pickup(consignor, drums)
        one.ask()
        self.waiting.setdefault(one.receiver.unit_id, []).append(one)
        if self.walk.chance.random() < 0.5:
            self.walk.at(self.walk.now + timedelta(hours=20), partial(self._agree, one))

    def _agree(self, one: Pickup) -> None:
        if one.manifest_id is None:
            one.agree()

    def run(self, collector: Firm, every: int) -> None:
        """A round every so many days, up to the present."""
        day = local_day(self.walk.start) + timedelta(days=30)
        while day <= local_day(self.walk.present):
            eve = self.walk.day_at(day - timedelta(days=1), 15, self.walk.chance.randrange(60))
            self.walk.at(eve, partial(self._plan, collector, day))
            day += timedelta(days=every)

    def _plan(self, collector: Firm, day: date) -> None:
        """The eve of a round: the waiting requests go on one trip."""
        stops = self.waiting.pop(collector.unit_id, [])
        if not stops:
            return
        trip_id = self.road.trip(collector, day)
        at = self.walk.day_at
        for place, one in enumerate(stops):
            start = at(day, 8, 20) + timedelta(minutes=35 * place)
            back = at(day, 16, 5) + timedelta(minutes=4 * place)
            steps: list[tuple[datetime, Act]] = [
                (self.walk.now + timedelta(minutes=3 + place), partial(one.scheduled, trip_id)),
                (min(start, at(day, 15)), one.leave),
                (back, one.arrive),
                (back + timedelta(minutes=2), one.received),
                (back + timedelta(days=1 + place % 3), one.confirm),
            ]
            if one.paper:
                steps.append((back + timedelta(days=5), one.backfill))
            self.walk.chain(steps)
        evening = at(day, 17) + timedelta(minutes=4 * len(stops))
        self.walk.chain([(evening, stops[0].end_trip)])
        self.walk.at(at(day + timedelta(days=5), 9), partial(self._send_on, collector))

    def _send_on(self, hub: Firm) -> None:
        """The second transfer, once there is a load for one disposer."""
        loads: dict[str, list[Drum]] = {}
        for drum in hub.stock:
            if not drum.kept:
                loads.setdefault(hub.routes[drum.code][0].name, []).append(drum)
        for drums in loads.values():
            load = drums[:_HUB_DRUMS]
            oldest = load[0].since or self.walk.now
            small = sum(drum.grams for drum in load) < _HUB_GRAMS and len(load) < _HUB_LEAST
            if small and self.walk.now - oldest < _HUB_DAYS:
                continue
            disposer = hub.routes[load[0].code][0]
            carrier = self.walk.chance.choice(self.carriers)
            for drum in load:
                hub.stock.remove(drum)
            haul = Haul(self.road, hub, disposer, carrier, load)
            self.walk.chain(haul.days(self.walk.today + timedelta(days=4)))
