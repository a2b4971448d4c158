"""The sheets beside a manifest as real acts left them: what was disputed, corrected, ended, sent back."""

from typing import Any
from uuid import UUID

import pytest

from tests.support.containers import PROOF
from tests.support.manifests import Cast
from wastetrack.access.policy import Position
from wastetrack.cases.actions.answer import answer
from wastetrack.cases.actions.open import open_case
from wastetrack.cases.inputs import AnswerCase
from wastetrack.cases.model import Case
from wastetrack.cases.terms import CaseKind
from wastetrack.containers.actions.approve_amendment import approve_amendment
from wastetrack.containers.actions.correct import correct as correct_container
from wastetrack.containers.inputs import CorrectContainer
from wastetrack.kernel.actor import SYSTEM, Actor
from wastetrack.kernel.database import Database
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.accept import accept
from wastetrack.manifests.actions.annul import annul
from wastetrack.manifests.actions.correct import correct, endorse
from wastetrack.manifests.actions.query import object_, query
from wastetrack.manifests.actions.refuse import refuse
from wastetrack.manifests.actions.send_back import send_back, take_back
from wastetrack.manifests.actions.void import void
from wastetrack.manifests.inputs import (
    CorrectManifest,
    EndorseCorrection,
    Opinion,
    QueriedLine,
    QueryManifest,
    ReasonGiven,
    RefuseManifest,
    SendBackManifest,
    TakeBackManifest,
    VoidManifest,
)
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import corrections_of, lines_of, manifest_page
from wastetrack.manifests.shapes import ManifestPage
from wastetrack.manifests.terms import Decision, Dimension, State
from wastetrack.reports.queries.corrections import correction_sheet
from wastetrack.reports.queries.discrepancy import discrepancy_sheet
from wastetrack.reports.queries.endings import return_sheet, void_sheet
from wastetrack.reports.queries.sheets import kinds_of
from wastetrack.reports.terms import SheetKind

BASE = "http://127.0.0.1:8000"
BUREAU = "示例生态环境分局"


def page_of(work: Work, actor: Actor, manifest_id: UUID) -> tuple[Work, ManifestPage]:
    work.session.flush()
    seen = work.as_actor(actor)
    return seen, manifest_page(seen, manifest_id)


def asked_about(cast: Cast, work: Work, manifest_id: UUID) -> None:
    """The receiver asks about the first line, the consignor objects."""
    first = lines_of(work, manifest_id)[0].id
    data = QueryManifest(
        reported_to=BUREAU,
        lines=(QueriedLine(line_id=first, dimensions=(Dimension.PROPERTY,), note="含水"),),
    )
    query(work.as_actor(cast.gate), manifest_id, data)
    work.session.flush()
    object_(work.as_actor(cast.producer), manifest_id, Opinion(opinion="出厂时没有水"))
    work.session.flush()


def a_case(cast: Cast, work: Work, m: Manifest, **over: Any) -> Case:
    """The case that the receiver opened about it."""
    found = open_case(
        work.as_actor(cast.gate),
        CaseKind.DISCREPANCY,
        m.receiver_site_id,
        m.receiver_unit_id,
        "到货与联单不符",
        other_unit_id=m.consignor_unit_id,
        other_site_id=m.consignor_site_id,
        manifest_id=m.id,
        **over,
    )
    work.session.flush()
    return found


def answered(
    work: Work, m: Manifest, asked: tuple[Actor, CorrectManifest], by: Actor, said: dict[str, Any]
) -> None:
    """A correction that one party asks for and the other answers."""
    asker, data = asked
    correct(work.as_actor(asker), m.id, data)
    work.session.flush()
    row = corrections_of(work, m.id)[0]
    endorse(work.as_actor(by), m.id, EndorseCorrection(correction_id=row.id, **said))


