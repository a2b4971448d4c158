"""A split gives new codes and labels, keeps holder, clock and oldest date, and loses no gram."""

import pytest

from tests.support.build import a_site, a_unit
from tests.support.containers import Workshop, a_drum, on_the_road
from wastetrack.audit.history import of_container
from wastetrack.containers import queries, transition
from wastetrack.containers.actions.split import split
from wastetrack.containers.inputs import SplitContainer
from wastetrack.containers.terms import Content, Custody
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Refused

PARTS = SplitContainer.model_validate({"grams": ["100", "82.4"]})


def test_children_weigh_what_the_parent_weighed_and_keep_its_clock(
    db: Database, clock: FixedClock
) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop, first_waste_at="2026-03-01T08:00")
    clock.move(days=3)
    with db.transaction(shop.operator) as work:
        children = split(work, drum.id, PARTS)
        parent = queries.lock_container(work, drum.id)
    assert sorted(c.mass_g or 0 for c in children) == [82_400, 100_000]
    for child in children:
        assert child.oldest_waste_at == child.held_since == drum.first_waste_at
        assert child.holder_site_id == shop.site.id
        assert (child.digital_id or "")[26:34] == "20261127"
        assert child.human_code != parent.human_code
        assert child.batch_code == drum.batch_code
    assert (parent.content, parent.custody) == (Content.REPACKED, Custody.NONE)
    assert parent.holder_site_id is None


def test_the_trail_links_parent_and_children(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        children = split(work.as_actor(shop.operator), drum.id, PARTS)
        work.session.flush()
        last = of_container(work, drum.id)[-1]
        births = [of_container(work, child.id)[0] for child in children]
        near = queries.family(work, children[0])
    assert last.kind == "container.split"
    assert last.payload["facts"]["children"] == [str(child.id) for child in children]
    assert [e.kind for e in births] == ["container.split_off"] * 2
    assert sum(e.grams or 0 for e in births) == last.grams == 182_400
    assert [c.id for c in near] == [drum.id]


def test_a_gram_may_not_get_lost(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        short = SplitContainer.model_validate({"grams": ["100", "82.399"]})
        with pytest.raises(Refused) as refused:
            split(work.as_actor(shop.operator), drum.id, short)
    assert refused.value.codes == ("containers.split_sum",)


def test_a_drum_on_a_manifest_is_parted_only_by_the_receivers_decision(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop, carrier = Workshop(work), a_unit(work, "carrier")
        drum = a_drum(work, shop)
        transition.put_on_line(work, drum, work.new_id())
        with pytest.raises(Refused) as refused:
            split(work.as_actor(shop.operator), drum.id, PARTS)
        assert refused.value.codes == ("containers.is_on_line",)
        transition.take_off_line(work, drum)
        on_the_road(work, drum, carrier, a_site(work, carrier), at=work.now)
        transition.reach_gate(work, drum, at=work.now, place="门口")
        manifest, trip = drum.manifest_id, drum.trip_id
        parts = transition.split(work, drum, grams=[182_000, 400], unit_code=shop.unit.credit_code)
    assert all(c.manifest_id == manifest and c.trip_id == trip for c in parts)
    assert all(c.custody is Custody.AT_GATE for c in parts)


def test_shares_of_origins_are_parted_by_weight_without_loss(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop, kg="0.1")
        drum.shares = {"a": 33, "b": 33, "c": 34}
        parts = transition.split(work, drum, grams=[50, 30, 20], unit_code=shop.unit.credit_code)
    for part in parts:
        assert sum(part.shares.values()) == part.mass_g
    for origin, grams in (("a", 33), ("b", 33), ("c", 34)):
        assert sum(part.shares.get(origin, 0) for part in parts) == grams
