"""The columns of an operator's record book 经营情况记录簿, and how long it is kept.

危险废物经营许可证管理办法 §18: at least ten years, the book of a landfill for ever. The parts and their
columns are inferred from what the article asks for (待确认): no official form was found.
"""

from dataclasses import dataclass

from wastetrack.ledger.terms import Column, Form

_T = Form.TONNES
RECEIVED = (
    Column("at", "接收时间", width=17, form=Form.MOMENT),
    Column("manifest", "联单编号", width=18),
    Column("consignor", "移出单位", width=24),
    Column("name", "废物名称", width=18),
    Column("code", "废物代码", width=13),
    Column("container", "容器", width=12),
    Column("grams", "接收量（吨）", width=12, form=_T),
    Column("store", "贮存设施", width=14),
)
STOCK = (
    Column("name", "废物名称", width=22),
    Column("code", "废物代码", width=13),
    Column("opening", "期初库存（吨）", width=12, form=_T),
    Column("received", "接收（吨）", width=12, form=_T),
    Column("produced", "次生及自产（吨）", width=12, form=_T),
    Column("own", "利用处置（吨）", width=12, form=_T),
    Column("outside", "转出（吨）", width=12, form=_T),
    Column("closing", "期末库存（吨）", width=12, form=_T),
    Column("difference", "差额（吨）", width=12, form=_T),
)
FED = (
    Column("batch", "批次编码", width=20),
    Column("at", "投料时间", width=17, form=Form.MOMENT),
    Column("name", "废物名称", width=18),
    Column("code", "废物代码", width=13),
    Column("container", "容器", width=12),
    Column("manifest", "联单编号", width=18),
    Column("grams", "投料量（吨）", width=12, form=_T),
)
TREATED = (
    Column("batch", "批次编码", width=20),
    Column("at", "利用处置时间", width=17, form=Form.MOMENT),
    Column("facility", "设施", width=20),
    Column("method", "方式", width=28),
    Column("containers", "容器数", width=8, form=Form.COUNT),
    Column("grams", "利用处置量（吨）", width=12, form=_T),
    Column("note", "备注", width=20),
)
SECONDARY = (
    Column("batch", "利用处置批次", width=20),
    Column("at", "产生时间", width=17, form=Form.MOMENT),
    Column("name", "废物名称", width=20),
    Column("code", "废物代码", width=13),
    Column("container", "容器", width=12),
    Column("grams", "产生量（吨）", width=12, form=_T),
)
OUTGOING = (
    Column("at", "被接受时间", width=17, form=Form.MOMENT),
    Column("manifest", "联单编号", width=18),
    Column("receiver", "接受单位", width=24),
    Column("name", "废物名称", width=18),
    Column("code", "废物代码", width=13),
    Column("container", "容器", width=12),
    Column("grams", "接受量（吨）", width=12, form=_T),
)
NAMES = {
    "received": ("接收", RECEIVED),
    "stock": ("库存", STOCK),
    "fed": ("投料批次", FED),
    "treated": ("利用处置", TREATED),
    "secondary": ("次生废物", SECONDARY),
    "outgoing": ("转出", OUTGOING),
}
LANDFILL = frozenset({"D1"})
BASIS = "《危险废物经营许可证管理办法》第十八条"


@dataclass(frozen=True, slots=True)
class Retention:
    """How long a record is kept, and on what ground; years None is for ever."""

    years: int | None
    basis: str

    @property
    def text(self) -> str:
        kept = "永久保存" if self.years is None else f"保存 {self.years} 年以上"
        return f"{kept}（{self.basis}）"


LEDGER_RETENTION = Retention(5, "HJ 1259-2022 第 6.4 条")
SOLIDS_RETENTION = Retention(5, "一般工业固体废物管理台账制定指南（试行）·待确认")


def book_retention(methods: frozenset[str]) -> Retention:
    """A landfill's book is kept for ever; any other for ten years at least."""
    return Retention(None if methods & LANDFILL else 10, BASIS)
