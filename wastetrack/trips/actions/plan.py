"""Plans a trip: vehicle, driver and escort with documents valid on that day (部令23 §13)."""

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing, check
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Site
from wastetrack.trips.inputs import TripTerms
from wastetrack.trips.model import Trip
from wastetrack.trips.rules import day_ahead
from wastetrack.trips.transition import begin


def plan(work: Work, data: TripTerms) -> Trip:
    """Plan a trip of the unit that the starting site belongs to."""
    site = work.session.get(Site, data.carrier_site_id)
    if site is None:
        raise Missing("site")
    require(work.actor, Action.TRIP_PLAN, Place(Position.CARRIER, site.unit_id, site.id))
    check(day_ahead(data.planned_on, local_day(work.now)))
    return begin(work, site.unit_id, data)
