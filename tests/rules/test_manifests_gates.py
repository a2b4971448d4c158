"""What opens the gates of filing, consent and loading; the id of each case is the sentence."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from wastetrack.access.policy import Action
from wastetrack.agreements.terms import (
    ConsentFacts,
    ContractFacts,
    LineFacts,
    ReceiverKind,
    TransferType,
)
from wastetrack.manifests.machine import BY_ACTION
from wastetrack.manifests.rules import licence_for, need_faults
from wastetrack.manifests.terms import (
    ApprovalFact,
    CarrierFact,
    Facts,
    LineFact,
    Need,
    PlanFact,
    RoomFact,
    Shipper,
)
from wastetrack.parties.terms import LicenceFacts, LicenceKind, UnitState

DAY = date(2026, 11, 24)
OIL, PAINT = "900-214-08", "900-252-12"
T = 1_000_000
RECEIVER, SITE, ELSEWHERE = UUID(int=1), UUID(int=2), UUID(int=3)
LINE = LineFact(1, OIL, "废机油", "ABCD2345", 2 * T, 2 * T, 1, 1)
LICENCE = LicenceFacts(
    id=UUID(int=9),
    unit_id=RECEIVER,
    site_id=None,
    kind=LicenceKind.COMPREHENSIVE,
    number="3306040001",
    codes=("HW08",),
    modes=("collect", "store", "use"),
    annual_scale_g=100 * T,
    storage_right=True,
    valid_from=date(2025, 1, 1),
    valid_to=date(2027, 12, 31),
    checked=True,
)
TRANSPORT = replace(LICENCE, kind=LicenceKind.TRANSPORT, codes=(), modes=(), number="运1")
CONTRACT = ContractFacts("HT1", ("HW08",), date(2026, 1, 1), date(2026, 12, 31))
PLAN = PlanFact(
    id=UUID(int=8),
    number="GL1",
    lines=(LineFacts(OIL, 10 * T, TransferType.PROVINCE, ReceiverKind.PERMIT, RECEIVER),),
    used={},
    methods={OIL: "R9"},
)
CARRIER = CarrierFact(
    trip=True,
    waybill=True,
    plate="浙D12345",
    vehicle_to=date(2027, 1, 1),
    crew_to=(("驾驶员", date(2027, 1, 1)), ("押运员", date(2026, 11, 24))),
    licences=(TRANSPORT,),
)
GOOD = Facts(
    day=DAY,
    year=2026,
    receiver_unit_id=RECEIVER,
    receiver_site_id=SITE,
    lines=(LINE,),
    shipper=Shipper.CONSIGNOR,
    un_none_reason="不属于危险货物",
    emergency_phone="13800000000",
    emergency_measures="围堵",
    national_no="20263306000001",
    signed_at=datetime(2026, 11, 24, 1, 0, tzinfo=UTC),
    contracts=(CONTRACT,),
    plan=PLAN,
    licences=(LICENCE,),
    room=RoomFact(500 * T, 0, 0),
    carrier=CARRIER,
)
APPROVED = replace(
    GOOD,
    transfer_type=TransferType.CROSS,
    receiver_province="34",
    plan=replace(PLAN, lines=(replace(PLAN.lines[0], transfer_type=TransferType.CROSS),)),
    approvals={OIL: ApprovalFact("跨1", 10 * T, 3 * T)},
)


def codes(need: Need, facts: Facts) -> list[str]:
    return [fault.code for fault in need_faults([need], facts)]


@pytest.mark.parametrize("need", list(Need), ids=lambda need: f"{need.value}: all in order")
def test_nothing_stands_in_the_way_when_all_is_in_order(need: Need) -> None:
    assert codes(need, GOOD) == []


def test_filing_tells_every_fault_at_once() -> None:
    bare = replace(GOOD, shipper=None, emergency_phone="", contracts=(), plan=None, licences=())
    found = [f.code for f in need_faults(BY_ACTION[Action.MANIFEST_FILE].needs, bare)]
    assert found == [
        "manifests.shipper_missing",
        "manifests.emergency_phone_missing",
        "manifests.no_plan",
        "agreements.no_contract",
        "manifests.no_licence",
    ]


CASES: list[tuple[str, Need, dict[str, object], list[str]]] = [
    ("a unit that waits for approval files nothing", Need.UNIT,
     {"consignor_state": UnitState.PENDING}, ["parties.waits"]),
    ("a rejected unit may still send away what it holds", Need.UNIT,
     {"consignor_state": UnitState.REJECTED}, []),
    ("a proxy without consent is refused", Need.CONSENT, {"by_proxy": True},
     ["agreements.no_consent"]),
    ("a proxy under a running consent for filing may file", Need.CONSENT,
     {"by_proxy": True, "consent": ConsentFacts(("filing",), date(2026, 1, 1), DAY)}, []),
    ("a proxy whose consent is for drafting only does not file", Need.CONSENT,
     {"by_proxy": True, "consent": ConsentFacts(("manifest",), date(2026, 1, 1), DAY)},
     ["agreements.consent_scope"]),
    ("a proxy whose consent ran out yesterday is refused", Need.CONSENT,
     {"by_proxy": True, "consent": ConsentFacts(("filing",), date(2026, 1, 1), date(2026, 11, 23))},
     ["agreements.consent_dates"]),
    ("a manifest whose only container was left out has nothing to move", Need.LINES,
     {"lines": (replace(LINE, left_out=True),)}, ["manifests.no_lines"]),
    ("a line without planned grams is told", Need.PLANNED,
     {"lines": (replace(LINE, planned_g=0),)}, ["manifests.planned_missing"]),
    ("a UN number needs its class", Need.PART_ONE,
     {"un_number": "UN3082", "un_none_reason": None}, ["manifests.un_class_missing"]),
    ("without UN number the reason is needed", Need.PART_ONE, {"un_none_reason": None},
     ["manifests.un_missing"]),
    ("without measures it is not filed", Need.PART_ONE, {"emergency_measures": ""},
     ["manifests.emergency_measures_missing"]),
    ("a contract that ended yesterday does not count", Need.CONTRACT,
     {"contracts": (replace(CONTRACT, valid_to=date(2026, 11, 23)),)},
     ["agreements.contract_over"]),
    ("a contract holds to the end of its last day", Need.CONTRACT,
     {"contracts": (replace(CONTRACT, valid_to=DAY),)}, []),
    ("a contract for other wastes does not count", Need.CONTRACT,
     {"contracts": (replace(CONTRACT, codes=("HW12",)),)}, ["agreements.contract_codes"]),
    ("the second contract of the pair covers what the first does not", Need.CONTRACT,
     {"contracts": (replace(CONTRACT, codes=("HW12",)), CONTRACT)}, []),
    ("exactly what the plan has left is allowed", Need.PLAN,
     {"plan": replace(PLAN, used={OIL: 8 * T})}, []),
    ("a gram over the plan is told", Need.PLAN,
     {"plan": replace(PLAN, used={OIL: 8 * T + 1})}, ["agreements.plan_over"]),
    ("a plan that names another receiver does not cover it", Need.PLAN,
     {"receiver_unit_id": ELSEWHERE}, ["agreements.plan_other_receiver"]),
    ("a plan within the province does not cover a transfer across", Need.PLAN,
     {"transfer_type": TransferType.CROSS}, ["agreements.plan_other_type"]),
    ("a permit for other wastes does not cover it", Need.LICENCE,
     {"licences": (replace(LICENCE, codes=("HW12",)),)}, ["parties.licence_scope"]),
    ("a permit to dispose does not cover a planned use", Need.LICENCE,
     {"licences": (replace(LICENCE, modes=("dispose",)),)}, ["parties.licence_mode"]),
    ("a permit that expired the day before is told", Need.LICENCE,
     {"licences": (replace(LICENCE, valid_to=date(2026, 11, 23)),)}, ["parties.licence_expired"]),
    ("a pilot approval covers collection whatever the plan's method", Need.LICENCE,
     {"licences": (replace(LICENCE, kind=LicenceKind.PILOT, modes=("collect",)),)}, []),
    ("a transport licence is no permit to receive", Need.LICENCE,
     {"licences": (TRANSPORT,)}, ["manifests.no_licence"]),
    ("a permit of another site does not cover this one", Need.LICENCE,
     {"licences": (replace(LICENCE, site_id=ELSEWHERE),)}, ["manifests.no_licence"]),
    ("a receiver outside the district is checked by its own authority", Need.LICENCE,
     {"licences": (), "receiver_state": UnitState.OUTSIDE}, []),
    ("an exempt receiver shows its plan, not a permit", Need.LICENCE,
     {"receiver_kind": ReceiverKind.EXEMPT}, ["manifests.no_licence"]),
    ("accepted and under way fill the scale to the gram", Need.SCALE,
     {"accepted_g": 90 * T, "under_way_g": 8 * T}, []),
    ("a gram over the yearly scale is told", Need.SCALE,
     {"accepted_g": 90 * T, "under_way_g": 8 * T + 1}, ["manifests.over_scale"]),
    ("a permit without scale has no limit", Need.SCALE,
     {"licences": (replace(LICENCE, annual_scale_g=None),), "accepted_g": 10**12}, []),
    ("different provinces need a transfer across", Need.APPROVAL, {"receiver_province": "34"},
     ["manifests.cross_province"]),
    ("one province needs no transfer across", Need.APPROVAL,
     {"transfer_type": TransferType.CROSS}, ["manifests.same_province"]),
    ("a receiver abroad and a transfer in the province disagree", Need.APPROVAL,
     {"receiver_kind": ReceiverKind.ABROAD}, ["manifests.abroad_both"]),
    ("a full store is told at consent", Need.CAPACITY, {"room": RoomFact(10 * T, 7 * T, 1 * T + 1)},
     ["manifests.no_room"]),
    ("a store of unknown capacity does not stop it", Need.CAPACITY,
     {"room": RoomFact(None, 7 * T, 1)}, []),
    ("stores that take other wastes only are told", Need.CAPACITY,
     {"room": RoomFact(None, 0, 0, frozenset({PAINT}))}, ["manifests.not_in_profile"]),
    ("without a number it may not leave", Need.NUMBER, {"national_no": None},
     ["manifests.number_missing"]),
    ("a paper number without ground is not enough", Need.NUMBER,
     {"national_no": None, "paper": True, "paper_no": "ZZ1"}, ["manifests.paper_ground_missing"]),
    ("a paper number with its ground is enough", Need.NUMBER,
     {"national_no": None, "paper": True, "paper_no": "ZZ1", "paper_ground": "系统故障"}, []),
    ("without the consignor's signature it may not leave", Need.SIGNATURE, {"signed_at": None},
     ["manifests.not_signed"]),
    ("a label printed anew since filing is told", Need.LABELS,
     {"lines": (replace(LINE, current_label=2),)}, ["manifests.label_changed"]),
    ("the label of a container that stays does not matter", Need.LABELS,
     {"lines": (replace(LINE, current_label=2, left_out=True),)}, []),
    ("a line without shipped weight is told", Need.SHIPPED,
     {"lines": (replace(LINE, shipped_g=None),)}, ["manifests.shipped_missing"]),
    ("without a trip it may not leave", Need.TRIP, {"carrier": None}, ["manifests.trip_missing"]),
    ("a trip of another carrier, closed, without waybill: all is told", Need.TRIP,
     {"carrier": replace(CARRIER, open=False, same_carrier=False, waybill=False)},
     ["manifests.trip_over", "manifests.trip_other_carrier", "manifests.waybill_missing"]),
    ("a carrier without transport licence may not load", Need.CARRIER,
     {"carrier": replace(CARRIER, licences=())}, ["parties.transport_none"]),
    ("a vehicle permit that ended yesterday", Need.CARRIER,
     {"carrier": replace(CARRIER, vehicle_to=date(2026, 11, 23))},
     ["manifests.vehicle_permit_expired"]),
    ("a driver whose qualification ended yesterday", Need.CARRIER,
     {"carrier": replace(CARRIER, crew_to=(("驾驶员", date(2026, 11, 23)),))},
     ["manifests.qualification_expired"]),
    ("an outside carrier's documents are checked elsewhere", Need.CARRIER,
     {"carrier": CarrierFact(trip=True, outside=True)}, []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("need", "change", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_a_need(need: Need, change: dict[str, object], expected: list[str]) -> None:
    assert codes(need, replace(GOOD, **change)) == expected  # type: ignore[arg-type]  # by name


def test_a_transfer_across_provinces_needs_its_approval_with_tonnes_left() -> None:
    assert codes(Need.APPROVAL, APPROVED) == []
    used = replace(APPROVED, approvals={OIL: ApprovalFact("跨1", 10 * T, 8 * T + 1)})
    assert codes(Need.APPROVAL, used) == ["agreements.approval_over"]
    assert codes(Need.APPROVAL, replace(APPROVED, approvals={})) == ["manifests.no_approval"]


def test_the_permit_written_down_is_the_one_that_covers_all_codes() -> None:
    narrow = replace(LICENCE, number="窄", codes=("HW12",))
    assert licence_for(replace(GOOD, licences=(narrow, LICENCE))) == LICENCE
    assert licence_for(replace(GOOD, licences=())) is None
