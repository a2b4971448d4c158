"""The declaration desk: due, filed, late, amended with the first receipt kept; read-only for officers."""

from datetime import date

import pytest

from tests.support.build import a_site, a_unit, actor_of
from wastetrack.deadlines.actions.amend_report import amend_report
from wastetrack.deadlines.actions.file_report import file_report
from wastetrack.deadlines.actions.sweep import apply, due_batches
from wastetrack.deadlines.inputs import AmendReport, FileReport
from wastetrack.deadlines.queries.desk import Duty, list_desk, site_desk
from wastetrack.deadlines.terms import RuleCode
from wastetrack.kernel.actor import SYSTEM, Actor, Role
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Site, Unit
from wastetrack.parties.terms import ManagementClass


@pytest.fixture
def made(db: Database, clock: FixedClock) -> tuple[Unit, Site]:
    """A key site that began on 24 August."""
    clock.move(days=-92)
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work)
        site = a_site(work, unit, management_class=ManagementClass.KEY)
    clock.move(days=92)
    return unit, site


def operator(unit: Unit) -> Actor:
    return actor_of(unit, Role.OPERATOR)


def lines(work: Work, site: Site) -> dict[str, Duty]:
    _, duties = site_desk(work, site.id)
    return {f"{duty.period.rule.value} {duty.period.key}": duty for duty in duties}


def receipt(number: str, on: date) -> FileReport:
    return FileReport(number=number, filed_on=on)


def test_what_is_due_stands_there_until_it_is_filed(db: Database, made: tuple[Unit, Site]) -> None:
    unit, site = made
    with db.transaction(operator(unit)) as work:
        before = lines(work, site)
        assert list(before) == ["RPT 2026-10", "RPT 2026-09", "RPT 2026-08"]
        assert (before["RPT 2026-10"].filed, before["RPT 2026-10"].late) == (False, 9)
        file_report(work, site.id, RuleCode.RPT, "2026-10", receipt("HZ-1", date(2026, 11, 14)))
        file_report(work, site.id, RuleCode.RPT, "2026-09", receipt("HZ-2", date(2026, 10, 20)))
        after = lines(work, site)
    assert (after["RPT 2026-10"].filed, after["RPT 2026-10"].late) == (True, 0)
    assert (after["RPT 2026-09"].filed, after["RPT 2026-09"].late) == (True, 5)


def test_an_amendment_has_a_receipt_of_its_own_and_the_first_is_kept(
    db: Database, made: tuple[Unit, Site]
) -> None:
    unit, site = made
    with db.transaction(operator(unit)) as work:
        file_report(work, site.id, RuleCode.RPT, "2026-10", receipt("HZ-1", date(2026, 11, 14)))
        for number in ("HZ-2", "HZ-3"):
            amend_report(
                work,
                site.id,
                RuleCode.RPT,
                "2026-10",
                AmendReport(number=number, filed_on=date(2026, 11, 20), reason="委外量少报"),
            )
            work.session.flush()
        duty = lines(work, site)["RPT 2026-10"]
    assert [r.number for r in duty.receipts] == ["HZ-1", "HZ-2", "HZ-3"]
    assert duty.receipts[0].filed_on == date(2026, 11, 14)
    assert duty.receipts[1].reason == "委外量少报"
    assert duty.late == 0  # the first receipt decides


def test_nothing_filed_is_nothing_to_amend(db: Database, made: tuple[Unit, Site]) -> None:
    unit, site = made
    data = AmendReport(number="HZ-2", filed_on=date(2026, 11, 20), reason="少报")
    with db.transaction(operator(unit)) as work, pytest.raises(Refused) as refused:
        amend_report(work, site.id, RuleCode.RPT, "2026-10", data)
    assert refused.value.codes == ("deadlines.report_not_filed",)


def test_the_officer_sees_every_late_site_and_changes_nothing(
    db: Database, made: tuple[Unit, Site]
) -> None:
    _, site = made
    with db.transaction(SYSTEM) as work:
        officer = actor_of(a_unit(work, "authority"), Role.OFFICER)
        for batch in due_batches(work):
            apply(work, batch)
    with db.transaction(officer) as work:
        (row,) = list_desk(work).rows
        assert (row.site_id, row.open) == (site.id, 1)
        assert row.first_due == date(2026, 11, 15)
        assert "RPT 2026-10" in lines(work, site)
        with pytest.raises(Denied):
            file_report(work, site.id, RuleCode.RPT, "2026-10", receipt("X", date(2026, 11, 14)))


def test_a_stranger_finds_no_desk(db: Database, made: tuple[Unit, Site]) -> None:
    _, site = made
    with db.transaction(SYSTEM) as work:
        stranger = actor_of(a_unit(work), Role.ADMIN)
        inside = work.as_actor(stranger)
        assert list_desk(inside).rows == []
        with pytest.raises(Missing):
            site_desk(inside, site.id)
