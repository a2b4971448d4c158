"""An operator's official file over a shipped list: all of it or nothing, and it stays."""

from datetime import date
from pathlib import Path

import pytest

from tests.rooms.catalog.test_load import COUNTS, not_kept, person
from wastetrack.catalog.actions.load import load_reference
from wastetrack.catalog.actions.load_file import (
    load_calendar_file,
    load_catalogue_file,
)
from wastetrack.catalog.inputs.listing import PACKAGED
from wastetrack.catalog.queries import catalogue, find_waste, loads, search_wastes, working_days
from wastetrack.kernel.actor import Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Refused

OFFICIAL = """废物类别,行业来源,废物代码,危险废物,危险特性
HW01 医疗废物,卫生,841-001-01,感染性废物,In
,,841-002-01,损伤性废物,In
"HW08
废矿物油与含矿物油废物",非特定行业,900-214-08,车辆维修过程中产生的废发动机油,"T，I"
"""


def test_an_official_table_replaces_the_edition_with_its_merged_cells_filled(db: Database) -> None:
    with not_kept(db) as work:
        assert load_catalogue_file(work, OFFICIAL.encode(), "2025", "部令第36号 官方PDF") == 3
        wastes = catalogue(work)
        assert list(wastes) == ["841-001-01", "841-002-01", "900-214-08"]
        assert wastes["841-002-01"].category_name == "医疗废物"
        assert wastes["841-002-01"].industry == "卫生"
        assert wastes["900-214-08"].category_name == "废矿物油与含矿物油废物"
        assert wastes["900-214-08"].hazards == "T,I"
        assert [fact.code for fact in search_wastes(work, "fjy")] == ["900-214-08"]
        assert find_waste(work, "336-054-17") is None
        assert len(catalogue(work, "2021")) == 467
        noted = loads(work)["wastes", "2025"]
        assert (noted.rows, noted.packaged, noted.source) == (3, False, "部令第36号 官方PDF")


def test_a_later_start_leaves_the_operators_list_alone(db: Database) -> None:
    with not_kept(db) as work:
        load_catalogue_file(work, OFFICIAL.encode(), "2025")
        assert load_reference(work) == COUNTS | {"wastes:2025": 3}
        assert len(catalogue(work)) == 3


def test_our_own_file_is_a_good_official_file(db: Database) -> None:
    with not_kept(db) as work:
        before = catalogue(work)
        path = PACKAGED / "hazardous_waste_catalogue.csv"
        assert load_catalogue_file(work, path, "2025") == 470
        assert catalogue(work) == before
        assert loads(work)["wastes", "2025"].source == path.name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_spreadsheets_encoding_is_understood(db: Database, encoding: str) -> None:
    with not_kept(db) as work:
        assert load_catalogue_file(work, OFFICIAL.encode(encoding), "2025") == 3


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        pytest.param(
            OFFICIAL.replace("900-214-08", "900-21-08"),
            ["catalog.row_bad_code"],
            id="a damaged code",
        ),
        pytest.param(
            OFFICIAL.replace("900-214-08", "900-214-09"),
            ["catalog.row_wrong_category"],
            id="a code of another category",
        ),
        pytest.param(
            OFFICIAL.replace("T，I", "T，X"), ["catalog.row_bad_hazards"], id="an unknown property"
        ),
        pytest.param(
            OFFICIAL.replace("841-002-01", "841-001-01"), ["catalog.row_twice"], id="a code twice"
        ),
        pytest.param(
            OFFICIAL.replace("In", "X"),
            ["catalog.row_bad_hazards"] * 2,
            id="all faults are told, not the first",
        ),
        pytest.param("a,b\n1,2\n", ["catalog.file_columns"], id="another table"),
        pytest.param("废物类别,废物代码\n", ["catalog.file_empty"], id="no rows"),
        pytest.param(b"\xff\xfe\xff\xff\x81", ["catalog.file_unreadable"], id="no text"),
    ],
)
def test_one_bad_row_and_nothing_loads(
    db: Database, content: str | bytes, codes: list[str]
) -> None:
    file = content if isinstance(content, bytes) else content.encode()
    with not_kept(db) as work:
        with pytest.raises(Refused) as refused:
            load_catalogue_file(work, file, "2025")
        assert list(refused.value.codes) == codes
        assert len(catalogue(work)) == 470


def test_next_years_calendar_is_added_and_no_longer_estimated(db: Database, tmp_path: Path) -> None:
    notice = tmp_path / "2027.csv"
    notice.write_text("day,working,name\n2027-01-01,0,元旦\n2027/01/02,1,\n", encoding="utf-8")
    with not_kept(db) as work:
        assert working_days(work).estimated(date(2027, 1, 1))
        assert load_calendar_file(work, notice) == 2559
        days = working_days(work)
        assert not days.estimated(date(2027, 1, 1))
        assert not days.is_working(date(2027, 1, 1))
        assert days.is_working(date(2027, 1, 2))  # a Saturday worked instead
        assert not days.is_working(date(2026, 10, 1))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("日期,是否上班\n2027-13-01,1\n", "catalog.bad_day"),
        ("日期,是否上班\n2027-01-01,也许\n", "catalog.bad_day"),
        ("日期\n2027-01-01\n", "catalog.file_columns"),
        ("日期,是否上班\n", "catalog.file_empty"),
    ],
)
def test_a_calendar_row_needs_a_day_and_a_yes_or_no(db: Database, content: str, code: str) -> None:
    with not_kept(db) as work, pytest.raises(Refused) as refused:
        load_calendar_file(work, content.encode())
    assert refused.value.codes == (code,)


def test_an_officer_loads_no_file(db: Database) -> None:
    with db.reading(person(Role.OFFICER, authority=True)) as work:
        with pytest.raises(Denied):
            load_catalogue_file(work, OFFICIAL.encode(), "2025")
        with pytest.raises(Denied):
            load_calendar_file(work, b"day,working\n")
