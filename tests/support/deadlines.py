"""Builders of the deadlines' tests: containers that stand somewhere since some time, and transfers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from itertools import count
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, event
from sqlmodel import col, select

from wastetrack.agreements.terms import ReceiverKind, TransferType
from wastetrack.audit.trail import record
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Content, Custody, HeldAs
from wastetrack.deadlines.model import Alert
from wastetrack.deadlines.terms import RuleCode
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.terms import State
from wastetrack.parties.model import Facility, Licence, Site, Unit
from wastetrack.parties.terms import LicenceKind, LicenceState

_numbers: Iterator[int] = count(1)


def a_standing(  # every value that a rule looks at has a default
    work: Work,
    site: Site,
    since: datetime,
    *,
    held_as: HeldAs = HeldAs.PRODUCER,
    code: str = "900-214-08",
    grams: int = 100_000,
    facility: Facility | None = None,
) -> Container:
    """A sealed container that its holder has held since a moment."""
    row = Container(
        id=work.new_id(),
        created_at=work.now,
        human_code=f"T{next(_numbers):07d}",
        waste_code=code,
        waste_name="废机油",
        content=Content.SEALED,
        custody=Custody.IN_STORE,
        held_as=held_as,
        held_since=since,
        holder_unit_id=site.unit_id,
        holder_site_id=site.id,
        facility_id=facility.id if facility else None,
        origin_unit_id=site.unit_id,
        origin_site_id=site.id,
        mass_g=grams,
        first_waste_at=since,
        oldest_waste_at=since,
    )
    record(work, "container.open", row, container_id=row.id, site_id=site.id)
    work.session.flush()
    return row


def moved(work: Work, row: Container, kind: str, **columns: Any) -> None:
    """The container after a recorded fact."""
    for name, value in columns.items():
        setattr(row, name, value)
    record(work, kind, row, container_id=row.id)
    work.session.flush()


def a_transfer(
    work: Work, consignor: Site, receiver: Site, state: State, **columns: Any
) -> Manifest:
    """A manifest in some state, without lines."""
    number = next(_numbers)
    row = Manifest(
        id=work.new_id(),
        created_at=work.now,
        reference=f"SY2026{number:06d}",
        state=state,
        consignor_unit_id=consignor.unit_id,
        consignor_site_id=consignor.id,
        receiver_unit_id=receiver.unit_id,
        receiver_site_id=receiver.id,
        receiver_kind=ReceiverKind.PERMIT,
        transfer_type=TransferType.PROVINCE,
        **columns,
    )
    record(work, "manifest.draft", row, manifest_id=row.id)
    work.session.flush()
    return row


def get(work: Work, container_id: UUID) -> Container:
    """The row as it stands in this work."""
    row = work.session.get(Container, container_id)
    assert row is not None
    return row


def a_permit(work: Work, unit: Unit, **columns: Any) -> Licence:
    """A comprehensive permit of a unit, valid for two more years."""
    values: dict[str, Any] = {
        "kind": LicenceKind.COMPREHENSIVE,
        "number": f"3306{next(_numbers):06d}",
        "issuer": "省生态环境厅",
        "codes": ["HW08"],
        "modes": ["collect", "store", "dispose"],
        "annual_scale_g": 5_000_000_000,
        "valid_from": date(2024, 1, 1),
        "valid_to": date(2028, 12, 31),
        "state": LicenceState.CHECKED,
        **columns,
    }
    row = Licence(id=work.new_id(), created_at=work.now, unit_id=unit.id, **values)
    record(work, "licence.add", row)
    work.session.flush()
    return row


def alerts(work: Work, rule: RuleCode | None = None) -> list[Alert]:
    """All alerts, or those of one rule, oldest first."""
    rows = work.session.exec(select(Alert).order_by(col(Alert.id))).all()
    return [row for row in rows if rule is None or row.rule == rule]


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    """The SQL statements sent meanwhile, without BEGIN, COMMIT, SAVEPOINT and PRAGMA."""
    seen: list[str] = []

    def note(_c: object, _k: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(("BEGIN", "COMMIT", "PRAGMA", "SAVEPOINT", "RELEASE")):
            seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)
