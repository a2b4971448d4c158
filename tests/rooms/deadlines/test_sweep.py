"""The overdue check on both databases: one alert per rule, site and code, opened and closed by facts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from tests.support.build import a_facility, a_site, a_unit, actor_of
from tests.support.deadlines import (
    a_permit,
    a_standing,
    a_transfer,
    alerts,
    get,
    moved,
    statements,
)
from wastetrack.audit.model import Event
from wastetrack.audit.trail import record
from wastetrack.containers.terms import Content, Custody, HeldAs
from wastetrack.deadlines.actions import sweep as module
from wastetrack.deadlines.actions.file_report import file_report
from wastetrack.deadlines.actions.look_again import look_again
from wastetrack.deadlines.actions.sweep import apply, due_batches, sweep
from wastetrack.deadlines.inputs import FileReport
from wastetrack.deadlines.model import AlertContainer
from wastetrack.deadlines.terms import AlertState, ClosedBy, Level, RuleCode
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Refused
from wastetrack.kernel.work import Work
from wastetrack.manifests.terms import State
from wastetrack.parties.terms import ManagementClass, UnitKind

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def test_containers_of_one_site_and_code_share_one_alert(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        site = a_site(work, a_unit(work))
        for days in (400, 310, 10):
            a_standing(work, site, ago(days))
        tally = sweep(work)
        found = alerts(work, RuleCode.PR_LOCAL)
    assert (tally.opened, tally.joined) == (1, 2)
    assert [(a.level, a.count, a.mass_g, a.local) for a in found] == [
        (Level.LOCAL, 2, 200_000, True)
    ]
    assert found[0].due_on == date(2026, 10, 20)


def test_the_second_sweep_changes_nothing(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work, UnitKind.DISPOSER)
        site = a_site(work, unit, management_class=ManagementClass.KEY)
        store = a_facility(work, site, capacity_g=150_000)
        for held in (HeldAs.OPERATOR, HeldAs.COLLECTION, HeldAs.TEMPORARY, HeldAs.MEDICAL):
            a_standing(work, site, ago(500), held_as=held, facility=store)
        a_transfer(work, site, site, State.RECEIVED, received_at=ago(30), paper=True)
        first = sweep(work)
    with db.transaction(SYSTEM) as work:
        events = len(work.session.exec(select(Event)).all())
        second = sweep(work)
        assert len(work.session.exec(select(Event)).all()) == events
    assert first.opened == 7
    assert second.quiet
    with db.reading(SYSTEM) as work:
        assert due_batches(work) == []


def test_the_legal_limit_of_a_permit_holder_is_legal_and_the_producers_is_local(
    db: Database,
) -> None:
    with db.transaction(SYSTEM) as work:
        site = a_site(work, a_unit(work, UnitKind.DISPOSER))
        a_standing(work, site, ago(400), held_as=HeldAs.OPERATOR)
        a_standing(work, site, ago(400), held_as=HeldAs.PRODUCER)
        sweep(work)
        levels = {a.rule: (a.level, a.local) for a in alerts(work)}
    assert levels["OP-1Y"] == (Level.LEGAL, False)
    assert levels["PR-LOCAL"] == (Level.LOCAL, True)


def test_an_alert_is_raised_once_per_level_and_catches_up_after_downtime(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        site = a_site(work, a_unit(work))
        a_standing(work, site, ago(260))
        sweep(work)
        assert [a.level for a in alerts(work, RuleCode.PR_LOCAL)] == [Level.HINT]
    db.clock.move(days=200)  # type: ignore[attr-defined]  # the tests' clock moves
    with db.transaction(SYSTEM) as work:
        sweep(work)
        found = alerts(work, RuleCode.PR_LOCAL)[0]
        kinds = [
            e.kind for e in work.session.exec(select(Event).where(Event.subject_id == found.id))
        ]
    assert found.level is Level.LOCAL
    assert sorted(kinds) == ["alert.open", "alert.raise"]


def test_on_the_road_the_alert_waits_and_acceptance_elsewhere_closes_it(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        site, gate = a_site(work, a_unit(work)), a_site(work, a_unit(work, UnitKind.DISPOSER))
        drum = a_standing(work, site, ago(400))
        sweep(work)
        moved(
            work,
            drum,
            "container.load",
            custody=Custody.ON_VEHICLE,
            held_as=HeldAs.CARRIER,
            held_before=drum.held_since,
            held_as_before=HeldAs.PRODUCER,
            holder_site_id=gate.id,
            held_since=NOW,
        )
        look_again(work, [drum.id])
        assert alerts(work, RuleCode.PR_LOCAL)[0].state is AlertState.OPEN
        moved(work, drum, "container.receive", held_as=HeldAs.OPERATOR, custody=Custody.IN_STORE)
        look_again(work, [drum.id])
        found = alerts(work, RuleCode.PR_LOCAL)[0]
        link = work.session.exec(select(AlertContainer)).one()
    assert (found.state, found.closed_by) == (AlertState.CLOSED, ClosedBy.ACCEPTED_ELSEWHERE)
    assert link.left_at is not None


@pytest.mark.parametrize(
    ("content", "kind", "by"),
    [
        (Content.TREATED, "container.treat_self", ClosedBy.TREATED),
        (Content.VOID, "container.identify", ClosedBy.NOT_HAZARDOUS),
        (Content.VOID, "container.void", ClosedBy.CORRECTED),
    ],
)
def test_what_ended_the_container_is_what_closes_the_alert(
    db: Database, content: Content, kind: str, by: ClosedBy
) -> None:
    with db.transaction(SYSTEM) as work:
        drum = a_standing(work, a_site(work, a_unit(work)), ago(400))
        sweep(work)
        moved(
            work,
            drum,
            kind,
            content=content,
            custody=Custody.NONE,
            held_as=HeldAs.NOBODY,
            holder_unit_id=None,
            holder_site_id=None,
        )
        sweep(work)
        assert [a.closed_by for a in alerts(work, RuleCode.PR_LOCAL)] == [by]


def test_a_container_that_comes_back_joins_the_open_alert_again(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work)
        site, other = a_site(work, unit), a_site(work, unit)
        drum, stays = a_standing(work, site, ago(400)), a_standing(work, site, ago(380))
        sweep(work)
        moved(work, drum, "container.store", holder_site_id=other.id)
        sweep(work)
        moved(work, drum, "container.store", holder_site_id=site.id)
        tally = sweep(work)
        by_site = {a.site_id: a for a in alerts(work, RuleCode.PR_LOCAL) if a.count}
    assert tally.joined == 1
    assert by_site[site.id].count == 2
    assert by_site[other.id].state is AlertState.CLOSED
    assert stays.holder_site_id == site.id


def test_an_approved_extension_moves_the_end(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work, UnitKind.DISPOSER)
        site = a_site(work, unit)
        drum = a_standing(work, site, ago(400), held_as=HeldAs.OPERATOR)
        sweep(work)
        assert alerts(work, RuleCode.OP_1Y)[0].level is Level.LEGAL
        a_permit(work, unit, storage_extended_to=date(2026, 12, 20))
        sweep(work)
        found = alerts(work, RuleCode.OP_1Y)[0]
        assert (found.level, found.due_on) == (Level.DUE, date(2026, 12, 20))
        assert sweep(work).quiet
    assert drum.held_as is HeldAs.OPERATOR


def test_a_storage_point_over_three_tonnes_opens_and_closes_by_its_stock(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        site = a_site(work, a_unit(work))
        point = a_facility(work, site, capacity_g=None)
        drums = [a_standing(work, site, ago(5), grams=1_100_000, facility=point) for _ in range(3)]
        sweep(work)
        found = alerts(work, RuleCode.PT_3T)
        assert [(a.level, a.mass_g) for a in found] == [(Level.LEGAL, 3_300_000)]
        for drum in drums:
            moved(work, drum, "container.store", facility_id=None)
        sweep(work)
        assert [a.closed_by for a in alerts(work, RuleCode.PT_3T)] == [ClosedBy.BELOW]


def test_confirmation_closes_the_receivers_alert(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        site, gate = a_site(work, a_unit(work)), a_site(work, a_unit(work, UnitKind.DISPOSER))
        paper = a_transfer(work, site, gate, State.RECEIVED, received_at=ago(14))
        sweep(work)
        found = alerts(work, RuleCode.MF_5)[0]
        assert (found.level, found.site_id, found.manifest_id) == (Level.LEGAL, gate.id, paper.id)
        paper.state, paper.confirmed_at = State.CONFIRMED, NOW
        record(work, "manifest.confirm", paper, manifest_id=paper.id)
        work.session.flush()
        sweep(work)
        assert [a.closed_by for a in alerts(work, RuleCode.MF_5)] == [ClosedBy.DONE]


def test_the_receipt_of_a_report_closes_its_alert_at_once(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work)
        site = a_site(replace(work, now=ago(300)), unit, management_class=ManagementClass.KEY)
        sweep(work)
        found = alerts(work, RuleCode.RPT)[0]
        assert (found.subject_key, found.level) == ("2026-10", Level.LEGAL)
    with db.transaction(actor_of(unit, Role.READER)) as work, pytest.raises(Denied):
        file_report(work, site.id, RuleCode.RPT, "2026-10", _receipt())
    with db.transaction(actor_of(unit, Role.ADMIN)) as work:
        file_report(work, site.id, RuleCode.RPT, "2026-10", _receipt())
        assert [a.closed_by for a in alerts(work, RuleCode.RPT)] == [ClosedBy.DONE]
        with pytest.raises(Refused) as again:
            file_report(work, site.id, RuleCode.RPT, "2026-10", _receipt())
    assert again.value.codes == ("deadlines.report_filed",)


def _receipt() -> FileReport:
    return FileReport(number="330604-2026-10-0001", filed_on=date(2026, 11, 20))


def test_a_bad_item_never_undoes_its_neighbours(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work)
        for _ in range(3):
            a_standing(work, a_site(work, unit), ago(400))
        bad = a_standing(work, a_site(work, unit), ago(400)).id
        batches = due_batches(work)
    settle = module._settle

    def failing(work: Work, batch: module.Batch) -> object:
        if bad in batch.ids:
            raise ValueError("a row nobody can read")
        return settle(work, batch)

    monkeypatch.setattr(module, "_settle", failing)
    with db.transaction(SYSTEM) as work:
        tally = apply(work, next(b for b in batches if b.subject == "containers"))
    assert (tally.opened, len(tally.failed)) == (3, 1)
    with db.reading(SYSTEM) as work:
        assert get(work, bad).head_seq == 1
        assert len(alerts(work, RuleCode.PR_LOCAL)) == 3


def test_looking_again_at_what_is_not_due_costs_two_statements(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        drum = a_standing(work, a_site(work, a_unit(work)), ago(10))
        look_again(work, [drum.id])
    with db.transaction(SYSTEM) as work, statements(db.engine) as seen:
        look_again(work, [drum.id])
    assert len(seen) <= 2
