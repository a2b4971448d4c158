"""A register on A4 landscape: official columns in their order, every row once, page and fingerprint."""

import re
from dataclasses import asdict, replace
from typing import Any

import pytest

from tests.paper.registers import a_register, golden
from tests.paper.sheets import page_sizes_mm, page_texts, read
from wastetrack.kernel.canonical import digest
from wastetrack.kernel.errors import Refused
from wastetrack.ledger.rules import LAYOUTS
from wastetrack.ledger.terms import Column, Form, Sheet, Table
from wastetrack.paper import register_pdf as paper
from wastetrack.paper.glyphs import Unprintable
from wastetrack.paper.register_pdf import WIDTH_MM, register_pdf
from wastetrack.paper.register_rows import Seal, measured, shown, widths
from wastetrack.paper.spool import Spool


def test_it_says_whose_and_when_and_how_long_it_is_kept() -> None:
    made = register_pdf(a_register(pending="待确认"))
    assert page_sizes_mm(made) == [(297, 210)]
    (text,) = page_texts(made)
    for words in (
        "危险废物管理台账B.1产生", "单位名称：示例汽车修理厂", "91330604MA2DEMQ01D", "修理车间（示例路1号）",
        "期间：2026年11月", "保存5年以上", "待确认", "HWCS20261105001", "900-214-08", "0.182",
        "2026-11-24", "第1页/共1页",
    ):  # fmt: skip
        assert words in text, words


def places(pdf: bytes, page: int = 0) -> list[tuple[float, float, str]]:
    """Each run of text with where it begins, from the page's own operators."""
    found: list[tuple[float, float, str]] = []

    def visit(text: str, _cm: Any, tm: Any, _font: Any, _size: Any) -> None:
        if text.strip():
            found.append((tm[4], tm[5], text.strip()))

    read(pdf).pages[page].extract_text(visitor_text=visit)
    return found


def test_the_columns_stand_in_the_order_of_the_standard() -> None:
    wide = [Column(c.key, c.title, width=20, form=c.form) for c in LAYOUTS[Sheet.PRODUCED][:7]]
    register = a_register()
    table = replace(register.tables[0], columns=wide)
    spots = places(register_pdf(replace(register, tables=[table])))
    lefts = []
    for column in wide:
        # a long title breaks into lines; its first word stands in its own column
        start = column.title[:3]
        lefts.append(min(x for x, _, text in spots if text.startswith(start)))
    assert lefts == sorted(lefts)
    assert len(set(lefts)) == len(wide)


def test_long_registers_flow_over_pages_each_row_once_under_its_head() -> None:
    pages = page_texts(register_pdf(a_register(120)))
    assert len(pages) > 3
    whole = "".join(pages)
    for number in range(1, 121):
        assert whole.count(f"HWCS20261105{number:03d}") == 1
    for at, text in enumerate(pages, start=1):
        assert "产生批次编码" in text
        assert f"第{at}页/共{len(pages)}页" in text


def test_the_same_data_gives_the_same_bytes_and_the_fingerprint_changes_with_it() -> None:
    register = a_register()
    assert register_pdf(register) == register_pdf(a_register())
    seals = set()
    for made in (register, a_register(4), a_register(period="2026 年 12 月")):
        found = re.search("数据指纹([0-9a-f]{16})", page_texts(register_pdf(made))[0])
        assert found is not None
        seals.add(found.group(1))
    assert len(seals) == 3


def test_an_empty_register_says_so() -> None:
    assert "本期没有记录" in page_texts(register_pdf(a_register(0)))[0]


def test_what_cannot_be_drawn_is_refused_before_printing() -> None:
    with pytest.raises(Unprintable):
        register_pdf(a_register(unit="\ue000"))


def test_too_many_rows_for_a_request_are_refused_with_advice() -> None:
    with pytest.raises(Refused) as refused:
        register_pdf(a_register(6), most=5)
    assert refused.value.codes == ("reports.too_long_for_paper",)


def test_a_long_register_tells_how_far_it_is_and_may_be_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paper, "EVERY", 50)
    told: list[int] = []
    assert register_pdf(a_register(120), tell=told.append) == register_pdf(a_register(120))
    assert told == [0, 50, 100]

    def end(_: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        register_pdf(a_register(3), tell=end)


def test_the_fingerprint_is_that_of_the_whole_printed_data() -> None:
    register = a_register(3)
    (table,) = register.tables
    kept = [c for c in table.columns if not c.extra]
    rows = [[shown(row.get(c.key), c.form) for c in kept] for row in table.rows]
    facts = asdict(replace(register, tables=()))
    whole = digest({"facts": facts, "tables": [[table.name, rows]]})
    assert "数据指纹" + whole[:16] in page_texts(register_pdf(register))[0]


def test_columns_fill_the_page_and_a_code_stays_on_one_line() -> None:
    register = a_register()
    (table,) = register.tables
    with Spool() as spool:
        found = widths(measured(register, table, spool, Seal(register)), 6.5, WIDTH_MM)
    assert sum(found) == pytest.approx(WIDTH_MM)
    text = page_texts(register_pdf(register))[0]
    assert re.search("HWCS20261105001", text)
    assert "HW08" in [word for _, _, word in places(register_pdf(register))]


def test_a_difference_below_nothing_is_printed_with_its_sign() -> None:
    assert shown(-400_000, Form.TONNES) == "−0.400"
    assert shown(None, Form.TONNES) == ""


def test_a_long_name_is_narrowed_and_never_runs_out_of_the_paper() -> None:
    name = "绍兴市上虞区杭州湾经济技术开发区示例精细化工新材料有限责任公司第二分公司" * 3
    made = register_pdf(a_register(unit=name))
    golden("register_long_name", made)


def test_the_page_looks_as_it_was_looked_at() -> None:
    golden("register", register_pdf(a_register(8)))


def test_several_tables_follow_each_other() -> None:
    register = a_register()
    (table,) = register.tables
    both = replace(register, tables=[table, Table("收支校核", table.columns[:3], [], "说明")])
    text = page_texts(register_pdf(both))[0]
    assert text.index("B.1产生") < text.index("收支校核") < text.index("说明")
