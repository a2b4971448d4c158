"""Builds the official form's three parts from a manifest as plain values (regulation §1.5)."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from wastetrack.catalog.queries import code_values
from wastetrack.kernel.work import Work
from wastetrack.manifests.shapes import (
    AcceptedLine,
    CarrierPart,
    ConsignorPart,
    HaulView,
    LineView,
    ManifestPage,
    ManifestSheet,
    ReceiverPart,
    WasteLine,
)
from wastetrack.manifests.terms import Decision, Dimension

Word = Callable[[StrEnum], str]
VEHICLE = "汽车"


def manifest_sheet(work: Work, page: ManifestPage, word: Word, base_url: str) -> ManifestSheet:
    """The form as it stands now; `word` names the room's own terms, as the paper is in Chinese."""
    m = page.manifest
    loaded = [v for v in page.lines if v.line.decision is not Decision.LEFT_OUT]
    return ManifestSheet(
        reference=m.reference,
        official_number=m.national_no or "",
        provincial_number=m.provincial_no or "",
        paper_number=m.paper_no or "",
        paper_ground=m.paper_ground or "",
        consignor=_consignor(work, page, loaded, word),
        carriers=tuple(_carrier(view) for view in page.hauls),
        receiver=ReceiverPart(
            unit_name=page.receiver.name,
            licence_number=page.licence,
            address=page.receiver.address,
            handled_by=m.receiver_handler,
            phone=page.receiver.phone,
            received_at=m.received_at,
            lines=tuple(_accepted(view, word) for view in loaded),
        ),
        remark=m.note,
        qr_text=f"{base_url.upper()}/M/{m.reference}",
    )


def _consignor(
    work: Work, page: ManifestPage, loaded: Sequence[LineView], word: Word
) -> ConsignorPart:
    m = page.manifest
    names = {
        kind: {value.code: value.label_zh for value in code_values(work, kind)}
        for kind in ("form", "packaging")
    }
    goods = f"{m.un_number} {m.un_class or ''}".strip() if m.un_number else m.un_none_reason or ""
    return ConsignorPart(
        unit_name=page.consignor.name,
        address=page.consignor.address,
        emergency_phone=m.emergency_phone,
        handled_by=m.consignor_handler,
        phone=m.consignor_phone,
        handed_over_at=m.signed_at,
        shipper=word(m.shipper) if m.shipper else "",
        emergency_measures=m.emergency_measures,
        lines=tuple(_waste(view, names, goods) for view in loaded),
    )


def _waste(view: LineView, names: Mapping[str, Mapping[str, str]], goods: str) -> WasteLine:
    line = view.line
    return WasteLine(
        number=line.number,
        waste_name=line.waste_name,
        waste_code=line.waste_code,
        hazards=line.hazards,
        form=names["form"].get(line.form, line.form),
        harmful_components=line.harmful,
        packaging=names["packaging"].get(line.packaging, line.packaging),
        packages=1,
        mass_g=line.planned_g if line.shipped_g is None else line.shipped_g,
        dangerous_goods=goods,
    )


def _carrier(view: HaulView) -> CarrierPart:
    haul = view.haul
    return CarrierPart(
        unit_name=view.carrier,
        permit_number=haul.carrier_licence,
        address="",
        phone=view.phone,
        driver=haul.driver_name,
        driver_phone=haul.driver_phone,
        escort=haul.escort_name,
        vehicle=VEHICLE,
        plate=haul.plate,
        waybill_number=haul.waybill_no,
        origin=haul.start_place,
        departed_at=haul.started_at,
        via=haul.via,
        destination=haul.end_place,
        arrived_at=haul.ended_at,
    )


def _accepted(view: LineView, word: Word) -> AcceptedLine:
    line = view.line
    dimensions = "、".join(word(Dimension(text)) for text in line.dimensions)
    decided = line.accepted_g is not None
    return AcceptedLine(
        number=line.number,
        waste_name=line.waste_name,
        waste_code=line.waste_code,
        discrepancy=dimensions or ("无" if decided else ""),
        decision=_decision(view, word) if decided else "",
        method=line.method or "",
        mass_g=line.accepted_g,
    )


def _decision(view: LineView, word: Word) -> str:
    if view.line.accepted_g and view.line.refused_g:
        return "部分接受"
    if view.line.decision is Decision.SHORT:
        return word(Decision.SHORT)
    return word(Decision.ACCEPTED if view.line.accepted_g else Decision.REFUSED)
