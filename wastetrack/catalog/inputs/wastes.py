"""The catalogue's codes with the text that a search looks through, and the exemption list."""

import re
from collections.abc import Iterable
from pathlib import Path

from pypinyin import Style, lazy_pinyin

from wastetrack.catalog.inputs.listing import PACKAGED, Cells, Listing, Values, read
from wastetrack.catalog.model import Exemption, Waste


def initials(text: str) -> str:
    """Pinyin initials of the Chinese characters: 废矿物油 → fkwy."""
    return "".join(lazy_pinyin(re.sub(r"[^一-鿿]", "", text), style=Style.FIRST_LETTER))


def search_text(code: str, category: str, texts: Iterable[str]) -> str:
    """What a search looks through: digits, category, wording and the initials of each text."""
    known = [text for text in texts if text]
    words = [code.replace("-", ""), category, *known, *map(initials, known)]
    return " ".join(words).lower()


def waste_values(edition: str, row: Cells, everyday: Iterable[str] = ()) -> Values:
    """One catalogue row; `everyday` are the trades' own names for it."""
    industry, description = row.get("industry_source", ""), row.get("description", "")
    texts = (row["category_name"], description, industry, *everyday)
    return {
        "edition": edition,
        "waste_code": row["waste_code"],
        "category_code": row["category_code"],
        "category_name": row["category_name"],
        "industry": industry,
        "description": description,
        "hazard_properties": row["hazard_properties"],
        "search": search_text(row["waste_code"], row["category_code"], texts),
    }


def everyday_names(folder: Path = PACKAGED) -> dict[str, list[str]]:
    """Everyday names by code, from the trades' templates."""
    names: dict[str, list[str]] = {}
    for row in read(folder, "industry_templates.csv"):
        known = names.setdefault(row["waste_code"], [])
        if row["common_name"] not in known:
            known.append(row["common_name"])
    return names


def catalogue_2025(folder: Path) -> Listing:
    """The edition in force since 2025-01-01, with wording."""
    return Listing(
        "wastes",
        "2025",
        Waste,
        _rows(folder, "2025", "hazardous_waste_catalogue.csv"),
        "部令第36号 公开文本",
        "官方总数、2021 年版、2016 年版代码",
    )


def catalogue_2021(folder: Path) -> Listing:
    """Codes, categories and letters only, for facts before 2025."""
    return Listing(
        "wastes",
        "2021",
        Waste,
        _rows(folder, "2021", "hazardous_waste_catalogue_2021.csv"),
        "部令第15号 官方PDF",
        "两种提取方法互相核对",
    )


def _rows(folder: Path, edition: str, name: str) -> list[Values]:
    everyday = everyday_names(folder)
    return [
        waste_values(edition, row, everyday.get(row["waste_code"], ()))
        for row in read(folder, name)
    ]


def exemptions(folder: Path) -> Listing:
    """The 豁免管理清单 of 2025 in its own order."""
    rows: list[Values] = [
        {
            "edition": row["edition"],
            "position": position,
            "item_no": int(row["item_no"]),
            "applies_to": row["applies_to"],
            "waste_code": row["waste_code"],
            "scope": row["scope"],
            "waste": row["waste"],
            "stage": row["exempt_stage"],
            "condition": row["condition"],
            "content": row["exempted_content"],
        }
        for position, row in enumerate(read(folder, "hazardous_waste_exemptions.csv"), 1)
    ]
    return Listing("exemptions", "2025", Exemption, rows, "部令第36号 附录 公开文本", "2021 年版")
