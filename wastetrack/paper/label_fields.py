"""Decides which fields a container label shows, under which titles and in which rows (HJ 1276-2022)."""

from functools import lru_cache
from itertools import pairwise

from wastetrack.containers.shapes import LabelSheet
from wastetrack.paper import hazards
from wastetrack.paper.glyphs import THIN_SPACE, Glyph, spell
from wastetrack.paper.lines import Line, width_of, wrap

TITLES = {
    "waste_name": "废物名称",
    "category": "废物类别",
    "form": "废物形态",
    "waste_code": "废物代码",
    "main_components": "主要成分",
    "harmful_components": "有害成分",
    "precautions": "注意事项",
    "digital_id": "数字识别码",
    "unit_name": "产生/收集单位",
    "contact": "联系人和联系方式",
    "produced_on": "产生日期",
    "mass_text": "废物重量",
    "remark": "备注",
    "version": "标签版次",
}
Rows = tuple[tuple[str, ...], ...]
# Beside the hazard pictures, over the whole width, beside the symbol.
TOP: Rows = (
    ("waste_name",),
    ("category", "form"),
    ("waste_code",),
    ("main_components",),
    ("harmful_components",),
)
MIDDLE: Rows = (("precautions",), ("digital_id",), ("unit_name",), ("contact",))
BOTTOM: Rows = (("produced_on",), ("mass_text",), ("remark",), ("version",))

# What a person can shorten; the other fields have a fixed form.
FREE_TEXT = frozenset(
    {
        "waste_name",
        "main_components",
        "harmful_components",
        "precautions",
        "unit_name",
        "contact",
        "remark",
    }
)
# Short enough to stay on one line: larger letters are not worth a break in them.
SHORT = frozenset({"category", "form", "waste_code", "produced_on", "mass_text", "version"})
# Unit, waste, date, sequence: where the 37 characters part.
ID_CUTS = (18, 26, 34)


def value(sheet: LabelSheet, key: str) -> str:
    """Write what a field says."""
    if key == "version":
        return f"第 {sheet.label_version} 版（名录 {sheet.edition}）"
    if key == "digital_id":
        cuts = (0, *ID_CUTS, len(sheet.digital_id))
        return THIN_SPACE.join(sheet.digital_id[start:end] for start, end in pairwise(cuts))
    return str(getattr(sheet, key))


def texts(sheet: LabelSheet) -> list[str]:
    """Everything the label prints, for the glyph guard."""
    return [*(value(sheet, key) for key in TITLES), sheet.human_code]


@lru_cache
def title(key: str) -> tuple[Glyph, ...]:
    """The title of a field, in bold, with its colon."""
    return spell(TITLES[key] + "：", bold=True)


def paragraph(key: str, text: str) -> tuple[Glyph, ...]:
    """Set a field: the title, the value after it."""
    return title(key) + spell(text)


@lru_cache(maxsize=8192)
def broken(key: str, text: str, width: float) -> tuple[Line, ...]:
    """Break a field into lines; kept, because the labels of one run share most fields."""
    return tuple(wrap(paragraph(key, text), width))


@lru_cache(maxsize=1024)
def hazard_words(letters: tuple[str, ...], separator: str, width: float) -> tuple[Line, ...]:
    """Write the properties in words, broken only between two of them.

    The separator keeps its meaning: a slash says "one or more of these".
    """
    mark = "/" if separator == "/" else "，"
    done: list[Line] = []
    for at, letter in enumerate(letters, start=1):
        word = spell(hazards.NAMES[letter] + (mark if at < len(letters) else ""))
        if done and width_of(done[-1] + word) <= width:
            done[-1] += word
        else:
            done.append(word)
    return tuple(done)
