"""The disposers' weekly work: feed what was received, leave ash, tell what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from wastetrack.cli.demo.cast import Cast, method_of
from wastetrack.cli.demo.firms import Drum, Firm
from wastetrack.cli.demo.walk import Walk
from wastetrack.kernel.actor import Role
from wastetrack.kernel.clock import local_day
from wastetrack.treatments.actions.record import record_treatment
from wastetrack.treatments.inputs import FedContainer, LeftResidue, RecordTreatment

_MOST = 60
_ASH = "772-003-18"
# days before the present in which one drum of a disposer is left standing, so that its year runs out
_FORGOTTEN = ((368, 400), (336, 352), (301, 325), (258, 290))


@dataclass
class Plants:
    """Both disposers' treatment lines."""

    walk: Walk
    cast: Cast

    def run(self) -> None:
        """Once a week each; medical waste never waits for that."""
        day = local_day(self.walk.start) + timedelta(days=30)
        while day <= local_day(self.walk.present):
            for hour, plant in ((9, self.cast.oil), (13, self.cast.burner)):
                self.walk.at(self.walk.day_at(day, hour), partial(self.week, plant))
            day += timedelta(days=7)
        for first, last in _FORGOTTEN:
            self.walk.at(self.walk.ago(days=last), partial(self._forget, first))

    def _forget(self, until: int) -> None:
        """Leave the next drum of the burner where it stands, if one comes in these days."""
        stock = [d for d in self.cast.burner.stock if not d.kept and d.code[-2:] != "01"]
        if stock:
            stock[0].kept = True
        elif self.walk.now < self.walk.ago(days=until):
            self.walk.at(self.walk.now + timedelta(days=1), partial(self._forget, until))

    def week(self, plant: Firm) -> None:
        """Everything that may be fed, a treatment for each method."""
        by_method: dict[str, list[Drum]] = {}
        for drum in plant.stock:
            if not drum.kept:
                by_method.setdefault(method_of(drum.code), []).append(drum)
        for method, drums in by_method.items():
            self.feed(plant, method, drums[:_MOST])

    def medical(self) -> None:
        """What hospitals sent, within the day."""
        drums = [drum for drum in self.cast.burner.stock if drum.code[-2:] == "01"]
        if drums:
            self.feed(self.cast.burner, "Y10", drums)

    def feed(self, plant: Firm, method: str, drums: Iterable[Drum]) -> None:
        """One treatment; burning leaves ash, which is new waste of the plant."""
        fed = list(drums)
        total = sum(drum.grams for drum in fed)
        ash = [w for w in plant.wastes if w.code == _ASH] if method == "D10" else []
        record_treatment(
            self.walk.by(plant.by(Role.OPERATOR)),
            RecordTreatment(
                site_id=plant.site_id,
                method=method,
                facility_id=plant.furnace_id,
                feeds=tuple(FedContainer(container_id=drum.id) for drum in fed),
                residues=tuple(
                    LeftResidue(stream_id=waste.stream_id, grams=max(total // 8, 1000))
                    for waste in ash
                    if total > 3_000_000
                ),
                note="演示数据",
            ),
        )
        for drum in fed:
            plant.stock.remove(drum)
