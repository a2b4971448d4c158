"""The signs of a store and a roll of blanks, as a ruler and a camera see them."""

from collections import Counter
from dataclasses import replace

import pytest
import zxingcpp

from tests.bench.labels import SIGNER
from tests.paper.sheets import page_sizes_mm, page_texts, pictures
from wastetrack.containers.rules import human_code, read_label
from wastetrack.containers.terms import LabelProof
from wastetrack.kernel.errors import Refused
from wastetrack.paper.blank_labels import BlankSheet, blank_labels_pdf
from wastetrack.paper.press import Press
from wastetrack.paper.printer_page import printer_page_pdf
from wastetrack.paper.signs import (
    FACILITY_SIZES,
    PARTITION_SIZES,
    UNCONFIRMED,
    facility_sign_pdf,
    partition_sign_pdf,
)
from wastetrack.parties.shapes import FacilitySign, SignPart
from wastetrack.parties.terms import Calibration, Medium

YELLOW, ORANGE, BLACK = (255, 255, 0), (255, 150, 0), (0, 0, 0)
QR = "HTTPS://WFC.EXAMPLE.CN/F/0192F3A4B5C67D8E9F000102030405AB"
SIGN = FacilitySign(
    unit_name="绍兴市上虞区杭州湾某精密机械制造有限公司第二分公司",
    facility_name="1 号危废暂存库",
    facility_code="TS001",
    kind="贮存库",
    keeper="危废管理岗",
    contact="0575-82000000",
    emergency="13800000009",
    qr_text=QR,
    parts=(
        SignPart("A 区", ("废矿物油 900-214-08", "废乳化液 900-006-09"), 3),
        SignPart("B 区", ("含油抹布 900-041-49",), 1),
        SignPart("C 区", (), 2),
    ),
)
BLANKS = [BlankSheet(human_code(n), 1, SIGNER.text(human_code(n), 1)) for n in range(1000, 1030)]


@pytest.mark.parametrize("side", PARTITION_SIZES.values())
def test_the_partition_sign_has_its_size_its_words_and_its_symbol(side: int) -> None:
    made = partition_sign_pdf(SIGN, side)
    assert page_sizes_mm(made) == [(side, side)]
    (text,) = page_texts(made)
    for said in ("危险废物贮存分区标志", "A区", "900-006-09", "不限", "TS001", "待确认"):
        assert said in text
    (page,) = pictures(made, 40)
    (found,) = zxingcpp.read_barcodes(page)
    assert found.text == QR


@pytest.mark.parametrize("size", FACILITY_SIZES.values())
def test_the_facility_sign_has_its_size_its_words_and_its_symbol(size: tuple[int, int]) -> None:
    made = facility_sign_pdf(SIGN, size)
    assert page_sizes_mm(made) == [size]
    (text,) = page_texts(made)
    for said in ("危险废物", "贮存库", SIGN.unit_name, "负责人", SIGN.contact, "待确认"):
        assert said in text
    (page,) = pictures(made, 40)
    (found,) = zxingcpp.read_barcodes(page)
    assert found.text == QR


def test_the_colours_are_those_of_the_standard_as_far_as_known() -> None:
    (page,) = pictures(partition_sign_pdf(SIGN, 300), 50)
    flat = page.tobytes()
    seen = Counter(zip(flat[0::3], flat[1::3], flat[2::3], strict=True))
    whole = page.width * page.height
    assert {seen.most_common(2)[0][0], seen.most_common(2)[1][0]} == {YELLOW, ORANGE}
    # the plan covers 88 by 54 hundredths of the sign
    assert 0.40 < seen[ORANGE] / whole < 0.48
    assert "待确认" in UNCONFIRMED


def test_partitions_share_the_plan_by_their_capacity() -> None:
    two = replace(SIGN, parts=(SignPart("A", (), 3), SignPart("B", (), 1)))
    (page,) = pictures(partition_sign_pdf(two, 300), 50)
    row = [page.getpixel((x, page.height * 40 // 100)) for x in range(page.width)]
    # the one black line between the two cells
    inside = range(int(page.width * 0.1), int(page.width * 0.9))
    cut = [x for x in inside if row[x] == BLACK]
    assert len(cut) >= 1
    assert (cut[0] / page.width - 0.06) / 0.88 == pytest.approx(0.75, abs=0.02)


def test_words_without_room_are_refused_and_nothing_is_printed() -> None:
    with pytest.raises(Refused) as caught:
        facility_sign_pdf(replace(SIGN, unit_name="极长的名称" * 80), FACILITY_SIZES["4"])
    assert caught.value.codes == ("paper.sign_too_long",)


def test_a_roll_of_blanks_fills_a4_and_every_code_reads_as_genuine() -> None:
    made = blank_labels_pdf(BLANKS)
    assert page_sizes_mm(made) == [(210, 297)] * 2
    found = [code.text for page in pictures(made, 150) for code in zxingcpp.read_barcodes(page)]
    assert sorted(found) == sorted(sheet.qr_text for sheet in BLANKS)
    read = {read_label(text, SIGNER.public_key).proof for text in found}
    assert read == {LabelProof.GENUINE}
    text = "".join(page_texts(made))
    assert all(sheet.human_code[:4] in text for sheet in BLANKS)


@pytest.mark.parametrize("dpi", [203, 300])
def test_a_label_printer_gets_one_blank_a_page(dpi: int) -> None:
    made = blank_labels_pdf(BLANKS[:2], Press(Calibration(dpi, Medium.BLACK)))
    assert page_sizes_mm(made) == [(60, 40)] * 2
    for page, sheet in zip(pictures(made, dpi), BLANKS, strict=False):
        (found,) = zxingcpp.read_barcodes(page)
        assert found.text == sheet.qr_text


def test_the_same_sign_has_the_same_bytes() -> None:
    assert partition_sign_pdf(SIGN, 300) == partition_sign_pdf(SIGN, 300)


@pytest.mark.parametrize("medium", Medium)
def test_the_test_page_draws_its_cross_twenty_millimetres_from_the_edges(medium: Medium) -> None:
    (page,) = pictures(printer_page_pdf("热敏机", Calibration(300, medium)), 300)
    per_mm = 300 / 25.4
    level = [page.getpixel((round(74.5 * per_mm), y)) for y in range(round(30 * per_mm))]
    assert level.index(BLACK) / per_mm == pytest.approx(20, abs=0.15)
    upright = [page.getpixel((x, round(70.5 * per_mm))) for x in range(round(22 * per_mm))]
    dark = [x for x, colour in enumerate(upright) if colour == BLACK]
    assert dark[-1] / per_mm == pytest.approx(20, abs=0.2)
