"""Decides which entries of a container may be corrected, and what follows for its codes and clock."""

from datetime import datetime
from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.catalog.queries import find_waste
from wastetrack.catalog.rules import edition_on
from wastetrack.containers import transition
from wastetrack.containers.inputs import CorrectContainer
from wastetrack.containers.model import Container
from wastetrack.containers.queries import lock_container, places
from wastetrack.containers.rules import correction_faults, own_waste_faults, when_faults
from wastetrack.containers.terms import Content
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Violation, check
from wastetrack.kernel.work import Work

ASIDE = {"reason", "document"}


def correct(work: Work, container_id: UUID, data: CorrectContainer) -> Container:
    """Set right what was entered wrongly; the old label is void, before and after stay in the trail.

    Code and date of first waste can be corrected while its producer still holds it, and give a new
    digital id; a later date needs evidence, since it gives the clock more time.
    """
    c = lock_container(work, container_id)
    require(work.actor, Action.CONTAINER_CORRECT, *places(c))
    given = data.model_dump(exclude_none=True, exclude=ASIDE)
    changes = {name: value for name, value in given.items() if getattr(c, name) != value}
    found = correction_faults(
        changes,
        sealed=c.content is Content.SEALED,
        later=data.first_waste_at is not None
        and c.first_waste_at is not None
        and data.first_waste_at > c.first_waste_at,
        document=data.document,
    )
    recoded = bool({"waste_code", "first_waste_at"} & changes.keys())
    if recoded:
        found += own_waste_faults(c.held_as, "containers.recode_received")
    began = data.first_waste_at or c.first_waste_at or c.created_at
    found += when_faults(began, work.now, "first_waste_at") if "first_waste_at" in changes else []
    code = str(changes.get("waste_code", c.waste_code))
    if recoded:
        found += _recode(work, c, changes, code, began)
    check(found)
    if "first_waste_at" in changes:
        changes["oldest_waste_at"] = changes["held_since"] = began
    new_id = None
    if recoded and c.digital_id is not None:
        new_id = transition.next_digital_id(work, c.digital_id[:18], code, local_day(began))
    transition.correct(
        work,
        c,
        changes,
        digital_id=new_id,
        reason=data.reason,
        document=data.document or None,
    )
    return c


def _recode(
    work: Work, c: Container, changes: dict[str, object], code: str, began: datetime
) -> list[Violation]:
    """The catalogue in force at the first waste gives edition and properties of the code."""
    edition = edition_on(local_day(began))
    fact = find_waste(work, code, edition)
    if fact is None:
        params: dict[str, object] = {"waste_code": code, "edition": edition.value}
        return [Violation("containers.waste_unknown", "waste_code", params)]
    changes["edition"] = edition.value
    if code != c.waste_code or fact.hazards:
        changes["hazards"] = fact.hazards
    return []
