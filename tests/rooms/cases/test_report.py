"""Whoever finds a container reports it without an account; the parties never learn who it was."""

import pytest
from sqlmodel import select

from tests.support.build import a_unit, actor_of
from tests.support.containers import Workshop, a_drum
from wastetrack.audit.model import Event
from wastetrack.cases.actions.report import report
from wastetrack.cases.inputs import ReportFound
from wastetrack.cases.model import Reporter
from wastetrack.cases.queries import reporter_phone
from wastetrack.cases.terms import CaseKind, CaseState
from wastetrack.containers.terms import LabelProof
from wastetrack.kernel.actor import NOBODY, SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Missing
from wastetrack.parties.terms import UnitKind

PHONE = "13800000009"
SEEN = ReportFound(place="曹娥江边桥下", note="三只桶", phone=PHONE)


def test_a_report_opens_a_case_at_the_producer(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        drum = a_drum(work, Workshop(work))
    with db.transaction(NOBODY) as work:
        case = report(work, drum.human_code, SEEN, proof=LabelProof.FORGED, photo="ab" * 32)
    assert (case.kind, case.state, case.container_id) == (CaseKind.FOUND, CaseState.OPEN, drum.id)
    assert (case.unit_id, case.other_unit_id) == (drum.origin_unit_id, None)
    assert case.detail["proof"] == "forged"


def test_the_reporters_phone_is_in_no_event_and_for_officers_only(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        bureau = a_unit(
            work, credit_code="11330600MB18967509", kinds=[UnitKind.AUTHORITY.value], name="分局"
        )
        officer, auditor = actor_of(bureau, Role.OFFICER), actor_of(bureau, Role.AUDITOR)
    with db.transaction(NOBODY) as work:
        case = report(work, drum.human_code, SEEN, proof=LabelProof.GENUINE)
    with db.reading(SYSTEM) as work:
        assert work.session.exec(select(Reporter)).one().phone == PHONE
        events = work.session.exec(select(Event)).all()
        assert not any(PHONE in str(event.payload) for event in events)
        told = {
            name: reporter_phone(work.as_actor(actor), case)
            for name, actor in (("officer", officer), ("auditor", auditor), ("unit", shop.operator))
        }
    assert told == {"officer": PHONE, "auditor": None, "unit": None}


def test_a_report_of_nothing_known_is_missing(db: Database) -> None:
    with db.transaction(NOBODY) as work, pytest.raises(Missing):
        report(work, "00000000", SEEN, proof=LabelProof.UNSIGNED)
