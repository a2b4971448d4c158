"""Corrects a field after departure: before, after and reason; applied when those concerned agree (部令23 §30)."""

from decimal import Decimal
from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.audit.trail import record
from wastetrack.containers.terms import Custody
from wastetrack.containers.transition import correct as correct_container
from wastetrack.kernel.errors import Stale, check, refuse
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import CorrectManifest, DecidedLine, EndorseCorrection
from wastetrack.manifests.model import Correction, Haul, Manifest, ManifestLine
from wastetrack.manifests.queries import (
    gather,
    hauls_of,
    known_methods,
    line_fact,
    lock_containers,
    lock_correction,
    number_taken,
)
from wastetrack.manifests.rules import (
    FIELDS,
    Around,
    affected,
    correction_faults,
    grams_of,
    value_faults,
)
from wastetrack.manifests.terms import Decision, Need
from wastetrack.manifests.transition import Desk, Receipt, advance, take_over

_ROAD = frozenset({Custody.ON_VEHICLE, Custody.AT_GATE})
_NUMBERS = frozenset({"national_no", "provincial_no"})


def correct(work: Work, manifest_id: UUID, data: CorrectManifest) -> Manifest:
    """Propose it; when nobody else is concerned it is applied at once."""

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        field = FIELDS.get(data.field_name)
        row = _row(desk, field.where if field else "", data.line_id)
        before = _shown(row, data.field_name) if row is not None and field else None
        check(
            correction_faults(
                data.field_name,
                data.value,
                before,
                line=isinstance(row, ManifestLine),
                haul=isinstance(row, Haul),
                received=m.received_at is not None,
            )
        )
        check(value_faults(data.field_name, data.value, _around(desk, row)))
        by = min(desk.held)
        given = {position.value for position in desk.held}
        needs = [p.value for p in affected(data.field_name, by, m.state) if p.value not in given]
        correction = Correction(
            id=work.new_id(),
            created_at=work.now,
            manifest_id=m.id,
            line_id=row.id if isinstance(row, (ManifestLine, Haul)) else None,
            field_name=data.field_name,
            before={"value": before},
            after={"value": data.value},
            reason=data.reason,
            needs=needs,
            given=sorted(given),
        )
        if not needs:
            _apply(desk, correction)
        record(work, desk.step.event, correction, manifest_id=m.id, reference=m.reference)
        return {
            "field": data.field_name,
            "before": before,
            "after": data.value,
            "reason": data.reason,
            "waits_for": needs or None,
        }

    return advance(work, manifest_id, Action.MANIFEST_CORRECT, data, effect)


def _around(desk: Desk, row: Manifest | ManifestLine | Haul | None) -> Around:
    m = desk.manifest
    line = row if isinstance(row, ManifestLine) else None
    return Around(
        division_code=desk.parties.consignor_division,
        filed_at=m.filed_at,
        now=desk.work.now,
        methods=known_methods(desk.work),
        shipped_g=line.shipped_g if line else None,
        accepted_g=line.accepted_g if line else None,
        gross_g=m.gross_g,
        tare_g=m.tare_g,
    )


def endorse(work: Work, manifest_id: UUID, data: EndorseCorrection) -> Manifest:
    """A party or the regulator agrees or not; with the last yes the correction is applied."""

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        correction = lock_correction(work, m.id, data.correction_id)
        if correction.applied_at or correction.rejected_at:
            raise refuse("manifests.correction_settled")
        mine = {p.value for p in desk.held} & (set(correction.needs) - set(correction.given))
        if not mine:
            raise refuse("manifests.not_asked")
        if data.agree:
            given = {*correction.given, *mine}
            if given >= set(correction.needs):
                _apply(desk, correction)
            correction.given = sorted(given)
        else:
            correction.rejected_at = work.now
        record(work, desk.step.event, correction, manifest_id=m.id, reference=m.reference)
        return {
            "field": correction.field_name,
            "agree": data.agree,
            "note": data.note or None,
            "applied": correction.applied_at is not None,
        }

    return advance(work, manifest_id, Action.MANIFEST_ENDORSE, data, effect)


