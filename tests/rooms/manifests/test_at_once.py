"""Two people at the same moment: what one consumes is locked before it is summed up."""

import threading
from collections.abc import Callable
from uuid import UUID

import pytest
from sqlmodel import select

from tests.support.manifests import OIL, Cast
from wastetrack.agreements.actions.add_approval import add_approval
from wastetrack.agreements.inputs import ApprovalTerms
from wastetrack.agreements.model import PlanLine
from wastetrack.agreements.terms import TransferType
from wastetrack.audit.trail import record
from wastetrack.kernel.actor import SYSTEM, Actor
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Refused
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.consent import consent
from wastetrack.manifests.actions.file import file
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.terms import State
from wastetrack.parties.model import Facility, Licence, Unit

ROOM_FOR_ONE = 200_000
Act = Callable[[Work, UUID], Manifest]


def _two_drafts(db: Database, *, scarce: str) -> tuple[Cast, list[Manifest]]:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        across = {"transfer_type": TransferType.CROSS} if scarce == "approval" else {}
        drafts = [cast.drafted(1, **across), cast.drafted(1, **across)]
        _SCARCE[scarce](cast)
        work.session.flush()
        return cast, drafts


def _scarce_plan(cast: Cast) -> None:
    for line in cast.work.session.exec(select(PlanLine)):
        line.planned_g = ROOM_FOR_ONE


def _scarce_licence(cast: Cast) -> None:
    licence = cast.work.session.get_one(Licence, cast.licence.id)
    licence.annual_scale_g = ROOM_FOR_ONE
    record(cast.work, "licence.change", licence)


def _scarce_approval(cast: Cast) -> None:
    """The disposer is in another province, and the approval is for one drum."""
    disposer = cast.work.session.get_one(Unit, cast.disposer.id)
    disposer.province_code = "31"
    record(cast.work, "unit.edit", disposer)
    for line in cast.work.session.exec(select(PlanLine)):
        line.transfer_type = TransferType.CROSS
    terms = {
        "unit_id": cast.shop.unit.id,
        "receiver_unit_id": cast.disposer.id,
        "number": "浙环跨〔2026〕9号",
        "waste_code": OIL,
        "approved_g": "0.2",
        "valid_from": "2026-01-01",
        "valid_to": "2026-12-31",
    }
    add_approval(cast.work.as_actor(cast.producer), ApprovalTerms.model_validate(terms))


_SCARCE: dict[str, Callable[[Cast], None]] = {
    "plan": _scarce_plan,
    "licence": _scarce_licence,
    "approval": _scarce_approval,
}


@pytest.mark.parametrize(
    ("scarce", "code"),
    [
        ("plan", "agreements.plan_over"),
        ("licence", "manifests.over_scale"),
        ("approval", "agreements.approval_over"),
    ],
)
def test_of_two_filings_at_once_only_one_passes_where_there_is_room_for_one(
    postgres_db: Database, scarce: str, code: str
) -> None:
    cast, drafts = _two_drafts(postgres_db, scarce=scarce)
    assert _at_once(postgres_db, cast.producer, file, drafts) == [(code,)]
    assert _states(postgres_db, drafts) == [State.FILED, State.DRAFT]


def test_of_two_consents_at_once_only_one_passes_where_the_store_has_room_for_one(
    postgres_db: Database,
) -> None:
    with postgres_db.transaction(SYSTEM) as work:
        cast = Cast(work)
        filed = [cast.filed(1), cast.filed(1)]
        hall = work.session.get_one(Facility, cast.hall.id)
        hall.capacity_g = ROOM_FOR_ONE
        record(work, "facility.edit", hall)
    assert _at_once(postgres_db, cast.gate, consent, filed) == [("manifests.no_room",)]
    assert _states(postgres_db, filed) == [State.READY, State.FILED]


def _at_once(
    db: Database, actor: Actor, act: Act, manifests: list[Manifest]
) -> list[tuple[str, ...]]:
    """Act on the first, and before it is committed on the second; what the second was refused for."""
    first, second = manifests
    refused: list[tuple[str, ...]] = []

    def acts() -> None:
        try:
            db.write(actor, lambda work: act(work, second.id))
        except Refused as error:
            refused.append(error.codes)

    other = threading.Thread(target=acts)
    with db.transaction(actor) as work:
        act(work, first.id)
        work.session.flush()
        other.start()
        # it waits for the row that this one holds; without the lock it is through by now
        other.join(2)
        assert other.is_alive()
    other.join(60)
    return refused


def _states(db: Database, manifests: list[Manifest]) -> list[State]:
    with db.reading(SYSTEM) as work:
        return [work.session.get_one(Manifest, row.id).state for row in manifests]
