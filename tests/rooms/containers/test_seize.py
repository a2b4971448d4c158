"""Only the authority seizes, and what is seized does not move."""

import pytest

from tests.support.build import a_unit, actor_of
from tests.support.containers import Workshop, a_drum
from wastetrack.containers.actions.seize import seize
from wastetrack.containers.actions.store import store
from wastetrack.containers.inputs import SeizeContainer, StoreContainer
from wastetrack.containers.terms import Custody
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Refused

ORDER = SeizeContainer(document="虞环查〔2026〕7号")


def test_a_seized_drum_stays_with_its_holder_and_is_not_moved(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop, bureau = Workshop(work), a_unit(work, "authority")
        drum = a_drum(work, shop)
        seize(work.as_actor(actor_of(bureau, Role.OFFICER)), drum.id, ORDER)
        with pytest.raises(Refused) as refused:
            store(work.as_actor(shop.operator), drum.id, StoreContainer(facility_id=shop.point.id))
    assert (drum.custody, drum.holder_site_id) == (Custody.SEIZED, shop.site.id)
    assert refused.value.codes == ("containers.is_seized",)


def test_its_holder_cannot_seize_it(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        with pytest.raises(Denied):
            seize(work.as_actor(shop.operator), a_drum(work, shop).id, ORDER)
