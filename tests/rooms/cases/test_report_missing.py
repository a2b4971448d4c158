"""A drum reported missing is a case of the bureau at once; finding it ends the case."""

from sqlmodel import select

from tests.support.build import a_site, a_unit, actor_of
from tests.support.containers import Workshop, a_drum, on_the_road
from wastetrack.cases.actions.report_missing import report_found, report_missing
from wastetrack.cases.model import Case
from wastetrack.cases.queries import list_cases
from wastetrack.cases.terms import CaseKind, CaseState
from wastetrack.containers.inputs import FindContainer, MissContainer
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.parties.terms import UnitKind

GONE = MissContainer(note="盘点时不在")
SEEN = FindContainer(place="仓库后门")


def test_it_names_holder_and_last_place_and_the_officer_sees_it(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        case = report_missing(work.as_actor(shop.operator), a_drum(work, shop).id, GONE)
        work.session.flush()
        officer = work.as_actor(actor_of(a_unit(work, UnitKind.AUTHORITY), Role.OFFICER))
        listed = [row.case.id for row in list_cases(officer, kind=CaseKind.MISSING).rows]
    assert (case.unit_id, case.site_id, case.state) == (shop.unit.id, shop.site.id, CaseState.OPEN)
    assert case.detail == {"note": "盘点时不在", "place": shop.point.name}
    assert listed == [case.id]


def test_missing_on_the_road_its_maker_is_the_other_party(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop, carrier = Workshop(work), a_unit(work, "carrier")
        drum = on_the_road(work, a_drum(work, shop), carrier, a_site(work, carrier), at=work.now)
        driver = work.as_actor(actor_of(carrier, Role.DRIVER))
        case = report_missing(driver, drum.id, GONE)
    assert (case.unit_id, case.other_unit_id) == (carrier.id, shop.unit.id)
    assert case.manifest_id == drum.manifest_id


def test_finding_it_closes_the_case_by_that_fact(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        report_missing(work.as_actor(shop.operator), drum.id, GONE)
        report_found(work.as_actor(shop.operator), drum.id, SEEN)
        case = work.session.exec(select(Case)).one()
    assert case.state is CaseState.CLOSED
    assert case.detail["fact_kind"] == "container.find"
