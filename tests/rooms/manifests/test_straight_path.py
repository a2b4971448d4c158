"""A drum's papers from draft to closed, with custody and weights at each step."""

from datetime import date

from tests.support.manifests import OIL, Cast
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Booking, Content, Custody, HeldAs
from wastetrack.containers.transition import feed
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.outcome import acknowledge, count_treated
from wastetrack.manifests.inputs import TreatedLine
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import hauls_of, licence_mass, lines_of, plan_use
from wastetrack.manifests.terms import Decision, State
from wastetrack.parties.shapes import licence_facts


def first_drum(work: Work, m: Manifest) -> Container:
    """The container of the first line."""
    found = work.session.get(Container, lines_of(work, m.id)[0].container_id)
    assert found is not None
    return found


def test_a_draft_gets_our_reference_and_books_its_containers(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.drafted()
        drum = first_drum(work, m)
        assert (m.state, m.reference) == (State.DRAFT, "SY2026000001")
        assert (drum.booking, drum.manifest_id) == (Booking.ON_LINE, m.id)
        assert m.mass_g == 364_800
        assert m.emergency_measures == "围堵、吸附、上报"


def test_filing_writes_down_plan_contract_and_permit_and_counts_for_them(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.filed()
        assert m.state is State.FILED
        assert (m.plan_id, m.contract_id) == (cast.plan.id, cast.contract.id)
        assert m.licence_id == cast.licence.id
        assert plan_use(work, cast.shop.site.id, 2026) == {OIL: 364_800}
        assert licence_mass(work, licence_facts(cast.licence), 2026) == (0, 364_800)


def test_departure_moves_custody_and_starts_the_trip(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road()
        drum = first_drum(work, m)
        assert (m.state, m.trip_id) == (State.IN_TRANSIT, cast.trip.id)
        assert (drum.custody, drum.holder_site_id) == (Custody.ON_VEHICLE, cast.yard.id)
        haul = hauls_of(work, m.id)[0]
        assert (haul.plate, haul.waybill_no) == (cast.trip.plate, "YD0001")


def test_acceptance_moves_custody_and_starts_both_clocks(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.received()
        drum = first_drum(work, m)
        assert (m.state, m.mass_g) == (State.RECEIVED, 364_800)
        # 24 November 2026 is a Tuesday: five working days later is Tuesday, 1 December
        assert m.confirm_due == date(2026, 12, 1)
        assert (drum.custody, drum.holder_site_id) == (Custody.IN_STORE, cast.plant.id)
        assert (drum.held_as, drum.held_since) == (HeldAs.OPERATOR, work.now)
        assert drum.facility_id == cast.hall.id
        assert licence_mass(work, licence_facts(cast.licence), 2026) == (364_800, 0)


def test_a_confirmed_manifest_closes_when_every_accepted_gram_has_an_outcome(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.confirmed()
        gate = work.as_actor(cast.gate)
        for line in lines_of(work, m.id):
            assert line.decision is Decision.ACCEPTED
            drum = work.session.get(Container, line.container_id)
            assert drum is not None
            assert m.state is State.CONFIRMED
            batch = work.new_id()
            feed(gate, drum, grams=182_400, at=work.now, treatment_id=batch)
            told = TreatedLine(
                line_id=line.id, grams=182_400, method="R9", at=work.now, treatment_id=batch
            )
            assert count_treated(gate, m.id, told) == 0
            assert drum.content is Content.TREATED
        assert (m.state, m.closed_at) == (State.CLOSED, work.now)
        acknowledge(work.as_actor(cast.producer), m.id)
        assert m.acknowledged_at == work.now
