"""B.3 to B.5 come back: compared cell by cell, told where they differ, and B.4 of another system is history."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlmodel import col, func, select

from tests.rooms.ledger.test_balance import at, drum, shipped
from tests.rooms.ledger.test_import_rows import codes, load
from tests.support.build import a_facility
from tests.support.containers import Workshop
from tests.support.ledger import CODE, a_produced_row, a_stored_row, a_unit_row, a_workbook
from tests.support.office import resaved
from wastetrack.audit.model import Event
from wastetrack.audit.verify import verify_trail
from wastetrack.containers import transition
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Batch, Content, Purpose
from wastetrack.containers.transition import next_batch
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.ledger.queries import Span, all_entries
from wastetrack.ledger.rules import LAYOUTS, NAMES
from wastetrack.ledger.shapes import entries_workbook, table_workbook
from wastetrack.ledger.terms import MOVED, ImportState, Sheet
from wastetrack.parties.model import Site
from wastetrack.parties.terms import FacilityKind
from wastetrack.reports.queries.closed_loop import closed_loop

YEAR = (date(2026, 1, 1), date(2027, 1, 1))


@pytest.fixture
def shop(db: Database) -> Workshop:
    """One drum treated in the unit's own oven, one entrusted."""
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        oven = a_facility(work, shop.site, kind=FacilityKind.TREATMENT, capacity_g=None)
        transition.treat_self(
            work,
            drum(work, shop, 10, 6),
            grams=40_001,
            purpose=Purpose.USE,
            method="R9",
            facility_id=oven.id,
            at=at(11, 6),
            finished_at=at(11, 7),
        )
        shipped(work, shop, accepted=99_600)
    return shop


def exported(db: Database, sheet: Sheet, site: Site) -> bytes:
    with db.reading(SYSTEM) as work:
        return entries_workbook(sheet, all_entries(work, sheet, Span({site.id: site}, *YEAR)))


def events(db: Database) -> int:
    with db.reading(SYSTEM) as work:
        return work.session.exec(select(func.count()).select_from(Event)).one()


