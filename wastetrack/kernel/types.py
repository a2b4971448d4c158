"""Constrained scalars: the forms of the trade's codes and amounts, written once."""

from datetime import UTC, date, datetime
from decimal import Decimal, DecimalException
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from wastetrack.kernel.clock import SHANGHAI


def _stripped(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


def _upper(value: object) -> object:
    return value.strip().upper() if isinstance(value, str) else value


def _near(value: date) -> date:
    # outside these years a slip of the pen only breaks later sums (and time zones overflow)
    if not 1950 <= value.year < 2200:
        raise ValueError("time.out_of_range")
    return value


def _aware(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError("time.naive")
    _near(value)
    return value.astimezone(UTC)


# Grams: integer, never negative; a district's yearly mass fits well below 2**53.
MOST_GRAMS = 9_000_000_000_000
Grams = Annotated[int, Field(ge=0, le=MOST_GRAMS)]
PositiveGrams = Annotated[int, Field(gt=0, le=MOST_GRAMS)]
Moment = Annotated[datetime, AfterValidator(_aware)]
Day = Annotated[date, AfterValidator(_near)]

Name = Annotated[str, BeforeValidator(_stripped), StringConstraints(min_length=1, max_length=120)]
Line = Annotated[str, BeforeValidator(_stripped), StringConstraints(max_length=200)]
RequiredLine = Annotated[
    str, BeforeValidator(_stripped), StringConstraints(min_length=1, max_length=200)
]
Note = Annotated[str, BeforeValidator(_stripped), StringConstraints(max_length=2000)]
Reason = Annotated[str, BeforeValidator(_stripped), StringConstraints(min_length=2, max_length=500)]

# GB 32100-2015: alphabet without I O Z S V; the checksum is a warning, not a form (parties.rules).
CreditCode = Annotated[
    str,
    BeforeValidator(_upper),
    StringConstraints(pattern=r"^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$"),
]
# 名录 2025: industry 3 - serial 3 - category 2; 900-000-×× by identification has the same form.
WasteCode = Annotated[
    str,
    BeforeValidator(_stripped),
    StringConstraints(pattern=r"^\d{3}-\d{3}-(0[1-9]|[1-3]\d|40|4[5-9]|50)$"),
]
MobilePhone = Annotated[
    str, BeforeValidator(_stripped), StringConstraints(pattern=r"^1[3-9]\d{9}$")
]
AnyPhone = Annotated[
    str,
    BeforeValidator(_stripped),
    StringConstraints(pattern=r"^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|[48]00-?\d{3}-?\d{4})$"),
]
PLATE = (
    r"^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]"
    r"(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂]|[A-K][A-HJ-NP-Z0-9]\d{4}|\d{5}[A-K])$"
)
Plate = Annotated[str, BeforeValidator(_upper), StringConstraints(pattern=PLATE)]
UnNumber = Annotated[str, BeforeValidator(_upper), StringConstraints(pattern=r"^UN\d{4}$")]
# 部令第23号 §15: year 4 + province 2 + prefecture 2 + serial 6.
OfficialNumber = Annotated[
    str, BeforeValidator(_stripped), StringConstraints(pattern=r"^20\d{2}\d{4}\d{6}$")
]
DivisionCode = Annotated[str, StringConstraints(pattern=r"^\d{6}(\d{3})?$")]
Longitude = Annotated[float, Field(ge=73.0, le=136.0)]
Latitude = Annotated[float, Field(ge=3.0, le=54.0)]


def _kilograms(value: object) -> object:
    """Text of kilograms → integer grams; what is no text passes on to be judged by pydantic."""
    return _scaled(value, 1000, "mass.kilograms")


def _tonnes(value: object) -> object:
    return _scaled(value, 1_000_000, "mass.tonnes")


def _scaled(value: object, factor: int, fault: str) -> object:
    if not isinstance(value, str):
        return value
    try:
        exact = Decimal(value.strip().replace(",", "").replace("，", "")) * factor
    except DecimalException:
        raise ValueError(fault) from None
    if not exact.is_finite():
        raise ValueError(fault)
    # compared before it becomes an int: 1e99999 has that many digits
    if abs(exact) > MOST_GRAMS:
        raise ValueError("mass.too_large")
    if exact != exact.to_integral_value():
        raise ValueError(fault)
    return int(exact)


def _shanghai(value: object) -> object:
    """A browser's datetime-local text is Shanghai time; an ISO text with offset keeps its own."""
    if not isinstance(value, str):
        return value
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        return value
    return moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)


GramsFromKg = Annotated[int, BeforeValidator(_kilograms), Field(gt=0, le=MOST_GRAMS)]
GramsFromTonnes = Annotated[int, BeforeValidator(_tonnes), Field(ge=0, le=MOST_GRAMS)]
LocalMoment = Annotated[datetime, BeforeValidator(_shanghai), AfterValidator(_aware)]
