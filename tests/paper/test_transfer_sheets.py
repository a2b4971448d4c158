"""The sheets beside a manifest: both quantities in three units, who said and agreed what, the report apart."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.paper.registers import golden
from tests.paper.sheets import MANIFEST, page_sizes_mm, page_texts
from tests.paper.transfer_sheets import (
    CHANGE,
    CORRECTION,
    DISCREPANCY,
    RETURN,
    VOID,
    a_head,
    a_line,
    later,
)
from wastetrack.access.policy import Position
from wastetrack.manifests.terms import State
from wastetrack.paper.correction_pdf import correction_pdf
from wastetrack.paper.discrepancy_pdf import discrepancy_pdf
from wastetrack.paper.glyphs import Unprintable
from wastetrack.paper.manifest_pdf import manifest_pdf
from wastetrack.paper.return_pdf import return_pdf
from wastetrack.paper.sheet_rows import three_units
from wastetrack.paper.void_pdf import void_pdf
from wastetrack.paper.watermarks import watermark

Maker = Callable[[Any], bytes]
ALL: tuple[tuple[Maker, Any], ...] = (
    (discrepancy_pdf, DISCREPANCY),
    (correction_pdf, CORRECTION),
    (void_pdf, VOID),
    (return_pdf, RETURN),
)
EACH = pytest.mark.parametrize(("make", "sheet"), ALL, ids=lambda v: getattr(v, "__name__", ""))


def text_of(pdf: bytes) -> str:
    return "".join(page_texts(pdf))


@pytest.mark.parametrize(
    ("grams", "said"),
    [
        pytest.param(182_400, "182400 g\n182.4 kg\n0.182 t", id="a drum"),
        pytest.param(-1_250, "−1250 g\n−1.25 kg\n−0.001 t", id="less than shipped"),
        pytest.param(120, "120 g\n0.12 kg\n0.000120 t", id="a sample"),
        pytest.param(0, "0 g\n0 kg\n0.000 t", id="nothing"),
        pytest.param(None, "—", id="not known"),
    ],
)
def test_an_amount_is_told_in_grams_kilograms_and_tonnes(grams: int | None, said: str) -> None:
    assert three_units(grams) == said


def test_the_discrepancy_sheet_sets_shipped_against_received_by_line_and_dimension() -> None:
    text = text_of(discrepancy_pdf(DISCREPANCY))
    for words in (
        "危险废物转移差异单", "20263306000123", "7F3K9Q21", "数量", "特性",
        "182400g182.4kg0.182t", "181150g181.15kg0.181t", "−1250g−1.25kg−0.001t",
        "T,I", "一部分含水", "短少", "−182400g", "9Q2X7F3K",
        "有异议", "磅单可查", "案件中答复",
    ):  # fmt: skip
        assert words in text, words


def test_the_report_to_the_authority_is_a_part_of_its_own() -> None:
    text = text_of(discrepancy_pdf(DISCREPANCY))
    part = text.split("主管部门的报告")[1]
    for words in (
        "SY2026000123-BG7",
        "上虞分局固废科",
        "2026年11月24日15:35",
        "验收员",
        "部门受理编号",
    ):
        assert words in part, words
    none = text_of(discrepancy_pdf(replace(DISCREPANCY, reports=())))
    assert "本系统没有报告记录" in none


def test_the_correction_sheet_has_both_values_both_quantities_and_every_consent() -> None:
    text = text_of(correction_pdf(CORRECTION))
    for words in (
        "更正1：接受量（kg）", "182400g", "181150g", "−1250g", "复称", "磅单已核对",
        "移出人", "同意", "已生效，2026年11月24日20:05",
        "经办人甲更正后经办人丙", "等生态环境部门、接受人答复，尚未生效",
        "容器更改申请", "182400g，182.4kg，0.182t→181150g", "值班员（上虞分局）",
    ):  # fmt: skip
        assert words in text, words


def test_a_declined_correction_says_that_nothing_changed() -> None:
    declined = replace(CHANGE, applied_at=None, rejected_at=later(8))
    text = text_of(correction_pdf(replace(CORRECTION, changes=(declined,))))
    assert "联单不变" in text
    assert "已生效" not in text


def test_the_void_sheet_tells_annulled_from_voided_with_both_quantities() -> None:
    annulled = text_of(void_pdf(VOID))
    for words in (
        "撤销单",
        "车没有出发",
        "生态环境部门",
        "计划移出",
        "已移出",
        "182400g",
        "实物没有移动",
    ):
        assert words in annulled, words
    voided = text_of(void_pdf(replace(VOID, annulled=False, consents=VOID.consents[:1])))
    assert "作废单" in voided
    assert "撤销" not in voided


def test_the_return_sheet_tells_what_goes_back_why_and_who_took_it_when() -> None:
    text = text_of(return_pdf(RETURN))
    for words in (
        "退回单", "含水，不符合接收标准", "30000g30kg0.030t", "7F3K9Q2X", "已退回",
        "电话通知运回", "收回", "2026年11月24日20:05", "SY2026000123-BG7",
    ):  # fmt: skip
        assert words in text, words


@EACH
def test_the_same_data_gives_the_same_bytes_and_other_data_another_fingerprint(
    make: Maker, sheet: Any
) -> None:
    made = make(sheet)
    assert made == make(sheet)
    assert page_sizes_mm(made)[0] == (210, 297)
    pages = page_texts(made)
    seals = [page.split("数据指纹")[1][:16] for page in pages]
    assert len(set(seals)) == 1
    assert f"第1页/共{len(pages)}页" in pages[0]
    other = make(replace(sheet, head=replace(sheet.head, consignor="另一家")))
    assert page_texts(other)[0].split("数据指纹")[1][:16] != seals[0]


@EACH
def test_characters_without_a_glyph_are_refused_before_printing(make: Maker, sheet: Any) -> None:
    with pytest.raises(Unprintable):
        make(replace(sheet, head=replace(sheet.head, receiver="\ue000")))


@EACH
def test_many_lines_flow_over_pages_each_with_its_number(make: Maker, sheet: Any) -> None:
    many = replace(sheet, lines=tuple(a_line(n) for n in range(1, 61)))
    pages = page_texts(make(many))
    assert len(pages) > 3
    assert all("20263306000123" in page for page in pages)
    assert f"第{len(pages)}页/共{len(pages)}页" in pages[-1]


@pytest.mark.parametrize("state", list(State), ids=lambda s: s.value)
def test_every_state_has_its_mark_or_none(state: State) -> None:
    expected = {
        State.DRAFT: "草稿",
        State.FILED: "未起运",
        State.READY: "未起运",
        State.REFUSED: "退回",
        State.RETURNING: "退回",
        State.RETURNED: "退回",
        State.VOID: "作废",
    }
    assert watermark(state, departed=False) == expected.get(state)
    assert watermark(State.VOID, departed=True) == "撤销"


def test_the_roadside_symbol_changes_no_fingerprint_and_is_told_with_its_end() -> None:
    text = text_of(manifest_pdf(replace(MANIFEST, qr_note="路检码至 2026-11-26"), watermark=None))
    assert "路检码至2026-11-26" in text
    plain = text_of(manifest_pdf(MANIFEST, watermark=None))
    assert text.split("数据指纹")[1][:16] == plain.split("数据指纹")[1][:16]


def test_a_position_is_said_in_words() -> None:
    waits = replace(CHANGE, needs=(Position.CARRIER,), consents=(), applied_at=None)
    text = text_of(correction_pdf(replace(CORRECTION, head=a_head(), changes=(waits,))))
    assert "等承运人答复" in text


ROAD = "HTTPS://WFC.EXAMPLE.CN/ROADSIDE/" + "AGMTMAAAAAAAAADIAC3ZZ7Y7A4FXK2Q" * 2 + "ABCDEFGHJ"


def test_the_pages_look_as_they_were_looked_at() -> None:
    before = replace(MANIFEST, receiver=replace(MANIFEST.receiver, lines=(), received_at=None))
    filed = replace(before, qr_text=ROAD, qr_note="路检码至 2026-11-26")
    golden("manifest_on_the_road", manifest_pdf(filed, watermark=None))
    golden("manifest_filed", manifest_pdf(filed, watermark="未起运"))
    golden("manifest_draft", manifest_pdf(replace(before, carriers=()), watermark="草稿"))
    golden("manifest_void", manifest_pdf(MANIFEST, watermark="作废"))
    golden("manifest_annulled", manifest_pdf(before, watermark="撤销"))
    golden("manifest_returned", manifest_pdf(MANIFEST, watermark="退回"))
    golden("discrepancy", discrepancy_pdf(DISCREPANCY))
    golden("correction", correction_pdf(CORRECTION))
    golden("void_sheet", void_pdf(replace(VOID, annulled=False, consents=VOID.consents[:1])))
    golden("annulled_sheet", void_pdf(VOID))
    golden("return_sheet", return_pdf(RETURN))
