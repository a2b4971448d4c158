"""The dated rules of model.md §7: what was in force on a day, whom it bound, how sure we are."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from wastetrack.catalog.queries import all_law_bases, law_bases, law_basis
from wastetrack.catalog.terms import LimitUnit
from wastetrack.kernel.actor import NOBODY
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Missing

TODAY = date(2026, 11, 24)
LEVELS = {"hint", "warn", "due", "legal", "local"}


@pytest.mark.parametrize(
    ("day", "law", "citation"),
    [
        (date(2026, 8, 14), "中华人民共和国固体废物污染环境防治法", "第八十一条第三款"),
        (date(2026, 8, 15), "中华人民共和国生态环境法典", "第五百三十五条第三款"),
    ],
    ids=["the last day of the old law", "the first day of the Code"],
)
def test_the_one_year_limit_cites_the_law_of_that_day(
    db: Database, day: date, law: str, citation: str
) -> None:
    with db.reading(NOBODY) as work:
        rule = law_basis(work, "OP-1Y", day)
    assert (rule.law_name, rule.citation, rule.basis) == (law, citation, law + citation)
    assert (rule.unit, rule.limit, rule.local, rule.pending) == (LimitUnit.YEAR, 1, False, False)


@pytest.mark.parametrize(
    "code",
    [
        *("OP-1Y", "OP-90", "OP-TEMP", "OP-TEMP-5T", "PILOT-1Y", "PILOT-TEMP", "PILOT-5T"),
        *(
            "PR-LOCAL",
            "PR-PLAN",
            "PT-3T",
            "CAP",
            "MED-2D",
            "MED-VISIT",
            "MED-DISP",
            "MED-DISP-COLD",
            "MF-5",
            "MF-10",
            "MF-GATE",
        ),
        *("MF-GATE-IN", "MF-OUT", "RPT", "RPT-Y", "RPT-PLAN", "LIC", "SCALE"),
    ],
)
def test_every_row_of_the_model_is_in_force_with_levels_that_rise(db: Database, code: str) -> None:
    with db.reading(NOBODY) as work:
        rule = law_basis(work, code, TODAY)
    assert rule.levels
    assert {step.level for step in rule.levels} <= LEVELS
    assert rule.duty("en") != rule.duty("zh-CN")
    assert rule.title("en") != rule.title("zh-CN")
    for first, second in pairwise(rule.levels):
        if first.unit is second.unit:
            assert first.at < second.at
    # a legal limit never looks like a local wish, nor like one that is not confirmed
    found = {step.level for step in rule.levels}
    assert "legal" not in found or rule.lawful
    assert "local" not in found or not rule.lawful


def test_every_limit_that_may_not_be_exceeded_says_so_in_its_row(db: Database) -> None:
    with db.reading(NOBODY) as work:
        rules = law_bases(work, TODAY)
    strict = {code for code, rule in rules.items() if any(step.over for step in rule.levels)}
    amounts = {"PT-3T", "CAP", "OP-TEMP-5T", "PILOT-5T", "PR-PLAN", "SCALE"}
    hours = {code for code, rule in rules.items() if rule.unit is LimitUnit.HOUR}
    assert strict == amounts | hours


def test_local_requirements_are_never_given_as_law(db: Database) -> None:
    with db.reading(NOBODY) as work:
        local = {rule.code for rule in all_law_bases(work) if rule.local}
        pending = {rule.code for rule in all_law_bases(work) if rule.local and rule.pending}
    assert local == pending == {"PR-LOCAL", "MF-GATE", "MF-GATE-IN", "MF-OUT"}


def test_no_two_rows_of_a_rule_hold_on_the_same_day_and_none_leaves_a_gap(db: Database) -> None:
    with db.reading(NOBODY) as work:
        rules = all_law_bases(work)
    for earlier, later in pairwise(rules):
        if earlier.code == later.code:
            assert earlier.valid_to is not None
            assert later.valid_from == earlier.valid_to + timedelta(days=1)


def test_no_row_in_force_under_the_code_cites_the_repealed_law(db: Database) -> None:
    with db.reading(NOBODY) as work:
        today = law_bases(work, TODAY)
        before = law_bases(work, date(2026, 8, 14))
    assert not [rule.code for rule in today.values() if "固体废物污染" in rule.law_name]
    assert not [rule.code for rule in before.values() if "法典" in rule.law_name]
    assert {code for code in today if code.startswith("LAW-")} == {
        code for code in before if code.startswith("LAW-")
    }


def test_a_duty_without_a_count_has_no_levels(db: Database) -> None:
    with db.reading(NOBODY) as work:
        duties = [r for r in all_law_bases(work) if r.unit is LimitUnit.NONE]
    assert duties
    assert not any(rule.levels for rule in duties)
    assert {r.code for r in duties if not r.code.startswith("LAW-")} == {"MF-REPORT"}


def test_recurring_dates_are_read_apart(db: Database) -> None:
    with db.reading(NOBODY) as work:
        rules = law_bases(work, TODAY)
    assert (rules["RPT"].limit, rules["RPT"].month) == (15, None)
    assert (rules["RPT-Y"].limit, rules["RPT-Y"].month) == (31, 3)
    assert [step.at for step in rules["LIC"].levels] == [-60, -45, -30, 0]


def test_a_rule_that_was_not_yet_in_force_is_missing(db: Database) -> None:
    with db.reading(NOBODY) as work, pytest.raises(Missing):
        law_basis(work, "MF-5", date(2021, 12, 31))
