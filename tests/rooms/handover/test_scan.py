"""Scans at the yard and at the gate: kept whatever they show, judged once."""

from datetime import timedelta

import pytest
from sqlmodel import col, select

from tests.support.build import actor_of
from tests.support.containers import Workshop, a_drum, a_stranger
from tests.support.handover import NOBODYS, a_scan, drums_of, scan_all
from tests.support.manifests import Cast
from wastetrack.audit.model import Event
from wastetrack.handover.actions.undo import undo
from wastetrack.handover.inputs import ScanInput
from wastetrack.handover.model import Scan
from wastetrack.handover.queries import gate_view, stop_view
from wastetrack.handover.terms import ScanPlace, Verdict
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused
from wastetrack.manifests.actions.accept import accept


def test_a_label_address_in_small_letters_is_expected(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        drum = drums_of(work, m)[0]
        row = a_scan(
            work, cast.driver, m, f"https://example.cn/c/{drum.human_code.lower()}.1", "yard"
        )
        assert row.verdict is Verdict.EXPECTED
        assert row.container_id == drum.id
        assert row.code == f"{drum.human_code}.1"
        assert row.trip_id == m.trip_id


def test_the_same_nonce_is_the_same_scan(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        code = drums_of(work, m)[0].human_code
        first = a_scan(work, cast.driver, m, code, "yard", nonce="nonce-of-one-scan")
        again = a_scan(work, cast.driver, m, code, "yard", nonce="nonce-of-one-scan")
        assert again.id == first.id
        assert len(work.session.exec(select(Scan)).all()) == 1


def test_a_nonce_of_somebody_else_is_refused(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road()
        code = drums_of(work, m)[0].human_code
        a_scan(work, cast.driver, m, code, nonce="nonce-of-one-scan")
        with pytest.raises(Refused) as refused:
            a_scan(work, cast.gate, m, code, nonce="nonce-of-one-scan")
        assert refused.value.codes == ("handover.nonce_used",)


def test_a_second_scan_is_a_duplicate_and_both_are_kept(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        code = drums_of(work, m)[0].human_code
        verdicts = [a_scan(work, cast.driver, m, code, "yard").verdict for _ in range(2)]
        assert verdicts == [Verdict.EXPECTED, Verdict.DUPLICATE]
        assert len(work.session.exec(select(Scan)).all()) == 2


def test_yard_and_gate_count_apart(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        code = drums_of(work, m)[0].human_code
        assert a_scan(work, cast.driver, m, code, "yard").verdict is Verdict.EXPECTED
        assert a_scan(work, cast.gate, m, code, "gate").verdict is Verdict.EXPECTED


def test_a_drum_of_this_producer_off_the_list_is_extra(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        other = cast.drums(1)[0]
        assert a_scan(work, cast.driver, m, other.human_code, "yard").verdict is Verdict.EXTRA


def test_a_drum_of_another_producer_is_told_apart(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        drum = a_drum(work, Workshop(work))
        assert a_scan(work, cast.driver, m, drum.human_code, "yard").verdict is Verdict.WRONG_UNIT


def test_a_well_formed_code_that_nobody_knows_is_a_fact_too(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        row = a_scan(work, cast.driver, cast.ready(), NOBODYS, "yard")
        assert (row.verdict, row.container_id) == (Verdict.UNKNOWN, None)


@pytest.mark.parametrize("typed", ["什么都不是 " * 20, "NOBODY", NOBODYS[::-1]])
def test_a_mistyped_code_is_said_at_once_and_nothing_is_kept(db: Database, typed: str) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        with pytest.raises(Refused) as refused:
            a_scan(work, cast.driver, m, typed, "yard")
        assert refused.value.codes == ("handover.code_form",)
        assert refused.value.violations[0].field == "code"
        assert not work.session.exec(select(Scan)).all()


def test_whoever_scanned_an_unknown_code_takes_it_back_until_the_receipt(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        rows = [a_scan(work, cast.gate, m, NOBODYS) for _ in range(2)]
        colleague = work.as_actor(actor_of(cast.disposer, Role.GATE))
        with pytest.raises(Refused) as other:
            undo(colleague, m.id, rows[0].id)
        assert other.value.codes == ("handover.undo_others",)
        undo(work.as_actor(cast.gate), m.id, rows[0].id)
        work.session.flush()
        assert not gate_view(work.as_actor(cast.gate), m.id).stop.result.unknown
        assert [row.undone_at for row in rows] == [work.now, work.now]
        trail = work.session.exec(select(Event).where(Event.kind == "handover.undo")).one()
        assert (trail.subject_id, trail.payload["facts"]["code"]) == (m.id, NOBODYS)
        with pytest.raises(Missing):
            undo(work.as_actor(cast.gate), m.id, rows[0].id)


def test_a_known_drum_off_the_list_is_not_taken_back(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        row = a_scan(work, cast.gate, m, cast.drums(1)[0].human_code)
        with pytest.raises(Refused) as refused:
            undo(work.as_actor(cast.gate), m.id, row.id)
        assert refused.value.codes == ("handover.undo_known",)


def test_after_the_receipt_a_scan_stays(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.arrived()
        row = a_scan(work, cast.gate, m, NOBODYS)
        cast.flushed(accept(work.as_actor(cast.gate), m.id, cast.all_of(m)))
        with pytest.raises(Refused) as refused:
            undo(work.as_actor(cast.gate), m.id, row.id)
        assert refused.value.codes == ("handover.undo_late",)
        with pytest.raises(Denied):
            undo(work.as_actor(cast.producer), m.id, row.id)


def test_a_label_before_the_reprint_is_old_until_the_new_one_is_scanned(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        code = drums_of(work, m)[0].human_code
        old = a_scan(work, cast.driver, m, f"HTTPS://EXAMPLE.CN/C/{code}.7", "yard")
        new = a_scan(work, cast.driver, m, f"HTTPS://EXAMPLE.CN/C/{code}.1", "yard")
        assert (old.verdict, new.verdict) == (Verdict.OLD_LABEL, Verdict.EXPECTED)


def test_a_phone_whose_clock_runs_ahead_is_bounded_by_the_server(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        code = drums_of(work, m)[0].human_code
        ahead = a_scan(work, cast.driver, m, code, "yard", claimed_at=work.now + timedelta(hours=3))
        assert ahead.claimed_at == ahead.recorded_at == work.now


def test_a_scan_for_a_trip_finds_the_manifest_of_the_drum(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.on_the_road()
        code = drums_of(work, m)[0].human_code
        row = a_scan(work, cast.driver, m, code, "yard", manifest_id=None, trip_id=cast.trip.id)
        assert row.manifest_id == m.id
        assert row.verdict is Verdict.EXPECTED


def test_who_may_scan(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready()
        code = drums_of(work, m)[0].human_code
        with pytest.raises(Denied):
            a_scan(work, cast.producer, m, code, "yard")
        with pytest.raises(Missing):
            a_scan(work, a_stranger(work, Role.DRIVER), m, code, "yard")
        assert not work.session.exec(select(Scan)).all()


def test_a_scan_for_no_manifest_and_no_trip_is_missing(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        with pytest.raises(Missing):
            a_scan(work, cast.driver, cast.ready(), "7K3M9QXD", manifest_id=None)
        assert ScanInput(nonce="12345678", code="X", place=ScanPlace.GATE).trip_id is None


def test_the_page_counts_what_was_scanned(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        m = cast.ready(3)
        drums = drums_of(work, m)
        scan_all(work, cast.driver, m, "yard", drums[:2])
        view = stop_view(work.as_actor(cast.driver), m.id)
        assert (len(view.result.matched), len(view.result.expected)) == (2, 3)
        assert [line.scanned for line in view.lines] == [True, True, False]
        assert view.last is not None
        newest = work.session.exec(select(Scan).order_by(col(Scan.id).desc())).first()
        assert view.last is newest
