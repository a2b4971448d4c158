"""Writes the filled example: the same rows for the same day and sites, so that anyone can try an import."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO

from wastetrack.kernel.clock import SHANGHAI
from wastetrack.ledger.rules import LAYOUTS, NAMES
from wastetrack.ledger.shapes.spreadsheet import Out, Writer, rows_of
from wastetrack.ledger.shapes.template import add_choices, write_guide
from wastetrack.ledger.terms import IMPORTED, Sheet
from wastetrack.parties.rules import check_character

BATCHES = 12
_EVERY_DAYS = 5
# waste, everyday name, packaging, usual kilograms, producing facility
_WASTES = (
    ("900-214-08", "废机油", "桶", 168, "MF0001"),
    ("900-041-49", "废机油滤芯、含油抹布", "袋", 22, "MF0001"),
    ("900-249-08", "废机油桶", "散装", 36, "MF0002"),
    ("900-052-31", "废铅蓄电池", "箱", 145, "MF0002"),
    ("900-252-12", "废漆渣", "桶", 48, "MF0003"),
    ("900-404-06", "废稀释剂、洗枪水", "桶", 41, "MF0003"),
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A site as the example names it."""

    credit_code: str
    name: str
    site_name: str
    town: str
    address: str
    phone: str
    store: str = "TS001"
    industry: str = "汽修"


def example_spots() -> tuple[Spot, ...]:
    """Two invented units with codes that pass the check."""
    return tuple(
        Spot(
            credit_code=f"{body}{check_character(body)}",
            name=f"{trade}（虚构示例）",
            site_name=site,
            town=town,
            address="示例路 1 号",
            phone=phone,
        )
        for body, trade, site, town, phone in (
            ("91330604MA2DEMQ01", "示例汽车修理厂", "修理车间", "百官街道", "13800000001"),
            ("91330604MA2DEMQ02", "示例钣喷中心", "钣喷车间", "崧厦街道", "13800000002"),
        )
    )


def sample_book(today: date, spots: Sequence[Spot] = (), out: Out | None = None) -> bytes:
    """A realistic filled workbook of the two months before a day; written to `out`, or returned."""
    places = tuple(spots) or example_spots()
    buffer = BytesIO()
    writer = Writer(out or buffer)
    write_guide(writer)
    rows = {
        Sheet.UNITS: [_unit(spot) for spot in places],
        Sheet.PRODUCED: [row for spot in places for row in _produced(today, spot)],
        Sheet.STORED: [row for spot in places for row in _stored(today, spot)],
    }
    for sheet in IMPORTED:
        page = writer.sheet(NAMES[sheet], LAYOUTS[sheet])
        rows_of(writer, page, LAYOUTS[sheet], rows[sheet])
        add_choices(page, LAYOUTS[sheet])
    writer.close()
    return buffer.getvalue()


def _unit(spot: Spot) -> dict[str, object]:
    return {
        "credit_code": spot.credit_code,
        "name": spot.name,
        "industry": spot.industry,
        "site_name": spot.site_name,
        "town": spot.town,
        "address": spot.address,
        "phone": spot.phone,
        "expected": 4_800_000,
        "store": spot.store,
        "capacity": 3_000_000,
    }


def _produced(today: date, spot: Spot) -> list[dict[str, object]]:
    rows = []
    for number in range(BATCHES):
        code, name, packaging, kilograms, made_in = _WASTES[number % len(_WASTES)]
        day = today - timedelta(days=_EVERY_DAYS * (BATCHES - number))
        rows.append(
            {
                "batch": f"HWCS{day:%Y%m%d}001",
                "at": datetime.combine(day, time(9, 5 * number), SHANGHAI),
                "name": name,
                "official": "",
                "category": f"HW{code[-2:]}",
                "code": code,
                # odd grams, as a scale gives them
                "amount": kilograms * 1000 + 370 * number,
                "unit": "吨",
                "codes": "" if packaging == "散装" else f"{day:%y%m%d}-{number + 1:02d}",
                "packaging": packaging,
                "quantity": 6 if packaging == "散装" else 1,
                "made_in": made_in,
                "officer": "维修班组",
                "destination": "贮存",
                "credit_code": spot.credit_code,
                "site_name": spot.site_name,
            }
        )
    return rows


def _stored(today: date, spot: Spot) -> list[dict[str, object]]:
    rows = []
    for made in _produced(today, spot):
        at = made["at"]
        if not isinstance(at, datetime):
            continue
        rows.append(
            {
                **{key: made[key] for key in _SAME},
                "batch": str(made["batch"]).replace("HWCS", "HWRK"),
                "at": at + timedelta(hours=2),
                "store": spot.store,
                "store_kind": "贮存点",
                "carried_by": "维修班组",
                "kept_by": "危废管理岗",
                "produced": made["batch"],
            }
        )
    return rows


_SAME = (
    "name",
    "official",
    "category",
    "code",
    "amount",
    "unit",
    "codes",
    "packaging",
    "quantity",
    "credit_code",
    "site_name",
)
