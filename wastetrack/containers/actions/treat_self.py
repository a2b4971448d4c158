"""Decides whether a unit may record that it used or disposed of its own waste (HJ 1259 B.4)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.catalog.queries import code_values
from wastetrack.containers import transition
from wastetrack.containers.inputs import TreatSelf
from wastetrack.containers.model import Container
from wastetrack.containers.queries import lock_container, places, treatment_faults
from wastetrack.containers.rules import own_waste_faults, when_faults
from wastetrack.kernel.errors import Violation, check
from wastetrack.kernel.work import Work


def treat_self(work: Work, container_id: UUID, data: TreatSelf) -> Container:
    """Take grams out into the unit's own treatment facility."""
    c = lock_container(work, container_id)
    require(work.actor, Action.CONTAINER_TREAT_SELF, *places(c))
    at = data.at or work.now
    finished = data.finished_at or at
    found = own_waste_faults(c.held_as, "containers.not_own_waste")
    found += when_faults(at, work.now, "at")
    found += when_faults(finished, work.now, "finished_at")
    if finished < at:
        found.append(Violation("containers.finished_before_start", "finished_at"))
    found += treatment_faults(work, [c.holder_site_id], data.facility_id)
    if data.method not in {value.code for value in code_values(work, "method")}:
        found.append(Violation("containers.unknown_method", "method", {"input": data.method}))
    check(found)
    transition.treat_self(
        work,
        c,
        grams=data.grams or c.mass_g or 0,
        purpose=data.purpose,
        method=data.method,
        facility_id=data.facility_id,
        at=at,
        finished_at=finished,
    )
    return c
