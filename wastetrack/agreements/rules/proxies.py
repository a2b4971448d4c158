"""Decides whom a consent lets act and what a cross-province approval allows (HJ 1259 §7.1.3, 部令23 §27)."""

from collections.abc import Sequence
from datetime import date

from wastetrack.agreements.terms import ConsentFacts, ConsentScope
from wastetrack.kernel.errors import Violation

_FEBRUARY_29 = (2, 29)


def consent_terms(
    *, same_party: bool, scope: Sequence[str], valid_to: date, today: date
) -> list[Violation]:
    """Faults in a consent about to be given."""
    found: list[Violation] = []
    if same_party:
        found.append(Violation("agreements.same_party", "proxy_unit_id"))
    if not scope:
        found.append(Violation("agreements.scope_missing", "scope"))
    if valid_to < today:
        found.append(Violation("agreements.consent_past", "valid_to", {"today": today}))
    return found


def consent_covers(consent: ConsentFacts | None, scope: ConsentScope, on: date) -> list[Violation]:
    """Faults when a proxy acts under this consent on that day (HJ 1259 §7.1.3)."""
    if consent is None:
        return [Violation("agreements.no_consent", "consent_id")]
    if consent.ended:
        return [Violation("agreements.consent_ended", "consent_id")]
    if not consent.given_on <= on <= consent.valid_to:
        return [
            Violation(
                "agreements.consent_dates",
                "consent_id",
                {"given_on": consent.given_on, "valid_to": consent.valid_to},
            )
        ]
    if scope not in consent.scope:
        return [Violation("agreements.consent_scope", "consent_id")]
    return []


def approval_terms(*, same_party: bool, valid_from: date, valid_to: date) -> list[Violation]:
    """Faults in a cross-province approval: twelve months at most (部令23 §27)."""
    found: list[Violation] = []
    if same_party:
        found.append(Violation("agreements.same_party", "receiver_unit_id"))
    if valid_to < valid_from:
        found.append(Violation("agreements.dates_reversed", "valid_to", {"valid_from": valid_from}))
    last = _a_year_on(valid_from)
    if valid_to > last:
        found.append(Violation("agreements.approval_long", "valid_to", {"last": last}))
    return found


def approval_covers(
    *, number: str, approved_g: int, used_g: int, asked_g: int, code: str
) -> list[Violation]:
    """Faults when these grams are to cross the province under the approval (部令23 §28)."""
    left = approved_g - used_g
    if asked_g <= left:
        return []
    facts: dict[str, object] = {
        "number": number,
        "code": code,
        "left": max(left, 0),
        "asked": asked_g,
    }
    return [Violation("agreements.approval_over", "approval_id", facts)]


def _a_year_on(day: date) -> date:
    if (day.month, day.day) == _FEBRUARY_29:
        return date(day.year + 1, 2, 28)
    return day.replace(year=day.year + 1)
