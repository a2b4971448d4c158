"""What a correction would change in a container, and what speaks against it."""

from wastetrack.catalog.queries import find_waste
from wastetrack.catalog.rules import edition_on
from wastetrack.containers.inputs import CorrectContainer
from wastetrack.containers.model import Container
from wastetrack.containers.rules import correction_faults, own_waste_faults, when_faults
from wastetrack.containers.terms import Content
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Violation
from wastetrack.kernel.work import Work

_ASIDE = {"reason", "document", "file_sha256"}


def changes_of(c: Container, data: CorrectContainer) -> dict[str, object]:
    """The entries that would differ from what stands."""
    given = data.model_dump(exclude_none=True, exclude=_ASIDE)
    return {name: value for name, value in given.items() if getattr(c, name) != value}


def correction_of(
    work: Work, c: Container, data: CorrectContainer
) -> tuple[dict[str, object], list[Violation]]:
    """Columns to set, with what follows for edition, properties and clock; and the faults.

    Code and date of first waste can be corrected while its producer still holds it.
    """
    changes = changes_of(c, data)
    found = correction_faults(changes, sealed=c.content is Content.SEALED)
    began = data.first_waste_at or c.first_waste_at or c.created_at
    if {"waste_code", "first_waste_at"} & changes.keys():
        found += own_waste_faults(c.held_as, "containers.recode_received")
        code = str(changes.get("waste_code", c.waste_code))
        # the catalogue in force at the first waste gives edition and properties of the code
        edition = edition_on(local_day(began))
        fact = find_waste(work, code, edition)
        if fact is None:
            params: dict[str, object] = {"waste_code": code, "edition": edition.value}
            found.append(Violation("containers.waste_unknown", "waste_code", params))
        else:
            changes["edition"] = edition.value
            if code != c.waste_code or fact.hazards:
                changes["hazards"] = fact.hazards
    if "first_waste_at" in changes:
        found += when_faults(began, work.now, "first_waste_at")
        changes["oldest_waste_at"] = changes["held_since"] = began
    return changes, found
