"""Decides what is put before an officer instead of being done: a proposal with reason and file."""

from wastetrack.audit.trail import record
from wastetrack.containers import transition
from wastetrack.containers.inputs import CorrectContainer, IdentifyContainer, VoidContainer
from wastetrack.containers.machine import obstacles
from wastetrack.containers.model import Amendment, Container
from wastetrack.containers.queries import waiting_amendment
from wastetrack.containers.rules import proposal_faults
from wastetrack.containers.terms import AmendmentKind, AmendmentState
from wastetrack.kernel.errors import Violation, check
from wastetrack.kernel.work import Work

Asked = CorrectContainer | IdentifyContainer | VoidContainer


def propose(
    work: Work, c: Container, kind: AmendmentKind, data: Asked, faults: list[Violation]
) -> Amendment:
    """Ask; the container stays as it is, with its clock and its alert, until an officer agrees.

    The caller has locked the container and asked the policy for the act itself; `faults` are those
    it found, said together with what a proposal lacks.
    """
    work.session.flush()
    waiting = waiting_amendment(work, c.id) is not None
    faults += obstacles(kind.value, transition.standing(c), c.human_code)
    check(faults + proposal_faults(file=data.file_sha256, waiting=waiting))
    row = Amendment(
        id=work.new_id(),
        created_at=work.now,
        container_id=c.id,
        unit_id=c.holder_unit_id or c.origin_unit_id,
        site_id=c.holder_site_id or c.origin_site_id,
        kind=kind,
        state=AmendmentState.WAITING,
        asked=data.model_dump(mode="json", exclude_defaults=True, exclude={"file_sha256"}),
        file_sha256=data.file_sha256 or "",
    )
    record(
        work,
        "amendment.propose",
        row,
        container_id=c.id,
        site_id=row.site_id,
        amendment_kind=kind,
        container=c.human_code,
    )
    return row
