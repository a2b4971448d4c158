"""The day that the five logins find: a round about to leave, trucks at the gate, requests to answer."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from wastetrack.cli.demo.firms import Drum
from wastetrack.cli.demo.hauls import Haul
from wastetrack.cli.demo.rounds import Pickup
from wastetrack.cli.demo.special import Stage
from wastetrack.cli.demo.special_gate import Gate
from wastetrack.cli.demo.stock import Shop
from wastetrack.handover.terms import ScanPlace
from wastetrack.kernel.actor import Actor, Role
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.work import Work
from wastetrack.pickups.actions.cancel import cancel
from wastetrack.pickups.actions.decline import decline
from wastetrack.pickups.actions.unschedule import unschedule
from wastetrack.pickups.inputs import Cancelling, Declining
from wastetrack.trips.actions.cancel import cancel as cancel_trip
from wastetrack.trips.inputs import TripCancel


@dataclass
class Today:
    """Queues the pickups that wait and the transfers that are on their way."""

    stage: Stage
    gate: Gate

    def open(self) -> None:
        stage, ago = self.stage, self.stage.walk.ago
        stage.pickup(ago(hours=26), [], shop=partial(self._garage, 0), count=3)
        stage.pickup(ago(hours=6), [], shop=partial(self._garage, 1))
        stage.pickup(ago(days=3), [(20, Pickup.agree)], shop=partial(self._garage, 2))
        stage.pickup(ago(days=22), [(20, self.decline)], shop=partial(self._garage, 0))
        stage.pickup(
            ago(days=19), [(8, Pickup.agree), (30, self.cancel)], shop=partial(self._garage, 1)
        )
        put_off = [(8.0, self.tomorrow), (16.0, self.unschedule)]
        stage.pickup(ago(days=4), put_off, shop=lambda: stage.turner)
        # the round of today: planned last evening, two yards, ready to be fetched
        self.stage.walk.at(ago(days=4), self.round)
        self.stage.walk.at(ago(days=2), self.loose)
        self.stage.walk.at(ago(days=9), self.hub)

    def _garage(self, number: int) -> Shop:
        """Who asks, once the garages are there."""
        return self.stage.garages[number]

    def decline(self, one: Pickup) -> None:
        data = Declining(reason="本周线路不经过，请改约下月集中收运日")
        decline(self._by(one.receiver.by(Role.DISPATCHER)), one.asked, data)

    def cancel(self, one: Pickup) -> None:
        data = Cancelling(reason="装错废物，整理后再申请")
        cancel(self._by(one.consignor.by(Role.OPERATOR)), one.asked, data)

    def tomorrow(self, one: Pickup) -> None:
        one.put_on(self.stage.rounds.road.trip(one.receiver, self.stage.walk.today + timedelta(2)))

    def unschedule(self, one: Pickup) -> None:
        data = Cancelling(reason="车辆检修，另行约定日期")
        work = self._by(one.receiver.by(Role.DISPATCHER))
        unschedule(work, one.asked, data)
        if one.trip_id is not None:
            cancel_trip(work, one.trip_id, TripCancel(reason=data.reason))

    def loose(self) -> None:
        """What the producer's login finds in store, free to ask for."""
        shop = self.stage.login_shop
        for days, waste in ((40, shop.firm.wastes[0]), (11, shop.firm.wastes[1])):
            shop.drum(waste, days=days)

    def round(self) -> None:
        """Two stops for the driver's login."""
        stops = []
        for shop in (self.stage.login_shop, self.stage.garages[0]):
            drums = [shop.drum(shop.firm.wastes[n], days=25) for n in range(2)]
            one = self.stage.rounds.pickup(shop.firm, drums)
            one.paper = False
            one.ask()
            stops.append(one)
        self.stage.walk.at(self.stage.walk.ago(hours=14), partial(self._schedule, stops))

    def _schedule(self, stops: list[Pickup]) -> None:
        collector = self.stage.cast.collectors[0]
        day = local_day(self.stage.walk.present)
        trip_id = self.stage.rounds.road.trip(collector, day, collector.fleet[0])
        for one in stops:
            one.scheduled(trip_id)

    def hub(self) -> None:
        """Eight drums of oil reach the hub; later four are on the road and four at the oil plant's gate."""
        shop = self.stage.garages[1]
        drums = [shop.drum(shop.firm.wastes[0], days=30) for _ in range(8)]
        one = self.stage.rounds.pickup(shop.firm, drums)
        one.paper = False
        one.ask()
        now, collector = self.stage.walk.now, self.stage.cast.collectors[0]

        def fetched() -> None:
            one.scheduled(self.stage.rounds.road.trip(collector, self.stage.walk.today))

        self.stage.walk.chain(
            [
                (now + timedelta(hours=20), fetched),
                (now + timedelta(hours=26), one.leave),
                (now + timedelta(hours=28), one.arrive),
                (now + timedelta(hours=29), one.received),
                (now + timedelta(hours=29.5), partial(self._reserve, drums)),
                (now + timedelta(hours=30), one.end_trip),
                (now + timedelta(days=3), one.confirm),
            ]
        )
        for half, hours in ((drums[:4], 1.5), (drums[4:], 2.6)):
            self.stage.walk.at(
                self.stage.walk.ago(hours=34), partial(self._send, half, hours, there=hours > 2)
            )

    def _reserve(self, drums: list[Drum]) -> None:
        stock = self.stage.cast.collectors[0].stock
        for drum in drums:
            stock.remove(drum)

    def _send(self, drums: list[Drum], hours: float, *, there: bool) -> None:
        cast, ago = self.stage.cast, self.stage.walk.ago
        carrier = cast.carriers[1 if there else 0]
        haul = Haul(self.stage.rounds.road, cast.collectors[0], cast.oil, carrier, drums)
        steps = [
            (ago(hours=32), haul.filed),
            (ago(hours=20), haul.ready),
            (ago(hours=hours), haul.leave),
        ]
        if there:
            steps += [(ago(hours=0.7), haul.arrive), (ago(hours=0.5), partial(self._count, haul))]
        self.stage.walk.chain(steps)

    def _count(self, haul: Haul) -> None:
        """The gate has scanned three of the four."""
        codes = [drum.label for drum in haul.drums[:3]]
        self.gate.scan(haul, ScanPlace.GATE, codes, haul.receiver.by(Role.GATE))

    def _by(self, actor: Actor) -> Work:
        return self.stage.walk.by(actor)
