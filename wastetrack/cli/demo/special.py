"""The odd cases: every state that the steady years would leave out, each through its own acts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from wastetrack.cli.demo.cast import Cast
from wastetrack.cli.demo.firms import Firm
from wastetrack.cli.demo.hauls import Haul
from wastetrack.cli.demo.rounds import Pickup, Rounds
from wastetrack.cli.demo.stock import Shop
from wastetrack.cli.demo.walk import Walk

Turn = Callable[[Haul], object]


@dataclass
class Stage:
    """What every odd case may use: the clock, the cast, and the first few workshops."""

    walk: Walk
    cast: Cast
    rounds: Rounds
    shops: list[Shop]

    # who plays what: the district enters these nine first and always of these trades
    @property
    def login_shop(self) -> Shop:
        return self.shops[0]

    @property
    def garages(self) -> list[Shop]:
        return self.shops[1:4]

    @property
    def turner(self) -> Shop:
        return self.shops[4]

    @property
    def chemists(self) -> list[Shop]:
        return self.shops[5:7]

    @property
    def plater(self) -> Shop:
        return self.shops[7]

    @property
    def clinic(self) -> Shop:
        return self.shops[8]

    def haul(
        self,
        leaves: datetime,
        turns: Iterable[tuple[float, Turn]],
        *,
        shop: int = 0,
        count: int = 2,
        receiver: Firm | None = None,
        carrier: int = 0,
        paper: bool = False,
    ) -> None:
        """A transfer of a chemist that leaves then; `turns` are hours from there (before it: minus)."""

        def begin() -> None:
            sender = self.chemists[shop]
            drums = [sender.drum(sender.firm.wastes[n % 2], days=20) for n in range(count)]
            burner = receiver or self.cast.burner
            truck = self.cast.carriers[carrier]
            one = Haul(self.rounds.road, sender.firm, burner, truck, drums, paper=paper)
            self.walk.chain(
                [(leaves + timedelta(hours=hours), partial(turn, one)) for hours, turn in turns]
            )

        self.walk.at(leaves - timedelta(hours=44), begin)

    def pickup(
        self,
        asked: datetime,
        turns: Iterable[tuple[float, Callable[[Pickup], object]]],
        *,
        shop: Callable[[], Shop],
        count: int = 2,
    ) -> None:
        """A pickup that is asked for then; `turns` are hours from there."""

        def begin() -> None:
            asker = shop()
            wastes = asker.firm.wastes
            drums = [asker.drum(wastes[n % len(wastes)], days=15) for n in range(count)]
            one = self.rounds.pickup(asker.firm, drums)
            one.paper = False
            self.walk.chain(
                [
                    (asked, one.ask),
                    *(
                        (asked + timedelta(hours=hours), partial(turn, one))
                        for hours, turn in turns
                    ),
                ]
            )

        self.walk.at(asked - timedelta(hours=20), begin)


# the straight path of a transfer as turns; hours from the departure
FILED: tuple[tuple[float, Turn], ...] = ((-30, Haul.filed),)
READY: tuple[tuple[float, Turn], ...] = (*FILED, (-20, Haul.ready))
LEFT: tuple[tuple[float, Turn], ...] = (*READY, (0, Haul.leave))
THERE: tuple[tuple[float, Turn], ...] = (*LEFT, (2, Haul.arrive))
TAKEN: tuple[tuple[float, Turn], ...] = (*THERE, (3, Haul.accept), (3.5, Haul.end_trip))
SURE: tuple[tuple[float, Turn], ...] = (*TAKEN, (30, Haul.confirm))
