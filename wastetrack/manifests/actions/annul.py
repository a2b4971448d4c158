"""Annuls a manifest on the road when nothing moved physically: both parties and the regulator (model.md §5)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.containers.transition import take_back
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import ReasonGiven
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.rules import consent_of_three
from wastetrack.manifests.transition import Desk, advance


def annul(work: Work, manifest_id: UUID, data: ReasonGiven) -> Manifest:
    """Each of the three says so with a reason; with the last the containers stand where they stood."""

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        given = sorted({*m.annul_consents, *(position.value for position in desk.held)})
        if given == sorted(m.annul_consents):
            raise refuse("manifests.already_said", reference=m.reference)
        desk.stays = not consent_of_three(given)
        if not desk.stays:
            for line in desk.loaded:
                take_back(
                    work,
                    desk.containers[line.container_id],
                    unit_id=m.consignor_unit_id,
                    site_id=m.consignor_site_id,
                    facility_id=line.from_facility_id,
                    at=work.now,
                )
            m.next_trip_id = m.next_carrier_unit_id = None
        m.annul_consents, m.void_reason = given, m.void_reason or data.reason
        return {"reason": data.reason, "given": given}

    return advance(work, manifest_id, Action.MANIFEST_ANNUL, data, effect, containers=True)
