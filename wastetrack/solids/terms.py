"""Words of the general industrial waste room: its tables and the plain facts its rules judge."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sheet(StrEnum):
    """Tables 4 to 8 of 一般工业固体废物管理台账制定指南（试行）, 公告 2021 年第 82 号."""

    PRODUCED = "produced"  # 表 4
    STORED = "stored"  # 表 5, in and out
    TAKEN = "taken"  # 表 6 自行利用
    SHIPPED = "shipped"  # 表 7 委托外单位 / 运出
    DISPOSED = "disposed"  # 表 8 自行处置


PREFIX = {
    Sheet.PRODUCED: "CS",
    Sheet.STORED: "ZC",
    Sheet.TAKEN: "JS",
    Sheet.SHIPPED: "YC",
    Sheet.DISPOSED: "CZ",
}


class Way(StrEnum):
    """Into a store or out of it (table 5)."""

    IN = "in"
    OUT = "out"


class SolidState(StrEnum):
    KEPT = "kept"
    VOID = "void"  # entered by mistake: it stays readable and counts no more


@dataclass(frozen=True, slots=True)
class SolidBalance:
    """期初 + 产生 − 自行利用 − 自行处置 − 运出 = 期末 of one waste; storing moves it and changes no sum."""

    code: str
    name: str
    opening_g: int
    produced_g: int
    used_g: int
    disposed_g: int
    shipped_g: int
    stored_in_g: int
    stored_out_g: int

    @property
    def closing_g(self) -> int:
        return self.opening_g + self.produced_g - self.used_g - self.disposed_g - self.shipped_g


@dataclass(frozen=True, slots=True)
class RecordFact:
    """What is judged of a new record."""

    sheet: Sheet
    code_known: bool
    on: date
    today: date
    grams: int
    way: Way | None
    facility: str
    facility_known: bool
    destination: str
    method: str
