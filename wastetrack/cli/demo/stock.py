"""Containers of the demo: what a trade fills, how heavy, how often, and when it is fetched."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from wastetrack.cli.demo.firms import Drum, Firm, Waste
from wastetrack.cli.demo.hauls import Haul
from wastetrack.cli.demo.rounds import Rounds
from wastetrack.cli.demo.walk import Act, Walk
from wastetrack.containers.actions.open import open_container
from wastetrack.containers.inputs import OpenContainer
from wastetrack.containers.terms import MassSource
from wastetrack.kernel.actor import Role
from wastetrack.kernel.clock import local_day
from wastetrack.parties.terms import Packaging

# kilograms to a litre of what a package holds, least and most
_DENSITY = {
    Packaging.DRUM: (0.70, 0.92),
    Packaging.IBC: (0.62, 0.90),
    Packaging.BAG: (0.18, 0.42),
    Packaging.BOX: (0.25, 0.60),
    Packaging.LOOSE: (0.07, 0.11),
}
# a storage point holds three tonnes: a workshop asks before it is full
_ASK_GRAMS = 1_900_000
_REMEMBERS = 0.97


@dataclass(eq=False)
class Shop:
    """Fills containers of one unit and lets them be fetched."""

    walk: Walk
    rounds: Rounds
    firm: Firm
    direct: bool = False
    medical: bool = False
    burn: Act | None = None  # medical waste is treated on the day it arrives

    def weight(self, waste: Waste) -> int:
        """A plausible mass in grams, to the hundred grams."""
        least, most = _DENSITY.get(waste.packaging, (0.3, 0.6))
        kilograms = waste.volume_l * self.walk.chance.uniform(least, most)
        return max(int(kilograms * 10), 5) * 100

    def drum(
        self, waste: Waste, *, days: float = 12, grams: int = 0, now: datetime | None = None
    ) -> Drum:
        """A sealed container whose first waste went in some days ago."""
        chance = self.walk.chance
        weighed = grams or self.weight(waste)
        began = (now or self.walk.now) - timedelta(days=days)
        row = open_container(
            self.walk.by(self.firm.by(Role.OPERATOR)),
            OpenContainer(
                site_id=self.firm.site_id,
                stream_id=waste.stream_id,
                mass_g=weighed,
                facility_id=self.firm.store_id,
                first_waste_at=began,
                sealed_at=self.walk.now,
                mass_source=chance.choice((MassSource.SCALE, MassSource.TYPED)),
            ),
        )
        return Drum(row.id, waste.code, weighed, label=row.human_code)

    def keep(self, waste: Waste, *, days: float) -> None:
        """Fill one and leave it in stock."""
        drum = self.drum(waste, days=days)
        if not self.firm.stock and self.walk.chance.random() < _REMEMBERS:
            # nobody lets it stand a whole year, but for the few who forget
            self.walk.at(self.walk.soon(190, 275), partial(self._remember, drum))
        self.firm.stock.append(drum)

    def _remember(self, drum: Drum) -> None:
        if drum in self.firm.stock:
            self.go()

    def fill(self, count: int, last: datetime) -> None:
        """So many over the unit's time here, and after every few of them somebody comes for them."""
        chance = self.walk.chance
        first = self.walk.now + timedelta(days=6)
        span = (last - first) / timedelta(days=1)
        if count <= 0 or span <= 20:
            return
        moments = sorted(first + timedelta(days=chance.uniform(0, span)) for _ in range(count))
        left = chance.randint(5, 8)
        for moment in moments:
            waste = chance.choice(self.firm.wastes)
            at = self.walk.day_at(local_day(moment), chance.randint(8, 17), chance.randrange(60))
            days = chance.uniform(0.05, 0.8) if self.medical else chance.uniform(1, 28)
            left -= 1
            self.walk.at(at, partial(self._fill, waste, days, last=left == 0))
            if left == 0:
                left = chance.randint(5, 8)

    def _fill(self, waste: Waste, days: float, *, last: bool) -> None:
        self.keep(waste, days=days)
        heavy = sum(drum.grams for drum in self.firm.stock) > _ASK_GRAMS
        if last or self.medical or (heavy and not self.direct):
            self.walk.at(self.walk.soon(0.1, 1) if self.medical else self.walk.soon(1, 6), self.go)

    def go(self) -> None:
        """Have the stock fetched: a small unit asks a collector, a large one sends it itself."""
        if not self.firm.stock or not self.firm.routes:
            return
        if not self.direct:
            self.rounds.ask(self.firm)
            return
        disposer = next(iter(self.firm.routes.values()))[0]
        chance = self.walk.chance
        haul = Haul(
            self.rounds.road,
            self.firm,
            disposer,
            chance.choice(self.rounds.carriers),
            list(self.firm.stock),
            paper=not self.medical and chance.random() < 0.06,
        )
        day = self.walk.today
        self.firm.stock.clear()
        if self.medical:
            self.walk.chain(self._at_once(haul))
        else:
            self.walk.chain(haul.days(day + timedelta(days=3)))

    def _at_once(self, haul: Haul) -> list[tuple[datetime, Act]]:
        """Fetched, received and burnt within the day."""
        acts: list[tuple[float, Act]] = [
            (0.0, haul.filed),
            (0.3, haul.ready),
            (1.0, haul.leave),
            (2.0, haul.arrive),
            (2.4, haul.accept),
            (3.0, haul.end_trip),
            (20.0, haul.confirm),
        ]
        if self.burn is not None:
            acts.insert(-1, (9.0, self.burn))
        return [(self.walk.now + timedelta(hours=hours), act) for hours, act in acts]
