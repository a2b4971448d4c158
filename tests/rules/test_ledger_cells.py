"""What a spreadsheet makes of dates, amounts and codes, and what is told about each."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wastetrack.ledger.inputs.rows import READERS
from wastetrack.ledger.rules import (
    LAYOUTS,
    CellFault,
    batch_of,
    category_fault,
    codes_of,
    count_of,
    credit_code_of,
    even_parts,
    grams_of,
    moment_of,
    packaging_of,
    text_of,
    waste_code_of,
)
from wastetrack.ledger.terms import READ, Cell, Sheet

MORNING = datetime(2026, 11, 1, 6, 30, tzinfo=UTC)  # 14:30 in Shanghai
MIDNIGHT = datetime(2026, 10, 31, 16, 0, tzinfo=UTC)


def fault(read: Callable[[], Any]) -> str:
    with pytest.raises(CellFault) as told:
        read()
    return told.value.code


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        pytest.param("2026-11-01 14:30", MORNING, id="written with hyphens"),
        pytest.param("2026/11/1 14:30:00", MORNING, id="written with strokes"),
        pytest.param("2026.11.01", MIDNIGHT, id="a day only begins at midnight"),
        pytest.param("2026年11月1日", MIDNIGHT, id="written in Chinese"),
        pytest.param("2026年11月1日14时30分", MORNING, id="Chinese with the hour"),
        pytest.param("2026-11-01T14:30", MORNING, id="ISO"),
        pytest.param("2026-11-01T06:30:00+00:00", MORNING, id="ISO with its own zone"),
        pytest.param("２０２６－１１－０１　１４：３０", MORNING, id="full-width"),
        pytest.param("20261101", MIDNIGHT, id="eight digits"),
        pytest.param(20261101, MIDNIGHT, id="eight digits as a number"),
        pytest.param(46327, MIDNIGHT, id="a spreadsheet's day"),
        pytest.param(46327.604166666664, MORNING, id="a spreadsheet's day and hour"),
        pytest.param("46327", MIDNIGHT, id="a spreadsheet's day as text"),
        pytest.param(date(2026, 11, 1), MIDNIGHT, id="a date cell"),
        pytest.param(datetime(2026, 11, 1, 14, 30), MORNING, id="a date-time cell"),  # noqa: DTZ001
        pytest.param(datetime(2026, 11, 1, 14, 29, 59, 999_900), MORNING, id="a hair early"),  # noqa: DTZ001
    ],
)
def test_a_moment_is_read_as_shanghai_time(cell: Cell, moment: datetime) -> None:
    assert moment_of(cell) == moment


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        pytest.param("", "ledger.missing", id="empty"),
        pytest.param(None, "ledger.missing", id="nothing"),
        pytest.param("昨天", "ledger.when_form", id="a word"),
        pytest.param("26-11-01", "ledger.when_form", id="two-digit year"),
        pytest.param("2026-13-01", "ledger.when_form", id="a thirteenth month"),
        pytest.param("2026-02-30", "ledger.when_form", id="30 February"),
        pytest.param("2026-11-01 25:00", "ledger.when_form", id="a 25th hour"),
        pytest.param("1899-11-01", "ledger.when_form", id="another century"),
        pytest.param(3.5, "ledger.when_form", id="a small number"),
        pytest.param(float("nan"), "ledger.when_form", id="not a number"),
        pytest.param(True, "ledger.when_form", id="a truth"),
        pytest.param(time(14, 30), "ledger.when_form", id="an hour without day"),
    ],
)
def test_what_is_no_moment_is_told(cell: Cell, code: str) -> None:
    assert fault(lambda: moment_of(cell)) == code


@pytest.mark.parametrize(
    ("cell", "unit", "grams"),
    [
        pytest.param(0.1824, "吨", 182_400, id="tonnes"),
        pytest.param("0.182400", "吨", 182_400, id="tonnes as text"),
        pytest.param(182.4, "千克", 182_400, id="kilograms"),
        pytest.param("182.4", "kg", 182_400, id="kg"),
        pytest.param("182.4", " KG ", 182_400, id="KG with blanks"),
        pytest.param(1, "", 1_000_000, id="no unit is tonnes"),
        pytest.param("182.4千克", "", 182_400, id="the unit in the cell"),
        pytest.param("182.4 kg", "吨", 182_400, id="the unit in the cell wins"),
        pytest.param("1,234.5", "千克", 1_234_500, id="with thousands"),
        pytest.param("１．５", "吨", 1_500_000, id="full-width"),
        pytest.param(0.1 + 0.2, "吨", 300_000, id="what a formula leaves"),
        pytest.param(0.000001, "吨", 1, id="one gram"),
        pytest.param("+0.5", "吨", None, id="a sign is no digit"),
    ],
)
def test_an_amount_is_exact_to_the_gram(cell: Cell, unit: Cell, grams: int | None) -> None:
    if grams is None:
        assert fault(lambda: grams_of(cell, unit)) == "ledger.amount_form"
    else:
        assert grams_of(cell, unit) == grams


@pytest.mark.parametrize(
    ("cell", "unit", "code"),
    [
        pytest.param("", "吨", "ledger.missing", id="empty"),
        pytest.param("很多", "吨", "ledger.amount_form", id="a word"),
        pytest.param("=1+1", "吨", "ledger.amount_form", id="a formula as text"),
        pytest.param(0, "吨", "ledger.amount_zero", id="nothing"),
        pytest.param(-0.5, "吨", "ledger.amount_zero", id="less than nothing"),
        pytest.param("0.0000001", "吨", "ledger.amount_fine", id="a tenth of a gram"),
        pytest.param(0.0000000004, "吨", "ledger.amount_zero", id="far less than a gram"),
        pytest.param("1000001", "吨", "ledger.amount_large", id="more than a district has"),
        pytest.param(float("inf"), "吨", "ledger.amount_zero", id="endless"),
        pytest.param(3, "立方米", "ledger.amount_unit", id="cubic metres"),
        pytest.param(3, "个", "ledger.amount_unit", id="pieces"),
        pytest.param(True, "吨", "ledger.amount_form", id="a truth"),
        pytest.param(date(2026, 11, 1), "吨", "ledger.amount_form", id="a date"),
    ],
)
def test_what_is_no_amount_is_told(cell: Cell, unit: Cell, code: str) -> None:
    assert fault(lambda: grams_of(cell, unit)) == code


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        pytest.param(9.13306e17, "ledger.code_number", id="a number cell"),
        pytest.param(913306041234567890, "ledger.code_number", id="an integer cell"),
        pytest.param("9.13306E+17", "ledger.code_scientific", id="scientific text"),
        pytest.param("9.13306e17", "ledger.code_scientific", id="scientific text without sign"),
        pytest.param("913306041234567000", "ledger.code_zeros", id="the last digits are zero"),
        pytest.param("9133060412345678", "ledger.credit_code", id="two short"),
        pytest.param("91330604MA2DEMQI1D", "ledger.credit_code", id="an I"),
        pytest.param("", "ledger.missing", id="empty"),
        pytest.param(date(2026, 11, 1), "ledger.code_became_date", id="a date"),
    ],
)
def test_a_credit_code_damaged_by_a_spreadsheet_is_told_as_that(cell: Cell, code: str) -> None:
    assert fault(lambda: credit_code_of(cell)) == code


def test_a_credit_code_is_read_through_blanks_and_case() -> None:
    assert credit_code_of(" 91330604 ma2demq01d ") == "91330604MA2DEMQ01D"
    assert credit_code_of("'91330604MA2DEMQ01D") == "91330604MA2DEMQ01D"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("HWCS20211031001", "HWCS20211031001"),
        (" hwcs 20211031 001", "HWCS20211031001"),
        ("HWCS202110310001", "HWCS202110310001"),
    ],
)
def test_a_batch_code_is_read(cell: Cell, expected: str) -> None:
    assert batch_of(cell, "HWCS") == expected


@pytest.mark.parametrize("cell", ["HWRK20211031001", "HWCS2021103101", "20211031001", 20211031001])
def test_a_batch_code_of_another_form_is_told_with_an_example(cell: Cell) -> None:
    assert fault(lambda: batch_of(cell, "HWCS")) == "ledger.batch_form"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        pytest.param("900-21-08", "catalog.bad_code", id="a digit short"),
        pytest.param("90021408", "catalog.bad_code_meant", id="no hyphens: the meant one is named"),
        pytest.param(90021408, "catalog.bad_code_meant", id="a number"),
        pytest.param("HW08", "catalog.bad_code", id="a category"),
    ],
)
def test_a_bad_waste_code_is_told_with_the_meant_one(cell: Cell, code: str) -> None:
    assert fault(lambda: waste_code_of(cell)) == code


@pytest.mark.parametrize(
    "text", ["HW08", "08", "8", "hw08 废矿物油", "HW08废矿物油与含矿物油废物", ""]
)
def test_a_category_in_any_spelling_fits_its_code(text: str) -> None:
    assert category_fault(text, "900-214-08") is None


def test_another_category_is_told_with_the_right_one() -> None:
    found = category_fault("HW49", "900-214-08")
    assert found is not None
    assert (found.code, found.params["right"]) == ("ledger.category", "HW08")


def test_codes_are_parted_however_they_are_written() -> None:
    assert codes_of("A-1、A-2, a-3；A-4\nA-1") == ("A-1", "A-2", "A-3", "A-4")


def test_counts_are_whole_and_may_carry_their_word() -> None:
    assert [count_of(c) for c in (3, 3.0, "3", "3个", "")] == [3, 3, 3, 3, None]
    assert fault(lambda: count_of("两")) == "ledger.count_form"
    assert fault(lambda: count_of(2.5)) == "ledger.count_form"


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("铁桶", "drum"),
        ("IBC吨桶", "ibc"),
        ("编织袋", "bag"),
        ("纸箱", "box"),
        ("储罐", "tank"),
        ("散装", "loose"),
        ("托盘", "other"),
    ],
)
def test_packaging_words_name_a_kind(word: str, kind: str) -> None:
    assert packaging_of(word) == kind


def test_text_loses_control_characters_and_keeps_the_rest() -> None:
    assert text_of(" a\x00b\tc\u200b ") == "a b c"
    assert text_of(12.0) == "12"


@given(st.integers(1, 10**12), st.integers(1, 200))
def test_parts_lose_no_gram_and_differ_by_one_at_most(grams: int, pieces: int) -> None:
    parts = even_parts(grams, pieces)
    assert sum(parts) == grams
    assert max(parts) - min(parts) <= 1


CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.text(),
    st.text("0123456789.-/:年月日EeHWCSRK吨kg ,、"),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(min_value=timedelta(days=-99999), max_value=timedelta(days=99999)),
)


@given(st.sampled_from(READ), st.data())
def test_no_cell_makes_a_row_fall_over(sheet: Sheet, data: st.DataObject) -> None:
    keys = [column.key for column in LAYOUTS[sheet]]
    cells = data.draw(st.dictionaries(st.sampled_from(keys), CELLS))
    row, faults = READERS[sheet](2, cells)
    assert row.kept()
    assert all(v.code.startswith(("ledger.", "catalog.")) for v in faults)
