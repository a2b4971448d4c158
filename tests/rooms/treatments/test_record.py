"""Feeding received waste: manifests get their outcome, producers their share, nothing is lost."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from tests.support.build import actor_of
from tests.support.containers import a_stranger
from tests.support.handover import drums_of
from tests.support.manifests import Cast
from wastetrack.audit.model import Event
from wastetrack.audit.verify import verify_trail
from wastetrack.cases.model import Case
from wastetrack.cases.terms import CaseKind
from wastetrack.containers import transition
from wastetrack.containers.model import Container
from wastetrack.containers.queries import lock_container
from wastetrack.containers.terms import Content
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.accept import accept
from wastetrack.manifests.actions.confirm import confirm
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import lines_of
from wastetrack.manifests.terms import State
from wastetrack.outbox.model import Message
from wastetrack.treatments.actions.record import record_treatment
from wastetrack.treatments.inputs import RecordTreatment
from wastetrack.treatments.model import Feed, Share
from wastetrack.treatments.queries import (
    list_outcomes,
    list_treatments,
    show_treatment,
    stock_to_treat,
)


def feeding(cast: Cast, *feeds: tuple[Container, str | None], **over: Any) -> RecordTreatment:
    values = {
        "site_id": cast.plant.id,
        "method": "R9",
        "feeds": [{"container_id": c.id, "grams": kg} for c, kg in feeds],
    }
    return RecordTreatment.model_validate(values | over)


def all_of(work: Work, cast: Cast, m: Manifest) -> RecordTreatment:
    return feeding(cast, *((c, None) for c in drums_of(work, m)))


def test_feeding_everything_closes_the_confirmed_manifest(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.confirmed()
        row = record_treatment(work.as_actor(cast.gate), all_of(work, cast, m))
        work.session.flush()
        assert (row.fed_g, m.state) == (364_800, State.CLOSED)
        assert row.batch_code == "HWZXLY20261124001"
        assert {c.content for c in drums_of(work, m)} == {Content.TREATED}
        assert {c.holder_site_id for c in drums_of(work, m)} == {None}
        assert verify_trail(work).broken is None


def test_feeding_a_part_leaves_the_rest_on_hand(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.confirmed(1)
        drum = drums_of(work, m)[0]
        record_treatment(work.as_actor(cast.gate), feeding(cast, (drum, "100")))
        work.session.flush()
        assert (drum.mass_g, drum.content, m.state) == (82_400, Content.SEALED, State.CONFIRMED)
        assert lines_of(work, m.id)[0].outcome_g == 100_000
        record_treatment(work.as_actor(cast.gate), feeding(cast, (drum, None)))
        work.session.flush()
        assert m.state is State.CLOSED
        assert [f.grams for f in work.session.exec(select(Feed).order_by(col(Feed.id)))] == [
            100_000,
            82_400,
        ]


def test_one_treatment_may_serve_several_manifests(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        one, two = cast.confirmed(1), cast.confirmed(1)
        drums = [*drums_of(work, one), *drums_of(work, two)]
        record_treatment(work.as_actor(cast.gate), feeding(cast, *((c, None) for c in drums)))
        work.session.flush()
        assert {one.state, two.state} == {State.CLOSED}


def test_treating_before_confirming_waits_for_the_confirmation(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.received(1)
        record_treatment(work.as_actor(cast.gate), all_of(work, cast, m))
        work.session.flush()
        assert m.closed_at is None
        confirm(work.as_actor(cast.gate), m.id)
        work.session.flush()
        assert m.state is State.CLOSED


def test_a_treatment_of_what_is_closed_already_is_recorded_and_looked_into(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.confirmed(1)
        drum = drums_of(work, m)[0]
        # closed by a fault of earlier data, while the drum still stands in the hall
        work.session.execute(text("update manifest_line set outcome_g = accepted_g"))
        work.session.execute(text("update manifest set state = 'closed'"))
        work.session.expire_all()
        row = record_treatment(work.as_actor(cast.gate), feeding(cast, (drum, None)))
        work.session.flush()
        assert (row.fed_g, drum.content) == (182_400, Content.TREATED)
        assert (m.state, lines_of(work, m.id)[0].outcome_g) == (State.CLOSED, 182_400)
        case = work.session.exec(select(Case)).one()
        assert (case.kind, case.manifest_id) == (CaseKind.DATA, m.id)
        assert case.detail["grams"] == 182_400


def test_the_accepted_part_of_a_split_drum_brings_its_outcome(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived(1)
        accept(work.as_actor(cast.gate), m.id, cast.part_of(m, 82_400))
        work.session.flush()
        line = lines_of(work, m.id)[0]
        taken = work.session.get_one(Container, line.accepted_container_id)
        record_treatment(work.as_actor(cast.gate), feeding(cast, (taken, None)))
        work.session.flush()
        assert line.outcome_g == 100_000
        feed = work.session.exec(select(Feed)).one()
        assert (feed.line_id, feed.grams) == (line.id, 100_000)


def test_a_drum_split_after_receipt_came_by_its_parents_line(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.confirmed(1)
        whole = lock_container(work, drums_of(work, m)[0].id)
        parts = transition.split(
            work, whole, grams=(100_000, 82_400), unit_code=cast.disposer.credit_code
        )
        grandchildren = transition.split(
            work, parts[0], grams=(60_000, 40_000), unit_code=cast.disposer.credit_code
        )
        work.session.flush()
        record_treatment(work.as_actor(cast.gate), feeding(cast, (grandchildren[1], None)))
        work.session.flush()
        assert lines_of(work, m.id)[0].outcome_g == 40_000


def test_every_producer_is_told_his_share_to_the_gram(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        other = Cast(work)
        m = cast.confirmed(1)
        drum = lock_container(work, drums_of(work, m)[0].id)
        # a merged drum: two thirds of one workshop, one third of another
        part = {str(cast.shop.site.id): 121_600, str(other.shop.site.id): 60_800}
        with work.session.no_autoflush:
            drum.shares = part
            transition.place_in(
                work,
                drum,
                facility_id=cast.hall.id,
                partition_id=None,
                held_as=drum.held_as,
                at=work.now,
            )
        work.session.flush()
        record_treatment(work.as_actor(cast.gate), feeding(cast, (drum, "100")))
        work.session.flush()
        shares = work.session.exec(select(Share)).all()
        assert {s.origin_unit_id: s.grams for s in shares} == {
            cast.shop.unit.id: 66_667,
            other.shop.unit.id: 33_333,
        }
        told = work.session.exec(select(Message).where(Message.kind == "treatment.record")).all()
        assert {t.to_unit_id: t.payload["grams"] for t in told} == {
            cast.shop.unit.id: 66_667,
            other.shop.unit.id: 33_333,
        }
        mine = list_outcomes(work.as_actor(other.producer)).rows
        assert [(o.grams, o.disposer, o.method) for o in mine] == [(33_333, "示例处置厂", "R9")]
        assert len(list_outcomes(work.as_actor(cast.officer)).rows) == 2
        assert not list_outcomes(work.as_actor(a_stranger(work))).rows


def test_more_than_there_is_cannot_be_fed(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        drum = drums_of(work, cast.confirmed(1))[0]
        with pytest.raises(Refused) as refused:
            record_treatment(work.as_actor(cast.gate), feeding(cast, (drum, "182.401")))
        assert refused.value.codes == ("treatments.more_than_on_hand",)


def test_a_drum_counts_once(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        drum = drums_of(work, cast.confirmed(1))[0]
        with pytest.raises(Refused) as refused:
            record_treatment(work.as_actor(cast.gate), feeding(cast, (drum, "1"), (drum, "2")))
        assert refused.value.codes == ("treatments.container_twice",)


def test_a_drum_on_the_road_is_not_here(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road(1)
        with pytest.raises(Missing):
            record_treatment(work.as_actor(cast.gate), all_of(work, cast, m))


@pytest.mark.parametrize(
    ("over", "code"),
    [
        ({"method": "X9"}, "treatments.unknown_method"),
        ({"method": "G29"}, "treatments.not_a_treatment"),
        ({"facility_id": UUID(int=3)}, "treatments.other_facility"),
    ],
)
def test_method_and_place_are_known(db: Database, over: dict[str, object], code: str) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        drum = drums_of(work, cast.confirmed(1))[0]
        with pytest.raises(Refused) as refused:
            record_treatment(work.as_actor(cast.gate), feeding(cast, (drum, None), **over))
        assert refused.value.codes == (code,)


def test_a_treatment_lies_between_receipt_and_now(db: Database, clock: FixedClock) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        drum = drums_of(work, cast.confirmed(1))[0]
        for at, code in (
            (work.now + timedelta(hours=1), "treatments.in_the_future"),
            (work.now - timedelta(days=1), "treatments.before_receipt"),
        ):
            with pytest.raises(Refused) as refused:
                record_treatment(
                    work.as_actor(cast.gate), feeding(cast, (drum, None), treated_at=at)
                )
            assert refused.value.codes == (code,)


def test_who_may_record(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.confirmed(1)
        data = all_of(work, cast, m)
        with pytest.raises(Denied):
            record_treatment(work.as_actor(actor_of(cast.disposer, Role.READER)), data)
        for person in (cast.producer, a_stranger(work)):
            with pytest.raises(Missing):
                record_treatment(work.as_actor(person), data)


def test_the_record_is_a_row_of_the_ledger(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.confirmed()
        row = record_treatment(
            work.as_actor(cast.gate), feeding(cast, (drums_of(work, m)[0], None), method="R9")
        )
        work.session.flush()
        event = work.session.exec(select(Event).where(Event.kind == "treatment.record")).one()
        assert (event.batch_code, event.grams, event.site_id) == (
            row.batch_code,
            182_400,
            cast.plant.id,
        )


def test_lists_and_page_show_it_to_its_own_unit(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.confirmed()
        one, two = drums_of(work, m)
        mine = work.as_actor(cast.gate)
        assert {c.id for c in stock_to_treat(mine, cast.plant.id)} == {one.id, two.id}
        row = record_treatment(mine, feeding(cast, (one, None)))
        work.session.flush()
        assert [c.id for c in stock_to_treat(mine, cast.plant.id)] == [two.id]
        listed = list_treatments(mine)
        assert [(r.treatment.id, r.containers) for r in listed.rows] == [(row.id, 1)]
        view = show_treatment(mine, row.id)
        assert [(f.code, f.reference) for f in view.feeds] == [(one.human_code, m.reference)]
        assert [(s.unit_name, s.grams) for s in view.shares] == [(cast.shop.unit.name, 182_400)]
        assert list_treatments(work.as_actor(cast.officer)).rows
        assert not list_treatments(work.as_actor(cast.producer)).rows
        with pytest.raises(Missing):
            show_treatment(work.as_actor(cast.producer), row.id)
