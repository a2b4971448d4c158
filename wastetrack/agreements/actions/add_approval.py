"""Records a cross-province approval as it was granted (部令23 §27); its application is made elsewhere."""

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.agreements.inputs import ApprovalTerms
from wastetrack.agreements.model import Approval
from wastetrack.agreements.queries import find_approval_number, named_units, unknown_codes
from wastetrack.agreements.rules import approval_terms
from wastetrack.audit.trail import record
from wastetrack.kernel.errors import Violation, check
from wastetrack.kernel.work import Work


def add_approval(work: Work, data: ApprovalTerms) -> Approval:
    """Record number, code, mass, receiver and validity of the approval."""
    require(work.actor, Action.APPROVAL_ADD, Place(Position.OWN, data.unit_id))
    units = named_units(work, data.unit_id, data.receiver_unit_id)
    faults = approval_terms(
        same_party=data.unit_id == data.receiver_unit_id,
        valid_from=data.valid_from,
        valid_to=data.valid_to,
    )
    faults += unknown_codes(work, [data.waste_code], "waste_code")
    if find_approval_number(work, data.number) is not None:
        faults.append(
            Violation("agreements.approval_number_taken", "number", {"number": data.number})
        )
    check(faults)
    approval = Approval(id=work.new_id(), created_at=work.now, **data.model_dump())
    record(
        work,
        "approval.add",
        approval,
        grams=data.approved_g,
        receiver_name=units[data.receiver_unit_id].name,
    )
    return approval
