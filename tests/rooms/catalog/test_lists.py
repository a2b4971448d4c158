"""The shipped data agree with themselves and with what other rooms store."""

import re

from wastetrack.catalog.inputs.listing import PACKAGED
from wastetrack.catalog.queries import (
    all_law_bases,
    catalogue,
    code_values,
    divisions,
    industries,
    industry_templates,
)
from wastetrack.catalog.rules import is_identified_code
from wastetrack.kernel.actor import NOBODY
from wastetrack.kernel.database import Database
from wastetrack.parties.terms import Packaging, StreamForm
from wastetrack.words import say

CODE = re.compile(r"^\d{3}-\d{3}-\d{2}$")


def test_every_code_fits_its_category_and_has_properties(db: Database) -> None:
    with db.reading(NOBODY) as work:
        for edition, total in (("2025", 470), ("2021", 467)):
            wastes = catalogue(work, edition)
            assert len(wastes) == total
            assert len({fact.category_code for fact in wastes.values()}) == 46
            for fact in wastes.values():
                assert CODE.match(fact.code)
                assert fact.category_code == f"HW{fact.code[-2:]}"
                assert fact.letters
                assert not is_identified_code(fact.code)


def test_every_code_named_inside_a_description_exists(db: Database) -> None:
    with db.reading(NOBODY) as work:
        wastes = catalogue(work)
    for fact in wastes.values():
        assert set(re.findall(r"\d{3}-\d{3}-\d{2}", fact.description)) <= set(wastes), fact.code


def test_every_trades_waste_is_in_the_catalogue_and_can_be_stored(db: Database) -> None:
    with db.reading(NOBODY) as work:
        wastes = catalogue(work)
        trades = industries(work)
        rows = {trade: industry_templates(work, trade) for trade in trades}
        assert industry_templates(work, "没有这一行业") == ()
    assert trades == (
        *("汽修", "机加工", "印刷", "喷涂", "实验室", "电镀", "化工", "医院"),
        "其他",
    )
    for trade in trades:
        assert 3 <= len(rows[trade]) <= 8
        for row in rows[trade]:
            assert row.waste_code in wastes
            assert row.form in set(StreamForm)
            assert row.packaging in set(Packaging)


def test_small_lists_speak_both_languages_and_say_how_sure_they_are(db: Database) -> None:
    with db.reading(NOBODY) as work:
        lists = {
            kind: code_values(work, kind)
            for kind in (
                *("form", "packaging", "hazard", "method", "category", "note"),
                "general_waste",
            )
        }
        assert code_values(work, "nothing") == ()
    assert [fact.code for fact in lists["form"]] == [form.value for form in StreamForm]
    assert [fact.code for fact in lists["packaging"]] == [kind.value for kind in Packaging]
    assert len(lists["category"]) == 46
    assert len(lists["note"]) == 8
    for facts in lists.values():
        for fact in facts:
            assert fact.label("zh-CN") == fact.label_zh
            assert fact.label("en") == fact.label_en
            assert not re.search(r"[一-鿿]", fact.label_en), fact
    assert {fact.confidence for fact in lists["method"]} == {"R"}
    assert sum(fact.confidence == "S" for fact in lists["general_waste"]) == 4


def test_towns_have_a_point_or_say_that_none_is_known(db: Database) -> None:
    with db.reading(NOBODY) as work:
        towns = divisions(work)
    assert len(towns) == 20
    assert [town.name for town in towns if town.lon is None] == ["曹娥街道", "驿亭镇", "丁宅乡"]
    assert "GeoNames" in (PACKAGED / "SOURCES.md").read_text(encoding="utf-8")


def test_whom_a_rule_binds_and_its_law_are_said_in_english(db: Database) -> None:
    with db.reading(NOBODY) as work:
        rules = all_law_bases(work)
    for rule in rules:
        for text in (rule.binds, rule.starts, rule.law_name, rule.citation):
            english = say("en", text)
            assert english, rule.code
            assert not re.search(r"[一-鿿]", english), (rule.code, text)
