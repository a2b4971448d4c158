"""A found container is where its last holder keeps it."""

from tests.support.build import a_site, a_unit, actor_of
from tests.support.containers import Workshop, a_drum, on_the_road
from wastetrack.containers.actions.find import find
from wastetrack.containers.actions.miss import miss
from wastetrack.containers.inputs import FindContainer, MissContainer
from wastetrack.containers.terms import Custody
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database

GONE = MissContainer(note="不在原处")
SEEN = FindContainer(place="仓库后门")


def test_found_in_the_yard_it_is_in_store_again(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        hands = work.as_actor(shop.operator)
        miss(hands, drum.id, GONE)
        find(hands, drum.id, SEEN)
    assert drum.custody is Custody.IN_STORE


def test_found_on_the_road_it_is_on_the_vehicle_again(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        carrier = a_unit(work, "carrier")
        drum = on_the_road(
            work, a_drum(work, Workshop(work)), carrier, a_site(work, carrier), at=work.now
        )
        driver = work.as_actor(actor_of(carrier, Role.DRIVER))
        miss(driver, drum.id, GONE)
        find(driver, drum.id, SEEN)
    assert drum.custody is Custody.ON_VEHICLE
