"""Builders of plain data for papers, and the eyes that look at what was printed."""

import io
import os
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PIL import Image
from pypdf import PdfReader

from wastetrack.containers.shapes import LabelSheet
from wastetrack.manifests.shapes import (
    AcceptedLine,
    CarrierPart,
    ConsignorPart,
    ManifestSheet,
    ReceiverPart,
    WasteLine,
)

MISSING_POPPLER = "rendered papers cannot be looked at: no pdftoppm (apt-get install poppler-utils)"
POINTS_PER_MM = 72 / 25.4
NOON = datetime(2026, 11, 24, 6, 5, tzinfo=UTC)

LABEL = LabelSheet(
    waste_name="废矿物油",
    category="HW08",
    waste_code="900-214-08",
    form="液态",
    hazards=("T", "I"),
    hazard_separator=",",
    main_components="矿物油、水",
    harmful_components="石油烃（C₁₀~C₄₀）",
    precautions="远离火种，防渗漏，佩戴防护手套",
    digital_id="91330604146165334B9002140820261124001",
    human_code="7K3M9QXW",
    label_version=1,
    unit_name="上虞某汽车修理厂",
    contact="设备科 0575-82000000",
    produced_on="2026-11-24",
    mass_text="182.4 kg",
    remark="",
    qr_text="HTTPS://WFC.EXAMPLE.CN/S/91330604146165334B9002140820261124001.1",
    volume_l=50,
    edition="2025",
)
SIGNED = LABEL.qr_text + "." + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" * 3 + "ABCDEFG"
LONGEST = replace(
    LABEL,
    waste_name="其他生产、销售、使用过程中产生的废矿物油及沾染矿物油的废弃包装物",
    hazards=("T", "C", "I", "R"),
    hazard_separator="/",
    main_components="矿物油、乳化液、水、少量金属屑、抛光粉、清洗剂残液",
    harmful_components="石油烃（C₁₀~C₄₀）、苯系物、多环芳烃、铅、铬",
    precautions="远离火种、热源，防渗漏防倾倒，搬运时佩戴防护手套和护目镜，泄漏用吸油棉吸附",
    unit_name="绍兴市上虞区杭州湾某精密机械制造有限公司第二分公司",
    contact="安全环保科值班室 0575-82000000 转 8123",
    remark="暂存间 A-03 区",
    qr_text=SIGNED,
)

OIL = WasteLine(
    1,
    "废矿物油",
    "900-214-08",
    "T,I",
    "液态",
    "石油烃（C₁₀~C₄₀）",
    "桶",
    2,
    364_800,
    "UN3082 第9类",
)
RAGS = WasteLine(
    2, "含油抹布", "900-041-49", "T/In", "固态", "石油烃", "袋", 5, 12_000, "不属于危险货物"
)
CARRIER = CarrierPart(
    unit_name="上虞某危险货物运输有限公司",
    permit_number="330604000000",
    address="曹娥街道某路 1 号",
    phone="0575-82000001",
    driver="驾驶员甲",
    driver_phone="13800000000",
    escort="押运员乙",
    vehicle="厢式货车",
    plate="浙DA0000",
    waybill_number="YD20261124000001",
    origin="百官街道某路 8 号",
    departed_at=NOON,
    via="百官街道、曹娥街道",
    destination="杭州湾上虞经开区某路 9 号",
    arrived_at=None,
)
MANIFEST = ManifestSheet(
    reference="WT-2026-000123",
    official_number="20263306000123",
    provincial_number="",
    paper_number="",
    paper_ground="",
    consignor=ConsignorPart(
        unit_name="上虞某汽车修理厂",
        address="百官街道某路 8 号",
        emergency_phone="0575-82000000",
        handled_by="经办人甲",
        phone="13900000000",
        handed_over_at=NOON,
        shipper="上虞某汽车修理厂",
        emergency_measures="泄漏时用吸油棉围堵；着火用干粉灭火器。",
        lines=(OIL, RAGS),
    ),
    carriers=(CARRIER,),
    receiver=ReceiverPart(
        unit_name="上虞某固废处置有限公司",
        licence_number="3306000001",
        address="杭州湾上虞经开区某路 9 号",
        handled_by="经办人乙",
        phone="0575-82000002",
        received_at=NOON,
        lines=(
            AcceptedLine(1, "废矿物油", "900-214-08", "无", "接受", "R9 油再提炼", 364_800),
            AcceptedLine(2, "含油抹布", "900-041-49", "数量", "拒收", "", 0),
        ),
    ),
    qr_text="HTTPS://WFC.EXAMPLE.CN/M/WT-2026-000123",
)
NOTHING_KNOWN = ManifestSheet(
    "WT-2026-000124", "", "", "", "",
    ConsignorPart("", "", "", "", "", None, "", "", ()),
    (),
    ReceiverPart("", "", "", "", "", None, ()),
)  # fmt: skip


def pictures(pdf: bytes, dpi: int) -> list[Image.Image]:
    """Every page as the printer would see it."""
    program = shutil.which("pdftoppm")
    if program is None:
        if os.environ.get("CI"):  # noqa: TID251 - what cannot run fails in CI
            pytest.fail(MISSING_POPPLER)
        pytest.skip(MISSING_POPPLER)
    made = subprocess.run(
        [program, "-r", str(dpi), "-"], input=pdf, capture_output=True, check=True
    )
    rest, found = io.BytesIO(made.stdout), []
    while rest.tell() < len(made.stdout):
        # Portable pixmap: P6, width, height, 255, then three bytes a pixel.
        rest.readline()
        width, height = map(int, rest.readline().split())
        rest.readline()
        found.append(Image.frombytes("RGB", (width, height), rest.read(width * height * 3)))
    return found


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def page_texts(pdf: bytes) -> list[str]:
    """The words of each page without blanks and line ends, as a search in a viewer sees them."""
    return ["".join(page.extract_text().split()) for page in read(pdf).pages]


def page_sizes_mm(pdf: bytes) -> list[tuple[float, float]]:
    return [
        (
            round(float(page.mediabox.width) / POINTS_PER_MM, 2),
            round(float(page.mediabox.height) / POINTS_PER_MM, 2),
        )
        for page in read(pdf).pages
    ]
