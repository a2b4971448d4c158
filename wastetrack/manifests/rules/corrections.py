"""Decides which fields may be corrected after departure, and whose consent that needs (部令23 §30)."""

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from wastetrack.access.policy import Position
from wastetrack.kernel.errors import Violation
from wastetrack.kernel.types import PLATE
from wastetrack.manifests.rules.moments import number_faults
from wastetrack.manifests.rules.weights import bridge_faults, is_implausible, method_faults
from wastetrack.manifests.terms import AFFECTED, Part, State


@dataclass(frozen=True, slots=True)
class Editable:
    """A field that can be corrected: whose part, where it stands, its title, and its form."""

    part: Part
    where: str  # manifest, line or haul
    title: str
    form: str = r".{1,200}"
    grams: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What stands beside a corrected value, against which its first entry was judged too."""

    division_code: str
    filed_at: datetime | None
    now: datetime
    methods: frozenset[str] = frozenset()
    shipped_g: int | None = None
    accepted_g: int | None = None
    gross_g: int | None = None
    tare_g: int | None = None


_PHONE = r"1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|[48]00-?\d{3}-?\d{4}"
C, K, R = Part.CONSIGNOR, Part.CARRIER, Part.RECEIVER
# weights other than the weighbridge's are corrected through `accepted_g`, which keeps the balance
FIELDS: dict[str, Editable] = {
    "national_no": Editable(C, "manifest", "国家联单编号", r"20\d{12}"),
    "provincial_no": Editable(C, "manifest", "省系统编号", r".{4,32}"),
    "consignor_handler": Editable(C, "manifest", "移出经办人", r".{1,120}"),
    "consignor_phone": Editable(C, "manifest", "移出经办人电话", _PHONE),
    "emergency_phone": Editable(C, "manifest", "应急联系电话", _PHONE),
    "emergency_measures": Editable(C, "manifest", "突发环境事件防范措施", r".{1,500}"),
    "un_number": Editable(C, "manifest", "联合国编号", r"UN\d{4}"),
    "un_class": Editable(C, "manifest", "危险货物类别", r".{1,16}"),
    "waste_name": Editable(C, "line", "废物名称", r".{1,120}"),
    "harmful": Editable(C, "line", "有害成分"),
    "shipped_g": Editable(C, "line", "移出量（kg）", grams=True),
    "plate": Editable(K, "haul", "车牌号", PLATE),
    "driver_name": Editable(K, "haul", "驾驶员", r".{1,120}"),
    "driver_phone": Editable(K, "haul", "驾驶员电话", _PHONE),
    "escort_name": Editable(K, "haul", "押运员", r".{1,120}"),
    "waybill_no": Editable(K, "haul", "危险货物运单号", r".{1,64}"),
    "carrier_licence": Editable(K, "haul", "营运证件号", r".{1,64}"),
    "start_place": Editable(K, "haul", "运输起点"),
    "end_place": Editable(K, "haul", "运输终点"),
    "via": Editable(K, "haul", "经由地"),
    "receiver_handler": Editable(R, "manifest", "接受经办人", r".{1,120}"),
    "opinion": Editable(R, "manifest", "处理意见", r".{1,500}"),
    "gross_g": Editable(R, "manifest", "毛重（kg）", grams=True),
    "tare_g": Editable(R, "manifest", "皮重（kg）", grams=True),
    "method": Editable(R, "line", "利用处置方式", r"[A-Z]\d{1,2}"),
    "accepted_g": Editable(R, "line", "接受量（kg）", grams=True),
}


def affected(field_name: str, by: Position, state: State) -> list[Position]:
    """Who must still agree: the parties that the field concerns, after confirmation the regulator too."""
    needs = set(AFFECTED[FIELDS[field_name].part]) - {by}
    if state in {State.CONFIRMED, State.CLOSED}:
        needs.add(Position.AUTHORITY)
    return sorted(needs)


def correction_faults(
    field_name: str, value: str, before: object, *, line: bool, haul: bool, received: bool
) -> list[Violation]:
    """The field can be corrected, the value has its form, and it changes something."""
    field = FIELDS.get(field_name)
    if field is None:
        return [Violation("manifests.not_correctable", "field_name")]
    if field.where == "line" and not line:
        return [Violation("manifests.line_missing", "line_id")]
    if field.where == "haul" and not haul:
        return [Violation("manifests.haul_missing", "field_name")]
    if field.grams and field.where == "line" and not received:
        return [Violation("manifests.weight_before_receipt", "field_name")]
    if field.grams:
        if not re.fullmatch(r"\d{1,10}(\.\d{1,3})?", value) or not float(value):
            return [Violation("manifests.value_grams", "value", {"input": value})]
    elif not re.fullmatch(field.form, value):
        return [Violation("manifests.value_form", "value", {"input": value, "title": field.title})]
    if str(before if before is not None else "") == value:
        return [Violation("manifests.nothing_changed", "value")]
    return []


def value_faults(field_name: str, value: str, around: Around) -> list[Violation]:
    """A corrected value passes what its first entry had to pass."""
    if field_name == "national_no":
        found = number_faults(value, around.division_code, around.filed_at, around.now)
        return [Violation(fault.code, "value", fault.params) for fault in found]
    if field_name == "method":
        return method_faults(value, around.methods, "value")
    if FIELDS[field_name].grams:
        return _weight_faults(field_name, grams_of(value), around)
    return []


def grams_of(kilograms: str) -> int:
    """Kilograms as typed, in grams."""
    return int(Decimal(kilograms) * 1000)


def _weight_faults(field_name: str, grams: int, around: Around) -> list[Violation]:
    if field_name == "gross_g":
        return bridge_faults(grams, around.tare_g, "value")
    if field_name == "tare_g":
        return bridge_faults(around.gross_g, grams, "value")
    shipped = grams if field_name == "shipped_g" else around.shipped_g or 0
    accepted = grams if field_name == "accepted_g" else around.accepted_g or 0
    if not is_implausible(shipped, accepted):
        return []
    params: dict[str, object] = {"shipped": shipped, "accepted": accepted}
    return [Violation("manifests.corrected_implausible", "value", params)]
