"""Decides what the sheets beside a manifest have in common: whose they are, their lines and amounts, signatures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from wastetrack import words
from wastetrack.paper import amounts, glyphs
from wastetrack.paper.form import Form, fingerprint_of, form_pdf, strings
from wastetrack.paper.form_rows import BODY, Column, facts, part, table
from wastetrack.paper.grid import CENTRE, LEFT, Row, cell
from wastetrack.reports.shapes.sheets import (
    AuthorityReport,
    CorrectionSheet,
    DiscrepancySheet,
    ReturnSheet,
    Said,
    SheetHead,
    SheetLine,
    VoidSheet,
)

CHINESE = "zh-CN"
SAID: tuple[Column, ...] = (
    ("时间", 36, CENTRE),
    ("谁", 50, LEFT),
    ("事项", 24, CENTRE),
    ("陈述", 70, LEFT),
)
ACTS = {
    "manifest.query": "提出不符",
    "manifest.agree": "同意",
    "manifest.object": "有异议",
    "manifest.accept": "接受",
    "manifest.refuse": "拒收",
    "manifest.send_back": "退运",
    "manifest.take_back": "收回",
    "case.answer": "案件中答复",
}
NOT_SAID = "没有记录。"
SIGNERS = ("移出人", "接受人", "承运人", "主管部门")

Sheet = DiscrepancySheet | CorrectionSheet | VoidSheet | ReturnSheet


def sheet_pdf(title: str, sheet: Sheet, rows: Iterable[Row]) -> bytes:
    """Make a sheet as a PDF: whose transfer it is, its own rows, room for hands.

    Raises `Unprintable` for characters without a glyph.
    """
    glyphs.guard(strings(asdict(sheet)))
    head = sheet.head
    shown = [f"联单编号：{head.official_number or '未编号'}"]
    if head.provincial_number:
        shown.append(f"省级编号：{head.provincial_number}")
    if head.paper_number:
        shown.append(f"纸质联单编号：{head.paper_number}")
    shown.append(f"本系统编号：{head.reference}　联单状态：{label(head.state)}")
    form = Form(
        title=title,
        reference=head.reference,
        numbers=tuple(shown),
        number=head.official_number or head.paper_number or head.reference,
        seal=fingerprint_of(asdict(replace(sheet, head=replace(head, qr_text="")))),
        qr_text=head.qr_text,
    )
    return form_pdf(form, [*part("联单", _transfer(head)), *rows, *_signatures()])


def label(member: object) -> str:
    """A term of the house as papers say it."""
    return words.label(CHINESE, member)


def moment(at: Any) -> str:
    """A time that may not have come: a sheet says so, nobody writes it in by hand."""
    return amounts.moment(at) if at is not None else "—"


def three_units(grams: int | None) -> str:
    """`182400 g`, `182.4 kg` and `0.182 t`, one under the other: nobody has to convert."""
    if grams is None:
        return "—"
    sign, size = ("−", -grams) if grams < 0 else ("", grams)
    kilograms = f"{size / 1000:.3f}".rstrip("0").rstrip(".")
    return f"{sign}{size} g\n{sign}{kilograms} kg\n{sign}{amounts.tonnes(size)} t"


def in_one_line(grams: int | None, between: str = "　") -> str:
    """The same amount where there is width for it."""
    return three_units(grams).replace("\n", between)


def which(line: SheetLine) -> tuple[str, str, str]:
    """Number, container and waste: what every table of lines begins with."""
    return str(line.number), line.code, f"{line.waste_name} {line.waste_code}"


def _transfer(head: SheetHead) -> Iterator[Row]:
    """Whose transfer it is, and its times."""
    yield facts(("移出人", head.consignor), ("接受人", head.receiver))
    yield facts(("承运人", "、".join(head.carriers) or "—"))
    yield facts(("交付时间", moment(head.handed_over_at)), ("起运时间", moment(head.departed_at)))
    yield facts(("到达时间", moment(head.arrived_at)), ("接受时间", moment(head.received_at)))


def said(title: str, statements: Sequence[Said]) -> Iterator[Row]:
    """What the parties stated, in order."""
    if not statements:
        return part(title, iter([note(NOT_SAID)]))
    lines = [(moment(one.at), one.who, ACTS[one.kind], one.text or "—") for one in statements]
    return part(title, table(SAID, lines))


def reports(found: Sequence[AuthorityReport]) -> Iterator[Row]:
    """The report to the authority as a part of its own; its receipt is entered by the authority's hand."""
    return part("向接受地生态环境主管部门的报告（部令第23号 第十八条）", _reports(found))


def _reports(found: Sequence[AuthorityReport]) -> Iterator[Row]:
    if not found:
        yield note("本系统没有报告记录。")
    for report in found:
        yield facts(("报告编号", report.number), ("报告时间", moment(report.at)))
        yield facts(("报告给", report.to), ("报告人", report.who))
        yield facts(("录入时间", moment(report.recorded_at)), ("部门受理编号", ""))


def note(text: str) -> Row:
    """One sentence over the whole width."""
    return Row((cell(text, 180.0, BODY),), BODY)


def _signatures() -> Iterator[Row]:
    """Room for hands, two parties side by side."""
    boxes = [(f"{name}\n（签字盖章）\n日期", "") for name in SIGNERS]
    rows = (facts(*boxes[at : at + 2]) for at in range(0, len(boxes), 2))
    return part("签字", rows)
