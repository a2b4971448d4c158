"""The rows of HJ 1259-2022 appendix C (C.1 month, C.2 quarter, C.3 year) and of the check beside it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from wastetrack.ledger.terms import Column, Form
from wastetrack.reports.terms import WasteReport, Why

Row = dict[str, object]
_T = Form.TONNES

COLUMNS = (
    Column("name", "行业俗称/单位内部名称", width=20),
    Column("official", "国家名录名称", width=26),
    Column("category", "类别", width=8),
    Column("code", "代码", width=13),
    Column("harmful", "有害成分名称", width=14),
    Column("form", "形态", width=8),
    Column("hazards", "危险特性", width=9),
    Column("produced", "产生量（吨）", width=12, form=_T),
    Column("own_method", "自行利用/处置方式", width=10),
    Column("own", "自行利用/处置量（吨）", width=12, form=_T),
    Column("province", "接收单位所在省（区、市）", width=10),
    Column("receiver", "接收单位名称", width=22),
    Column("licence", "许可证编码/豁免编号/出口核准通知单编号", width=18),
    Column("method", "委外利用/处置方式", width=10),
    Column("outside", "委外利用/处置量（吨）", width=12, form=_T),
    Column("opening", "上期末剩余贮存量（吨）", width=12, form=_T),
    Column("closing", "本期末剩余贮存量（吨）", width=12, form=_T),
)
CHECK_COLUMNS = (
    Column("name", "废物", width=22),
    Column("code", "代码", width=13),
    Column("opening", "期初（吨）", width=12, form=_T),
    Column("produced", "产生（吨）", width=12, form=_T),
    Column("received", "接收（吨）", width=12, form=_T),
    Column("own", "自行利用处置（吨）", width=12, form=_T),
    Column("outside", "委外（吨）", width=12, form=_T),
    Column("expected", "应有期末（吨）", width=12, form=_T),
    Column("closing", "期末（吨）", width=12, form=_T),
    Column("difference", "差额（吨）", width=12, form=_T),
)
CAUSE_COLUMNS = (
    Column("at", "时间", width=17, form=Form.MOMENT),
    Column("name", "废物", width=22),
    Column("code", "代码", width=13),
    Column("why", "原因", width=34),
    Column("reference", "联单或容器", width=22),
    Column("grams", "数量（吨）", width=12, form=_T),
)
# the official name of each table, by the months of its period
NAMES = {1: "C.1 月度报告", 3: "C.2 季度报告", 12: "C.3 年度报告"}
CHECK_NAME = "收支校核"
CAUSES_NAME = "差额明细"
FORMULA = "期初 + 产生 + 接收 − 自行利用处置 − 委外 = 应有期末；差额 = 期末 − 应有期末，由差额明细逐笔说明"
WHY_ZH = {
    Why.ON_THE_ROAD: "本期启运，期末尚未被接受",
    Why.FROM_BEFORE: "上期启运，本期被接受或退回",
    Why.WEIGHING: "启运量与接受量之差",
    Why.CORRECTED: "更正重量",
    Why.VOIDED: "容器作废",
    Why.IDENTIFIED: "鉴别为非危险废物",
}


def rows(reports: Sequence[WasteReport], forms: Mapping[str, str]) -> Iterator[Row]:
    """Each waste once; a second method or receiver of it takes a further line without its amounts."""
    for report in reports:
        line = report.balance
        named: Row = {
            "name": line.waste_name,
            "official": report.official,
            "category": f"HW{line.waste_code[-2:]}",
            "code": line.waste_code,
        }
        first: Row = {
            "harmful": line.harmful,
            "form": forms.get(line.form, ""),
            "hazards": line.hazards,
            "produced": line.produced_g,
            "opening": line.opening_g,
            "closing": line.closing_g,
        }
        ways = list(zip_longest(report.own, report.entrusted))
        for number, (own, out) in enumerate(ways or [(None, None)]):
            row = {**named, **(first if number == 0 else {})}
            if own:
                row |= {"own_method": own.method, "own": own.grams}
            if out:
                row |= {
                    "province": out.province,
                    "receiver": out.unit,
                    "licence": out.licence,
                    "method": out.method,
                    "outside": out.grams,
                }
            yield row


def check_rows(reports: Sequence[WasteReport]) -> Iterator[Row]:
    """期初 + 产生 + 接收 − 自行 − 委外 beside what stands there; the difference as its own figure."""
    for report in reports:
        line = report.balance
        yield {
            "name": line.waste_name,
            "code": line.waste_code,
            "opening": line.opening_g,
            "produced": line.produced_g,
            "received": line.received_g,
            "own": line.own_g,
            "outside": line.outside_g,
            "expected": line.expected_g,
            "closing": line.closing_g,
            "difference": line.difference_g,
        }


def cause_rows(reports: Sequence[WasteReport]) -> Iterator[Row]:
    """The entries that a difference is made of, in the order of time for each waste."""
    for report in reports:
        for cause in report.causes:
            yield {
                "at": cause.at,
                "name": cause.waste_name,
                "code": cause.waste_code,
                "why": WHY_ZH[cause.why],
                "reference": cause.reference,
                "grams": cause.grams,
            }


def why_of(kinds: frozenset[str]) -> Why:
    """What the moves of one transfer amount to in a period, by which of them fell into it."""
    if kinds == {"container.load"}:
        return Why.ON_THE_ROAD
    return Why.WEIGHING if "container.load" in kinds else Why.FROM_BEFORE


def unexplained_g(reports: Sequence[WasteReport]) -> int:
    """Grams of difference that no entry explains: always 0, and shown when it is not."""
    return sum(abs(r.balance.difference_g - r.explained_g) for r in reports)
