"""Whom a consent lets act, and what a cross-province approval allows."""

from datetime import date

import pytest

from wastetrack.agreements.rules import (
    approval_covers,
    approval_terms,
    consent_covers,
    consent_terms,
)
from wastetrack.agreements.terms import ConsentFacts, ConsentScope

TODAY = date(2026, 11, 24)
MANIFEST = ConsentScope.MANIFEST


def given(**over: object) -> ConsentFacts:
    values: dict[str, object] = {
        "scope": ("manifest",),
        "given_on": date(2026, 11, 20),
        "valid_to": date(2026, 12, 20),
        **over,
    }
    return ConsentFacts(**values)  # type: ignore[arg-type]  # a table of cases


@pytest.mark.parametrize(
    ("consent", "scope", "on", "found"),
    [
        pytest.param(given(), MANIFEST, TODAY, [], id="inside scope and dates: allowed"),
        pytest.param(given(), MANIFEST, date(2026, 11, 20), [], id="the day it was given: allowed"),
        pytest.param(given(), MANIFEST, date(2026, 12, 20), [], id="its last day: allowed"),
        pytest.param(given(), MANIFEST, date(2026, 12, 21), ["consent_dates"], id="a day late"),
        pytest.param(given(), MANIFEST, date(2026, 11, 19), ["consent_dates"], id="a day early"),
        pytest.param(given(), ConsentScope.PLAN, TODAY, ["consent_scope"], id="another matter"),
        pytest.param(given(ended=True), MANIFEST, TODAY, ["consent_ended"], id="withdrawn"),
        pytest.param(None, MANIFEST, TODAY, ["no_consent"], id="never given"),
    ],
)
def test_what_a_consent_covers(
    consent: ConsentFacts | None, scope: ConsentScope, on: date, found: list[str]
) -> None:
    faults = consent_covers(consent, scope, on)
    assert [fault.code.removeprefix("agreements.") for fault in faults] == found


def test_a_consent_needs_another_unit_a_matter_and_a_day_ahead() -> None:
    faults = consent_terms(same_party=True, scope=[], valid_to=date(2026, 1, 1), today=TODAY)
    assert [fault.code for fault in faults] == [
        "agreements.same_party",
        "agreements.scope_missing",
        "agreements.consent_past",
    ]


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "found"),
    [
        pytest.param(date(2026, 3, 1), date(2027, 3, 1), [], id="twelve months: allowed"),
        pytest.param(date(2026, 3, 1), date(2027, 3, 2), ["approval_long"], id="a day more"),
        pytest.param(date(2028, 2, 29), date(2029, 2, 28), [], id="from 29 February"),
        pytest.param(date(2026, 3, 1), date(2026, 2, 1), ["dates_reversed"], id="reversed"),
    ],
)
def test_how_long_an_approval_lasts(valid_from: date, valid_to: date, found: list[str]) -> None:
    faults = approval_terms(same_party=False, valid_from=valid_from, valid_to=valid_to)
    assert [fault.code.removeprefix("agreements.") for fault in faults] == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param(400, [], id="exactly what is left: allowed"),
        pytest.param(401, ["agreements.approval_over"], id="one gram more: refused"),
    ],
)
def test_the_mass_of_an_approval(asked: int, found: list[str]) -> None:
    faults = approval_covers(
        number="P-1", approved_g=1000, used_g=600, asked_g=asked, code="900-214-08"
    )
    assert [fault.code for fault in faults] == found
