"""A licence counts from the moment an officer compared it with its document, and so does every change."""

from datetime import date

import pytest
from sqlmodel import select

from tests.support.build import a_site, a_unit, actor_of, credit_code
from tests.support.parties import a_checked_licence, a_licence, an_officer
from wastetrack.deadlines.queries.clocks import extensions
from wastetrack.kernel.actor import NOBODY, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused
from wastetrack.kernel.work import Work
from wastetrack.outbox.model import Message
from wastetrack.parties.actions.add_outside import add_outside
from wastetrack.parties.actions.approve_licence import approve_licence
from wastetrack.parties.actions.change_licence import change_licence
from wastetrack.parties.actions.extend_licence import extend_licence
from wastetrack.parties.actions.return_licence import return_licence
from wastetrack.parties.inputs import Decision, Extension, LicenceInput, OutsideParty
from wastetrack.parties.model import Licence, Site, Unit
from wastetrack.parties.queries import licences_at, licences_of, open_version, waiting_licences
from wastetrack.parties.rules import any_covers
from wastetrack.parties.terms import LicenceState, Mode, UnitKind

OIL = "900-214-08"
DAY = date(2026, 11, 24)
UNTIL = date(2027, 6, 30)
WHY = Decision(reason="编号与文件不一致")


def a_plant(work: Work) -> tuple[Unit, Site, Work]:
    unit = a_unit(work, UnitKind.DISPOSER)
    return unit, a_site(work, unit), work.as_actor(actor_of(unit, Role.OPERATOR))


def faults(work: Work, unit: Unit, code: str = OIL) -> list[str]:
    return [v.code for v in any_covers(licences_at(work, unit.id), code, Mode.USE, DAY)]


def changed(row: Licence, **over: object) -> LicenceInput:
    values = {name: getattr(row, name) for name in LicenceInput.model_fields} | over
    return LicenceInput.model_validate(values)


