"""Rules of licences: in force, scope, mode, scale, particulars that fit the kind (部令23 §10)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from wastetrack.kernel.errors import Violation
from wastetrack.parties.terms import (
    EXTENDABLE,
    DocumentState,
    LicenceFacts,
    LicenceKind,
    Mode,
)

# a chip on a list, not a duty: the duty to renew is the law basis LIC
SOON = timedelta(days=60)
_MODES_OF = {
    LicenceKind.COMPREHENSIVE: frozenset(Mode),
    LicenceKind.COLLECTION: frozenset({Mode.COLLECT, Mode.STORE}),
    LicenceKind.PILOT: frozenset({Mode.COLLECT, Mode.STORE}),
    LicenceKind.EXEMPT: frozenset({Mode.USE, Mode.DISPOSE}),
    LicenceKind.TRANSPORT: frozenset[Mode](),
}


def in_scope(codes: Iterable[str], code: str) -> bool:
    """Whether a scope names the code or its whole category (HW08)."""
    return any(item in {code, f"HW{code[-2:]}"} for item in codes)


def document_state(valid_to: date, on: date, ended_on: date | None = None) -> DocumentState:
    """How a document stands on a day; its last day still counts."""
    if ended_on is not None and ended_on <= on:
        return DocumentState.ENDED
    if valid_to < on:
        return DocumentState.EXPIRED
    return DocumentState.SOON if valid_to - on <= SOON else DocumentState.VALID


def licence_in_force(licence: LicenceFacts, on: date) -> list[Violation]:
    """Whether the licence is checked and holds on the day, whatever its scope."""
    params: dict[str, object] = {"number": licence.number, "on": on.isoformat()}
    if not licence.checked:
        return [Violation("parties.licence_unchecked", "", params)]
    if licence.ended_on is not None and licence.ended_on <= on:
        return [Violation("parties.licence_ended", "", params | {"end": str(licence.ended_on)})]
    if on < licence.valid_from:
        return [
            Violation("parties.licence_not_yet", "", params | {"start": str(licence.valid_from)})
        ]
    if licence.valid_to < on:
        return [Violation("parties.licence_expired", "", params | {"end": str(licence.valid_to)})]
    return []


def licence_covers(
    licence: LicenceFacts, code: str, mode: Mode | None, on: date
) -> list[Violation]:
    """All reasons why this licence does not let its holder take this code that way on that day.

    `mode` None asks about scope and validity only. A transport licence has no waste scope.
    """
    found = licence_in_force(licence, on)
    params: dict[str, object] = {"number": licence.number, "waste_code": code}
    if licence.kind is LicenceKind.TRANSPORT:
        if mode is not None:
            found.append(Violation("parties.licence_kind", "", params))
        return found
    if not in_scope(licence.codes, code):
        found.append(Violation("parties.licence_scope", "", params))
    if mode is not None and mode not in licence.modes:
        found.append(Violation("parties.licence_mode", "", params | {"mode": mode.value}))
    return found


def any_covers(
    licences: Iterable[LicenceFacts], code: str, mode: Mode | None, on: date
) -> list[Violation]:
    """Nothing when one licence covers it; else the faults of the one that comes nearest."""
    faults = [
        licence_covers(licence, code, mode, on)
        for licence in licences
        if licence.kind is not LicenceKind.TRANSPORT
    ]
    if not faults:
        return [Violation("parties.licence_none", "", {"waste_code": code})]
    return min(faults, key=len)


def transport_covers(licences: Iterable[LicenceFacts], on: date) -> list[Violation]:
    """A carrier needs a transport licence in force."""
    faults = [licence_in_force(li, on) for li in licences if li.kind is LicenceKind.TRANSPORT]
    return min(faults, key=len) if faults else [Violation("parties.transport_none")]


def scale_left(scale_g: int | None, accepted_g: int, under_way_g: int) -> int | None:
    """Grams left of the yearly scale; None: no scale was set."""
    return None if scale_g is None else scale_g - accepted_g - under_way_g


def licence_faults(
    kind: LicenceKind, modes: Sequence[Mode], codes: Sequence[str], valid: tuple[date, date]
) -> list[Violation]:
    """Whether the particulars of a licence fit its kind."""
    found: list[Violation] = []
    if valid[1] < valid[0]:
        found.append(Violation("parties.validity_reversed", "valid_to"))
    wrong = [mode.value for mode in modes if mode not in _MODES_OF[kind]]
    if wrong:
        found.append(Violation("parties.mode_not_of_kind", "modes", {"modes": wrong}))
    if kind is not LicenceKind.TRANSPORT:
        if not codes:
            found.append(Violation("parties.scope_missing", "codes"))
        if not modes:
            found.append(Violation("parties.modes_missing", "modes"))
    return found


def document_faults(file_sha256: str | None) -> list[Violation]:
    """The bureau checks a licence against its document, so it cannot be entered without one."""
    if file_sha256 is not None:
        return []
    return [Violation("parties.licence_without_document", "file_sha256")]


def extension_faults(
    licence: LicenceFacts, until: date, file_sha256: str | None, today: date
) -> list[Violation]:
    """Whether a longer storage time can be entered: it moves a legal limit (Code §535(3))."""
    params: dict[str, object] = {"number": licence.number}
    if licence.kind not in EXTENDABLE:
        return [Violation("parties.extension_not_of_kind", "", params)]
    found = licence_in_force(licence, today)
    if until <= today:
        found.append(Violation("parties.extension_past", "storage_extended_to"))
    if file_sha256 is None:
        found.append(Violation("parties.extension_without_document", "extension_sha256"))
    return found


def outside_licence_faults(
    kind: LicenceKind | None, number: str, dates: tuple[date, date] | None
) -> list[Violation]:
    """A permit that is named at all needs its number and both dates."""
    if kind is None:
        return []
    found = [] if number else [Violation("parties.licence_number_missing", "licence_number")]
    if dates is None:
        found.append(Violation("parties.licence_dates_missing", "licence_to"))
    elif dates[1] < dates[0]:
        found.append(Violation("parties.validity_reversed", "licence_to"))
    return found


def unknown_codes(codes: Iterable[str], known: Iterable[str], field: str) -> list[Violation]:
    """Codes and categories that the catalogue does not have; 900-000-×× comes by identification."""
    listed = set(known)
    listed |= {f"HW{code[-2:]}" for code in listed}
    return [
        Violation("parties.unknown_waste", field, {"input": code})
        for code in codes
        if code not in listed and not code.startswith("900-000-")
    ]
