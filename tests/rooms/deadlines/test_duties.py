"""Rules over transfers, permits, plans and visits: found from present state on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.support.build import a_facility, a_site, a_unit
from tests.support.deadlines import a_permit, a_standing, a_transfer, alerts, statements
from wastetrack.agreements.model import Plan, PlanLine
from wastetrack.agreements.terms import LineKind
from wastetrack.audit.trail import record
from wastetrack.containers.terms import HeldAs
from wastetrack.deadlines.actions.sweep import sweep
from wastetrack.deadlines.queries.lookout import lookout
from wastetrack.deadlines.queries.permits import over_scale
from wastetrack.deadlines.terms import AlertState, ClosedBy, Level, RuleCode
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.work import Work
from wastetrack.manifests.terms import State
from wastetrack.parties.model import Site
from wastetrack.parties.terms import ManagementClass, UnitKind, UnitState

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


def ago(**delta: float) -> datetime:
    return NOW - timedelta(**delta)


@pytest.mark.parametrize(
    ("state", "columns", "expected"),
    [
        (State.IN_TRANSIT, {"departed_at": ago(hours=25)}, {("MF-GATE", Level.WARN)}),
        (State.IN_TRANSIT, {"departed_at": ago(hours=49)}, {("MF-GATE", Level.LOCAL)}),
        (State.ARRIVED, {"arrived_at": ago(hours=13)}, {("MF-GATE-IN", Level.WARN)}),
        (State.NEGOTIATING, {"arrived_at": ago(hours=25)}, {("MF-GATE-IN", Level.LOCAL)}),
        (State.RECEIVED, {"received_at": ago(days=1)}, set()),
        (State.RECEIVED, {"received_at": ago(days=6)}, {("MF-5", Level.DUE)}),
        (State.CONFIRMED, {"confirmed_at": ago(days=61)}, {("MF-OUT", Level.WARN)}),
        (State.CONFIRMED, {"confirmed_at": ago(days=95)}, {("MF-OUT", Level.LOCAL)}),
        (State.CLOSED, {"confirmed_at": ago(days=95)}, set()),
        (State.CLOSED, {"received_at": ago(days=30), "paper": True}, {("MF-10", Level.LEGAL)}),
        (
            State.CLOSED,
            {"received_at": ago(days=30), "paper": True, "backfilled_at": ago(days=2)},
            set(),
        ),
    ],
)
def test_a_transfer_that_waits_is_found_by_its_state(
    db: Database, state: State, columns: dict[str, object], expected: set[tuple[str, Level]]
) -> None:
    with db.transaction(SYSTEM) as work:
        site, gate = a_site(work, a_unit(work)), a_site(work, a_unit(work, UnitKind.DISPOSER))
        a_transfer(work, site, gate, state, **columns)
        sweep(work)
        assert {(a.rule, a.level) for a in alerts(work)} == expected
        assert sweep(work).quiet


def test_a_paper_transfer_is_asked_of_both_ends(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        site, gate = a_site(work, a_unit(work)), a_site(work, a_unit(work, UnitKind.DISPOSER))
        a_transfer(work, site, gate, State.CONFIRMED, received_at=ago(days=30), paper=True)
        sweep(work)
        assert {a.site_id for a in alerts(work, RuleCode.MF_10)} == {site.id, gate.id}


def test_a_permit_near_its_end_is_told_until_another_follows(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work, UnitKind.DISPOSER)
        a_site(work, unit)
        a_permit(work, unit, valid_to=date(2026, 12, 10))
        sweep(work)
        assert [a.level for a in alerts(work, RuleCode.LIC)] == [Level.DUE]
        a_permit(work, unit, valid_to=date(2031, 12, 10))
        sweep(work)
        assert [a.closed_by for a in alerts(work, RuleCode.LIC)] == [ClosedBy.DONE]


def _plan(work: Work, site: Site, store: int, transfer: int) -> None:
    plan = Plan(
        id=work.new_id(),
        created_at=work.now,
        site_id=site.id,
        unit_id=site.unit_id,
        year=2026,
        number="浙330604-2026-0001",
        filed_on=date(2026, 3, 1),
    )
    record(work, "plan.add", plan)
    work.session.flush()
    for kind, grams in ((LineKind.STORE, store), (LineKind.TRANSFER, transfer)):
        work.session.add(
            PlanLine(
                id=work.new_id(),
                plan_id=plan.id,
                kind=kind,
                waste_code="900-214-08",
                planned_g=grams,
            )
        )
    work.session.flush()


@pytest.mark.parametrize(
    ("grams", "expected"),
    [
        (800_000, []),
        (900_000, [Level.HINT]),
        (1_000_000, [Level.HINT]),
        (1_000_001, [Level.WARN]),
        (1_200_000, [Level.DUE]),
    ],
)
def test_stock_over_the_plan_is_told_by_its_share(
    db: Database, grams: int, expected: list[Level]
) -> None:
    with db.transaction(SYSTEM) as work:
        site = a_site(work, a_unit(work))
        _plan(work, site, 1_000_000, 5_000_000)
        a_standing(work, site, ago(days=3), grams=grams)
        sweep(work)
        assert [a.level for a in alerts(work, RuleCode.PR_PLAN)] == expected


def test_a_plan_filed_late_closes_the_alert_about_it(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        long_ago = replace(work, now=datetime(2025, 2, 1, tzinfo=UTC))
        site = a_site(long_ago, a_unit(work))
        sweep(work)
        assert [a.level for a in alerts(work, RuleCode.RPT_PLAN)] == [Level.LEGAL]
        _plan(work, site, 1_000_000, 1_000_000)
        sweep(work)
        assert [a.state for a in alerts(work, RuleCode.RPT_PLAN)] == [AlertState.CLOSED]


@pytest.mark.parametrize(
    ("management", "expected"),
    [
        (ManagementClass.KEY, {("RPT", "2026-10"), ("RPT-Y", "2025"), ("RPT-PLAN", "2026")}),
        (ManagementClass.SIMPLE, {("RPT", "2026-Q3"), ("RPT-Y", "2025"), ("RPT-PLAN", "2026")}),
        (ManagementClass.REGISTERED, {("RPT-Y", "2025"), ("RPT-PLAN", "2026")}),
    ],
)
def test_each_class_reports_in_its_own_periods(
    db: Database, management: ManagementClass, expected: set[tuple[str, str]]
) -> None:
    with db.transaction(SYSTEM) as work:
        long_ago = replace(work, now=datetime(2025, 2, 1, tzinfo=UTC))
        a_site(long_ago, a_unit(work), management_class=management)
        sweep(work)
        assert {(a.rule, a.subject_key) for a in alerts(work)} == expected


def test_a_report_left_unfiled_stays_when_the_next_month_comes(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        long_ago = replace(work, now=datetime(2026, 9, 1, tzinfo=UTC))
        a_site(long_ago, a_unit(work), management_class=ManagementClass.KEY)
        sweep(work)
        db.clock.move(days=30)  # type: ignore[attr-defined]  # the tests' clock moves
    with db.transaction(SYSTEM) as work:
        sweep(work)
        still = {a.subject_key for a in alerts(work, RuleCode.RPT) if a.state is AlertState.OPEN}
    assert still == {"2026-10", "2026-11"}


def test_medical_waste_counts_hours_and_visits(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        site = a_site(work, a_unit(work), is_hospital=True)
        gate = a_site(work, a_unit(work, UnitKind.DISPOSER))
        a_standing(work, site, ago(hours=30), held_as=HeldAs.HOSPITAL, code="841-001-01")
        sweep(work)
        levels = {a.rule: a.level for a in alerts(work)}
        assert levels == {"MED-2D": Level.WARN, "MED-VISIT": Level.WARN}
        a_transfer(work, site, gate, State.CLOSED, departed_at=ago(hours=2))
        sweep(work)
        assert [a.closed_by for a in alerts(work, RuleCode.MED_VISIT)] == [ClosedBy.DONE]


def test_five_tonnes_of_one_waste_set_down_are_told_beside_the_clock(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        site = a_site(work, a_unit(work, UnitKind.COLLECTOR))
        for _ in range(4):
            a_standing(work, site, ago(days=2), held_as=HeldAs.TEMPORARY, grams=1_200_000)
        sweep(work)
        assert [(a.level, a.count) for a in alerts(work, RuleCode.OP_TEMP_5T)] == [(Level.DUE, 4)]


def test_stock_outside_the_district_is_not_ours_to_watch(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        outside = a_unit(work, UnitKind.DISPOSER, state=UnitState.OUTSIDE)
        a_standing(work, a_site(work, outside), ago(days=800), held_as=HeldAs.OPERATOR)
        sweep(work)
        assert alerts(work) == []


def test_each_permit_has_its_own_annual_scale_and_the_year_is_read_in_one_sum(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        plant = a_unit(work, UnitKind.DISPOSER)
        hall, shop = a_site(work, plant), a_site(work, a_unit(work))
        oil = a_permit(work, plant, annual_scale_g=1_000_000)
        paint = a_permit(work, plant, annual_scale_g=1_000_000, codes=["HW12"])
        for permit, grams in ((oil, 900_000), (oil, 300_000), (paint, 700_000)):
            a_transfer(
                work,
                shop,
                hall,
                State.CLOSED,
                received_at=ago(days=30),
                licence_id=permit.id,
                mass_g=grams,
            )
        look = lookout(work)
        with statements(work.session.get_bind().engine) as sent:
            found = over_scale(look)
        assert {f.licence_id: (f.level, f.mass_g) for f in found} == {
            oil.id: (Level.DUE, 1_200_000)
        }
        assert len(sent) == 2  # the permits, and one grouped sum of the year
        a_transfer(
            work,
            shop,
            hall,
            State.CLOSED,
            received_at=ago(days=3),
            licence_id=oil.id,
            mass_g=1,
        )
        assert [f.level for f in over_scale(look)] == [Level.LEGAL]


@pytest.mark.parametrize(
    ("held", "rule"),
    [
        (HeldAs.PILOT, RuleCode.PILOT_1Y),
        (HeldAs.PILOT_TEMPORARY, RuleCode.PILOT_TEMP),
        (HeldAs.MEDICAL, RuleCode.MED_DISP),
        (HeldAs.MEDICAL_CHILLED, RuleCode.MED_DISP_COLD),
    ],
)
def test_what_is_not_confirmed_never_becomes_a_legal_alert(
    db: Database, held: HeldAs, rule: RuleCode
) -> None:
    with db.transaction(SYSTEM) as work:
        site = a_site(work, a_unit(work, UnitKind.DISPOSER))
        a_standing(work, site, ago(days=500), held_as=held, code="841-001-01")
        sweep(work)
        assert [(a.rule, a.level, a.local) for a in alerts(work)] == [
            (rule.value, Level.LOCAL, True)
        ]


def test_chilled_medical_waste_has_three_days(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        site = a_site(work, a_unit(work, UnitKind.DISPOSER))
        for held in (HeldAs.MEDICAL, HeldAs.MEDICAL_CHILLED):
            a_standing(work, site, ago(hours=30), held_as=held, code="841-001-01")
        sweep(work)
        assert {a.rule: a.level for a in alerts(work)} == {"MED-DISP": Level.LOCAL}


def test_a_store_exactly_at_its_capacity_is_not_over_it(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        site = a_site(work, a_unit(work))
        store = a_facility(work, site, capacity_g=9_000_000)
        a_standing(work, site, ago(days=2), grams=9_000_000, facility=store)
        sweep(work)
        assert [a.level for a in alerts(work, RuleCode.CAP)] == [Level.DUE]
        a_standing(work, site, ago(days=2), grams=1, facility=store)
        sweep(work)
        assert [(a.level, a.local) for a in alerts(work, RuleCode.CAP)] == [(Level.LOCAL, True)]
