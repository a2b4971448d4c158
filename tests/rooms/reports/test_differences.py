"""A roll-forward's difference is shown and explained to the gram by the entries behind it."""

from datetime import UTC, date, datetime

import pytest

from tests.rooms.ledger.test_balance import at, drum, shipped
from tests.support.build import a_facility
from tests.support.containers import Workshop
from wastetrack.containers import transition
from wastetrack.containers.terms import Purpose
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Site
from wastetrack.parties.terms import FacilityKind
from wastetrack.reports.queries.declaration import declaration
from wastetrack.reports.rules.declaration import cause_rows, check_rows, rows, unexplained_g
from wastetrack.reports.terms import WasteReport, Why

OCTOBER = (date(2026, 10, 1), date(2026, 11, 1))
NOVEMBER = (date(2026, 11, 1), date(2026, 12, 1))


def report(work: Work, site: Site, span: tuple[date, date] = NOVEMBER) -> WasteReport:
    work.session.flush()
    (found,) = declaration(work, [site.id], *span)
    assert unexplained_g([found]) == 0
    return found


def whys(found: WasteReport) -> list[tuple[Why, int]]:
    return [(cause.why, cause.grams) for cause in found.causes]


def test_a_month_that_adds_up_has_no_entries_behind_it(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum(work, shop, 11, 5)
        assert whys(report(work, shop.site)) == []


def test_what_is_still_on_the_road_is_named(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        shipped(work, shop, accepted=None)
        found = report(work, shop.site)
    assert whys(found) == [(Why.ON_THE_ROAD, -100_000)]
    assert found.balance.difference_g == found.explained_g == -100_000


def test_a_weighing_difference_is_named(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        shipped(work, shop, accepted=99_600)
        assert whys(report(work, shop.site)) == [(Why.WEIGHING, -400)]


def test_what_left_in_october_and_was_accepted_in_november_opens_november(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        shipped(work, shop, accepted=100_000)  # loaded on the 10th, accepted on the 11th
        first, then = date(2026, 11, 1), date(2026, 11, 11)
        assert whys(report(work, shop.site, (first, then))) == [(Why.ON_THE_ROAD, -100_000)]
        late = report(work, shop.site, (then, date(2026, 12, 1)))
        assert whys(late) == [(Why.FROM_BEFORE, 100_000)]


def test_corrections_and_voided_containers_are_named(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        box, other = drum(work, shop, 11, 5), drum(work, shop, 11, 6, "30")
        transition.correct(work, box, {"mass_g": 120_000}, reason="看错秤", document=None)
        transition.void(work, other, reason="重复登记")
        found = report(work, shop.site)
    assert sorted(whys(found)) == [(Why.CORRECTED, 20_000), (Why.VOIDED, -30_000)]
    assert {cause.reference for cause in found.causes} == {box.human_code, other.human_code}


def test_methods_and_receivers_stand_in_lines_of_their_own(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        box = drum(work, shop, 10, 5)
        oven = a_facility(work, shop.site, kind=FacilityKind.TREATMENT, capacity_g=None)
        for method, grams in (("R9", 30_000), ("R1", 10_000)):
            transition.treat_self(
                work,
                box,
                grams=grams,
                purpose=Purpose.USE,
                method=method,
                facility_id=oven.id,
                at=at(11, 6),
                finished_at=at(11, 7),
            )
        found = report(work, shop.site)
    first, second = rows([found], {"other": "其他"})
    assert (first["own_method"], first["own"]) == ("R1", 10_000)
    assert (second["own_method"], second["own"]) == ("R9", 30_000)
    assert (first["opening"], first["closing"]) == (100_000, 60_000)
    assert "opening" not in second  # an amount of the waste is counted once
    assert second["code"] == first["code"] == "900-214-08"
    (line,) = check_rows([found])
    assert (line["expected"], line["closing"], line["difference"]) == (60_000, 60_000, 0)
    assert list(cause_rows([found])) == []


@pytest.mark.parametrize("span", [OCTOBER, NOVEMBER])
def test_a_site_without_waste_declares_nothing(db: Database, span: tuple[date, date]) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        assert declaration(work, [shop.site.id], *span) == []


def test_the_entries_name_the_moment_they_happened(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        shipped(work, shop, accepted=None)
        (row,) = cause_rows([report(work, shop.site)])
    assert row["at"] == datetime(2026, 11, 10, 2, 0, tzinfo=UTC)
    assert row["why"] == "本期启运，期末尚未被接受"
