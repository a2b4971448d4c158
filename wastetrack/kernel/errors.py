"""The four ways an action says no; the doors translate each once (404, 403, 409, 422 or 429)."""

import dataclasses
import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Violation:
    """One fault: a stable code `room.reason`, the field it belongs to, and the sentence's values."""

    code: str
    field: str = ""
    params: dict[str, object] = dataclasses.field(default_factory=dict, hash=False)


class WorkError(Exception):
    """Base of the refusals that a door shows to a person."""


class Missing(WorkError):
    """There is no such thing in the actor's scope (404): existence is not given away."""


class Denied(WorkError):
    """In scope, but another role or party does this step (403, with who can)."""

    def __init__(self, action: str, who_can: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> None:
        super().__init__(action)
        self.action = action
        self.who_can = who_can


class Stale(WorkError):
    """Somebody changed it first (409): `changed` says what, as a sentence's code and values."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.changed = Violation(code, "", params)


class Refused(WorkError):
    """A rule says no (422), with all faults, not the first."""

    def __init__(self, violations: Iterable[Violation]) -> None:
        self.violations = tuple(violations)
        super().__init__(", ".join(v.code for v in self.violations))

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(v.code for v in self.violations)


class Wait(Refused):
    """Too many tries: the same again only after so long (429)."""

    def __init__(self, violations: Iterable[Violation], wait: timedelta) -> None:
        super().__init__(violations)
        self.wait = wait

    @property
    def seconds(self) -> int:
        """Whole seconds, never none: what Retry-After says."""
        return max(1, math.ceil(self.wait.total_seconds()))


def refuse(code: str, field_name: str = "", **params: object) -> Refused:
    """A refusal with a single fault, ready to raise."""
    return Refused([Violation(code, field_name, params)])


def check(violations: Iterable[Violation]) -> None:
    """Raise Refused when a rule found anything."""
    found = tuple(violations)
    if found:
        raise Refused(found)
