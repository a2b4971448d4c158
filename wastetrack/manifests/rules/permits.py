"""Decides whether the receiver may take it: permit, yearly scale, cross-province approval, room.

部令23 §§10, 12(4), 27; permit rules: scope, mode, scale and validity (model.md §6).
"""

from wastetrack.agreements.rules import approval_covers
from wastetrack.agreements.terms import ReceiverKind, TransferType
from wastetrack.kernel.errors import Violation
from wastetrack.manifests.terms import Facts
from wastetrack.parties.rules import licence_covers
from wastetrack.parties.terms import PERMITS, LicenceFacts, LicenceKind, Mode, UnitState


def _wanted(facts: Facts, code: str, licence: LicenceFacts) -> Mode | None:
    """The way the plan sends this code, as far as this kind of permit can answer it."""
    if licence.kind in {LicenceKind.PILOT, LicenceKind.COLLECTION}:
        return Mode.COLLECT
    method = facts.plan.methods.get(code, "") if facts.plan else ""
    if method.startswith("R"):
        return Mode.USE
    return Mode.DISPOSE if method.startswith("D") else None


def _candidates(facts: Facts) -> list[LicenceFacts]:
    exempt = facts.receiver_kind is ReceiverKind.EXEMPT
    kinds = {LicenceKind.EXEMPT} if exempt else PERMITS
    here = {None, facts.receiver_site_id}
    return [li for li in facts.licences if li.kind in kinds and li.site_id in here]


def _unjudged(facts: Facts) -> bool:
    """A receiver abroad or outside the district has no licence on record here."""
    outside = facts.receiver_state is UnitState.OUTSIDE and not facts.licences
    return outside or facts.receiver_kind is ReceiverKind.ABROAD


def licence_faults(facts: Facts) -> list[Violation]:
    if _unjudged(facts):
        return []
    held = _candidates(facts)
    found: list[Violation] = []
    for code in sorted(facts.asked):
        judged = [licence_covers(li, code, _wanted(facts, code, li), facts.day) for li in held]
        none = [Violation("manifests.no_licence", "receiver_site_id", {"waste_code": code})]
        nearest: list[Violation] = min(judged, key=len, default=none)
        found.extend(nearest)
    return list(dict.fromkeys(found))


def licence_for(facts: Facts) -> LicenceFacts | None:
    """The permit under which it is taken: the first that covers code, mode and site, else the first."""
    held = _candidates(facts)

    def covers(licence: LicenceFacts) -> bool:
        return not any(
            licence_covers(licence, c, _wanted(facts, c, licence), facts.day) for c in facts.asked
        )

    return next((li for li in held if covers(li)), held[0] if held else None)


def scale_faults(facts: Facts) -> list[Violation]:
    licence = None if _unjudged(facts) else licence_for(facts)
    if licence is None or licence.annual_scale_g is None:
        return []
    asked = sum(facts.asked.values())
    left = licence.annual_scale_g - facts.accepted_g - facts.under_way_g
    if asked <= left:
        return []
    params: dict[str, object] = {
        "number": licence.number,
        "scale": licence.annual_scale_g,
        "accepted": facts.accepted_g,
        "under_way": facts.under_way_g,
        "asked": asked,
        "over": asked - left,
    }
    return [Violation("manifests.over_scale", "receiver_site_id", params)]


def approval_faults(facts: Facts) -> list[Violation]:
    kind = facts.transfer_type
    if (kind is TransferType.ABROAD) != (facts.receiver_kind is ReceiverKind.ABROAD):
        return [Violation("manifests.abroad_both", "transfer_type")]
    same = facts.consignor_province == facts.receiver_province
    if kind is TransferType.PROVINCE:
        return [] if same else [Violation("manifests.cross_province", "transfer_type")]
    if kind is TransferType.CROSS and same:
        return [Violation("manifests.same_province", "transfer_type")]
    found: list[Violation] = []
    for code, grams in sorted(facts.asked.items()):
        approval = facts.approvals.get(code)
        if approval is None:
            found.append(Violation("manifests.no_approval", "approval_id", {"waste_code": code}))
            continue
        found.extend(
            approval_covers(
                number=approval.number,
                approved_g=approval.approved_g,
                used_g=approval.used_g,
                asked_g=grams,
                code=code,
            )
        )
    return found


def capacity_faults(facts: Facts) -> list[Violation]:
    room = facts.room
    if room is None:
        return []
    found: list[Violation] = []
    asked = sum(facts.asked.values())
    if room.capacity_g is not None and room.mass_g + room.promised_g + asked > room.capacity_g:
        params: dict[str, object] = {
            "capacity": room.capacity_g,
            "there": room.mass_g,
            "promised": room.promised_g,
            "asked": asked,
        }
        found.append(Violation("manifests.no_room", "", params))
    if room.codes:
        found.extend(
            Violation("manifests.not_in_profile", "", {"waste_code": code})
            for code in sorted(facts.asked)
            if code not in room.codes
        )
    return found
