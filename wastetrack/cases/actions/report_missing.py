"""Decides that a container reported missing is a case at once, so that the bureau knows of it."""

from uuid import UUID

from wastetrack.cases.actions.open import open_case
from wastetrack.cases.actions.settle import settle
from wastetrack.cases.model import Case
from wastetrack.cases.terms import CaseKind
from wastetrack.containers.actions.find import find
from wastetrack.containers.actions.miss import miss
from wastetrack.containers.inputs import FindContainer, MissContainer
from wastetrack.containers.model import Container
from wastetrack.containers.queries import place_name
from wastetrack.kernel.work import Work

MISSING_TITLE = "容器找不到"


def report_missing(work: Work, container_id: UUID, data: MissContainer) -> Case:
    """Report it missing and open the case: who holds it, where it stood last, what is known."""
    c = miss(work, container_id, data)
    holder, site = c.holder_unit_id or c.origin_unit_id, c.holder_site_id or c.origin_site_id
    made_elsewhere = c.origin_unit_id != holder
    place = place_name(work, c.facility_id, c.partition_id) if c.facility_id else ""
    return open_case(
        work,
        CaseKind.MISSING,
        site,
        holder,
        MISSING_TITLE,
        other_unit_id=c.origin_unit_id if made_elsewhere else None,
        other_site_id=c.origin_site_id if made_elsewhere else None,
        manifest_id=c.manifest_id,
        container_id=c.id,
        detail={"note": data.note, "place": place},
    )


def report_found(work: Work, container_id: UUID, data: FindContainer) -> Container:
    """Report it found; that fact ends the case."""
    c = find(work, container_id, data)
    settle(work, c.id, CaseKind.MISSING, fact="container.find", closing="容器已经找到")
    return c
