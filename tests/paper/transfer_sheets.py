"""Builders of plain data for the sheets beside a manifest."""

from dataclasses import replace
from datetime import datetime, timedelta

from tests.paper.sheets import NOON
from wastetrack.access.policy import Position
from wastetrack.cases.terms import CaseState
from wastetrack.containers.terms import AmendmentKind, AmendmentState
from wastetrack.manifests.terms import Decision, Dimension, State
from wastetrack.reports.shapes.sheets import (
    Amended,
    AuthorityReport,
    CaseFact,
    Consent,
    CorrectionSheet,
    DiscrepancySheet,
    FieldChange,
    ReturnSheet,
    Said,
    SheetHead,
    SheetLine,
    VoidSheet,
)

WORKSHOP, PLANT, CARRIER = (
    "上虞某汽车修理厂",
    "上虞某固废处置有限公司",
    "上虞某危险货物运输有限公司",
)


def later(hours: float) -> datetime:
    return NOON + timedelta(hours=hours)


def a_head(state: State = State.RECEIVED) -> SheetHead:
    return SheetHead(
        reference="SY2026000123",
        official_number="20263306000123",
        provincial_number="",
        paper_number="",
        state=state,
        consignor=WORKSHOP,
        carriers=(CARRIER,),
        receiver=PLANT,
        handed_over_at=NOON,
        departed_at=later(0.2),
        arrived_at=later(1),
        received_at=later(2),
        qr_text="HTTPS://WFC.EXAMPLE.CN/M/SY2026000123",
    )


def a_line(number: int = 1, **over: object) -> SheetLine:
    values: dict[str, object] = {
        "number": number,
        "code": f"7F3K9Q2{number % 10}",
        "waste_name": "废矿物油",
        "waste_code": "900-214-08",
        "hazards": "T,I",
        "form": "液态",
        "packaging": "桶",
        "planned_g": 182_400,
        "shipped_g": 182_400,
        "accepted_g": 151_150,
        "refused_g": 30_000,
        "difference_g": 1_250,
        "decision": Decision.ACCEPTED,
        "dimensions": (Dimension.QUANTITY, Dimension.PROPERTY),
        "note": "一部分含水，闪点测不出",
        "refused_code": "7F3K9Q2X",
        "way_back": Decision.RETURNED,
        **over,
    }
    return SheetLine(**values)  # type: ignore[arg-type]  # the names are checked by the dataclass


REPORT = AuthorityReport(
    "SY2026000123-BG7", "上虞分局固废科", later(1.5), f"验收员（{PLANT}）", later(1.6)
)
DISCREPANCY = DiscrepancySheet(
    head=a_head(),
    lines=(
        a_line(),
        a_line(
            2,
            accepted_g=0,
            refused_g=0,
            difference_g=182_400,
            decision=Decision.SHORT,
            dimensions=(Dimension.QUANTITY,),
            note="没有到",
            refused_code="",
            way_back=None,
        ),
    ),
    stray=("9Q2X7F3K",),
    said=(
        Said("manifest.query", "", f"验收员（{PLANT}）", later(1.2)),
        Said("manifest.object", "出厂时复称过，磅单可查。", f"经办人甲（{WORKSHOP}）", later(1.4)),
        Said("case.answer", "第 2 桶仍在车间，明天补送。", f"经办人甲（{WORKSHOP}）", later(3)),
    ),
    reports=(REPORT,),
    cases=(CaseFact("到货与联单不符", CaseState.ANSWERED, later(1.2), "部令第23号 §18", None, ""),),
)
CHANGE = FieldChange(
    title="接受量（kg）",
    about="第 1 行 7F3K9Q21",
    before="182.4",
    after="181.15",
    before_g=182_400,
    after_g=181_150,
    reason="复称，原读数多了皮重",
    asked_by=f"验收员（{PLANT}）",
    asked_at=later(5),
    needs=(Position.CONSIGNOR,),
    consents=(
        Consent(f"经办人甲（{WORKSHOP}）", (Position.CONSIGNOR,), later(6), True, "磅单已核对"),
    ),
    applied_at=later(6),
    rejected_at=None,
)
CORRECTION = CorrectionSheet(
    head=a_head(State.CONFIRMED),
    changes=(
        CHANGE,
        FieldChange(
            title="移出经办人",
            about="",
            before="经办人甲",
            after="经办人丙",
            before_g=None,
            after_g=None,
            reason="当天换班",
            asked_by=f"经办人丙（{WORKSHOP}）",
            asked_at=later(7),
            needs=(Position.AUTHORITY, Position.RECEIVER),
            consents=(),
            applied_at=None,
            rejected_at=None,
        ),
    ),
    amended=(
        Amended(
            code="7F3K9Q21",
            kind=AmendmentKind.CORRECT,
            state=AmendmentState.APPROVED,
            changes=(("mass_g", "182400", "181150"),),
            reason="标签重量写错",
            asked_by=f"经办人甲（{WORKSHOP}）",
            asked_at=later(4),
            decided_by="值班员（上虞分局）",
            decided_at=later(5),
            answer="",
        ),
    ),
    lines=(a_line(refused_g=0, accepted_g=181_150),),
)
VOID = VoidSheet(
    head=replace(a_head(State.VOID), arrived_at=None, received_at=None),
    annulled=True,
    reason="车没有出发，货没有动",
    consents=(
        Consent(f"经办人甲（{WORKSHOP}）", (Position.CONSIGNOR,), later(1), True, "车没有出发"),
        Consent(f"验收员（{PLANT}）", (Position.RECEIVER,), later(2), True, "没有收到"),
        Consent("值班员（上虞分局）", (Position.AUTHORITY,), later(3), True, "现场核过"),
    ),
    lines=(a_line(accepted_g=None, refused_g=None, difference_g=None),),
)
RETURN = ReturnSheet(
    head=a_head(State.RETURNED),
    lines=(a_line(), a_line(2, accepted_g=0, refused_g=182_400, difference_g=0, refused_code="")),
    reason="含水，不符合接收标准",
    refused_by=f"验收员（{PLANT}）",
    refused_at=later(2),
    reports=(REPORT,),
    orders=(
        Said("manifest.send_back", "电话通知运回", f"驾驶员甲（{CARRIER}）", later(4)),
    ),
    taken_back=(Said("manifest.take_back", "", f"经办人甲（{WORKSHOP}）", later(6)),),
)  # fmt: skip
