"""A collector's yard that trips start from."""

from datetime import date
from typing import Any

from tests.support.agreements import a_collector, a_crew, a_vehicle
from tests.support.build import actor_of
from wastetrack.kernel.actor import Role
from wastetrack.kernel.work import Work
from wastetrack.parties.terms import CrewKind
from wastetrack.trips.actions.plan import plan
from wastetrack.trips.inputs import TripChange, TripTerms
from wastetrack.trips.model import Trip

TOMORROW = date(2026, 11, 25)


class Yard:
    """A collector with a vehicle, a driver, an escort and a dispatcher."""

    def __init__(self, work: Work) -> None:
        self.unit, self.site = a_collector(work)
        self.vehicle = a_vehicle(work, self.unit)
        self.driver = a_crew(work, self.unit, user_id=work.new_id())
        self.escort = a_crew(work, self.unit, CrewKind.ESCORT)
        self.office = work.as_actor(actor_of(self.unit, Role.DISPATCHER))

    def terms(self, **over: object) -> TripTerms:
        values: dict[str, Any] = {
            "carrier_site_id": self.site.id,
            "planned_on": TOMORROW,
            "vehicle_id": self.vehicle.id,
            "driver_id": self.driver.id,
            "escort_id": self.escort.id,
            **over,
        }
        return TripTerms.model_validate(values)

    def changed(self, trip: Trip, **over: object) -> TripChange:
        fields = {name: getattr(trip, name) for name in TripChange.model_fields}
        return TripChange.model_validate({**fields, **over})

    def a_trip(self, **over: object) -> Trip:
        trip = plan(self.office, self.terms(**over))
        self.office.session.flush()
        return trip
