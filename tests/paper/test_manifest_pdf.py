"""The transfer form on A4: three parts, any number of lines and carriers, nothing lost."""

from dataclasses import replace

import pytest
import zxingcpp

from tests.paper.sheets import (
    CARRIER,
    MANIFEST,
    NOTHING_KNOWN,
    OIL,
    page_sizes_mm,
    page_texts,
    pictures,
    read,
)
from wastetrack.manifests.shapes import AcceptedLine, ManifestSheet
from wastetrack.paper.glyphs import Unprintable
from wastetrack.paper.manifest_pdf import fingerprint, manifest_pdf


def with_lines(count: int) -> ManifestSheet:
    wastes = tuple(
        replace(OIL, number=n, waste_name=f"第{n}号废物甲" + "、含水" * 6)
        for n in range(1, count + 1)
    )
    found = tuple(
        AcceptedLine(n, f"第{n}号废物乙", "900-214-08", "无", "接受", "D10 焚烧", n * 1000)
        for n in range(1, count + 1)
    )
    return replace(
        MANIFEST,
        consignor=replace(MANIFEST.consignor, lines=wastes),
        receiver=replace(MANIFEST.receiver, lines=found),
    )


def test_a_usual_manifest_is_one_page_of_a4_with_every_field() -> None:
    made = manifest_pdf(MANIFEST, watermark=None)
    assert page_sizes_mm(made) == [(210, 297)]
    (text,) = page_texts(made)
    for words in (
        "危险废物转移联单",
        "联单编号：20263306000123",
        "第一部分", "第二部分", "第三部分",
        "突发环境事件防范措施", "泄漏时用吸油棉围堵",
        "废矿物油", "石油烃（C10~C40）", "0.365", "UN3082",
        "2026年11月24日14:05",
        "押运员乙", "浙DA0000", "YD20261124000001",
        "3306000001", "R9油再提炼", "拒收", "0.000",
        "第1页/共1页",
    ):  # fmt: skip
        assert words in text, words


def test_the_same_data_gives_the_same_bytes() -> None:
    assert manifest_pdf(MANIFEST, watermark=None) == manifest_pdf(MANIFEST, watermark=None)


def test_the_footer_carries_the_fingerprint_of_the_data_and_changes_with_it() -> None:
    other = replace(MANIFEST, remark="更正过")
    assert fingerprint(other) != fingerprint(MANIFEST)
    for sheet in (MANIFEST, other):
        for text in page_texts(manifest_pdf(sheet, watermark="草稿")):
            assert "数据指纹" + fingerprint(sheet) in text


def test_many_lines_flow_over_pages_each_once_under_repeated_heads() -> None:
    pages = page_texts(manifest_pdf(with_lines(60), watermark=None))
    assert len(pages) > 4
    whole = "".join(pages)
    for number in range(1, 61):
        assert whole.count(f"第{number}号废物甲") == 1
        assert whole.count(f"第{number}号废物乙") == 1
    for at, text in enumerate(pages, start=1):
        assert f"第{at}页/共{len(pages)}页" in text
        if "号废物甲" in text:
            assert "移出量（吨）" in text
        if "号废物乙" in text:
            assert "接受量（吨）" in text
    assert "第一部分危险废物移出信息（由移出人填写）（续）" in pages[1]
    assert all("20263306000123" in text for text in pages)


def test_part_two_repeats_for_every_carrier_in_order() -> None:
    carriers = tuple(replace(CARRIER, plate=f"浙DA000{n}") for n in range(3))
    whole = "".join(page_texts(manifest_pdf(replace(MANIFEST, carriers=carriers), watermark=None)))
    places = [whole.index(f"浙DA000{n}") for n in range(3)]
    assert places == sorted(places)
    assert "第3承运人，共3" in whole


@pytest.mark.parametrize("word", ["草稿", "已作废", "仅供预览　不得随车"])
def test_drafts_and_void_ones_say_so_across_every_page(word: str) -> None:
    marked = manifest_pdf(with_lines(40), watermark=word)
    for text in page_texts(marked):
        assert word.replace("\u3000", "") in text
    assert all(word[:2] not in text for text in page_texts(manifest_pdf(MANIFEST, watermark=None)))


def test_the_watermark_hides_no_letter() -> None:
    with_mark = pictures(manifest_pdf(MANIFEST, watermark="草稿"), 100)[0].convert("L")
    without = pictures(manifest_pdf(MANIFEST, watermark=None), 100)[0].convert("L")
    ink_with = with_mark.point(lambda value: 255 if value < 90 else 0).histogram()[255]
    ink = without.point(lambda value: 255 if value < 90 else 0).histogram()[255]
    assert ink_with >= ink


def test_a_manifest_of_which_nothing_is_known_is_a_form_to_fill_by_hand() -> None:
    (text,) = page_texts(manifest_pdf(NOTHING_KNOWN, watermark=None))
    for words in ("第一部分", "第二部分", "第三部分", "营运证件号", "接受人处理意见", "年月日时分"):
        assert words in text


def test_before_the_gate_part_three_names_the_wastes_and_leaves_the_decision_open() -> None:
    sheet = replace(MANIFEST, receiver=replace(MANIFEST.receiver, lines=()))
    (text,) = page_texts(manifest_pdf(sheet, watermark=None))
    assert text.count("900-214-08") == 2


def test_the_paper_path_shows_its_number_and_ground() -> None:
    sheet = replace(
        MANIFEST, official_number="", paper_number="SY-2026-001", paper_ground="系统停机" * 30
    )
    text = page_texts(manifest_pdf(sheet, watermark=None))[0]
    assert "纸质联单编号：SY-2026-001" in text
    assert "系统停机" * 30 in text


def test_a_very_long_text_goes_on_over_pages_without_loss() -> None:
    measures = "".join(f"第{n}步：堵漏并报告。" for n in range(900))
    sheet = replace(MANIFEST, consignor=replace(MANIFEST.consignor, emergency_measures=measures))
    pages = page_texts(manifest_pdf(sheet, watermark=None))
    whole = "".join(pages)
    assert len(pages) > 2
    assert all(whole.count(f"第{n}步：") == 1 for n in range(900))


def test_the_symbol_reads_and_is_left_out_when_there_is_none() -> None:
    for dpi in (100, 200, 300):
        (found,) = zxingcpp.read_barcodes(
            pictures(manifest_pdf(MANIFEST, watermark="草稿"), dpi)[0]
        )
        assert found.text == MANIFEST.qr_text
    bare = manifest_pdf(replace(MANIFEST, qr_text=""), watermark=None)
    assert not zxingcpp.read_barcodes(pictures(bare, 100)[0])


def test_the_title_of_the_file_is_the_reference_and_no_time_is_told() -> None:
    metadata = read(manifest_pdf(MANIFEST, watermark=None)).metadata
    assert metadata is not None
    assert metadata.title == "危险废物转移联单 WT-2026-000123"
    assert str(metadata.creation_date) == "2000-01-01 00:00:00+00:00"


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(replace(MANIFEST, remark="🙂"), id="in a remark"),
        pytest.param(
            replace(MANIFEST, carriers=(replace(CARRIER, driver="🙂"),)), id="in a carrier's part"
        ),
    ],
)
def test_characters_without_a_glyph_are_refused_before_printing(sheet: ManifestSheet) -> None:
    with pytest.raises(Unprintable) as caught:
        manifest_pdf(sheet, watermark=None)
    assert caught.value.codes == ("paper.unprintable",)


def test_a_watermark_is_guarded_too() -> None:
    with pytest.raises(Unprintable):
        manifest_pdf(MANIFEST, watermark="🙂")
