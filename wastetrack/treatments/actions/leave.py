"""Registers new waste that a treatment left: the disposer is its producer (model.md §3)."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.containers.actions.open import open_container
from wastetrack.containers.inputs import OpenContainer
from wastetrack.containers.model import Container
from wastetrack.kernel.work import Work
from wastetrack.treatments.inputs import LeaveResidue
from wastetrack.treatments.model import Residue, Treatment
from wastetrack.treatments.queries import get_treatment


def leave_residue(work: Work, treatment_id: UUID, data: LeaveResidue) -> Container:
    """Ash, slag or sludge of one treatment: a sealed container of the disposer's own waste."""
    row = get_treatment(work, treatment_id)
    require(work.actor, Action.TREATMENT_RECORD, Place(Position.OWN, row.unit_id, row.site_id))
    return add_residue(work, row, data)


def add_residue(work: Work, row: Treatment, data: LeaveResidue) -> Container:
    """Open the container at the time of the treatment and link both in the trail."""
    container = open_container(
        work,
        OpenContainer(
            site_id=row.site_id,
            stream_id=data.stream_id,
            mass_g=data.grams,
            facility_id=data.facility_id,
            first_waste_at=row.treated_at,
            sealed_at=work.now,
        ),
    )
    # the link names both rows, so they are stored first
    work.session.flush()
    work.session.add(Residue(treatment_id=row.id, container_id=container.id))
    record(
        work,
        "treatment.leave",
        row,
        container_id=container.id,
        site_id=row.site_id,
        grams=data.grams,
        waste_name=container.waste_name,
        waste_code=container.waste_code,
        code=container.human_code,
    )
    return container
