"""Decides what the invented district is called: trades and towns, never people; codes nobody has."""

from dataclasses import dataclass

from wastetrack.parties.rules import check_character
from wastetrack.parties.terms import Band

_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
# the 154 range carries no public mobile service that we know of
_PHONES = 15_400_000_000


@dataclass(frozen=True, slots=True)
class Trade:
    """A kind of small unit: its industry template, how it is called, and how often it is met."""

    industry: str
    label: str
    share: int
    codes: tuple[str, ...]
    expected: Band = Band.UNDER_10
    direct: bool = False  # large enough to send to a disposer without a collector
    medical: bool = False


TRADES = (
    Trade("汽修", "汽修", 38, ("900-214-08", "900-249-08", "900-041-49", "900-252-12")),
    Trade("机加工", "机械", 26, ("900-006-09", "900-217-08", "900-200-08", "900-041-49")),
    Trade("印刷", "印刷", 7, ("900-253-12", "900-299-12", "900-041-49")),
    Trade("喷涂", "涂装", 9, ("900-252-12", "900-404-06", "900-039-49")),
    Trade("实验室", "检测", 4, ("900-047-49", "900-041-49", "900-404-06")),
    Trade("其他", "五金", 8, ("900-249-08", "900-041-49")),
    Trade("电镀", "表面处理", 3, ("336-063-17", "900-300-34"), Band.UNDER_100, direct=True),
    Trade(
        "化工",
        "化工",
        3,
        ("900-013-11", "900-404-06", "900-039-49", "900-041-49"),
        Band.UNDER_100,
        direct=True,
    ),
    Trade("医院", "诊所", 2, ("841-001-01", "841-002-01"), direct=True, medical=True),
)


def trade(label: str) -> Trade:
    """The trade of this label."""
    return next(t for t in TRADES if t.label == label)


def short_town(name: str) -> str:
    """A town without 街道, 镇 or 乡: 章镇镇 is 章镇."""
    return name.removesuffix("街道").removesuffix("镇").removesuffix("乡")


def credit_code(number: int, prefix: str = "91") -> str:
    """A code with valid check characters in a range that no register issues (DEM0)."""
    organisation = f"DEM0{number:04d}"
    values = (int(c, 36) for c in organisation)
    left = 11 - sum(v * w for v, w in zip(values, _ORGANISATION_WEIGHTS, strict=True)) % 11
    check = {10: "X", 11: "0"}.get(left, str(left))
    body = f"{prefix}330604{organisation}{check}"
    return body + check_character(body)


def phone(number: int) -> str:
    """An invented mobile number."""
    return str(_PHONES + number)


def plate(number: int) -> str:
    """A plate of the prefecture in an invented series."""
    return f"浙D{90_000 + number:05d}"


def official_number(year: int, serial: int) -> str:
    """A number in the marked demo range 9xxxxx of the prefecture; the national system mints real ones."""
    return f"{year}3306{900_000 + serial:06d}"
