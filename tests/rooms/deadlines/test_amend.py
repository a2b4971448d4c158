"""An overdue drum leaves its alert by an approved correction only; a proposal makes a case of it."""

from datetime import timedelta

import pytest
from sqlmodel import select

from tests.support.containers import PROOF, Workshop, a_drum
from tests.support.deadlines import alerts
from tests.support.parties import an_officer
from wastetrack.cases.model import Case
from wastetrack.cases.terms import CaseKind, CaseState
from wastetrack.containers.inputs import (
    CorrectContainer,
    IdentifyContainer,
    ReturnAmendment,
    VoidContainer,
)
from wastetrack.containers.model import Amendment, Container
from wastetrack.deadlines.actions.amend import (
    amend_by_correcting,
    amend_by_identifying,
    amend_by_voiding,
)
from wastetrack.deadlines.actions.decide_amendment import agree, disagree
from wastetrack.deadlines.actions.look_again import look_again
from wastetrack.deadlines.actions.sweep import sweep
from wastetrack.deadlines.terms import AlertState, ClosedBy, RuleCode
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.work import Work


class Overdue:
    """A drum of a workshop that has stood there for 565 days, on its alert."""

    def __init__(self, work: Work, mass: str | None = "182.4") -> None:
        self.work = work
        self.shop = Workshop(work)
        began = (work.now - timedelta(days=565)).isoformat()
        self.drum: Container = a_drum(work, self.shop, mass, first_waste_at=began)
        sweep(work)

    def ask(self, way: str) -> Amendment:
        """The same drum to be erased in one of three ways."""
        hands, at = self.work.as_actor(self.shop.operator), self.work.now
        asked: Amendment | None
        if way == "void":
            data = VoidContainer(reason="登记错了", file_sha256=PROOF)
            asked = amend_by_voiding(hands, self.drum.id, data)
        elif way == "correct":
            late = CorrectContainer(
                first_waste_at=at - timedelta(days=7), reason="日期录错", file_sha256=PROOF
            )
            asked = amend_by_correcting(hands, self.drum.id, late)
        else:
            report = IdentifyContainer(document="鉴 1", by="某机构", at=at, file_sha256=PROOF)
            asked = amend_by_identifying(hands, self.drum.id, report)
        assert asked is not None
        self.look()
        return asked

    def look(self) -> None:
        look_again(self.work, [self.drum.id])
        self.work.session.flush()

    def alert(self) -> tuple[AlertState, ClosedBy | None]:
        found = alerts(self.work, RuleCode.PR_LOCAL)
        assert len(found) == 1
        return found[0].state, found[0].closed_by

    def case(self) -> Case:
        return self.work.session.exec(select(Case)).one()


@pytest.mark.parametrize(
    ("way", "by"),
    [
        ("void", ClosedBy.CORRECTED),
        ("correct", ClosedBy.CORRECTED),
        ("identify", ClosedBy.NOT_HAZARDOUS),
    ],
)
def test_the_alert_waits_for_the_officer_and_closes_by_the_approval(
    db: Database, way: str, by: ClosedBy
) -> None:
    with db.transaction(SYSTEM) as work:
        old = Overdue(work)
        asked = old.ask(way)
        assert old.alert() == (AlertState.OPEN, None)
        assert (old.case().kind, old.case().state) == (CaseKind.DATA, CaseState.OPEN)
        agree(an_officer(work), asked.id)
        old.look()
        assert old.alert() == (AlertState.CLOSED, by)
        assert old.case().state is CaseState.CLOSED
        assert old.case().detail["fact_kind"] == "amendment.approve"


@pytest.mark.parametrize("way", ["void", "correct", "identify"])
def test_what_the_officer_returns_leaves_drum_clock_and_alert(db: Database, way: str) -> None:
    with db.transaction(SYSTEM) as work:
        old = Overdue(work)
        began = old.drum.held_since
        disagree(an_officer(work), old.ask(way).id, ReturnAmendment(reason="材料不能说明"))
        old.look()
        assert old.alert() == (AlertState.OPEN, None)
        assert (old.drum.held_since, old.drum.mass_g) == (began, 182_400)
        assert old.case().state is CaseState.CLOSED


def test_an_overdue_drum_that_still_fills_is_not_voided_by_its_holder_alone(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        old = Overdue(work, None)
        old.ask("void")
        assert old.alert() == (AlertState.OPEN, None)


def test_a_drum_without_alert_makes_no_case(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        data = VoidContainer(reason="登记错了", file_sha256=PROOF)
        asked = amend_by_voiding(work.as_actor(shop.operator), a_drum(work, shop).id, data)
        assert asked is not None
        assert work.session.exec(select(Case)).all() == []
