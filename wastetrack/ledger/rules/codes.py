"""Reads the codes in cells, or tells how a spreadsheet damaged them: batches, units, wastes, pieces."""

import math
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from wastetrack.catalog.rules import suggest_code
from wastetrack.kernel.clock import SHANGHAI
from wastetrack.kernel.errors import Violation
from wastetrack.ledger.rules.cells import KEPT_DIGITS, CellFault, shown, text_of
from wastetrack.ledger.terms import Cell, Sheet

_SCIENTIFIC = re.compile(r"^\d(?:\.\d+)?[eE]\+?\d{1,3}$")
# HJ 1259 appendix B; what goes abroad has a code of its own
BATCHES: dict[Sheet, tuple[str, ...]] = {
    Sheet.LEFT: ("HWCK",),
    Sheet.OWN: ("HWZXLY", "HWZXCZ"),
    Sheet.OUTSIDE: ("HWWWLY", "HWWWCZ", "HWCKLY", "HWCKCZ"),
}
_CREDIT = re.compile(r"^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$", re.ASCII)


def kept_whole(cell: Cell) -> str:
    """A code that a spreadsheet left as text; a number of many digits has lost its last ones."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        if not math.isfinite(cell) or abs(cell) >= 10**KEPT_DIGITS:
            raise CellFault("ledger.code_number", input=shown(cell))
        return text_of(cell)
    if isinstance(cell, (date, time, timedelta)):
        raise CellFault("ledger.code_became_date", input=shown(cell))
    text = unicodedata.normalize("NFKC", text_of(cell))
    if _SCIENTIFIC.match(text):
        raise CellFault("ledger.code_scientific", input=shown(cell))
    return text


def credit_code_of(cell: Cell) -> str:
    """A 统一社会信用代码, or how a spreadsheet damaged it."""
    if text_of(cell) == "":
        raise CellFault("ledger.missing")
    text = re.sub(r"[\s-]+", "", kept_whole(cell)).upper()
    if isinstance(cell, (int, float)):
        raise CellFault("ledger.code_number", input=shown(cell))
    if len(text) == 18 and text.isdigit() and text.endswith("000"):
        raise CellFault("ledger.code_zeros", input=shown(cell))
    if not _CREDIT.match(text):
        raise CellFault("ledger.credit_code", input=shown(cell), length=len(text))
    return text


def batch_of(cell: Cell, prefix: str) -> str:
    """A batch code of HJ 1259 appendix B: prefix, day, number."""
    text = re.sub(r"[\s-]+", "", kept_whole(cell)).upper()
    if not text:
        raise CellFault("ledger.missing")
    if not re.fullmatch(rf"{prefix}\d{{8}}\d{{3,6}}", text, re.ASCII):
        example = f"{prefix}20211031001"
        raise CellFault("ledger.batch_form", input=shown(cell), example=example)
    return text


def batch_among(cell: Cell, prefixes: Sequence[str]) -> str:
    """A batch code that may begin in several ways."""
    text = re.sub(r"[\s-]+", "", kept_whole(cell)).upper()
    return batch_of(cell, next((p for p in prefixes if text.startswith(p)), prefixes[0]))


def batch_day_fault(batch: str, prefix: str, moment: datetime) -> Violation | None:
    """The day inside a batch code is the day of its time."""
    day = f"{moment.astimezone(SHANGHAI):%Y%m%d}"
    inside = batch[len(prefix) : len(prefix) + 8]
    if inside == day:
        return None
    return Violation("ledger.batch_day", "batch", {"input": batch, "inside": inside, "day": day})


def waste_code_of(cell: Cell) -> str:
    """A waste code in the catalogue's form, or which one was surely meant."""
    text = kept_whole(cell)
    if not text:
        raise CellFault("ledger.missing")
    fault = suggest_code(text, "code")
    if fault is not None:
        raise CellFault(fault.code, **fault.params)
    return text


def codes_of(cell: Cell) -> tuple[str, ...]:
    """The codes in a cell, parted by commas, semicolons or lines."""
    parts = re.split(r"[,;，；、\s]+", kept_whole(cell).upper())
    return tuple(dict.fromkeys(part[:64] for part in parts if part))


def category_fault(text: str, code: str) -> Violation | None:
    """The category says the same as the last two digits of the code."""
    found = re.match(r"^(?:HW)?-?(\d{1,2})", unicodedata.normalize("NFKC", text).upper())
    if not text or (found and found.group(1).zfill(2) == code[-2:]):
        return None
    return Violation(
        "ledger.category", "category", {"input": shown(text), "right": f"HW{code[-2:]}"}
    )


def packaging_of(text: str) -> str:
    """The kind of packaging that a word names; the word itself is kept beside it."""
    for marks, kind in (
        (("吨桶", "IBC", "ibc"), "ibc"),
        (("桶",), "drum"),
        (("袋",), "bag"),
        (("箱", "盒"), "box"),
        (("罐", "槽", "池"), "tank"),
        (("散", "堆"), "loose"),
    ):
        if any(mark in text for mark in marks):
            return kind
    return "other"
