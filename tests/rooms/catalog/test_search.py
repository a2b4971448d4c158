"""Finding a code: by number, wording, everyday name, pinyin initials and trade."""

import pytest

from wastetrack.catalog.queries import exemptions_for, find_waste, get_waste, search_wastes
from wastetrack.kernel.actor import NOBODY
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Missing


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        pytest.param("900-214-08", "900-214-08", id="the whole code"),
        pytest.param("90021408", "900-214-08", id="without hyphens"),
        pytest.param("900-214", "900-214-08", id="its beginning"),
        pytest.param("废机油", "900-214-08", id="what a garage calls it"),
        pytest.param("fjy", "900-214-08", id="initials of that"),
        pytest.param("FJY", "900-214-08", id="initials in capitals"),
        pytest.param("发动机油", "900-214-08", id="the catalogue's wording"),
        pytest.param("切削", "900-006-09", id="two characters"),
        pytest.param("hw29 温度计", "900-024-29", id="category and word together"),
        pytest.param("铅蓄电池 900", "900-052-31", id="words in any order"),
        pytest.param("900-000-49", "900-000-49", id="a code by identification"),
        pytest.param("感染", "841-001-01", id="medical waste"),
    ],
)
def test_a_code_is_found_first(db: Database, typed: str, first: str) -> None:
    with db.reading(NOBODY) as work:
        assert search_wastes(work, typed)[0].code == first


def test_all_words_must_be_found(db: Database) -> None:
    with db.reading(NOBODY) as work:
        assert search_wastes(work, "废机油 电镀") == []


@pytest.mark.parametrize("typed", ["%", "_", "\\", "'", "900-214-08%", "？"])
def test_signs_are_sought_as_they_stand(db: Database, typed: str) -> None:
    with db.reading(NOBODY) as work:
        assert search_wastes(work, typed) == []


def test_a_stray_nul_is_no_fault(db: Database) -> None:
    with db.reading(NOBODY) as work:
        assert search_wastes(work, "废机油\0")[0].code == "900-214-08"


def test_a_trade_shows_its_usual_wastes_without_a_word(db: Database) -> None:
    with db.reading(NOBODY) as work:
        codes = [fact.code for fact in search_wastes(work, "", industry="汽修")]
    assert len(codes) == 8
    assert "900-214-08" in codes


def test_a_trade_puts_its_usual_wastes_first(db: Database) -> None:
    with db.reading(NOBODY) as work:
        found = [fact.code for fact in search_wastes(work, "废溶剂", industry="实验室")]
        oils = [fact.code for fact in search_wastes(work, "油", industry="机加工", limit=50)]
    assert found == sorted(found, key=lambda code: code not in {"900-402-06", "900-404-06"})
    assert {"900-217-08", "900-218-08", "900-006-09"} <= set(oils[:7])
    assert len(oils) == 50


def test_another_industry_narrows_to_the_catalogues_own_column(db: Database) -> None:
    with db.reading(NOBODY) as work:
        found = search_wastes(work, "", industry="卫生")
    assert [fact.code[:3] for fact in found] == ["841"] * 5


def test_no_more_than_asked_for(db: Database) -> None:
    with db.reading(NOBODY) as work:
        assert len(search_wastes(work, "废")) == 20
        assert len(search_wastes(work, "废", limit=3)) == 3


def test_a_code_by_identification_takes_its_category_and_no_properties(db: Database) -> None:
    with db.reading(NOBODY) as work:
        fact = get_waste(work, "900-000-08")
        assert find_waste(work, "900-000-41") is None
    assert fact.identified
    assert (fact.category_code, fact.category_name) == ("HW08", "废矿物油与含矿物油废物")
    assert (fact.hazards, fact.letters) == ("", ())


def test_a_code_stands_in_its_own_edition_only(db: Database) -> None:
    with db.reading(NOBODY) as work:
        assert find_waste(work, "336-100-21", "2025") is None
        old = get_waste(work, "336-100-21", "2021")
        assert find_waste(work, "900-054-29", "2021") is None
        with pytest.raises(Missing):
            get_waste(work, "999-999-08")
    assert old.description == ""
    assert old.name == "含铬废物"


def test_exemptions_of_a_code_its_category_and_directed_use(db: Database) -> None:
    with db.reading(NOBODY) as work:
        battery = exemptions_for(work, "900-052-31")
        acid = exemptions_for(work, "900-300-34")
        none = exemptions_for(work, "336-054-17")
    assert [row.stage for row in battery] == ["运输", "利用"]
    assert {row.waste_code for row in acid} == {"HW34", ""}
    assert [row.item_no for row in none] == [31]
