"""Builders of containers, through the room's own acts."""

from datetime import datetime
from typing import Any
from uuid import UUID

from tests.support.build import a_facility, a_site, a_unit, actor_of
from wastetrack.containers import transition
from wastetrack.containers.actions.open import open_container
from wastetrack.containers.inputs import OpenContainer
from wastetrack.containers.model import Container
from wastetrack.kernel.actor import Actor, Role
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Facility, Site, Unit

# the hash of a file that shows what an amendment says
PROOF = "a" * 64


class Workshop:
    """A producer with a site, a storage point and an operator."""

    def __init__(self, work: Work, **unit: Any) -> None:
        self.unit: Unit = a_unit(work, **unit)
        self.site: Site = a_site(work, self.unit)
        self.point: Facility = a_facility(work, self.site)
        self.operator: Actor = actor_of(self.unit, Role.OPERATOR)


def a_drum(work: Work, shop: Workshop, kg: str | None = "182.4", **over: object) -> Container:
    """A drum of waste oil in the storage point; sealed unless `kg` is None."""
    values: dict[str, object] = {
        "site_id": shop.site.id,
        "waste_code": "900-214-08",
        "waste_name": "废机油",
        "facility_id": shop.point.id,
        "mass_g": kg,
        **over,
    }
    row = open_container(work.as_actor(shop.operator), OpenContainer.model_validate(values))
    work.session.flush()
    return row


def on_the_road(
    work: Work, c: Container, carrier: Unit, site: Site, *, at: datetime, grams: int | None = None
) -> Container:
    """The container booked on a manifest and loaded by a carrier."""
    transition.put_on_line(work, c, work.new_id())
    transition.load(
        work,
        c,
        trip_id=work.new_id(),
        carrier_unit_id=carrier.id,
        carrier_site_id=site.id,
        at=at,
        place="厂区",
        grams=grams or c.mass_g or 0,
    )
    work.session.flush()
    return c


def a_stranger(work: Work, role: Role = Role.OPERATOR) -> Actor:
    """Somebody of a unit that has nothing to do with it."""
    return actor_of(a_unit(work), role)


NOWHERE = UUID(int=0)
