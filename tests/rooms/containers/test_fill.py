"""A full container is noted before it is weighed."""

import pytest

from tests.support.containers import Workshop, a_drum
from wastetrack.containers.actions.fill import fill
from wastetrack.containers.inputs import FillContainer
from wastetrack.containers.terms import Content
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Refused


def test_a_full_drum_is_still_to_be_sealed(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop, kg=None)
        full = fill(work.as_actor(shop.operator), drum.id, FillContainer())
    assert full.full_at == work.now
    assert full.content is Content.FILLING


def test_a_sealed_drum_is_full_already(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        with pytest.raises(Refused) as refused:
            fill(work.as_actor(shop.operator), drum.id, FillContainer())
    assert refused.value.codes == ("containers.is_sealed",)
