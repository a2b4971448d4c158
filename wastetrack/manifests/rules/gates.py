"""Decides what opens the gates of filing, consent and loading: one rule per need, all faults told.

部令23 §§9–14, 27; model.md §6: a gate stops a paper, never a fact.
"""

from collections.abc import Callable, Iterable

from wastetrack.agreements.rules import (
    choose_contract,
    consent_covers,
    plan_covers,
)
from wastetrack.agreements.terms import ConsentScope
from wastetrack.kernel.errors import Violation
from wastetrack.manifests.rules.carriage import carrier_faults, trip_faults
from wastetrack.manifests.rules.permits import (
    approval_faults,
    capacity_faults,
    licence_faults,
    scale_faults,
)
from wastetrack.manifests.terms import Facts, Need
from wastetrack.parties.rules import may_file
from wastetrack.parties.terms import UnitState


def need_faults(needs: Iterable[Need], facts: Facts) -> list[Violation]:
    """Everything that keeps these needs from being met."""
    return [fault for need in needs for fault in _RULES[need](facts)]


def _unit(facts: Facts) -> list[Violation]:
    # a rejected unit opens no new container, but what it holds must still be able to leave
    return may_file(facts.consignor_state) if facts.consignor_state is UnitState.PENDING else []


def _consent(facts: Facts) -> list[Violation]:
    if not facts.by_proxy:
        return []
    return consent_covers(facts.consent, ConsentScope.FILING, facts.day)


def _lines(facts: Facts) -> list[Violation]:
    if any(not line.left_out for line in facts.lines):
        return []
    return [Violation("manifests.no_lines", "container_ids")]


def _planned(facts: Facts) -> list[Violation]:
    return [
        Violation(
            "manifests.planned_missing", "planned", {"number": line.number, "container": line.code}
        )
        for line in facts.lines
        if line.planned_g <= 0
    ]


def _part_one(facts: Facts) -> list[Violation]:
    found: list[Violation] = []
    if not facts.shipper:
        found.append(Violation("manifests.shipper_missing", "shipper"))
    if facts.un_number and not facts.un_class:
        found.append(Violation("manifests.un_class_missing", "un_class"))
    if not facts.un_number and not facts.un_none_reason:
        found.append(Violation("manifests.un_missing", "un_number"))
    if not facts.emergency_phone:
        found.append(Violation("manifests.emergency_phone_missing", "emergency_phone"))
    if not facts.emergency_measures:
        found.append(Violation("manifests.emergency_measures_missing", "emergency_measures"))
    return found


def _contract(facts: Facts) -> list[Violation]:
    return choose_contract(facts.contracts or (), facts.asked, facts.day)[1]


def _plan(facts: Facts) -> list[Violation]:
    if facts.plan is None:
        return [Violation("manifests.no_plan", "plan_id", {"year": facts.year})]
    return plan_covers(
        facts.plan.lines,
        facts.asked,
        facts.plan.used,
        transfer_type=facts.transfer_type,
        receiver_unit_id=facts.receiver_unit_id,
        number=facts.plan.number,
    )


def _number(facts: Facts) -> list[Violation]:
    if facts.national_no:
        return []
    if not facts.paper:
        return [Violation("manifests.number_missing", "national_no")]
    found: list[Violation] = []
    if not facts.paper_no:
        found.append(Violation("manifests.paper_no_missing", "paper_no"))
    if not facts.paper_ground:
        found.append(Violation("manifests.paper_ground_missing", "paper_ground"))
    return found


def _signature(facts: Facts) -> list[Violation]:
    return [] if facts.signed_at else [Violation("manifests.not_signed")]


def _labels(facts: Facts) -> list[Violation]:
    return [
        Violation(
            "manifests.label_changed",
            "",
            {
                "number": line.number,
                "container": line.code,
                "written": line.label_version,
                "current": line.current_label,
            },
        )
        for line in facts.lines
        if not line.left_out and line.label_version != line.current_label
    ]


def _shipped(facts: Facts) -> list[Violation]:
    return [
        Violation(
            "manifests.shipped_missing", "shipped", {"number": line.number, "container": line.code}
        )
        for line in facts.lines
        if not line.left_out and not line.shipped_g
    ]


_RULES: dict[Need, Callable[[Facts], list[Violation]]] = {
    Need.UNIT: _unit,
    Need.CONSENT: _consent,
    Need.LINES: _lines,
    Need.PLANNED: _planned,
    Need.PART_ONE: _part_one,
    Need.CONTRACT: _contract,
    Need.PLAN: _plan,
    Need.LICENCE: licence_faults,
    Need.SCALE: scale_faults,
    Need.APPROVAL: approval_faults,
    Need.CAPACITY: capacity_faults,
    Need.NUMBER: _number,
    Need.SIGNATURE: _signature,
    Need.LABELS: _labels,
    Need.SHIPPED: _shipped,
    Need.TRIP: trip_faults,
    Need.CARRIER: carrier_faults,
}
