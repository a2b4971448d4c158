"""A workshop and the collector it has a contract with: what pickups start from."""

from typing import Any

from tests.support.agreements import a_contract
from tests.support.containers import Workshop, a_drum
from tests.support.trips import Yard
from wastetrack.containers.terms import Booking
from wastetrack.kernel.work import Work
from wastetrack.pickups.actions.request import request
from wastetrack.pickups.actions.schedule import schedule
from wastetrack.pickups.inputs import PickupAsk, Scheduling
from wastetrack.pickups.model import PickupRequest
from wastetrack.pickups.queries import propose
from wastetrack.trips.model import Trip


class District:
    """A workshop with two sealed drums, and a collector it has a contract with."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.shop, self.yard = Workshop(work), Yard(work)
        self.drums = [a_drum(work, self.shop), a_drum(work, self.shop, "90")]
        a_contract(work, self.shop.unit, self.yard.unit)
        self.owner = work.as_actor(self.shop.operator)

    def ask(self, **over: object) -> PickupRequest:
        """Confirm exactly what was proposed: two taps, no field."""
        proposal = propose(self.owner, self.shop.site.id)
        assert proposal.best is not None
        values: dict[str, Any] = {
            "site_id": self.shop.site.id,
            "container_ids": list(proposal.best.takes),
            "collector_unit_id": proposal.best.candidate.unit_id,
            "window": proposal.windows[0].text,
            **over,
        }
        made = request(self.owner, PickupAsk.model_validate(values))
        self.work.session.flush()
        return made

    def scheduled(self) -> tuple[PickupRequest, Trip]:
        made, trip = self.ask(), self.yard.a_trip()
        schedule(self.yard.office, made.id, Scheduling(trip_id=trip.id))
        self.work.session.flush()
        return made, trip

    def bookings(self) -> set[Booking]:
        for drum in self.drums:
            self.work.session.refresh(drum)
        return {drum.booking for drum in self.drums}
