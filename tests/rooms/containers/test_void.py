"""What was registered by mistake is voided by its producer; what was received is not."""

import pytest

from tests.support.build import actor_of
from tests.support.containers import Workshop, a_drum
from wastetrack.audit.trail import record
from wastetrack.containers.actions.void import void
from wastetrack.containers.inputs import VoidContainer
from wastetrack.containers.terms import Content, HeldAs
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Refused

MISTAKE = VoidContainer(reason="重复登记")


def test_a_void_drum_has_no_holder_and_no_clock(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        gone = void(work.as_actor(shop.operator), a_drum(work, shop).id, MISTAKE)
    assert (gone.content, gone.held_as, gone.held_since) == (Content.VOID, HeldAs.NOBODY, None)
    assert gone.holder_site_id is gone.facility_id is None
    assert gone.ended_at == work.now


def test_it_is_not_voided_twice(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        void(work.as_actor(shop.operator), drum.id, MISTAKE)
        with pytest.raises(Refused) as refused:
            void(work.as_actor(shop.operator), drum.id, MISTAKE)
    assert refused.value.codes == ("containers.is_void",)


def test_a_received_drum_really_exists(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        drum.held_as = HeldAs.OPERATOR
        record(work, "container.receive", drum, container_id=drum.id)
        with pytest.raises(Refused) as refused:
            void(work.as_actor(shop.operator), drum.id, MISTAKE)
    assert refused.value.codes == ("containers.void_received",)


def test_a_driver_may_not_void(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        with pytest.raises(Denied):
            void(work.as_actor(actor_of(shop.unit, Role.DRIVER)), drum.id, MISTAKE)