def _row(desk: Desk, where: str, row_id: UUID | None) -> Manifest | ManifestLine | Haul | None:
    if where == "line":
        return next((line for line in desk.lines if line.id == row_id), None)
    if where == "haul":
        hauls = hauls_of(desk.work, desk.manifest.id)
        named = (haul for haul in hauls if row_id is None or haul.id == row_id)
        return next(reversed(list(named)), None)
    return desk.manifest if where else None


def _shown(row: Manifest | ManifestLine | Haul, name: str) -> str:
    """A value as the form shows it: grams in kilograms."""
    value = getattr(row, name)
    if value is None:
        return ""
    return format((Decimal(value) / 1000).normalize(), "f") if FIELDS[name].grams else str(value)


def _apply(desk: Desk, correction: Correction) -> None:
    """Set the corrected value, if what it corrects still stands as it was seen."""
    name, text = correction.field_name, str(correction.after["value"])
    field = FIELDS[name]
    row = _row(desk, field.where, correction.line_id)
    if row is None or _shown(row, name) != (correction.before["value"] or ""):
        raise Stale("manifests.field_changed", field=FIELDS[name].title)
    if name in _NUMBERS and number_taken(desk.work, name, text, desk.manifest.id):
        raise refuse("manifests.number_taken", "value", number=text)
    value: object = grams_of(text) if field.grams else text
    if isinstance(row, ManifestLine) and isinstance(value, int):
        _weigh(desk, row, name, value, correction.reason)
    setattr(row, name, value)
    if isinstance(row, ManifestLine):
        desk.note(row, field=name)
        if name == "accepted_g":
            desk.manifest.mass_g = sum(line.accepted_g or 0 for line in desk.loaded)
    elif isinstance(row, Haul):
        desk.note_haul(row)
    correction.applied_at = desk.work.now


def _weigh(desk: Desk, line: ManifestLine, name: str, grams: int, reason: str) -> None:
    """The recorded difference takes up the change; an accepted weight is also the container's."""
    shipped = grams if name == "shipped_g" else line.shipped_g or 0
    accepted = grams if name == "accepted_g" else line.accepted_g or 0
    if name == "accepted_g" and line.accepted_container_id is None:
        _take_late(desk, line, grams)
    elif name == "accepted_g":
        ids = [line.accepted_container_id] if line.accepted_container_id else []
        held = lock_containers(desk.work, ids)
        unmoved = held and held[0].mass_g == line.accepted_g and not line.outcome_g
        if not unmoved or held[0].holder_site_id != desk.manifest.receiver_site_id:
            raise refuse("manifests.moved_on", "field_name", number=line.number)
        correct_container(
            desk.work,
            held[0],
            {"mass_g": grams},
            reason=reason,
            document=desk.manifest.reference,
        )
    line.difference_g = shipped - accepted - (line.refused_g or 0)


def _take_late(desk: Desk, line: ManifestLine, grams: int) -> None:
    """What was short and is found, or refused and still there, is accepted after all."""
    m = desk.manifest
    (container,) = lock_containers(desk.work, [line.container_id])
    on_its_way = line.way_back in {Decision.RETURNING, Decision.RETURNED}
    if on_its_way or container.custody not in _ROAD:
        raise refuse("manifests.not_there", "field_name", number=line.number)
    line.method = line.method or next((row.method for row in desk.loaded if row.method), None)
    seen = [line_fact(line, container.human_code, line.label_version)]
    facts = gather(desk.work, m, desk.parties, seen, (Need.LICENCE,))
    receipt = Receipt(desk.work.now, facts, m.national_no or m.paper_no or m.reference)
    given = DecidedLine(line_id=line.id, accepted_g=grams, method=line.method)
    line.decision, line.way_back = Decision.ACCEPTED, None
    line.refused_g, line.refused_container_id = 0, None
    line.accepted_container_id = container.id
    take_over(desk, container, given, receipt)
