"""What is shown of cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from wastetrack.audit.model import Event
from wastetrack.cases.model import Case


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One row of the list."""

    case: Case
    site_name: str
    unit_name: str
    other_name: str


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case with the names around it and what happened since it was opened."""

    case: Case
    site_name: str
    names: dict[UUID, str]
    reference: str
    code: str
    facts: Sequence[Event]
    waiting: tuple[str, ...]
    may_answer: bool
    may_close: bool
