"""What a label says of a container, and the little that anybody may read from it."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import col, select

from wastetrack.access.policy import Action
from wastetrack.access.scope import may
from wastetrack.catalog.queries import code_values
from wastetrack.catalog.rules import hazards
from wastetrack.containers.model import Container
from wastetrack.containers.queries.rows import find_by_code, places
from wastetrack.containers.rules import LabelSigner, kilograms, read_label
from wastetrack.containers.shapes import LabelSheet, PublicCard, PublicStatus
from wastetrack.containers.terms import LIVE, Custody
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Unit


def label_sheets(work: Work, ids: Iterable[UUID], signer: LabelSigner) -> list[LabelSheet]:
    """Labels of some containers in the order asked for; one out of scope is Missing."""
    wanted = list(dict.fromkeys(ids))
    query = select(Container, Unit).where(col(Container.id).in_(wanted))
    joined = query.join(Unit, col(Unit.id) == col(Container.origin_unit_id))
    found = {c.id: (c, unit) for c, unit in work.session.exec(joined)}
    sheets: list[LabelSheet] = []
    for container_id in wanted:
        row = found.get(container_id)
        if row is None or not may(work.actor, Action.CONTAINER_READ, *places(row[0])):
            raise Missing(str(container_id))
        sheets.append(_sheet(work, *row, signer))
    return sheets


def label_sheet(work: Work, c: Container, signer: LabelSigner) -> LabelSheet:
    """The label of a container that its reader was granted already."""
    unit = work.session.get(Unit, c.origin_unit_id)
    if unit is None:
        raise Missing(str(c.origin_unit_id))
    return _sheet(work, c, unit, signer)


def _sheet(work: Work, c: Container, unit: Unit, signer: LabelSigner) -> LabelSheet:
    letters, separator = hazards(c.hazards)
    forms = {value.code: value.label_zh for value in code_values(work, "form")}
    began = c.first_waste_at or c.created_at
    return LabelSheet(
        waste_name=c.waste_name,
        category=f"HW{c.waste_code[-2:]}",
        waste_code=c.waste_code,
        form=forms.get(c.form.value, c.form.value),
        hazards=letters,
        hazard_separator=separator,
        main_components=c.components,
        harmful_components=c.harmful,
        precautions=c.precautions,
        digital_id=c.digital_id or "",
        human_code=c.human_code,
        label_version=c.label_version,
        unit_name=unit.name,
        contact=unit.phone,
        produced_on=local_day(began).isoformat(),
        mass_text="" if c.mass_g is None else f"{kilograms(c.mass_g)} kg",
        remark=c.remark,
        qr_text=signer.text(c.digital_id or c.human_code, c.label_version),
        volume_l=None if c.is_lot else float(c.volume_l),
        edition=c.edition,
    )


def public_card(work: Work, text: str, public_key: str) -> PublicCard | None:
    """What anybody may know of a found container: hazard, unit, status class; never its way."""
    reading = read_label(text, public_key)
    c = find_by_code(work, text)
    if c is None:
        return None
    unit = work.session.get(Unit, c.origin_unit_id)
    letters, _ = hazards(c.hazards)
    return PublicCard(
        container_id=c.id,
        human_code=c.human_code,
        waste_name=c.waste_name,
        category=f"HW{c.waste_code[-2:]}" if c.waste_code else "",
        letters=letters,
        unit_name=unit.name if unit else "",
        unit_phone=unit.phone if unit else "",
        status=_status(c),
        proof=reading.proof,
        old_label=reading.version is not None and reading.version < c.label_version,
        mine=may(work.actor, Action.CONTAINER_READ, *places(c)),
    )


def _status(c: Container) -> PublicStatus:
    if c.content not in LIVE:
        return PublicStatus.ENDED
    if c.custody is Custody.MISSING:
        return PublicStatus.MISSING
    if c.custody in {Custody.ON_VEHICLE, Custody.AT_GATE}:
        return PublicStatus.ON_THE_ROAD
    return PublicStatus.KEPT
