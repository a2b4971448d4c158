"""Builders of plain data for registers and one-page sheets, and the golden pictures of pages."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.paper.sheets import pictures
from wastetrack.cases.terms import CaseKind, CaseState
from wastetrack.deadlines.terms import Level
from wastetrack.ledger.rules import LAYOUTS, NAMES
from wastetrack.ledger.terms import Sheet, Table
from wastetrack.manifests.terms import State
from wastetrack.oversight.shapes import AgeRow
from wastetrack.oversight.terms import Age
from wastetrack.parties.terms import (
    DocumentState,
    FacilityKind,
    LicenceKind,
    ManagementClass,
    UnitKind,
    UnitState,
)
from wastetrack.reports.shapes.brief import Amount, DailyBrief, DayFlow, Flow, Late, Silent
from wastetrack.reports.shapes.inspection import (
    AlertFact,
    CaseFact,
    InspectionSheet,
    LicenceFact,
    ReportFact,
    SiteFact,
    StockFact,
    StoreFact,
    UnderWay,
)
from wastetrack.reports.shapes.register import Register

NOON = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
GOLDEN = Path(__file__).parent / "golden"
# a page is kept small: where things stand is judged, not how a rasteriser smooths them
DPI = 40
MOST_APART = 1.5


def golden(name: str, pdf: bytes) -> None:
    """The first page looks as it was looked at and kept; UPDATE=1 keeps it anew."""
    page = pictures(pdf, DPI)[0].convert("L")
    path = GOLDEN / f"{name}.png"
    if os.environ.get("UPDATE"):  # noqa: TID251 - a switch of the tests
        page.save(path, optimize=True)
    if not path.exists():
        pytest.fail(f"no picture of {name} is kept; look at it and run with UPDATE=1")
    kept = Image.open(path)
    assert page.size == kept.size
    apart = ImageStat.Stat(ImageChops.difference(page, kept)).mean[0]
    assert apart < MOST_APART, f"{name} looks different: {apart:.2f} grey levels on average"


def a_register(rows: int = 3, **over: object) -> Register:
    made = [
        {
            "batch": f"HWCS20261105{number % 999 + 1:03d}",
            "at": NOON + timedelta(minutes=number),
            "name": "废矿物油",
            "official": "车辆、轮船及其它机械维修过程中产生的废发动机油、制动器油等废润滑油",
            "category": "HW08",
            "code": "900-214-08",
            "amount": 182_400 + number,
            "unit": "吨",
            "codes": "91330604MA2DEMQ01D900214082026112400" + str(number % 10),
            "packaging": "桶",
            "quantity": 1,
            "officer": "维修班组",
            "destination": "贮存",
        }
        for number in range(rows)
    ]
    columns = LAYOUTS[Sheet.PRODUCED]
    values: dict[str, object] = {
        "title": "危险废物管理台账 B.1 产生",
        "unit": "示例汽车修理厂",
        "credit_code": "91330604MA2DEMQ01D",
        "site": "修理车间",
        "address": "示例路 1 号",
        "period": "2026 年 11 月",
        "tables": [Table(NAMES[Sheet.PRODUCED], columns, made)],
        "retention": "保存 5 年以上（HJ 1259-2022 第 6.4 条）",
        **over,
    }
    return Register(**values)  # type: ignore[arg-type]  # a builder's defaults, overridden by name


def an_inspection(many: int = 3) -> InspectionSheet:
    return InspectionSheet(
        unit="示例汽车修理厂",
        credit_code="91330604MA2DEMQ01D",
        kinds=[UnitKind.PRODUCER],
        state=UnitState.ACTIVE,
        industry="汽修",
        phone="13800000001",
        qr_text="HTTPS://EXAMPLE.CN/U/91330604MA2DEMQ01D",
        at=NOON,
        sites=[
            SiteFact("修理车间", "百官街道", "示例路 1 号", ManagementClass.SIMPLE, "13800000001")
        ],
        licences=[
            LicenceFact(
                LicenceKind.EXEMPT,
                "示例〔2026〕1 号",
                ["HW08"],
                None,
                date(2027, 3, 1),
                DocumentState.VALID,
            )
        ],
        stock=[
            StockFact(f"废物{number}", "900-214-08", 2, 182_400, NOON - timedelta(days=300), NOON)
            for number in range(many)
        ],
        stores=[StoreFact("TS001", "危废贮存点", FacilityKind.POINT, 3_000_000, 1_500_000)],
        alerts=[
            AlertFact("PR-LOCAL", "900-214-08", Level.DUE, date(2026, 12, 1), 2, 182_400)
            for _ in range(many)
        ],
        under_way=[
            UnderWay("20263306000123", State.IN_TRANSIT, True, "示例处置单位", 365_000, NOON)
            for _ in range(many)
        ],
        reports=[ReportFact("RPT", "2026-Q3", "HZ-1", date(2026, 10, 12), 1)],
        unfiled=1,
        cases=[CaseFact(CaseKind.DISCREPANCY, "到货与联单不符", CaseState.OPEN, NOON, None)],
    )


def a_brief(many: int = 4) -> DailyBrief:
    late = [
        Late(
            f"示例单位{number}", "百官街道", "PR-LOCAL", "900-214-08", Level.LOCAL,
            date(2026, 11, 1), 182_400, number % 2 == 0,
        )
        for number in range(many)
    ]  # fmt: skip
    return DailyBrief(
        day=date(2026, 11, 24),
        at=NOON,
        legal=Amount(2, 365_000),
        local=Amount(many, 182_400),
        in_week=Amount(3, 90_000),
        in_month=Amount(many, 200_000),
        unbooked=2,
        open_cases=3,
        unowned_cases=1,
        pending_units=1,
        under_way=Amount(4, 2_000_000),
        refused=Amount(1, 100_000),
        silent_count=1,
        silent_days=60,
        flows=[
            Flow("产生", 1_883_000, 38_084_000),
            Flow("接受", 28_000, 18_261_000),
            Flow("利用处置", 0, 13_231_000),
        ],
        days=[
            DayFlow(date(2026, 11, 10) + timedelta(days=n), n * 100_000, n * 50_000)
            for n in range(14)
        ],
        ages=[AgeRow(age, number, 7 - number) for number, age in enumerate(Age)],
        overdue=late,
        soon=late,
        silent=[Silent("示例单位", "厂区", "长塘镇", 147_000)],
    )
