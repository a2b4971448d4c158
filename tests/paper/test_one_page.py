"""The inspection sheet and the daily brief: one page each, whatever there is, and nothing left out in silence."""

from dataclasses import replace

import pytest
import zxingcpp

from tests.paper.registers import a_brief, an_inspection, golden
from tests.paper.sheets import page_sizes_mm, page_texts, pictures, read
from wastetrack.paper.brief_pdf import brief_pdf
from wastetrack.paper.glyphs import Unprintable
from wastetrack.paper.inspection_pdf import inspection_pdf
from wastetrack.paper.one_page import fingerprint


def test_the_inspection_sheet_has_what_an_inspector_wants() -> None:
    made = inspection_pdf(an_inspection())
    assert page_sizes_mm(made) == [(210, 297)]
    (text,) = page_texts(made)
    for words in (
        "单位检查单", "示例汽车修理厂", "91330604MA2DEMQ01D", "产废单位", "13800000001", "简化管理",
        "示例〔2026〕1号", "2027-03-01", "废物0", "300", "TS001", "50%", "未关闭的预警（3）", "临期",
        "20263306000123", "移出", "示例处置单位", "未申报1项", "HZ-1", "到货与联单不符", "本次检查记录",
        "第1页/共1页",
    ):  # fmt: skip
        assert words in text, words


@pytest.mark.parametrize("many", [0, 1, 12, 40])
def test_it_stays_one_page_and_says_what_it_leaves_out(many: int) -> None:
    pages = page_texts(inspection_pdf(an_inspection(many)))
    assert len(pages) == 1
    if many == 40:
        assert "另有" in pages[0]
        assert "现有危险废物（40）" in pages[0]
    if many == 0:
        assert "在办联单：无" in pages[0]


def test_its_symbol_leads_to_the_unit() -> None:
    (page,) = pictures(inspection_pdf(an_inspection()), 150)
    (found,) = zxingcpp.read_barcodes(page)
    assert found.text == "HTTPS://EXAMPLE.CN/U/91330604MA2DEMQ01D"


def test_the_brief_has_the_districts_figures_lists_and_charts() -> None:
    made = brief_pdf(a_brief())
    assert page_sizes_mm(made) == [(210, 297)]
    (text,) = page_texts(made)
    for words in (
        "危险废物监管日报", "2026年11月24日", "2/0.365t", "7天内到期", "无人答复的案件", "60天无记录的场所",
        "在途联单", "被拒收、退回途中", "昨日", "1.883", "本年至昨日", "38.084", "近两周产生与接受",
        "最高1.300吨", "库存年龄", "335-365", "示例单位0", "未约", "长塘镇", "第1页/共1页",
    ):  # fmt: skip
        assert words in text, words


@pytest.mark.parametrize("many", [0, 20])
def test_the_brief_stays_one_page(many: int) -> None:
    assert len(page_texts(brief_pdf(a_brief(many)))) == 1


def test_charts_are_vectors() -> None:
    (page,) = read(brief_pdf(a_brief())).pages
    assert len(page.images) == 0


def test_the_same_data_gives_the_same_bytes_and_another_gives_another_fingerprint() -> None:
    assert brief_pdf(a_brief()) == brief_pdf(a_brief())
    assert inspection_pdf(an_inspection()) == inspection_pdf(an_inspection())
    other = replace(an_inspection(), phone="13900000000")
    assert fingerprint(other) != fingerprint(an_inspection())
    assert "数据指纹" + fingerprint(other) in page_texts(inspection_pdf(other))[0]


def test_what_cannot_be_drawn_is_refused_before_printing() -> None:
    with pytest.raises(Unprintable):
        inspection_pdf(replace(an_inspection(), unit="\ue000"))
    with pytest.raises(Unprintable):
        brief_pdf(replace(a_brief(), silent=[replace(a_brief().silent[0], unit="\ue000")]))


def test_the_pages_look_as_they_were_looked_at() -> None:
    golden("inspection", inspection_pdf(an_inspection()))
    golden("brief", brief_pdf(a_brief()))
