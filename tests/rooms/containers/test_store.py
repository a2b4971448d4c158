"""A container is set down in a store of its holder; what is wrong there is told, not refused."""

from typing import Any

import pytest

from tests.support.build import a_facility
from tests.support.containers import Workshop, a_drum
from tests.support.deadlines import a_standing
from wastetrack.audit.history import of_container
from wastetrack.audit.trail import record
from wastetrack.containers import queries
from wastetrack.containers.actions.store import store
from wastetrack.containers.inputs import StoreContainer
from wastetrack.containers.terms import HeldAs
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Refused
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Facility, Partition


def a_partition(work: Work, facility: Facility, **over: Any) -> Partition:
    values: dict[str, Any] = {"name": "一区", **over}
    part = Partition(id=work.new_id(), created_at=work.now, facility_id=facility.id, **values)
    record(work, "facility.edit", part)
    work.session.flush()
    return part


def test_the_first_store_is_a_row_of_storing_and_the_second_only_a_move(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop, facility_id=None)
        second = a_facility(work, shop.site)
        hands = work.as_actor(shop.operator)
        store(hands, drum.id, StoreContainer(facility_id=shop.point.id))
        store(hands, drum.id, StoreContainer(facility_id=second.id))
        work.session.flush()
        moves = [e for e in of_container(work, drum.id) if e.kind == "container.store"]
    assert [e.batch_code for e in moves] == ["HWRK20261124001", None]
    assert moves[0].place == "危废贮存点"
    assert drum.facility_id == second.id


def test_a_chilled_store_gives_a_disposers_medical_waste_its_own_clock(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_standing(work, shop.site, work.now, held_as=HeldAs.MEDICAL)
        cold, warm = a_facility(work, shop.site, chilled=True), a_facility(work, shop.site)
        hands, since = work.as_actor(shop.operator), drum.held_since
        held = []
        for place in (cold, warm):
            store(hands, drum.id, StoreContainer(facility_id=place.id))
            work.session.flush()
            held.append(drum.held_as)
    assert held == [HeldAs.MEDICAL_CHILLED, HeldAs.MEDICAL]
    assert drum.held_since == since


def test_a_store_of_somebody_else_is_refused(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop, other = Workshop(work), Workshop(work)
        drum = a_drum(work, shop)
        with pytest.raises(Refused) as refused:
            store(work.as_actor(shop.operator), drum.id, StoreContainer(facility_id=other.point.id))
    assert refused.value.codes == ("containers.not_your_store",)


def test_a_partition_of_another_store_is_refused(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        elsewhere = a_partition(work, a_facility(work, shop.site))
        drum = a_drum(work, shop)
        data = StoreContainer(facility_id=shop.point.id, partition_id=elsewhere.id)
        with pytest.raises(Refused) as refused:
            store(work.as_actor(shop.operator), drum.id, data)
    assert refused.value.codes == ("containers.not_of_this_store",)


def test_three_tonnes_and_a_wrong_partition_are_told_but_the_fact_stands(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        acids = a_partition(work, shop.point, waste_codes=["900-300-34"])
        drums = [a_drum(work, shop, kg="700") for _ in range(5)]
        data = StoreContainer(facility_id=shop.point.id, partition_id=acids.id)
        last = store(work.as_actor(shop.operator), drums[-1].id, data)
        told = {v.code: v.params for v in queries.advice(work, last)}
    assert last.partition_id == acids.id
    assert set(told) == {"containers.point_full", "containers.wrong_partition"}
    assert "GB 18597" in str(told["containers.point_full"]["basis"])


def test_acid_put_beside_oil_is_told_at_once(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        a_drum(work, shop)
        acid = a_drum(work, shop, waste_code="900-300-34", waste_name="废酸")
        told = [v.code for v in queries.advice(work, acid)]
    assert told == ["containers.keep_apart"]
