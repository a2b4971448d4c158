"""Lists show what one holds or made, page by page, in few statements."""

import pytest

from tests.support.build import a_site, a_unit, actor_of
from tests.support.containers import Workshop, a_drum, a_stranger, on_the_road
from tests.support.counting import statements
from wastetrack.containers import queries
from wastetrack.containers.rules import LabelSigner
from wastetrack.containers.shapes import StockFilter
from wastetrack.containers.terms import Content
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Missing


def test_pages_follow_each_other_without_gap_or_repeat(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        made = [a_drum(work, shop, kg=None if n % 2 else "1").id for n in range(7)]
    seen, after = [], None
    with db.reading(shop.operator) as work:
        while True:
            page = queries.list_containers(work, StockFilter(), after, size=3)
            seen += [row.id for row in page.rows]
            after = page.after
            if after is None:
                break
    assert seen == sorted(made, reverse=True)


def test_a_page_costs_two_statements_whatever_it_shows(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        for _ in range(5):
            a_drum(work, shop)
    with db.reading(shop.operator) as work, statements(db.engine) as told:
        rows = queries.list_containers(work, StockFilter()).rows
    assert len(told) == 2
    assert {row.store for row in rows} == {"危废贮存点"}


def test_filters_narrow_and_what_left_is_found_apart(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop, carrier = Workshop(work), a_unit(work, "carrier")
        oil = a_drum(work, shop)
        acid = a_drum(work, shop, waste_code="900-300-34", kg=None)
        gone = on_the_road(work, a_drum(work, shop), carrier, a_site(work, carrier), at=work.now)
    with db.reading(shop.operator) as work:

        def ids(**want: object) -> list[object]:
            page = queries.list_containers(work, StockFilter(**want))  # type: ignore[arg-type]  # a table of filters
            return [row.id for row in page.rows]

        assert ids() == sorted([oil.id, acid.id], reverse=True)
        assert ids(contents=(Content.SEALED,)) == [oil.id]
        assert ids(waste_code="900-300-34") == [acid.id]
        assert ids(left=True) == [gone.id]
        assert ids(booked=True) == []
        assert ids(site_id=carrier.id) == []
    with db.reading(actor_of(carrier, Role.DISPATCHER)) as work:
        assert [row.id for row in queries.list_containers(work, StockFilter()).rows] == [gone.id]


def test_the_bureau_sees_all_and_a_stranger_none(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        drum = a_drum(work, Workshop(work))
        officer = actor_of(a_unit(work, "authority"), Role.OFFICER)
        stranger = a_stranger(work)
    with db.reading(officer) as work:
        assert [row.id for row in queries.list_containers(work, StockFilter()).rows] == [drum.id]
        assert queries.get_container(work, drum.id).id == drum.id
    with db.reading(stranger) as work:
        assert queries.list_containers(work, StockFilter()).rows == []
        with pytest.raises(Missing):
            queries.get_container(work, drum.id)
        with pytest.raises(Missing):
            queries.label_sheets(work, [drum.id], LabelSigner("http://x", bytes(32)))


def test_stock_is_summed_by_waste_with_the_oldest_clock_first(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        a_drum(work, shop)
        a_drum(work, shop, kg=None)
        old = a_drum(work, shop, waste_code="900-300-34", first_waste_at="2026-01-01T08:00")
        stock = queries.stock_by_waste(work.as_actor(shop.operator), shop.site.id)
        ready = queries.list_stock(work, shop.site.id)
        shelves = queries.store_stock(work.as_actor(shop.operator))
        mass = queries.facility_mass(work, shop.point.id)
    assert [(s.waste_code, s.count, s.mass_g, s.ready) for s in stock] == [
        ("900-300-34", 1, 182_400, 1),
        ("900-214-08", 2, 182_400, 1),
    ]
    assert stock[0].since == old.first_waste_at
    assert ready[0].id == old.id
    assert mass == 364_800
    assert [(s.facility.id, s.mass_g, s.count) for s in shelves] == [(shop.point.id, mass, 3)]


def test_a_container_is_found_by_any_spelling_of_its_codes(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        digital = drum.digital_id or ""
        for text in (
            drum.human_code.lower(),
            f"{drum.human_code[:4]} {drum.human_code[4:]}",
            f"http://127.0.0.1:8000/C/{drum.human_code}.1",
            f"{digital[:18]}·{digital[18:26]}·{digital[26:34]}·{digital[34:]}",
        ):
            found = queries.find_by_code(work, text)
            assert found is not None
            assert found.id == drum.id
        assert queries.find_by_code(work, "no such code") is None
