"""Every sentence people read, Chinese first and English complete: the look-ups over all files here.

A file `wastetrack/words/<room>.py` may hold EN (Chinese → English), REFUSALS and EVENTS
(code → both sentences) and LABELS (`enum_class.value` → both words).
"""

import pkgutil
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import cast

from wastetrack.kernel.errors import Violation
from wastetrack.words.filling import Filler

Pair = tuple[str, str]
ENGLISH = "en"
_ABOUT_FORM = frozenset({"string_pattern_mismatch", "string_too_short", "string_too_long"})


@cache
def modules() -> tuple[tuple[str, Mapping[str, object]], ...]:
    """Name and content of each file of words."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    return tuple((name, vars(import_module(f"{__name__}.{name}"))) for name in names)


@cache
def english() -> dict[str, str]:
    """Chinese text → English, over all files."""
    merged: dict[str, str] = {}
    for _, content in modules():
        merged |= cast("dict[str, str]", content.get("EN", {}))
    return merged


@cache
def pairs(table: str) -> dict[str, Pair]:
    """One of REFUSALS, EVENTS, LABELS, FIELD_ERRORS, PATTERN_HINTS over all files."""
    merged: dict[str, Pair] = {}
    for _, content in modules():
        for key, value in cast("dict[str, object]", content.get(table, {})).items():
            if isinstance(value, dict):  # LABELS: {"Content": {"sealed": both words}}
                merged |= {f"{_snake(key)}.{inner}": pair for inner, pair in value.items()}
            else:
                merged[key] = cast("Pair", value)
    return merged


def msg(text: str) -> str:
    """Marks a text that is said later, so that the house test asks for its English."""
    return text


def say(lang: str, text: str, /, **params: object) -> str:
    """The text in the reader's language; Chinese stands in where English is missing."""
    if lang == ENGLISH:
        text = english().get(text, text)
    return fill(lang, text, params) if params else text


def label(lang: str, member: object, group: str = "") -> str:
    """The word for an enum member (a state, a role, a kind), or for its value and group.

    A value that no LABELS has is said as a text of its own.
    """
    named = group or _snake(type(member).__name__)
    found = pairs("LABELS").get(f"{named}.{member}")
    return say(lang, str(member)) if found is None else found[lang == ENGLISH]


def refusal(lang: str, code: str, /, **params: object) -> str:
    """The sentence of a refusal code: what is wrong and what to do."""
    found = pairs("REFUSALS").get(code, pairs("REFUSALS")["any.refused"])
    return fill(lang, found[lang == ENGLISH], {"code": code} | params)


def sentence(lang: str, violation: Violation) -> str:
    """The sentence of one fault."""
    return refusal(lang, violation.code, **violation.params)


def event_sentence(lang: str, kind: str, params: Mapping[str, object]) -> str:
    """The timeline sentence of an event kind."""
    found = pairs("EVENTS").get(kind)
    return kind if found is None else fill(lang, found[lang == ENGLISH], params)


def field_sentence(
    lang: str, kind: str, name: str, given: object, context: Mapping[str, object] | None = None
) -> str:
    """The sentence beside a field, from a pydantic error: its type, field, input and ctx.

    A validator may raise ValueError("room.reason"); then that refusal's sentence stands there.
    """
    known = dict(context or {})
    fault = str(known.pop("error", ""))
    if kind in {"value_error", "assertion_error"} and fault in pairs("REFUSALS"):
        return refusal(lang, fault, input=given)
    if given is None or not str(given).strip():
        kind = "missing"
    if isinstance(given, str) and kind in {"too_short", "too_long"}:
        kind = f"string_{kind}"  # a limit beside a validator speaks of items, whatever it counts
    hints, errors = pairs("PATTERN_HINTS"), pairs("FIELD_ERRORS")
    if kind in _ABOUT_FORM and name in hints:
        found = hints[name]
    else:
        found = errors.get(kind, errors["value_error"])
    return fill(lang, found[lang == ENGLISH], {"input": given} | known)


def choices(lang: str, kind: type[StrEnum]) -> list[tuple[str, str]]:
    """Value and word of every member, for a select."""
    return [(member.value, label(lang, member)) for member in kind]


def who_can(lang: str, position: str, roles: Iterable[str]) -> str:
    """Who does this step: the position (or kind of unit) and its roles in words; empty for the system."""
    both = pairs("LABELS")
    where = both.get(f"position.{position}") or both.get(f"unit_kind.{position}")
    if where is None or position == "system":
        return ""
    named = [both[f"role.{role}"][lang == ENGLISH] for role in roles if f"role.{role}" in both]
    form = (
        "{where}" if not named else "{where} ({named})" if lang == ENGLISH else "{where}（{named}）"
    )
    return fill(lang, form, {"where": where[lang == ENGLISH], "named": named})


def fill(lang: str, text: str, params: Mapping[str, object]) -> str:
    """Put the values into a sentence; a value that is missing becomes a dash, never a fault."""
    return _filler(lang).fill(text, params)


@cache
def _filler(lang: str) -> Filler:
    joint = ", " if lang == ENGLISH else "、"
    return Filler(joint, lambda member, group: label(lang, member, group))


def _snake(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")
