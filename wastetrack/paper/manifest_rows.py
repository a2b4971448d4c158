"""Decides the rows of the transfer form: removal, transport, acceptance (部令第23号 §§10–18)."""

from collections.abc import Iterator, Sequence

from wastetrack.manifests.shapes import (
    AcceptedLine,
    CarrierPart,
    ConsignorPart,
    ManifestSheet,
    ReceiverPart,
    WasteLine,
)
from wastetrack.paper.amounts import moment, tonnes
from wastetrack.paper.form_rows import Column, facts, part, table
from wastetrack.paper.grid import CENTRE, LEFT, RIGHT, Row

PART_1 = "第一部分　危险废物移出信息（由移出人填写）"
PART_2 = "第二部分　危险废物运输信息（由承运人填写）"
PART_3 = "第三部分　危险废物接受信息（由接受人填写）"

REMOVED: tuple[Column, ...] = (
    ("序号", 9, CENTRE),
    ("废物名称", 31, LEFT),
    ("废物代码", 21, CENTRE),
    ("危险特性", 15, CENTRE),
    ("形态", 13, CENTRE),
    ("有害成分名称", 26, LEFT),
    ("包装方式", 15, CENTRE),
    ("包装数量", 15, RIGHT),
    ("移出量\n（吨）", 17, RIGHT),
    ("危险货物", 18, LEFT),
)
ACCEPTED: tuple[Column, ...] = (
    ("序号", 9, CENTRE),
    ("废物名称", 43, LEFT),
    ("废物代码", 24, CENTRE),
    ("是否存在\n重大差异", 33, LEFT),
    ("接受人\n处理意见", 20, CENTRE),
    ("拟利用\n处置方式", 33, LEFT),
    ("接受量\n（吨）", 18, RIGHT),
)
BLANK_WASTE = WasteLine(1, "", "", "", "", "", "", None, None)
BLANK_CARRIER = CarrierPart("", "", "", "", "", "", "", "", "", "", "", None, "", "", None)


def rows(sheet: ManifestSheet) -> list[Row]:
    """Make the whole form; what is not known yet prints as room to write by hand."""
    carriers = sheet.carriers or (BLANK_CARRIER,)
    wastes = sheet.consignor.lines or (BLANK_WASTE,)
    made = [*part(PART_1, _consignor(sheet.consignor, wastes))]
    for at, carrier in enumerate(carriers, start=1):
        order = f"　第 {at} 承运人，共 {len(carriers)}" if len(carriers) > 1 else ""
        made += part(PART_2 + order, _carrier(carrier))
    made += part(PART_3, _receiver(sheet.receiver, wastes))
    if sheet.remark:
        made.append(facts(("备注", sheet.remark)))
    return made


def _consignor(part: ConsignorPart, wastes: Sequence[WasteLine]) -> Iterator[Row]:
    yield facts(("单位名称", part.unit_name), ("应急联系电话", part.emergency_phone))
    yield facts(("单位地址", part.address))
    yield facts(("经办人", part.handled_by), ("联系电话", part.phone))
    yield facts(("托运人", part.shipper), ("交付时间", moment(part.handed_over_at)))
    yield from table(
        REMOVED,
        [
            (
                str(line.number),
                line.waste_name,
                line.waste_code,
                line.hazards,
                line.form,
                line.harmful_components,
                line.packaging,
                "" if line.packages is None else str(line.packages),
                tonnes(line.mass_g),
                line.dangerous_goods,
            )
            for line in wastes
        ],
    )
    yield facts(("突发环境事件\n防范措施", part.emergency_measures))


def _carrier(part: CarrierPart) -> Iterator[Row]:
    yield facts(("单位名称", part.unit_name), ("营运证件号", part.permit_number))
    yield facts(("单位地址", part.address), ("联系电话", part.phone))
    yield facts(("驾驶员", part.driver), ("联系电话", part.driver_phone))
    yield facts(("运输工具", part.vehicle), ("牌号", part.plate))
    yield facts(("押运员", part.escort), ("危险货物\n运单号", part.waybill_number))
    yield facts(("运输起点", part.origin), ("实际起运时间", moment(part.departed_at)))
    yield facts(("经由地", part.via))
    yield facts(("运输终点", part.destination), ("实际到达时间", moment(part.arrived_at)))


def _receiver(part: ReceiverPart, wastes: Sequence[WasteLine]) -> Iterator[Row]:
    # Before the gate has decided, the form names the wastes and leaves the decision open.
    found = part.lines or [
        AcceptedLine(line.number, line.waste_name, line.waste_code, "", "", "", None)
        for line in wastes
    ]
    yield facts(("单位名称", part.unit_name), ("危险废物经营\n许可证编号", part.licence_number))
    yield facts(("单位地址", part.address))
    yield facts(("经办人", part.handled_by), ("联系电话", part.phone))
    yield facts(("接受时间", moment(part.received_at)))
    yield from table(
        ACCEPTED,
        [
            (
                str(line.number),
                line.waste_name,
                line.waste_code,
                line.discrepancy,
                line.decision,
                line.method,
                tonnes(line.mass_g),
            )
            for line in found
        ],
    )
