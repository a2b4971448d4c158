"""Reads everything of one unit that an inspector wants on one page, as of now."""

from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.cases.model import Case
from wastetrack.catalog.queries import division_names
from wastetrack.containers.model import Container
from wastetrack.deadlines.model import Alert, FiledReport
from wastetrack.deadlines.queries.clocks import LIVE
from wastetrack.deadlines.queries.reports import REPORTS
from wastetrack.deadlines.terms import RANK, AlertState
from wastetrack.deadlines.transition.alerts import told_of
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.terms import State
from wastetrack.parties.model import Facility, Unit
from wastetrack.parties.queries import find_unit, licences_of, sites_of_units
from wastetrack.parties.rules import document_state
from wastetrack.parties.terms import STORES, UnitKind
from wastetrack.reports.shapes.inspection import (
    AlertFact,
    CaseFact,
    InspectionSheet,
    LicenceFact,
    ReportFact,
    SiteFact,
    StockFact,
    StoreFact,
    UnderWay,
)

# a page holds no more of each; the sheet says how many there are besides
MOST = 40
_MOVING = (
    State.FILED,
    State.READY,
    State.IN_TRANSIT,
    State.ARRIVED,
    State.NEGOTIATING,
    State.RECEIVED,
    State.REFUSED,
    State.RETURNING,
)


def inspection_sheet(work: Work, unit_id: UUID, scan_address: str) -> InspectionSheet:
    """Ten statements; `scan_address` stands before the credit code in the symbol."""
    unit = find_unit(work, unit_id)
    if unit is None:
        raise Missing("unit")
    require(work.actor, Action.UNIT_READ, Place(Position.OWN, unit.id))
    sites = sites_of_units(work, [unit.id])
    site_ids = [site.id for site in sites]
    towns, today = division_names(work), local_day(work.now)
    return InspectionSheet(
        unit=unit.name,
        credit_code=unit.credit_code,
        kinds=[UnitKind(kind) for kind in unit.kinds],
        state=unit.state,
        industry=unit.industry,
        phone=unit.phone,
        qr_text=f"{scan_address}/U/{unit.credit_code}".upper(),
        at=work.now,
        sites=[
            SiteFact(
                site.name,
                towns.get(site.division_code, ""),
                site.address,
                site.management_class,
                site.emergency_phone or "",
            )
            for site in sites
        ],
        licences=[
            LicenceFact(
                row.kind,
                row.number,
                row.codes,
                row.annual_scale_g,
                row.valid_to,
                document_state(row.valid_to, today, row.ended_on),
            )
            for row in licences_of(work, unit.id)
        ],
        stock=_stock(work, unit.id),
        stores=_stores(work, site_ids),
        alerts=_alerts(work, unit.id),
        under_way=_under_way(work, unit.id),
        reports=_reports(work, unit.id),
        unfiled=_unfiled(work, unit.id),
        cases=_cases(work, unit.id),
        invented=unit.invented,
    )


def _stock(work: Work, unit_id: UUID) -> list[StockFact]:
    grams = func.coalesce(func.sum(col(Container.mass_g)), 0)
    clock = func.min(col(Container.held_since))
    query = (
        select(
            col(Container.waste_name),
            col(Container.waste_code),
            func.count(),
            grams,
            clock,
            func.min(col(Container.oldest_waste_at)),
        )
        .where(LIVE, col(Container.holder_unit_id) == unit_id)
        .group_by(col(Container.waste_name), col(Container.waste_code))
        .order_by(clock, col(Container.waste_code), col(Container.waste_name))
        .limit(MOST)
    )
    return [
        StockFact(name, code, count, int(mass), since, oldest)
        for name, code, count, mass, since, oldest in work.session.execute(query)
    ]


def _stores(work: Work, site_ids: list[UUID]) -> list[StoreFact]:
    live = (
        select(col(Container.facility_id), func.sum(col(Container.mass_g)).label("grams"))
        .where(LIVE, col(Container.facility_id).is_not(None))
        .group_by(col(Container.facility_id))
        .subquery()
    )
    query = (
        select(Facility, func.coalesce(live.c.grams, 0))
        .join(live, live.c.facility_id == col(Facility.id), isouter=True)
        .where(
            col(Facility.site_id).in_(site_ids),
            col(Facility.active),
            col(Facility.kind).in_([kind.value for kind in STORES]),
        )
        .order_by(col(Facility.code), col(Facility.id))
        .limit(MOST)
    )
    return [
        StoreFact(f.code, f.name, f.kind, f.capacity_g, int(grams))
        for f, grams in work.session.execute(query)
    ]


def _alerts(work: Work, unit_id: UUID) -> list[AlertFact]:
    query = select(Alert).where(col(Alert.unit_id) == unit_id, col(Alert.state) == AlertState.OPEN)
    rows = work.session.execute(query.order_by(col(Alert.due_on), col(Alert.id))).scalars()
    found = [
        AlertFact(
            row.rule,
            row.waste_code or told_of(row.facts),
            row.level,
            row.due_on,
            row.count,
            row.mass_g,
        )
        for row in rows
    ]
    # sorted is stable: within a level the earliest due stands first
    return sorted(found, key=lambda alert: -RANK[alert.level])[:MOST]


def _under_way(work: Work, unit_id: UUID) -> list[UnderWay]:
    sender, taker = aliased(Unit), aliased(Unit)
    number = func.coalesce(
        col(Manifest.national_no), col(Manifest.paper_no), col(Manifest.reference)
    )
    query = (
        select(
            number,
            col(Manifest.state),
            col(Manifest.consignor_unit_id),
            col(sender.name),
            col(taker.name),
            col(Manifest.mass_g),
            col(Manifest.departed_at),
        )
        .join(sender, col(sender.id) == col(Manifest.consignor_unit_id))
        .join(taker, col(taker.id) == col(Manifest.receiver_unit_id))
        .where(
            col(Manifest.state).in_(_MOVING),
            or_(
                col(Manifest.consignor_unit_id) == unit_id,
                col(Manifest.receiver_unit_id) == unit_id,
                col(Manifest.carrier_unit_id) == unit_id,
            ),
        )
        .order_by(col(Manifest.id).desc())
        .limit(MOST)
    )
    return [
        UnderWay(no, state, who == unit_id, taker if who == unit_id else sender, grams, left)
        for no, state, who, sender, taker, grams, left in work.session.execute(query)
    ]


def _reports(work: Work, unit_id: UUID) -> list[ReportFact]:
    query = (
        select(FiledReport)
        .where(col(FiledReport.unit_id) == unit_id)
        .order_by(col(FiledReport.filed_on).desc(), col(FiledReport.id).desc())
        .limit(6)
    )
    return [
        ReportFact(row.rule, row.period, row.number, row.filed_on, row.sequence)
        for row in work.session.execute(query).scalars()
    ]


def _unfiled(work: Work, unit_id: UUID) -> int:
    query = select(func.count()).where(
        col(Alert.unit_id) == unit_id,
        col(Alert.state) == AlertState.OPEN,
        col(Alert.rule).in_([code.value for code in REPORTS]),
    )
    return int(work.session.execute(query).scalar_one())


def _cases(work: Work, unit_id: UUID) -> list[CaseFact]:
    query = (
        select(Case)
        .where(or_(col(Case.unit_id) == unit_id, col(Case.other_unit_id) == unit_id))
        .order_by(col(Case.id).desc())
        .limit(6)
    )
    return [
        CaseFact(row.kind, row.title, row.state, row.created_at, row.closed_at)
        for row in work.session.execute(query).scalars()
    ]
