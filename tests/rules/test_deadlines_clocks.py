"""Clocks of model.md §7: what is reached when, and that index thresholds say the same as the rule."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wastetrack.catalog.rules import WorkingDays
from wastetrack.catalog.terms import LimitUnit, Rule, RuleLevel
from wastetrack.containers.terms import HeldAs
from wastetrack.deadlines.rules import (
    RULE_OF,
    clock_level,
    date_level,
    due_day,
    filing_faults,
    level_of,
    period_end,
    reached_at,
    report_periods,
    share_level,
    started_before,
    used_percent,
    worst,
)
from wastetrack.deadlines.terms import RANK, Level, RuleCode

# 2026: National Day and a make-up day, so that working days are not just Monday to Friday
DAYS = WorkingDays({date(2026, 10, d): False for d in range(1, 8)} | {date(2026, 10, 10): True})


def rule(
    unit: LimitUnit,
    limit: int,
    levels: list[tuple[float, LimitUnit, str]],
    *,
    local: bool = False,
    month: int | None = None,
) -> Rule:
    return Rule(
        code="X",
        valid_from=date(2020, 1, 1),
        valid_to=None,
        title_zh="规则",
        title_en="Rule",
        binds="",
        starts="",
        unit=unit,
        limit=limit,
        month=month,
        levels=tuple(RuleLevel(*step) for step in levels),
        citation="",
        law_name="",
        confidence="S",
        local=local,
        note="",
        duty_zh="",
        duty_en="",
    )


U = LimitUnit
YEAR = rule(
    U.YEAR,
    1,
    [(70, U.PERCENT, "hint"), (300, U.DAY, "warn"), (335, U.DAY, "due"), (100, U.PERCENT, "legal")],
)
LOCAL = rule(U.DAY, 365, [(70, U.PERCENT, "hint"), (365, U.DAY, "legal")], local=True)
WORK = rule(U.WORKING_DAY, 5, [(3, U.WORKING_DAY, "warn"), (5, U.WORKING_DAY, "legal")])
SHARE = rule(U.WORKING_DAY, 90, [(70, U.PERCENT, "warn"), (100, U.PERCENT, "legal")])
HOURS = rule(U.HOUR, 48, [(24, U.HOUR, "warn"), (100, U.PERCENT, "legal")])
CLOCKS = (YEAR, LOCAL, WORK, SHARE, HOURS)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


START = at("2025-11-24T10:00+08:00")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param("2026-08-06T23:59+08:00", None, id="day 255 of a year → nothing yet"),
        pytest.param("2026-08-07T00:00+08:00", Level.HINT, id="70 % of a year → hint"),
        pytest.param("2026-09-20T00:00+08:00", Level.WARN, id="300 days → warning"),
        pytest.param("2026-10-25T00:00+08:00", Level.DUE, id="335 days → due"),
        pytest.param("2026-11-24T23:59+08:00", Level.DUE, id="same date next year is still lawful"),
        pytest.param("2026-11-25T00:00+08:00", Level.LEGAL, id="the day after → over the limit"),
    ],
)
def test_a_year_ends_on_the_same_date(now: str, expected: Level | None) -> None:
    assert clock_level(YEAR, START, at(now), DAYS) is expected


def test_a_year_from_29_february_ends_on_the_28th() -> None:
    assert due_day(YEAR, at("2024-02-29T08:00+08:00"), DAYS) == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param("2026-10-09T23:00+08:00", None, id="two working days after → nothing"),
        pytest.param("2026-10-10T00:00+08:00", Level.WARN, id="a make-up Saturday counts"),
        pytest.param("2026-10-13T23:00+08:00", Level.WARN, id="the fifth working day is lawful"),
        pytest.param("2026-10-14T00:00+08:00", Level.LEGAL, id="after it → over the limit"),
    ],
)
def test_working_days_skip_the_holiday(now: str, expected: Level | None) -> None:
    assert clock_level(WORK, at("2026-09-30T15:00+08:00"), at(now), DAYS) is expected


def test_hours_run_exactly() -> None:
    assert clock_level(HOURS, START, START + timedelta(hours=48), DAYS) is Level.LEGAL
    assert clock_level(HOURS, START, START + timedelta(hours=47, minutes=59), DAYS) is Level.WARN


def test_a_local_rule_is_never_shown_as_law() -> None:
    assert level_of(LOCAL, LOCAL.levels[-1]) is Level.LOCAL
    assert clock_level(LOCAL, START, START + timedelta(days=900), DAYS) is Level.LOCAL


def test_an_approved_extension_moves_every_level_to_its_end() -> None:
    until = date(2027, 3, 1)
    assert due_day(YEAR, START, DAYS, until) == until
    assert clock_level(YEAR, START, at("2026-12-15T00:00+08:00"), DAYS, until) is Level.HINT
    assert clock_level(YEAR, START, at("2026-12-27T00:00+08:00"), DAYS, until) is Level.WARN
    assert clock_level(YEAR, START, at("2027-03-01T23:00+08:00"), DAYS, until) is Level.DUE
    assert clock_level(YEAR, START, at("2027-03-02T00:00+08:00"), DAYS, until) is Level.LEGAL


def test_an_extension_shorter_than_the_limit_changes_nothing() -> None:
    early = date(2026, 2, 1)
    assert due_day(YEAR, START, DAYS, early) == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("held", "code"),
    [
        (HeldAs.PRODUCER, RuleCode.PR_LOCAL),
        (HeldAs.OPERATOR, RuleCode.OP_1Y),
        (HeldAs.PILOT, RuleCode.PILOT_1Y),
        (HeldAs.COLLECTION, RuleCode.OP_90),
        (HeldAs.TEMPORARY, RuleCode.OP_TEMP),
        (HeldAs.PILOT_TEMPORARY, RuleCode.PILOT_TEMP),
        (HeldAs.HOSPITAL, RuleCode.MED_2D),
        (HeldAs.MEDICAL, RuleCode.MED_DISP),
        (HeldAs.MEDICAL_CHILLED, RuleCode.MED_DISP_COLD),
        (HeldAs.CARRIER, None),
        (HeldAs.NOBODY, None),
    ],
)
def test_each_capacity_runs_one_rule(held: HeldAs, code: RuleCode | None) -> None:
    assert RULE_OF.get(held) is code


@pytest.mark.parametrize(
    ("amount", "whole", "expected"),
    [
        (699, 1000, None),
        (700, 1000, Level.WARN),
        (1000, 1000, Level.LEGAL),
        (5, 0, None),
    ],
)
def test_an_amount_is_judged_by_its_share(amount: int, whole: int, expected: Level | None) -> None:
    assert share_level(SHARE, amount, whole) is expected


THREE_TONNES = rule(U.GRAM, 3_000_000, [(90, U.PERCENT, "due")])
THREE_TONNES = replace(
    THREE_TONNES, levels=(*THREE_TONNES.levels, RuleLevel(100, U.PERCENT, "legal", over=True))
)


@pytest.mark.parametrize(
    ("grams", "expected"),
    [
        pytest.param(2_700_000, Level.DUE, id="a step before the limit is reached at its amount"),
        pytest.param(3_000_000, Level.DUE, id="exactly 3.000 t is not over 3 t"),
        pytest.param(3_000_001, Level.LEGAL, id="one gram more is"),
    ],
)
def test_a_limit_that_may_not_be_exceeded_is_kept_at_exactly_its_amount(
    grams: int, expected: Level
) -> None:
    assert share_level(THREE_TONNES, grams, 3_000_000) is expected


def test_hours_that_may_not_be_exceeded_are_kept_to_the_last_moment() -> None:
    strict = replace(HOURS, levels=(RuleLevel(48, U.HOUR, "legal", over=True),))
    end = START + timedelta(hours=48)
    assert clock_level(strict, START, end, DAYS) is None
    assert clock_level(strict, START, end + timedelta(microseconds=1), DAYS) is Level.LEGAL
    assert started_before(strict, strict.levels[0], end, DAYS) == START


def test_an_unconfirmed_rule_is_never_shown_as_law() -> None:
    recalled = replace(HOURS, confidence="R")
    assert level_of(recalled, recalled.levels[-1]) is Level.LOCAL
    assert clock_level(recalled, START, START + timedelta(days=9), DAYS) is Level.LOCAL


LICENCE = rule(U.WORKING_DAY, 30, [(-30, U.WORKING_DAY, "due"), (0, U.WORKING_DAY, "legal")])


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-01T00:00+08:00", None),
        ("2026-11-20T00:00+08:00", Level.DUE),
        ("2026-12-31T12:00+08:00", Level.DUE),
        ("2027-01-01T00:00+08:00", Level.LEGAL),
    ],
)
def test_a_date_is_counted_back(now: str, expected: Level | None) -> None:
    assert date_level(LICENCE, date(2026, 12, 31), at(now), DAYS) is expected


def test_periods_of_the_classes() -> None:
    rules = {
        "RPT": rule(U.DATE, 15, []),
        "RPT-Y": rule(U.DATE, 31, [], month=3),
        "RPT-PLAN": rule(U.DATE, 31, [], month=3),
    }
    january = date(2026, 1, 20)
    key = report_periods(rules, january, key=True, simple=False)
    simple = report_periods(rules, january, key=False, simple=True)
    small = report_periods(rules, january, key=False, simple=False)
    assert [(p.key, p.due) for p in key] == [
        ("2025-12", date(2026, 1, 15)),
        ("2025", date(2026, 3, 31)),
        ("2026", date(2026, 3, 31)),
    ]
    assert (simple[0].key, simple[0].due) == ("2025-Q4", date(2026, 1, 15))
    assert [p.rule for p in small] == [RuleCode.RPT_Y, RuleCode.RPT_PLAN]


@pytest.mark.parametrize(
    ("key", "last"),
    [
        ("2026-02", date(2026, 2, 28)),
        ("2026-12", date(2026, 12, 31)),
        ("2026-Q3", date(2026, 9, 30)),
        ("2025", date(2025, 12, 31)),
        ("2026-13", None),
        ("26-1", None),
    ],
)
def test_a_period_says_its_last_day(key: str, last: date | None) -> None:
    assert period_end(key) == last


@pytest.mark.parametrize(
    ("rule_code", "key", "filed_on", "filed", "codes"),
    [
        (RuleCode.RPT, "2026-10", date(2026, 11, 10), False, []),
        (RuleCode.RPT, "2026-10", date(2026, 10, 31), False, ["deadlines.report_early"]),
        (
            RuleCode.RPT,
            "2026-10",
            date(2026, 12, 1),
            True,
            ["deadlines.report_filed", "deadlines.report_future"],
        ),
        (RuleCode.RPT_PLAN, "2026", date(2026, 3, 1), False, ["deadlines.report_period"]),
        (RuleCode.RPT, "oct", date(2026, 3, 1), False, ["deadlines.report_period"]),
    ],
)
def test_what_speaks_against_a_receipt(
    rule_code: RuleCode, key: str, filed_on: date, *, filed: bool, codes: list[str]
) -> None:
    faults = filing_faults(rule_code, key, filed_on, date(2026, 11, 24), filed=filed)
    assert [fault.code for fault in faults] == codes


EPOCH = datetime(2022, 1, 1, tzinfo=UTC)
moments = st.integers(0, 6 * 365 * 86_400).map(lambda s: EPOCH + timedelta(seconds=s))
extended = st.none() | st.dates(date(2023, 1, 1), date(2029, 1, 1))


@given(st.sampled_from(CLOCKS), moments, moments, moments)
def test_a_level_never_falls_as_time_passes(
    law: Rule, start: datetime, first: datetime, second: datetime
) -> None:
    earlier, later = sorted((first, second))
    before, after = clock_level(law, start, earlier, DAYS), clock_level(law, start, later, DAYS)
    assert worst(before, after) is after


@given(st.sampled_from(CLOCKS), moments, moments, moments)
def test_older_waste_is_never_judged_milder(
    law: Rule, first: datetime, second: datetime, now: datetime
) -> None:
    older, newer = sorted((first, second))
    assert RANK.get(clock_level(law, older, now, DAYS) or Level.HINT, 0) >= RANK.get(
        clock_level(law, newer, now, DAYS) or Level.HINT, 0
    )


@given(st.sampled_from(CLOCKS), moments, moments, extended)
def test_the_threshold_of_the_index_says_what_the_rule_says(
    law: Rule, start: datetime, now: datetime, until: date | None
) -> None:
    for step in law.levels:
        reached = reached_at(law, step, start, DAYS, until) <= now
        assert reached == (start < started_before(law, step, now, DAYS, until))


@given(moments, moments)
def test_the_bar_is_full_when_the_limit_is_passed(start: datetime, now: datetime) -> None:
    due = due_day(YEAR, start, DAYS)
    over = clock_level(YEAR, start, now, DAYS) is Level.LEGAL
    assert not over or used_percent(start, due, now) >= 100
