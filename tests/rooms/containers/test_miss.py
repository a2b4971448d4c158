"""A missing container keeps its holder, and nothing moves it until it is found."""

import pytest

from tests.support.containers import Workshop, a_drum
from wastetrack.containers import transition
from wastetrack.containers.actions.miss import miss
from wastetrack.containers.inputs import MissContainer
from wastetrack.containers.terms import Custody
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Refused

GONE = MissContainer(note="盘点时不在货架上")


def test_its_holder_stays_answerable(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        miss(work.as_actor(shop.operator), drum.id, GONE)
        with pytest.raises(Refused) as refused:
            transition.put_on_line(work, drum, work.new_id())
    assert (drum.custody, drum.holder_site_id) == (Custody.MISSING, shop.site.id)
    assert refused.value.codes == ("containers.is_missing",)
