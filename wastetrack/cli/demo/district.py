"""Opens the district: who enters when, how much each makes, and the rhythm of rounds and plants."""

from datetime import timedelta
from functools import partial

from wastetrack.catalog.queries import divisions
from wastetrack.cli.demo.cast import Cast, method_of
from wastetrack.cli.demo.firms import Firm, Registry, add_store, add_wastes, usual_wastes
from wastetrack.cli.demo.hauls import Road
from wastetrack.cli.demo.names import TRADES, Trade, short_town
from wastetrack.cli.demo.papers import Papers
from wastetrack.cli.demo.people import PRODUCER
from wastetrack.cli.demo.rounds import Rounds
from wastetrack.cli.demo.special import Stage
from wastetrack.cli.demo.special_gate import Gate
from wastetrack.cli.demo.special_people import Parties
from wastetrack.cli.demo.special_stock import Stock
from wastetrack.cli.demo.special_today import Today
from wastetrack.cli.demo.special_transfers import Transfers
from wastetrack.cli.demo.stock import Shop
from wastetrack.cli.demo.treating import Plants
from wastetrack.cli.demo.walk import Walk
from wastetrack.deadlines.actions.sweep import sweep
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.parties.actions.approve_unit import approve_unit
from wastetrack.parties.terms import FacilityKind, UnitKind

# the professionals, the hospital and the units of the odd cases
_OTHERS = 15
_ODD = 170  # containers of the odd cases and of the hospital
# the odd cases name the first nine; the tenth never asked for anything
_NAMED = 9
_SLEEPERS = 0.04  # small units that never asked for a pickup
_SWEEPS = (180, 90, 30, 10, 3, 1)


