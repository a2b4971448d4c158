"""Constrained scalars: the forms of the trade's codes and amounts, written once."""

from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from wastetrack.kernel.clock import SHANGHAI


def _stripped(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


def _upper(value: object) -> object:
    return value.strip().upper() if isinstance(value, str) else value


def _aware(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError("time.naive")
    return value.astimezone(UTC)


# Grams: integer, never negative; a district's yearly mass fits well below 2**53.
Grams = Annotated[int, Field(ge=0, le=9_000_000_000_000)]
PositiveGrams = Annotated[int, Field(gt=0, le=9_000_000_000_000)]
Moment = Annotated[datetime, AfterValidator(_aware)]

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
Plate = Annotated[
    str,
    BeforeValidator(_upper),
    StringConstraints(
        pattern=r"^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]"
        r"(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂]|[A-K][A-HJ-NP-Z0-9]\d{4}|\d{5}[A-K])$"
    ),
]
UnNumber = Annotated[str, BeforeValidator(_upper), StringConstraints(pattern=r"^UN\d{4}$")]
# 部令第23号 §15: year 4 + province 2 + prefecture 2 + serial 6.
OfficialNumber = Annotated[
    str, BeforeValidator(_stripped), StringConstraints(pattern=r"^20\d{2}\d{4}\d{6}$")
]
DivisionCode = Annotated[str, StringConstraints(pattern=r"^\d{6}(\d{3})?$")]
Longitude = Annotated[float, Field(ge=73.0, le=136.0)]
Latitude = Annotated[float, Field(ge=3.0, le=54.0)]


def _kilograms(value: object) -> object:
    """Text of kilograms → integer grams; anything else passes on to be refused by pydantic."""
    return _scaled(value, 1000)


def _tonnes(value: object) -> object:
    return _scaled(value, 1_000_000)


def _scaled(value: object, factor: int) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip().replace(",", "").replace("，", "")
    try:
        exact = Decimal(text) * factor
    except InvalidOperation:
        return value
    if not exact.is_finite() or exact != exact.to_integral_value():
        return value
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


GramsFromKg = Annotated[int, BeforeValidator(_kilograms), Field(gt=0, le=9_000_000_000_000)]
GramsFromTonnes = Annotated[int, BeforeValidator(_tonnes), Field(ge=0, le=9_000_000_000_000)]
LocalMoment = Annotated[datetime, BeforeValidator(_shanghai), AfterValidator(_aware)]
