"""Words of the catalogue: editions, units of a limit, and the facts that other rooms hold."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Edition(StrEnum):
    """Editions of the 国家危险废物名录; a container keeps the one it was coded under."""

    E2021 = "2021"  # 部令第15号, 2021-01-01 to 2024-12-31
    E2025 = "2025"  # 部令第36号, from 2025-01-01


class Confidence(StrEnum):
    """How sure a row is: the text was read, or it is inferred and shown as 待确认."""

    READ = "S"
    INFERRED = "R"


class LimitUnit(StrEnum):
    """What a limit is counted in; a year ends on the same date, a date recurs every period."""

    YEAR = "year"
    DAY = "day"
    WORKING_DAY = "working_day"
    HOUR = "hour"
    GRAM = "gram"
    PERCENT = "percent"
    DATE = "date"
    NONE = "none"  # a duty without a count: cited at gates, never a clock


@dataclass(frozen=True, slots=True)
class WasteFact:
    """One code of the catalogue; `hazards` keeps the printed order and separator."""

    edition: str
    code: str
    category_code: str
    category_name: str
    industry: str
    description: str
    hazards: str
    letters: tuple[str, ...] = ()
    separator: str = ""
    # 900-000-××: hazardous by identification only (名录 §6), so its properties come from the report
    identified: bool = False

    @property
    def name(self) -> str:
        """What a list shows when the unit has no name of its own for it."""
        return self.description or self.category_name


@dataclass(frozen=True, slots=True)
class ExemptionFact:
    """One row of the 豁免管理清单: an item, a step, its condition and what it frees from."""

    item_no: int
    waste_code: str
    scope: str
    waste: str
    stage: str
    condition: str
    content: str


@dataclass(frozen=True, slots=True)
class DivisionFact:
    """A town or street of the district; a point only where one is known."""

    code: str
    name: str
    kind: str
    county_code: str
    county_name: str
    lon: float | None
    lat: float | None


@dataclass(frozen=True, slots=True)
class CodeFact:
    """A value of a small official list, in both languages."""

    kind: str
    code: str
    label_zh: str
    label_en: str
    confidence: str

    def label(self, lang: str) -> str:
        return self.label_en if lang == "en" and self.label_en else self.label_zh


@dataclass(frozen=True, slots=True)
class TemplateFact:
    """A waste that a trade usually makes, with its everyday name and usual packaging."""

    industry: str
    waste_code: str
    common_name: str
    form: str
    packaging: str
    volume_l: int


@dataclass(frozen=True, slots=True)
class RuleLevel:
    """A step on the way to a limit.

    `at` is counted in `unit` from the start of the clock; where the rule's unit is a date, or where
    `at` is negative (before), from the due date. `over`: the wording is 超过 or 不得超过, so the step
    is reached only beyond `at`, never at exactly it.
    """

    at: float
    unit: LimitUnit
    level: str
    over: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One law basis as it was in force on a day."""

    code: str
    valid_from: date
    valid_to: date | None
    title_zh: str
    title_en: str
    binds: str
    starts: str
    unit: LimitUnit
    limit: int
    # for a yearly date: the month; a date without month recurs in each period
    month: int | None
    levels: tuple[RuleLevel, ...]
    citation: str
    law_name: str
    confidence: str
    local: bool
    note: str
    duty_zh: str
    duty_en: str

    @property
    def pending(self) -> bool:
        """Whether screens mark it 待确认."""
        return self.confidence != Confidence.READ

    @property
    def lawful(self) -> bool:
        """Whether it may be shown as a legal limit: its text was read, and it is no local wish."""
        return not (self.local or self.pending)

    @property
    def basis(self) -> str:
        """Law and article in one line, as an alert cites it."""
        return f"{self.law_name}{self.citation}"

    def title(self, lang: str) -> str:
        return self.title_en if lang == "en" else self.title_zh

    def duty(self, lang: str) -> str:
        return self.duty_en if lang == "en" else self.duty_zh
