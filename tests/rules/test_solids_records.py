"""What speaks against a record of general industrial waste."""

from dataclasses import replace
from datetime import date

import pytest

from wastetrack.solids.rules import COLUMNS, FORMS, record_faults
from wastetrack.solids.terms import RecordFact, Sheet, Way

TODAY = date(2026, 11, 24)
GOOD = RecordFact(
    sheet=Sheet.PRODUCED,
    code_known=True,
    on=TODAY,
    today=TODAY,
    grams=1000,
    way=None,
    facility="",
    facility_known=False,
    destination="",
    method="",
)
CASES = {
    "a usual record": (GOOD, []),
    "a code that the list has not": (replace(GOOD, code_known=False), ["solids.unknown_code"]),
    "tomorrow": (replace(GOOD, on=date(2026, 11, 25)), ["solids.in_the_future"]),
    "a facility nobody registered": (
        replace(GOOD, facility="MF9"),
        ["solids.unknown_facility"],
    ),
    "storage without a direction": (replace(GOOD, sheet=Sheet.STORED), ["solids.which_way"]),
    "storage with one": (replace(GOOD, sheet=Sheet.STORED, way=Way.IN), []),
    "shipped to nobody": (replace(GOOD, sheet=Sheet.SHIPPED), ["solids.no_receiver"]),
    "used in no way": (replace(GOOD, sheet=Sheet.TAKEN), ["solids.no_method"]),
    "disposed of in no way": (replace(GOOD, sheet=Sheet.DISPOSED), ["solids.no_method"]),
    "every fault is told": (
        replace(GOOD, sheet=Sheet.SHIPPED, code_known=False, on=date(2026, 12, 1)),
        ["solids.unknown_code", "solids.in_the_future", "solids.no_receiver"],
    ),
}


@pytest.mark.parametrize(("fact", "codes"), CASES.values(), ids=CASES)
def test_a_record(fact: RecordFact, codes: list[str]) -> None:
    assert [fault.code for fault in record_faults(fact)] == codes


@pytest.mark.parametrize("sheet", list(Sheet))
def test_every_column_that_a_person_fills_is_asked_for(sheet: Sheet) -> None:
    assert {column.key for column in COLUMNS[sheet]} - {"number"} == set(FORMS[sheet])
