"""Records of general industrial waste: numbered, added up, voided with a reason, and nobody else's."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.support.build import a_unit, actor_of
from tests.support.containers import Workshop
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused
from wastetrack.kernel.work import Work
from wastetrack.ledger.queries import Span
from wastetrack.solids.actions.record_solid import record_solid
from wastetrack.solids.actions.void_solid import void_solid
from wastetrack.solids.inputs import SolidEntry, VoidSolid
from wastetrack.solids.model import SolidRecord
from wastetrack.solids.queries import all_records, list_records, solid_balances
from wastetrack.solids.terms import Sheet, SolidState, Way

DAY = date(2026, 11, 5)


def keep(work: Work, shop: Workshop, sheet: Sheet, tonnes: str, **over: object) -> SolidRecord:
    values: dict[str, object] = {
        "site_id": shop.site.id,
        "code": "SW17",
        "name": "废边角料",
        "on": DAY,
        "grams": tonnes,
        "handled_by": "车间",
        **over,
    }
    row = record_solid(work.as_actor(shop.operator), sheet, SolidEntry.model_validate(values))
    work.session.flush()
    return row


def november(shop: Workshop) -> Span:
    return Span({shop.site.id: shop.site}, date(2026, 11, 1), date(2026, 12, 1))


def test_numbers_run_by_table_and_day(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        made = [keep(work, shop, Sheet.PRODUCED, "1.5").number for _ in range(2)]
        made.append(keep(work, shop, Sheet.PRODUCED, "1", on=DAY + timedelta(days=1)).number)
        made.append(keep(work, shop, Sheet.DISPOSED, "1", method="填埋").number)
    assert made == ["CS20261105001", "CS20261105002", "CS20261106001", "CZ20261105001"]


def test_the_balance_adds_up_and_storing_changes_no_sum(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        keep(work, shop, Sheet.PRODUCED, "10", on=date(2026, 10, 5))
        keep(work, shop, Sheet.PRODUCED, "4.000001")
        keep(work, shop, Sheet.STORED, "3", way=Way.IN)
        keep(work, shop, Sheet.STORED, "1", way=Way.OUT)
        keep(work, shop, Sheet.TAKEN, "2", method="回炉")
        keep(work, shop, Sheet.SHIPPED, "5", destination="示例回收站")
        keep(work, shop, Sheet.DISPOSED, "1", method="填埋")
        (line,) = solid_balances(work, november(shop))
    assert (line.opening_g, line.produced_g, line.used_g, line.disposed_g, line.shipped_g) == (
        10_000_000,
        4_000_001,
        2_000_000,
        1_000_000,
        5_000_000,
    )
    assert line.closing_g == 6_000_001
    assert (line.stored_in_g, line.stored_out_g) == (3_000_000, 1_000_000)


def test_a_voided_record_stays_readable_and_counts_no_more(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        row = keep(work, shop, Sheet.PRODUCED, "4")
        inside = work.as_actor(shop.operator)
        void_solid(inside, row.id, VoidSolid(reason="重复登记"))
        work.session.flush()
        assert row.state is SolidState.VOID
        assert [r.number for r in list_records(work, Sheet.PRODUCED, november(shop)).rows] == [
            row.number
        ]
        assert list(all_records(work, Sheet.PRODUCED, november(shop))) == []
        assert solid_balances(work, november(shop)) == []
        with pytest.raises(Refused) as refused:
            void_solid(inside, row.id, VoidSolid(reason="再作废"))
    assert refused.value.codes == ("solids.is_void",)


def test_pages_follow_each_other_without_loss(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        numbers = [keep(work, shop, Sheet.PRODUCED, "1").number for _ in range(5)]
        seen, after = [], ""
        while True:
            page = list_records(work, Sheet.PRODUCED, november(shop), after, 2)
            seen += [row.number for row in page.rows]
            if page.after is None:
                break
            after = page.after
    assert seen == numbers


def test_a_reader_may_not_and_a_stranger_finds_nothing(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        entry = SolidEntry(site_id=shop.site.id, code="SW17", name="废边角料", on=DAY, grams=1)
        with pytest.raises(Denied):
            record_solid(work.as_actor(actor_of(shop.unit, Role.READER)), Sheet.PRODUCED, entry)
        stranger = work.as_actor(actor_of(a_unit(work), Role.ADMIN))
        with pytest.raises(Missing):
            record_solid(stranger, Sheet.PRODUCED, entry)
        row = keep(work, shop, Sheet.PRODUCED, "4")
        with pytest.raises(Missing):
            void_solid(stranger, row.id, VoidSolid(reason="不是我的"))
        with pytest.raises(Missing):
            void_solid(stranger, UUID(int=5), VoidSolid(reason="没有这条"))
