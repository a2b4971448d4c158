"""Plain facts of the reports room."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One figure of the closed-loop check; `broken` names the first row that breaks it."""

    name: str
    figure: int
    broken: str | None = None
