"""The small lists: divisions, packaging, forms, methods, categories, notes, trades' usual wastes."""

from collections.abc import Iterator
from pathlib import Path

from wastetrack.catalog.inputs.listing import Listing, Values, read
from wastetrack.catalog.model import CodeValue, Division, IndustryTemplate
from wastetrack.catalog.terms import Confidence

# kind of code value → file
_SMALL = {
    "form": "forms",
    "packaging": "packaging",
    "hazard": "hazards",
    "method": "methods",
    "category": "categories",
}
_Code = tuple[str, str, str, str, str]


def divisions(folder: Path) -> Listing:
    """Towns and streets with the points GeoNames knows."""
    rows: list[Values] = [
        {
            "code": row["town_code"],
            "name": row["name"],
            "kind": row["type"],
            "county_code": row["county_code"],
            "county_name": row["county_name"],
            "lon": float(row["lon"]) if row["lon"] else None,
            "lat": float(row["lat"]) if row["lat"] else None,
            "coordinate_source": row["coordinate_source"],
        }
        for row in read(folder, "divisions_330604.csv")
    ]
    source = "统计用区划代码（WTFPL）；坐标 GeoNames（CC BY 4.0）"
    return Listing("divisions", "", Division, rows, source, "两份公开数据互相核对")


def codes(folder: Path) -> Listing:
    """Every value of the small code lists, each with how sure it is."""
    names = ("kind", "code", "label_zh", "label_en", "confidence")
    rows: list[Values] = [
        dict(zip(names, values, strict=True)) | {"position": position}
        for position, values in enumerate(_codes(folder), 1)
    ]
    return Listing("codes", "", CodeValue, rows, "随程序提供的小代码表")


def _codes(folder: Path) -> Iterator[_Code]:
    for kind, name in _SMALL.items():
        for row in read(folder, f"{name}.csv"):
            yield kind, row["code"], row["label_zh"], row["label_en"], row["confidence"]
    for row in read(folder, "hazardous_waste_catalogue_notes.csv"):
        yield "note", row["note_no"], row["text"], row["text_en"], Confidence.READ.value
    for row in read(folder, "general_solid_waste_codes.csv"):
        sure = Confidence.READ if row["provenance"] == "source" else Confidence.INFERRED
        code, zh = row["code"] or row["class_code"], row["name"] or row["class_name"]
        yield "general_waste", code, zh, row["label_en"], sure.value


def templates(folder: Path) -> Listing:
    """Usual wastes of each trade, in the order of the registration form."""
    rows: list[Values] = [
        {
            "industry": row["industry"],
            "waste_code": row["waste_code"],
            "position": position,
            "common_name": row["common_name"],
            "form": row["form"],
            "packaging": row["packaging"],
            "volume_l": int(row["volume_l"]),
        }
        for position, row in enumerate(read(folder, "industry_templates.csv"), 1)
    ]
    return Listing("templates", "", IndustryTemplate, rows, "随程序提供的行业常见废物")