def test_a_licence_opens_no_gate_before_an_officer_checked_it(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        unit, _, holder = a_plant(work)
        row = a_licence(work, holder.actor, unit)
        assert row.state is LicenceState.WAITING
        assert faults(work, unit) == ["parties.licence_unchecked"]
        officer = an_officer(work)
        assert [waiting.id for waiting in waiting_licences(officer).rows] == [row.id]
        approve_licence(officer, row.id)
        work.session.flush()
        assert faults(work, unit) == []
        assert waiting_licences(officer).rows == []
        told = work.session.exec(select(Message).where(Message.to_unit_id == unit.id)).all()
        assert [message.kind for message in told] == ["licence.approved"]


def test_a_licence_cannot_be_entered_without_its_document(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        unit, _, holder = a_plant(work)
        with pytest.raises(Refused) as refused:
            a_licence(work, holder.actor, unit, file_sha256=None)
        assert refused.value.codes == ("parties.licence_without_document",)


def test_nobody_checks_his_own_licence(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        unit, _, holder = a_plant(work)
        row = a_licence(work, holder.actor, unit)
        auditor = work.as_actor(actor_of(a_unit(work, UnitKind.AUTHORITY), Role.AUDITOR))
        for act in (approve_licence, lambda w, i: return_licence(w, i, WHY)):
            with pytest.raises(Missing):
                act(holder, row.id)
            with pytest.raises(Denied):
                act(auditor, row.id)


def test_a_returned_licence_is_corrected_in_place_and_checked_again(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        unit, _, holder = a_plant(work)
        row = a_licence(work, holder.actor, unit)
        officer = an_officer(work)
        return_licence(officer, row.id, WHY)
        work.session.flush()
        assert (row.state, row.state_reason) == (LicenceState.RETURNED, WHY.reason)
        assert faults(work, unit) == ["parties.licence_unchecked"]
        with pytest.raises(Refused) as refused:
            approve_licence(officer, row.id)
        assert refused.value.codes == ("parties.licence_not_waiting",)
        again = change_licence(holder, row.id, changed(row, number="3306040009"))
        work.session.flush()
        assert (again.id, again.state, again.state_reason) == (row.id, LicenceState.WAITING, None)
        approve_licence(officer, row.id)
        work.session.flush()
        assert faults(work, unit) == []


def test_a_change_of_a_checked_licence_waits_while_the_licence_counts_on(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        unit, _, holder = a_plant(work)
        row = a_checked_licence(work, holder.actor, unit)
        wider = changed(row, codes=["HW08", "HW09"], file_sha256=None)
        version = change_licence(holder, row.id, wider)
        work.session.flush()
        assert (version.changes_id, version.file_sha256) == (row.id, row.file_sha256)
        assert (row.state, row.codes) == (LicenceState.CHECKED, ["HW08"])
        assert faults(work, unit) == []
        assert faults(work, unit, "900-006-09") == ["parties.licence_scope"]
        # corrected once more: still one version
        assert change_licence(holder, version.id, wider).id == version.id
        approve_licence(an_officer(work), version.id)
        work.session.flush()
        assert (row.codes, version.state) == (["HW08", "HW09"], LicenceState.MERGED)
        assert faults(work, unit, "900-006-09") == []
        assert [li.id for li in licences_of(work, unit.id)] == [row.id]
        assert open_version(work, row.id) is None


def test_a_longer_storage_time_counts_once_it_is_checked(db: Database) -> None:
    with db.transaction(NOBODY) as work:
        unit, site, holder = a_plant(work)
        row = a_checked_licence(work, holder.actor, unit, site)
        version = extend_licence(
            holder, row.id, Extension(storage_extended_to=UNTIL, extension_sha256="1" * 64)
        )
        work.session.flush()
        assert extensions(work) == {}
        approve_licence(an_officer(work), version.id)
        work.session.flush()
        assert extensions(work) == {site.id: UNTIL}


@pytest.mark.parametrize(
    ("over", "until", "document", "expected"),
    [
        ({}, UNTIL, None, "parties.extension_without_document"),
        ({}, date(2026, 11, 24), "1" * 64, "parties.extension_past"),
        ({"kind": "pilot", "modes": ["collect"]}, UNTIL, "1" * 64, "parties.extension_not_of_kind"),
    ],
    ids=["without its document", "to a day that is past", "of a pilot approval"],
)
def test_no_extension_is_entered(
    db: Database, over: dict[str, object], until: date, document: str | None, expected: str
) -> None:
    with db.transaction(NOBODY) as work:
        unit, _, holder = a_plant(work)
        row = a_checked_licence(work, holder.actor, unit, None, **over)
        data = Extension(storage_extended_to=until, extension_sha256=document)
        with pytest.raises(Refused) as refused:
            extend_licence(holder, row.id, data)
        assert refused.value.codes == (expected,)


@pytest.mark.parametrize(
    ("by_bureau", "state"),
    [(False, LicenceState.WAITING), (True, LicenceState.CHECKED)],
    ids=["entered by a unit", "entered by the bureau"],
)
def test_the_permit_of_an_outside_party_is_checked_too(
    db: Database, by_bureau: bool, state: LicenceState
) -> None:
    with db.transaction(NOBODY) as work:
        _, _, holder = a_plant(work)
        data = OutsideParty.model_validate(
            {
                "credit_code": credit_code(),
                "name": "外地处置公司",
                "phone": "028-80000000",
                "division_code": "512081",
                "address": "示例大道 9 号",
                "licence_kind": "comprehensive",
                "licence_number": "川危第1号",
                "licence_codes": "HW08",
                "licence_modes": ["use"],
                "licence_from": "2025-01-01",
                "licence_to": "2027-01-01",
            }
        )
        unit = add_outside(an_officer(work) if by_bureau else holder, data)
        work.session.flush()
        assert [row.state for row in licences_of(work, unit.id)] == [state]
