"""Rules of units: code check (GB 32100-2015), kinds, who starts at once, class (HJ 1259-2022 §4.2)."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from pypinyin import Style, lazy_pinyin

from wastetrack.kernel.errors import Violation
from wastetrack.parties.terms import (
    Band,
    ClassFacts,
    ManagementClass,
    UnitKind,
    UnitState,
)

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_SEARCH_LIMIT = 300
# open to everybody, also before the templates of the trades are loaded
OTHER_INDUSTRY = "其他"
_COUNTY_DIGITS = 6
_PROFESSIONALS = frozenset({UnitKind.COLLECTOR, UnitKind.CARRIER, UnitKind.DISPOSER})


def check_character(body: str) -> str:
    """The 18th character of a credit code from its first 17."""
    total = sum(_ALPHABET.index(c) * w for c, w in zip(body, _WEIGHTS, strict=True))
    return _ALPHABET[(31 - total % 31) % 31]


def code_faults(code: str, reason: str | None) -> list[Violation]:
    """Some real codes fail the check, so it warns and lets a person go on with a reason."""
    if reason or check_character(code[:17]) == code[17]:
        return []
    return [Violation("parties.code_checksum", "credit_code", {"credit_code": code})]


def kind_faults(kinds: Sequence[UnitKind]) -> list[Violation]:
    """An authority supervises; it cannot be one of those it supervises."""
    if UnitKind.AUTHORITY in kinds and len(set(kinds)) > 1:
        return [Violation("parties.authority_alone", "kinds")]
    return []


def starts_as(kinds: Iterable[UnitKind], expected: Band) -> UnitState:
    """Small plain producers start at once; the rest waits for the bureau (model.md §6)."""
    held = set(kinds)
    waits = (
        UnitKind.AUTHORITY in held or bool(held & _PROFESSIONALS) or expected is not Band.UNDER_10
    )
    return UnitState.PENDING if waits else UnitState.ACTIVE


def may_file(state: UnitState) -> list[Violation]:
    """Filing needs an approved unit; a party outside the district files in its own system."""
    if state is UnitState.PENDING:
        return [Violation("parties.waits")]
    if state is UnitState.REJECTED:
        return [Violation("parties.rejected")]
    return []


def may_open(state: UnitState) -> list[Violation]:
    """A rejected unit opens no new container; what it holds may still move."""
    return [Violation("parties.rejected_no_new")] if state is UnitState.REJECTED else []


def annual_quantity(by_year: Mapping[int, int], this_year: int, estimate_g: int) -> int:
    """Yearly mass that counts for the class (§4.2.3), from grams by finished year.

    The largest of the last three years there are; without any of them (new, or idle for longer)
    the figure of the environmental assessment or permit.
    """
    recent = [by_year[y] for y in range(this_year - 3, this_year) if y in by_year]
    return max(recent, default=estimate_g)


def class_of(facts: ClassFacts) -> ManagementClass:
    """Key from 100 t, or with own treatment or a permit; simple from 10 t; else registered."""
    if facts.permit or facts.own_treatment or facts.annual_g >= Band.OVER_100.grams:
        return ManagementClass.KEY
    if facts.annual_g >= Band.UNDER_100.grams:
        return ManagementClass.SIMPLE
    return ManagementClass.REGISTERED


def town_faults(code: str, names: Mapping[str, str]) -> list[Violation]:
    """A nine-digit town must be one of the district's; six digits name a county elsewhere."""
    if len(code) == _COUNTY_DIGITS or code in names:
        return []
    return [Violation("parties.unknown_town", "division_code", {"input": code})]


def search_text(name: str, code: str) -> str:
    """What a unit is found by: name, credit code, pinyin initials and full pinyin."""
    initials = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
    full = "".join(lazy_pinyin(name))
    return f"{name} {code} {initials} {full}".lower()[:_SEARCH_LIMIT]


def industry_faults(industry: str, known: Collection[str]) -> list[Violation]:
    """A trade is one of the list: its template and every sum by trade depend on it."""
    if industry == OTHER_INDUSTRY or industry in known:
        return []
    return [Violation("parties.unknown_industry", "industry", {"input": industry})]