def changed(content: bytes, key: str, sheet: Sheet, value: Any) -> bytes:
    """One cell of the first row otherwise."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    place = [column.key for column in LAYOUTS[sheet]].index(key)
    book.worksheets[0].cell(2, place + 1).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("sheet", MOVED)
def test_what_libreoffice_saved_comes_back_without_a_difference(
    db: Database, tmp_path: Path, shop: Workshop, sheet: Sheet
) -> None:
    before = events(db)
    row = load(db, tmp_path / "again", resaved(exported(db, sheet, shop.site), tmp_path))
    assert (row.state, row.problems) == (ImportState.DONE, [])
    assert (row.loaded, row.unchanged, row.bad) == (0, 1, 0)
    assert events(db) == before


@pytest.mark.parametrize("sheet", MOVED)
def test_any_cell_that_says_something_else_is_told_and_changes_nothing(
    db: Database, tmp_path: Path, shop: Workshop, sheet: Sheet
) -> None:
    content, before = exported(db, sheet, shop.site), events(db)
    # whose row it is, and its key, lead to another row or to none
    held = {"batch", "unit", "credit_code", "site_name"}
    for column in LAYOUTS[sheet]:
        if column.key in held:
            continue
        row = load(db, tmp_path, changed(content, column.key, sheet, 7))
        assert codes(row) == {(sheet.value, 2): ["ledger.differs"]}, column.title
        assert row.problems[0]["params"]["what"] == [column.title]
    assert events(db) == before


@pytest.mark.parametrize(
    "case",
    [
        (Sheet.LEFT, "HWCK20261110777", "ledger.left_elsewhere"),
        (Sheet.OUTSIDE, "HWCKLY20261110777", "ledger.entrusted_elsewhere"),
    ],
)
def test_a_transfer_that_no_manifest_here_made_is_told(
    db: Database, tmp_path: Path, shop: Workshop, case: tuple[Sheet, str, str]
) -> None:
    sheet, batch, code = case
    row = load(db, tmp_path, changed(exported(db, sheet, shop.site), "batch", sheet, batch))
    assert (row.state, codes(row)) == (ImportState.REFUSED, {(sheet.value, 2): [code]})


class Other:
    """A unit whose B.1 and B.2 came from another system, with an oven registered here."""

    def __init__(self, db: Database, folder: Path) -> None:
        self.db, self.folder = db, folder
        first = a_workbook([a_unit_row()], [a_produced_row(1)], [a_stored_row(1)])
        assert load(db, folder, first).state is ImportState.DONE
        with db.transaction(SYSTEM) as work:
            self.site = work.session.exec(select(Site)).one()
            a_facility(work, self.site, code="MF0100", kind=FacilityKind.TREATMENT, capacity_g=None)

    def load(self, *rows: dict[str, object]) -> Any:
        content = table_workbook(NAMES[Sheet.OWN], LAYOUTS[Sheet.OWN], rows)
        return load(self.db, self.folder, content)

    def container(self) -> Container:
        with self.db.reading(SYSTEM) as work:
            return work.session.exec(select(Container)).one()


def an_own_row(**over: object) -> dict[str, object]:
    made = a_produced_row(1)
    return {
        **{key: made[key] for key in ("name", "category", "code", "codes", "packaging")},
        "batch": "HWZXLY20261020003",
        "at": at(10, 20),
        "quantity": 1,
        "amount": 182_400,
        "unit": "吨",
        "treated_in": "MF0100",
        "method": "R9",
        "finished": at(10, 21),
        "officer": "锅炉班组",
        "source": made["batch"],
        "credit_code": CODE,
    } | over


def test_own_treatment_of_another_system_is_the_same_act_here(db: Database, tmp_path: Path) -> None:
    other = Other(db, tmp_path)
    row = other.load(an_own_row())
    assert (row.state, row.problems, row.loaded) == (ImportState.DONE, [], 1)
    assert (other.container().content, other.container().mass_g) == (Content.TREATED, 0)
    again = other.load(an_own_row())
    assert (again.loaded, again.unchanged, again.bad) == (0, 1, 0)
    back = load(db, tmp_path, exported(db, Sheet.OWN, other.site))
    assert (back.loaded, back.unchanged, back.problems) == (0, 1, [])
    with db.transaction(SYSTEM) as work:
        assert verify_trail(work).broken is None
        assert [check for check in closed_loop(work) if check.broken] == []
        # its number is used: the next of that day comes after it
        following = next_batch(work, other.site.id, Batch.OWN_USE, date(2026, 10, 20))
    assert following == "HWZXLY20261020004"


def test_a_drum_may_be_used_up_in_several_rows_and_never_beyond(
    db: Database, tmp_path: Path
) -> None:
    other = Other(db, tmp_path)
    first, second = an_own_row(amount=100_000), an_own_row(amount=82_401, batch="HWZXLY20261020004")
    row = other.load(first, second)
    assert codes(row) == {("b4", 3): ["ledger.own_amount"]}
    row = other.load(first, second | {"amount": 82_400})
    assert (row.loaded, other.container().content) == (2, Content.TREATED)


@pytest.mark.parametrize(
    ("over", "code"),
    [
        ({"treated_in": "MF9"}, "ledger.treatment_unknown"),
        ({"method": "Z9"}, "containers.unknown_method"),
        ({"source": "HWCS20261009009"}, "ledger.batch_unknown"),
        ({"source": "HWCK20261009009"}, "ledger.batch_form"),
        ({"code": "900-249-08"}, "ledger.waste_differs"),
        ({"codes": "T-9"}, "ledger.code_unknown"),
        ({"at": at(10, 19)}, "ledger.batch_day"),
        ({"at": at(10, 1), "batch": "HWZXLY20261001001"}, "ledger.treated_before_made"),
        ({"finished": at(10, 19)}, "containers.finished_before_start"),
    ],
)
def test_history_that_does_not_fit_is_told(
    sqlite_db: Database, tmp_path: Path, over: dict[str, object], code: str
) -> None:
    other = Other(sqlite_db, tmp_path)
    assert codes(other.load(an_own_row(**over)))["b4", 2] == [code]
    assert other.container().content is Content.SEALED
    with sqlite_db.reading(SYSTEM) as work:
        kinds = work.session.exec(select(Event.kind).where(col(Event.kind).endswith("treat_self")))
        assert kinds.all() == []