def test_the_discrepancy_sheet_holds_lines_statements_report_and_case(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived(2)
        asked_about(cast, work, m.id)
        stray = [{"code": "ABCD2345", "verdict": "extra"}]
        detail = {"lines": [], "stray": stray}
        case = a_case(cast, work, m, detail=detail, basis="部令第23号 §18")
        answer(work.as_actor(cast.producer), case.id, AnswerCase(text="可以取样复检"))
        accept(work.as_actor(cast.gate), m.id, cast.part_of(m, 30_000))
        seen, page = page_of(work, cast.producer, m.id)
        assert SheetKind.DISCREPANCY in kinds_of(seen, page)
        sheet = discrepancy_sheet(seen, page, BASE)
        (line,) = sheet.lines
        assert (line.shipped_g, line.accepted_g, line.refused_g) == (182_400, 152_400, 30_000)
        assert (line.dimensions, line.note) == ((Dimension.PROPERTY,), "含水")
        assert sheet.stray == ("ABCD2345",)
        texts = {said.kind: said.text for said in sheet.said}
        assert texts["manifest.object"] == "出厂时没有水"
        assert texts["case.answer"] == "可以取样复检"
        assert {"manifest.query", "manifest.accept"} <= set(texts)
        assert {report.to for report in sheet.reports} == {BUREAU}
        assert sheet.reports[0].number.startswith(f"{m.reference}-BG")
        assert [case.basis for case in sheet.cases] == ["部令第23号 §18"]


def test_a_carrier_reads_the_sheet_without_the_case_of_the_others(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived(1)
        asked_about(cast, work, m.id)
        a_case(cast, work, m)
        seen, page = page_of(work, cast.driver, m.id)
        sheet = discrepancy_sheet(seen, page, BASE)
        assert sheet.cases == ()
        assert sheet.reports


def test_the_correction_sheet_names_both_quantities_who_asked_and_who_agreed(
    db: Database,
) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.received(1)
        line = lines_of(work, m.id)[0]
        data = CorrectManifest(
            field_name="accepted_g", value="181.15", line_id=line.id, reason="复称"
        )
        yes = {"agree": True, "note": "磅单已核对"}
        answered(work, m, (cast.gate, data), cast.producer, yes)
        seen, page = page_of(work, cast.producer, m.id)
        assert kinds_of(seen, page) == (SheetKind.DISCREPANCY, SheetKind.CORRECTION)
        sheet = correction_sheet(seen, page, BASE)
        (change,) = sheet.changes
        assert (change.before_g, change.after_g) == (182_400, 181_150)
        assert (change.asked_by, change.reason) == (cast.gate.label, "复称")
        (consent,) = change.consents
        assert (consent.who, consent.positions) == (cast.producer.label, (Position.CONSIGNOR,))
        assert (consent.agreed, consent.note) == (True, "磅单已核对")
        assert change.applied_at is not None
        assert (sheet.lines[0].accepted_g, sheet.lines[0].difference_g) == (181_150, 1_250)


def test_a_declined_correction_is_told_as_declined(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.received(1)
        data = CorrectManifest(field_name="consignor_handler", value="经办人丙", reason="换班")
        no = {"agree": False, "note": "签字的是甲"}
        answered(work, m, (cast.producer, data), cast.gate, no)
        seen, page = page_of(work, cast.producer, m.id)
        (change,) = correction_sheet(seen, page, BASE).changes
        assert [one.agreed for one in change.consents] == [False]
        assert (change.applied_at, change.rejected_at) == (None, work.now)
        assert (change.before_g, change.after) == (None, "经办人丙")


def test_an_amendment_that_an_officer_approved_stands_on_the_correction_sheet(
    db: Database,
) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.received(1)
        drum = lines_of(work, m.id)[0].container_id
        wrong = CorrectContainer.model_validate(
            {"reason": "复称", "mass_g": "181.15", "file_sha256": PROOF}
        )
        asked = correct_container(work.as_actor(cast.gate), drum, wrong)
        assert asked is not None
        work.session.flush()
        approve_amendment(work.as_actor(cast.officer), asked.id)
        seen, page = page_of(work, cast.gate, m.id)
        assert kinds_of(seen, page) == (SheetKind.CORRECTION,)
        (amended,) = correction_sheet(seen, page, BASE).amended
        assert amended.changes == (("mass_g", "182400", "181150"),)
        assert (amended.asked_by, amended.decided_by) == (cast.gate.label, cast.officer.label)
        assert (amended.reason, amended.decided_at) == ("复称", work.now)
        # the receiver's own record is no business of the consignor
        other, same = page_of(work, cast.producer, m.id)
        assert kinds_of(other, same) == ()


def test_a_voided_manifest_has_a_void_sheet_with_its_planned_amounts(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.filed(2)
        void(work.as_actor(cast.producer), m.id, VoidManifest(reason="选错了接受人"))
        seen, page = page_of(work, cast.producer, m.id)
        assert kinds_of(seen, page) == (SheetKind.VOID,)
        sheet = void_sheet(seen, page, BASE)
        assert (sheet.annulled, sheet.reason) == (False, "选错了接受人")
        assert [one.who for one in sheet.consents] == [cast.producer.label]
        assert [(li.planned_g, li.shipped_g) for li in sheet.lines] == [(182_400, None)] * 2


def test_an_annulled_one_names_all_three_consents_and_both_quantities(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road(1)
        for actor in (cast.producer, cast.gate, cast.officer):
            annul(work.as_actor(actor), m.id, ReasonGiven(reason="车没有出发"))
            work.session.flush()
        seen, page = page_of(work, cast.officer, m.id)
        sheet = void_sheet(seen, page, BASE)
        assert sheet.annulled
        assert [one.positions for one in sheet.consents] == [
            (Position.CONSIGNOR,),
            (Position.RECEIVER,),
            (Position.AUTHORITY,),
        ]
        assert [(li.planned_g, li.shipped_g) for li in sheet.lines] == [(182_400, 182_400)]


def test_the_return_sheet_follows_a_refusal_home(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived(2)
        given = RefuseManifest(reason="含水", reported_to=BUREAU, dimensions=[Dimension.PROPERTY])
        refuse(work.as_actor(cast.gate), m.id, given)
        work.session.flush()
        seen, page = page_of(work, cast.producer, m.id)
        assert kinds_of(seen, page) == (SheetKind.DISCREPANCY, SheetKind.RETURN)
        send_back(work.as_actor(cast.driver), m.id, SendBackManifest(order="电话通知运回"))
        work.session.flush()
        take_back(work.as_actor(cast.producer), m.id, TakeBackManifest())
        seen, page = page_of(work, cast.producer, m.id)
        sheet = return_sheet(seen, page, BASE)
        assert sheet.head.state is State.RETURNED
        assert (sheet.reason, sheet.refused_by) == ("含水", cast.gate.label)
        assert [(li.refused_g, li.way_back) for li in sheet.lines] == [
            (182_400, Decision.RETURNED)
        ] * 2
        assert [(said.text, said.who) for said in sheet.orders] == [
            ("电话通知运回", cast.driver.label)
        ]
        assert [said.who for said in sheet.taken_back] == [cast.producer.label]
        assert [report.to for report in sheet.reports] == [BUREAU]


def test_a_partial_refusal_names_the_container_that_was_split_off(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived(2)
        accept(work.as_actor(cast.gate), m.id, cast.part_of(m, 30_000))
        seen, page = page_of(work, cast.producer, m.id)
        (line,) = return_sheet(seen, page, BASE).lines
        assert (line.accepted_g, line.refused_g) == (152_400, 30_000)
        assert line.refused_code
        assert line.refused_code != line.code


@pytest.mark.parametrize("state", [State.DRAFT, State.READY, State.RECEIVED], ids=lambda s: s.value)
def test_a_manifest_on_which_all_agree_has_no_sheet(db: Database, state: State) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.be(state)
        seen, page = page_of(work, cast.producer, m.id)
        assert kinds_of(seen, page) == ()