class District:
    """The rhythm of two years."""

    def __init__(self, walk: Walk, registry: Registry, papers: Papers, cast: Cast) -> None:
        self.walk, self.registry, self.papers, self.cast = walk, registry, papers, cast
        self.road = Road(walk)
        self.shops: list[Shop] = []
        self._named: dict[tuple[str, str], int] = {}

    def open(self) -> None:
        """Queue everything that will happen."""
        self.walk.at(self.walk.start, self._found)

    def _found(self) -> None:
        self.cast.gather()
        self.rounds = Rounds(self.walk, self.road, self.cast.carriers)
        self.plants = Plants(self.walk, self.cast)
        for collector, days in zip(self.cast.collectors, (14, 21, 28), strict=True):
            self.rounds.run(collector, days)
            self.papers.monthly(collector)
            self.papers.yearly(collector)
        for plant in (self.cast.oil, self.cast.burner):
            self.papers.monthly(plant)
            self.papers.yearly(plant)
        self.plants.run()
        self._hospital()
        self._workshops()
        stage = Stage(self.walk, self.cast, self.rounds, self.shops)
        gate = Gate(stage)
        for part in (Parties(stage), Stock(stage), Transfers(stage), gate, Today(stage, gate)):
            part.open()
        for days in _SWEEPS:
            self.walk.at(self.walk.ago(days=days), self.sweep)
        self.walk.at(self.walk.present, self.sweep)

    def sweep(self) -> None:
        """The overdue check of that moment."""
        sweep(self.walk.by(SYSTEM))

    def _shop(self, firm: Firm, *, direct: bool, medical: bool) -> Shop:
        burn = self.plants.medical if medical else None
        return Shop(self.walk, self.rounds, firm, direct=direct, medical=medical, burn=burn)

    def _hospital(self) -> None:
        shop = self._shop(self.cast.hospital, direct=True, medical=True)
        shop.fill(max(self.walk.size.containers // 60, 6), self.walk.ago(days=4))
        self.papers.yearly(shop.firm)

    def _workshops(self) -> None:
        """The small units: most are there from the start, the others enter over the two years."""
        chance = self.walk.chance
        towns = list(divisions(self.walk.by(SYSTEM)))
        count = max(self.walk.size.units - _OTHERS, 14)
        each = max(self.walk.size.containers - _ODD, 0) / count
        trades = chance.choices(TRADES, [t.share for t in TRADES], k=count)
        # the first ones are named by the logins and the odd cases; every town has somebody
        fixed = [TRADES[n] for n in (0, 0, 0, 0, 1, 7, 7, 6, 8, 0)]
        trades[: len(fixed)] = fixed
        for number, trade in enumerate(trades):
            here = towns[0] if number < 4 else towns[number % len(towns)]
            late = number >= 20 and chance.random() < 0.25
            days = chance.uniform(40, 640) if late else chance.uniform(0, 9)
            moment = self.walk.start + timedelta(days=0 if number < _NAMED else days)
            many = round(each * (2.5 if trade.direct and not trade.medical else 0.9))
            sleeper = number == _NAMED or (number >= 20 and chance.random() < _SLEEPERS)
            enter = partial(self._enter, trade, here.code, here.name, many)
            self.walk.at(moment, partial(enter, sleeper=sleeper and not trade.direct))

    def name(self, town: str, trade: Trade) -> str:
        key = (short_town(town), trade.label)
        self._named[key] = self._named.get(key, 0) + 1
        return f"示例·{key[0]}{key[1]}{self._named[key]:02d}"

    def _enter(self, trade: Trade, town: str, name: str, many: int, *, sleeper: bool) -> None:
        """A unit enters with its stores, wastes, contract and plan, and begins to fill containers."""
        called = self.name(name, trade)
        kinds = [UnitKind.PRODUCER]
        if not self.shops:
            unit, actor = self.cast.accounts.founder(
                called, kinds, PRODUCER, industry=trade.industry, expected=trade.expected
            )
            firm = self.registry.settle(unit, town)
            firm.people[Role.ADMIN] = firm.people[Role.OPERATOR] = actor
        else:
            firm = self.registry.enrol(
                called,
                kinds,
                town,
                industry=trade.industry,
                expected=trade.expected,
                is_hospital=trade.medical,
            )
        if trade.medical:
            self.cast.clinic(firm)
        else:
            self._furnish(firm, trade)
        shop = self._shop(firm, direct=trade.direct, medical=trade.medical)
        self.shops.append(shop)
        if sleeper:
            self._sleep(shop)
            return
        if not trade.medical:
            tomorrow = self.walk.now + timedelta(days=1)
            self.walk.at(tomorrow, partial(self._papers, shop, trade, many))
        else:
            shop.fill(many, self.walk.ago(days=3))
        self.papers.yearly(firm)

    def _furnish(self, firm: Firm, trade: Trade) -> None:
        kind = FacilityKind.STORE if trade.direct else FacilityKind.POINT
        place = "危险废物贮存库" if trade.direct else "危险废物贮存点"
        firm.store_id = add_store(self.walk, firm, kind, 40 if trade.direct else 3, name=place)
        add_wastes(self.walk, firm, usual_wastes(self.walk, trade.industry, trade.codes))

    def _papers(self, shop: Shop, trade: Trade, many: int) -> None:
        """Approval where it is needed, contract and plan; then it begins to fill containers."""
        firm = shop.firm
        if trade.direct:
            approve_unit(self.walk.by(self.cast.officer), firm.unit_id)
            self.papers.monthly(firm, quarterly=True)
            firm.routes = {w.code: (self.cast.burner, method_of(w.code)) for w in firm.wastes}
        else:
            collector = self.collector(shop)
            firm.wastes = [w for w in firm.wastes if w.code in collector.routes]
            firm.routes = {w.code: (collector, "G29") for w in firm.wastes}
        self.papers.contracts(firm)
        planned = 3 if shop in self.shops[:_NAMED] and not trade.direct else 0
        self.papers.plans(firm, 80 if trade.direct else 8, store_t=planned)
        shop.fill(many, self.walk.ago(days=3))

    def collector(self, shop: Shop) -> Firm:
        """The first of the list serves the units of the odd cases; chance shares the others out."""
        first, second, third = self.cast.collectors
        if shop in self.shops[:_NAMED]:
            return first
        oily = any(waste.code[-2:] == "08" for waste in shop.firm.wastes)
        pick = self.walk.chance.random()
        return first if pick < 0.6 else third if pick > 0.9 and oily else second

    def _sleep(self, shop: Shop) -> None:
        """A unit with a few old containers, no contract and no plan."""
        for days in (395, 340, 305, 262):
            if self.walk.chance.random() < 0.5:
                sealed = self.walk.ago(days=days - 9)
                if sealed > self.walk.now:
                    waste = self.walk.chance.choice(shop.firm.wastes)
                    self.walk.at(sealed, partial(shop.keep, waste, days=9))
