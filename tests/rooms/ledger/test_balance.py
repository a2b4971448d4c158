"""A month adds up from events: opening, produced, received, own, outside, closing, and the rest shown."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from tests.support.build import a_facility, a_site, a_unit, actor_of
from tests.support.containers import Workshop, a_drum, on_the_road
from wastetrack.containers import transition
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Batch, HeldAs, Purpose
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.work import Work
from wastetrack.ledger.queries import balances, list_entries, readable_sites
from wastetrack.ledger.queries.entries import Span
from wastetrack.ledger.terms import Balance, Sheet
from wastetrack.parties.model import Site, Unit
from wastetrack.parties.terms import FacilityKind, UnitKind

OCTOBER = (date(2026, 10, 1), date(2026, 11, 1))
NOVEMBER = (date(2026, 11, 1), date(2026, 12, 1))


def at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 2, 0, tzinfo=UTC)


def drum(work: Work, shop: Workshop, month: int, day: int, kg: str = "100") -> Container:
    return a_drum(work, shop, kg, first_waste_at=at(month, day), sealed_at=at(month, day))


def month(work: Work, site: Site, span: tuple[date, date] = NOVEMBER) -> Balance:
    work.session.flush()
    (line,) = balances(work, [site.id], *span)
    return line


def figures(line: Balance) -> tuple[int, ...]:
    return (
        line.opening_g,
        line.produced_g,
        line.received_g,
        line.own_g,
        line.outside_g,
        line.closing_g,
        line.difference_g,
    )


def test_stock_made_before_opens_the_month_and_new_stock_closes_it(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum(work, shop, 10, 5)
        drum(work, shop, 11, 5, "50")
        assert figures(month(work, shop.site)) == (100_000, 50_000, 0, 0, 0, 150_000, 0)
        assert figures(month(work, shop.site, OCTOBER)) == (0, 100_000, 0, 0, 0, 100_000, 0)


def test_a_month_ends_in_shanghai(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        late = datetime(2026, 10, 31, 16, 30, tzinfo=UTC)  # 1 November, half past midnight
        a_drum(work, shop, "100", first_waste_at=late, sealed_at=late)
        assert balances(work, [shop.site.id], *OCTOBER) == []
        assert month(work, shop.site).produced_g == 100_000


def test_own_treatment_leaves_the_stock(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        box = drum(work, shop, 10, 5)
        oven = a_facility(work, shop.site, kind=FacilityKind.TREATMENT, capacity_g=None)
        transition.treat_self(
            work,
            box,
            grams=40_000,
            purpose=Purpose.USE,
            method="R9",
            facility_id=oven.id,
            at=at(11, 6),
            finished_at=at(11, 7),
        )
        assert figures(month(work, shop.site)) == (100_000, 0, 0, 40_000, 0, 60_000, 0)
        with_reader = work.as_actor(actor_of(shop.unit, Role.READER))
        span = Span(readable_sites(with_reader), *NOVEMBER)
        (row,) = list_entries(with_reader, Sheet.OWN, span).rows
    assert row.batch == "HWZXLY20261106001"
    assert (row.values["method"], row.values["treated_in"]) == ("R9", oven.code)
    assert row.values["amount"] == 40_000
    assert row.values["source"] == box.batch_code


def shipped(work: Work, shop: Workshop, *, accepted: int | None) -> tuple[Container, Site, Site]:
    """A drum of October, loaded on 10 November and perhaps received the day after."""
    box = drum(work, shop, 10, 5)
    carrier = a_unit(work, UnitKind.CARRIER)
    yard = a_site(work, carrier)
    disposer = a_unit(work, UnitKind.DISPOSER, name="处置单位")
    plant = a_site(work, disposer)
    store = a_facility(work, plant, kind=FacilityKind.STORE, capacity_g=10**9)
    on_the_road(work, box, carrier, yard, at=at(11, 10))
    if accepted is not None:
        transition.receive(
            work,
            box,
            unit_id=disposer.id,
            site_id=plant.id,
            facility_id=store.id,
            partition_id=None,
            held_as=HeldAs.OPERATOR,
            at=at(11, 11),
            grams=accepted,
            basis=None,
            consignor_site_id=shop.site.id,
            outside=Batch.OUTSIDE_DISPOSAL,
        )
    return box, yard, plant


def test_what_is_on_the_road_is_the_difference(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        shipped(work, shop, accepted=None)
        assert figures(month(work, shop.site)) == (100_000, 0, 0, 0, 0, 0, -100_000)


@pytest.mark.parametrize(("accepted", "difference"), [(100_000, 0), (99_600, -400)])
def test_what_was_accepted_is_entrusted_and_a_weighing_difference_shows(
    db: Database, accepted: int, difference: int
) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        _, _, plant = shipped(work, shop, accepted=accepted)
        assert figures(month(work, shop.site)) == (100_000, 0, 0, 0, accepted, 0, difference)
        assert figures(month(work, plant)) == (0, 0, accepted, 0, 0, accepted, 0)


def test_leaving_is_b3_and_entrusting_is_b5_with_the_receiver(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        box, _, plant = shipped(work, shop, accepted=99_600)
        work.session.flush()
        inside = work.as_actor(actor_of(shop.unit, Role.READER))
        span = Span(readable_sites(inside), date(2026, 10, 1), date(2026, 12, 1))
        (left,) = list_entries(inside, Sheet.LEFT, span).rows
        (out,) = list_entries(inside, Sheet.OUTSIDE, span).rows
        (kept,) = list_entries(inside, Sheet.STORED, span).rows
        there = work.as_actor(actor_of(_unit_of(work, plant), Role.READER))
        (received,) = list_entries(there, Sheet.STORED, Span(readable_sites(there), *NOVEMBER)).rows
    assert left.batch == "HWCK20261110001"
    assert left.values["stored"] == kept.batch == "HWRK20261005001"
    assert left.values["store"] == kept.values["store"] == shop.point.code
    assert (left.values["destination"], out.values["receiver"]) == ("处置单位", "处置单位")
    assert (out.batch, out.values["amount"]) == ("HWWWCZ20261111001", 99_600)
    assert (out.values["method"], out.values["source"]) == ("处置", left.batch)
    assert received.values["produced"] == box.batch_code


def _unit_of(work: Work, site: Site) -> Unit:
    return work.session.exec(select(Unit).where(Unit.id == site.unit_id)).one()


def test_a_container_registered_by_mistake_is_in_no_table(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        box = drum(work, shop, 11, 5)
        transition.void(work, box, reason="重复登记")
        work.session.flush()
        inside = work.as_actor(actor_of(shop.unit, Role.READER))
        span = Span(readable_sites(inside), *NOVEMBER)
        assert list_entries(inside, Sheet.PRODUCED, span).rows == []
        assert month(work, shop.site).closing_g == 0


def test_a_corrected_weight_is_the_weight_of_the_batch(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        box = drum(work, shop, 11, 5)
        transition.correct(work, box, {"mass_g": 120_000}, reason="看错秤", document=None)
        work.session.flush()
        inside = work.as_actor(actor_of(shop.unit, Role.READER))
        (row,) = list_entries(inside, Sheet.PRODUCED, Span(readable_sites(inside), *NOVEMBER)).rows
        assert row.values["amount"] == 120_000
        line = month(work, shop.site)
    assert (line.closing_g, line.difference_g) == (120_000, 20_000)


def test_a_drum_that_still_fills_stands_without_a_weight(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        a_drum(work, shop, None, first_waste_at=work.now - timedelta(hours=1))
        inside = work.as_actor(actor_of(shop.unit, Role.READER))
        (row,) = list_entries(inside, Sheet.PRODUCED, Span(readable_sites(inside), *NOVEMBER)).rows
        assert row.values["amount"] is None
        assert balances(work, [shop.site.id], *NOVEMBER) == []
