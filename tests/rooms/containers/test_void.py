"""What was opened by mistake is voided by its producer; what was weighed needs an officer."""

import pytest

from tests.support.build import actor_of
from tests.support.containers import PROOF, Workshop, a_drum
from tests.support.parties import an_officer
from wastetrack.audit.trail import record
from wastetrack.containers.actions.approve_amendment import approve_amendment
from wastetrack.containers.actions.void import void
from wastetrack.containers.inputs import VoidContainer
from wastetrack.containers.terms import Content, HeldAs
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Refused

MISTAKE = VoidContainer(reason="重复登记")
PROVEN = VoidContainer(reason="重复登记", file_sha256=PROOF)


def test_a_drum_that_was_never_weighed_is_void_at_once(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        gone = a_drum(work, shop, None)
        assert void(work.as_actor(shop.operator), gone.id, MISTAKE) is None
    assert (gone.content, gone.held_as, gone.held_since) == (Content.VOID, HeldAs.NOBODY, None)
    assert gone.holder_site_id is gone.facility_id is None
    assert gone.ended_at == work.now


def test_a_weighed_drum_is_void_only_when_an_officer_agrees(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        asked = void(work.as_actor(shop.operator), drum.id, PROVEN)
        assert asked is not None
        assert (drum.content, drum.holder_site_id) == (Content.SEALED, shop.site.id)
        approve_amendment(an_officer(work), asked.id)
    assert (drum.content, drum.held_as, drum.held_since) == (Content.VOID, HeldAs.NOBODY, None)


def test_a_weighed_drum_is_not_even_asked_for_without_a_file(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        with pytest.raises(Refused) as refused:
            void(work.as_actor(shop.operator), drum.id, MISTAKE)
    assert refused.value.codes == ("containers.file_missing",)


def test_a_drum_on_an_alert_needs_an_officer_even_unweighed(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop, None)
        with pytest.raises(Refused) as refused:
            void(work.as_actor(shop.operator), drum.id, MISTAKE, watched=True)
    assert refused.value.codes == ("containers.file_missing",)
    assert drum.content is Content.FILLING


def test_it_is_not_voided_twice(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop, None)
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
            void(work.as_actor(shop.operator), drum.id, PROVEN)
    assert refused.value.codes == ("containers.void_received",)


def test_a_driver_may_not_void(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        with pytest.raises(Denied):
            void(work.as_actor(actor_of(shop.unit, Role.DRIVER)), drum.id, MISTAKE)
