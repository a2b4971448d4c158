"""An HJ 1259 workbook becomes units, containers and places in stores; twice is once."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import col, func, select

from tests.support.build import a_facility, a_site, a_unit, actor_of
from tests.support.counting import statements
from tests.support.ledger import (
    CODE,
    SITE,
    a_produced_row,
    a_stored_row,
    a_unit_row,
    a_workbook,
    kept,
)
from wastetrack.audit.model import Event
from wastetrack.audit.verify import verify_trail
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Batch, Content, Custody, MassSource
from wastetrack.containers.transition import next_batch
from wastetrack.kernel.actor import SYSTEM, Actor, Role
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused
from wastetrack.ledger.actions.accept_good import accept_good
from wastetrack.ledger.actions.import_batch import import_batch
from wastetrack.ledger.actions.stop import stop
from wastetrack.ledger.actions.upload import upload
from wastetrack.ledger.inputs import UploadImport
from wastetrack.ledger.model import Import
from wastetrack.ledger.terms import OPEN, ImportState
from wastetrack.parties.model import Facility, Site, Unit
from wastetrack.parties.terms import UnitKind, UnitState


def load(db: Database, folder: Path, content: bytes, actor: Actor = SYSTEM, **how: Any) -> Import:
    """Upload and go on batch by batch, as the doors do."""
    files, stored = kept(folder, content)
    data = UploadImport(file="台账.xlsx", **how)
    row = db.write(actor, lambda work: upload(work, stored, files, data))
    key = row.id
    while row.state in OPEN:
        row = db.write(SYSTEM, lambda work: import_batch(work, key, files))
    return row


def codes(row: Import) -> dict[tuple[str, int], list[str]]:
    found: dict[tuple[str, int], list[str]] = {}
    for problem in row.problems:
        found.setdefault((problem["sheet"], problem["line"]), []).append(problem["code"])
    return found


def count(db: Database, kind: Any) -> int:
    with db.reading(SYSTEM) as work:
        return work.session.exec(select(func.count()).select_from(kind)).one()


def whole(number: int = 3, **over: Any) -> bytes:
    return a_workbook(
        [a_unit_row()],
        [a_produced_row(n, **over) for n in range(1, number + 1)],
        [a_stored_row(n) for n in range(1, number + 1)],
    )


def test_a_workbook_makes_units_containers_and_places_them(db: Database, tmp_path: Path) -> None:
    row = load(db, tmp_path, whole())
    assert (row.state, row.loaded, row.bad, row.done) == (ImportState.DONE, 7, 0, 7)
    with db.reading(SYSTEM) as work:
        unit = work.session.exec(select(Unit)).one()
        site = work.session.exec(select(Site)).one()
        store = work.session.exec(select(Facility)).one()
        boxes = work.session.exec(select(Container).order_by(col(Container.batch_code))).all()
    assert (unit.credit_code, unit.state, site.name) == (CODE, UnitState.ACTIVE, SITE)
    assert (store.code, store.capacity_g) == ("TS001", 3_000_000)
    first = boxes[0]
    assert (first.content, first.custody, first.mass_g) == (
        Content.SEALED,
        Custody.IN_STORE,
        182_400,
    )
    assert first.mass_source is MassSource.DECLARED
    assert first.batch_code == "HWCS20261002001"
    assert first.facility_id == store.id
    assert first.first_waste_at is not None
    assert first.first_waste_at.isoformat() == "2026-10-02T01:30:00+00:00"


def test_the_trail_of_an_import_is_whole_and_names_its_row(db: Database, tmp_path: Path) -> None:
    row = load(db, tmp_path, whole())
    with db.reading(SYSTEM) as work:
        assert verify_trail(work).broken is None
        events = work.session.exec(
            select(Event).where(Event.kind == "ledger.import").order_by(col(Event.id))
        ).all()
        stored = work.session.exec(select(Event).where(Event.kind == "container.store")).all()
    facts = events[-1].payload["facts"]
    assert (facts["line"], facts["code"], facts["import_id"]) == (4, "T-00003", str(row.id))
    assert {event.batch_code for event in stored} == {
        "HWRK20261002001",
        "HWRK20261003001",
        "HWRK20261004001",
    }
    assert {event.basis for event in events} == {"台账.xlsx"}


def test_the_same_file_again_changes_nothing(db: Database, tmp_path: Path) -> None:
    load(db, tmp_path, whole())
    before = count(db, Event), count(db, Container), count(db, Unit)
    row = load(db, tmp_path, whole())
    assert (row.state, row.loaded, row.unchanged, row.bad) == (ImportState.DONE, 0, 7, 0)
    assert (count(db, Event), count(db, Container), count(db, Unit)) == before


def test_a_longer_file_loads_only_what_is_new(db: Database, tmp_path: Path) -> None:
    load(db, tmp_path, whole(2))
    row = load(db, tmp_path, whole(4))
    assert (row.loaded, row.unchanged) == (4, 5)
    assert count(db, Container) == 4


def test_a_changed_row_with_a_known_key_is_bad_and_overwrites_nothing(
    db: Database, tmp_path: Path
) -> None:
    load(db, tmp_path, whole())
    row = load(db, tmp_path, whole(3, amount=0.2))
    assert row.state is ImportState.REFUSED
    assert codes(row)["b1", 2] == ["ledger.changed"]
    assert row.problems[0]["params"]["what"] == ["数量"]
    with db.reading(SYSTEM) as work:
        masses = work.session.exec(select(Container.mass_g)).all()
    assert set(masses) == {182_400}


def test_one_bad_row_and_nothing_loads(db: Database, tmp_path: Path) -> None:
    content = a_workbook(
        [a_unit_row()],
        [a_produced_row(1), a_produced_row(2, code="900-21-08"), a_produced_row(3)],
        [a_stored_row(1), a_stored_row(2)],
    )
    row = load(db, tmp_path, content)
    assert (row.state, row.loaded, row.bad) == (ImportState.REFUSED, 0, 2)
    assert codes(row) == {
        ("b1", 3): ["catalog.bad_code"],
        ("b2", 3): ["ledger.batch_bad"],
    }
    assert (count(db, Unit), count(db, Container)) == (0, 0)


def test_the_good_rows_load_when_asked_for(db: Database, tmp_path: Path) -> None:
    content = a_workbook(
        [a_unit_row()],
        [a_produced_row(1), a_produced_row(2, amount="-3"), a_produced_row(3)],
        [a_stored_row(1), a_stored_row(2), a_stored_row(3, store="TS999")],
    )
    row = load(db, tmp_path, content, accept_good=True)
    assert (row.state, row.loaded, row.bad) == (ImportState.DONE, 4, 3)
    assert codes(row)["b2", 4] == ["ledger.store_unknown"]
    assert count(db, Container) == 2


def test_a_refused_upload_can_be_taken_without_its_bad_rows_later(
    db: Database, tmp_path: Path
) -> None:
    content = a_workbook([a_unit_row()], [a_produced_row(1), a_produced_row(2, at="昨天")])
    row = load(db, tmp_path, content)
    files, _ = kept(tmp_path, content)
    again = db.write(SYSTEM, lambda work: accept_good(work, row.id, files))
    assert (again.state, again.loaded, again.bad) == (ImportState.DONE, 2, 1)
    with pytest.raises(Refused) as told:
        db.write(SYSTEM, lambda work: accept_good(work, row.id, files))
    assert told.value.codes == ("ledger.not_refused",)


UNKNOWN = "91330604MA2DEMQ02B"
FAILS_CHECK = "91330604MA2DEMQ018"
NEXT_MONTH = {"at": "2026-12-24", "batch": "HWCS20261224001"}
ELSEWHERE = {"credit_code": CODE, "site_name": "别处"}
CASES = {
    "a town elsewhere": (("units", {"town": "越城"}), "ledger.town_unknown"),
    "a credit code that fails the check": (
        ("units", {"credit_code": FAILS_CHECK}),
        "parties.code_checksum",
    ),
    "made next month": (("b1", NEXT_MONTH), "containers.in_the_future"),
    "a code that no edition has": (("b1", {"code": "900-999-08"}), "containers.waste_unknown"),
    "a unit that is nowhere": (("b1", {"credit_code": UNKNOWN}), "ledger.unit_unknown"),
    "a site that the unit has not": (("b1", ELSEWHERE), "ledger.site_unknown"),
    "a batch that was never made": (
        ("b2", {"produced": "HWCS20261009009"}),
        "ledger.batch_unknown",
    ),
    "stored under another code": (("b2", {"code": "900-249-08"}), "ledger.waste_differs"),
    "stored with another weight": (("b2", {"amount": 0.1}), "ledger.amount_differs"),
    "stored before it was made": (("b2", {"at": "2026-10-02 08:00"}), "ledger.before_made"),
    "a drum that the batch has not": (("b2", {"codes": "T-9"}), "ledger.code_unknown"),
    "a store that is not registered": (("b2", {"store": "TS9"}), "ledger.store_unknown"),
}


@pytest.mark.parametrize(("bad", "code"), CASES.values(), ids=CASES)
def test_a_row_is_told_what_is_wrong_with_it(
    sqlite_db: Database, tmp_path: Path, bad: tuple[str, dict[str, Any]], code: str
) -> None:
    sheet, over = bad
    cells: dict[str, dict[str, Any]] = {"units": {}, "b1": {}, "b2": {}} | {sheet: over}
    content = a_workbook(
        [a_unit_row(**cells["units"])],
        [a_produced_row(1, **cells["b1"])],
        [a_stored_row(1, **cells["b2"])],
    )
    row = load(sqlite_db, tmp_path, content)
    assert row.state is ImportState.REFUSED
    assert code in codes(row)[sheet, 2]


def test_an_older_row_is_judged_by_the_catalogue_of_its_day(
    sqlite_db: Database, tmp_path: Path
) -> None:
    old = a_produced_row(1, batch="HWCS20231031001", at="2023-10-31")
    row = load(sqlite_db, tmp_path, a_workbook([a_unit_row()], [old]))
    assert row.state is ImportState.DONE
    with sqlite_db.reading(SYSTEM) as work:
        assert work.session.exec(select(Container.edition)).one() == "2021"


def test_several_codes_make_several_containers_and_no_gram_is_lost(
    db: Database, tmp_path: Path
) -> None:
    three = {"codes": "A-1、A-2，A-3", "quantity": 3, "amount": "500.001", "unit": "千克"}
    content = a_workbook(
        [a_unit_row()],
        [a_produced_row(1, **three)],
        [
            a_stored_row(1, codes="A-1", amount=166.667, unit="kg"),
            a_stored_row(
                1, codes="A-2；A-3", quantity=2, amount=333.334, unit="kg", batch="HWRK20261002002"
            ),
        ],
    )
    row = load(db, tmp_path, content)
    assert (row.state, row.problems) == (ImportState.DONE, [])
    with db.reading(SYSTEM) as work:
        boxes = work.session.exec(select(Container)).all()
    assert sum(c.mass_g or 0 for c in boxes) == 500_001
    assert len({c.digital_id for c in boxes}) == 3
    assert all(c.facility_id for c in boxes)
    assert load(db, tmp_path, content).unchanged == 4


def test_a_batch_without_codes_is_one_lot(sqlite_db: Database, tmp_path: Path) -> None:
    loose = {"codes": "", "packaging": "散装", "quantity": 6}
    load(sqlite_db, tmp_path, a_workbook([a_unit_row()], [a_produced_row(1, **loose)]))
    with sqlite_db.reading(SYSTEM) as work:
        assert work.session.exec(select(Container.is_lot)).one() is True


def test_a_batch_is_stored_once(sqlite_db: Database, tmp_path: Path) -> None:
    load(sqlite_db, tmp_path, whole(1))
    more = a_workbook(None, None, [a_stored_row(1, batch="HWRK20261002009", credit_code=CODE)])
    row = load(sqlite_db, tmp_path, more)
    assert codes(row)["b2", 2] == ["ledger.already_stored"]


def test_the_next_batch_here_follows_the_imported_ones(db: Database, tmp_path: Path) -> None:
    load(db, tmp_path, a_workbook([a_unit_row()], [a_produced_row(1, batch="HWCS20261002041")]))
    with db.transaction(SYSTEM) as work:
        box = work.session.exec(select(Container)).one()
        assert box.first_waste_at is not None
        day = local_day(box.first_waste_at)
        assert next_batch(work, box.origin_site_id, Batch.PRODUCED, day) == "HWCS20261002042"


def test_more_than_999_of_a_day_are_told_before_anything_loads(
    sqlite_db: Database, tmp_path: Path
) -> None:
    rows = [a_produced_row(1, batch=f"HWCS20261002{n:04d}", codes=f"K-{n}") for n in range(1, 1002)]
    row = load(sqlite_db, tmp_path, a_workbook([a_unit_row()], rows))
    assert (row.state, row.bad) == (ImportState.REFUSED, 2)
    assert codes(row)["b1", 1001] == ["containers.sequence_full"]


def own(db: Database) -> tuple[Actor, Site, Unit]:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work, name="自家单位")
        site = a_site(work, unit)
        a_facility(work, site, code="TS001")
    return actor_of(unit, Role.OPERATOR), site, unit


def test_a_unit_imports_for_its_own_site_without_naming_it(db: Database, tmp_path: Path) -> None:
    actor, site, _ = own(db)
    content = a_workbook(None, [a_produced_row(1)], [a_stored_row(1, store="")])
    row = load(db, tmp_path, content, actor, site_id=site.id)
    assert (row.state, row.loaded) == (ImportState.DONE, 2)
    with db.reading(SYSTEM) as work:
        events = work.session.exec(select(Event).where(Event.kind == "container.open")).all()
    assert [e.actor_id for e in events] == [actor.user_id]
    assert events[0].actor_label == actor.label


def test_a_unit_cannot_import_for_another(db: Database, tmp_path: Path) -> None:
    actor, site, unit = own(db)
    content = a_workbook([a_unit_row()], [a_produced_row(1, credit_code=CODE, site_name=SITE)])
    row = load(db, tmp_path, content, actor, site_id=site.id)
    assert row.state is ImportState.REFUSED
    assert codes(row) == {
        ("units", 2): ["ledger.not_your_site"],
        ("b1", 2): ["ledger.not_your_site"],
    }
    with db.transaction(SYSTEM) as work:
        other = a_site(work, a_unit(work))
    with pytest.raises(Missing):
        load(db, tmp_path, content, actor, site_id=other.id)
    with pytest.raises(Missing):
        load(db, tmp_path, content, actor)
    with pytest.raises(Denied):
        load(db, tmp_path, content, actor_of(unit, Role.DRIVER), site_id=site.id)


def test_an_officer_imports_for_the_district(db: Database, tmp_path: Path) -> None:
    with db.transaction(SYSTEM) as work:
        bureau = a_unit(work, UnitKind.AUTHORITY, name="上虞分局")
    row = load(db, tmp_path, whole(), actor_of(bureau, Role.OFFICER))
    assert (row.state, row.unit_id, row.loaded) == (ImportState.DONE, None, 7)
    with pytest.raises(Denied):
        load(db, tmp_path, whole(), actor_of(bureau, Role.AUDITOR))


def test_a_row_of_what_was_registered_here_is_known_again(db: Database, tmp_path: Path) -> None:
    from wastetrack.containers.actions.open import open_container
    from wastetrack.containers.inputs import OpenContainer

    actor, site, _ = own(db)
    box = db.write(
        actor,
        lambda work: open_container(
            work,
            OpenContainer(site_id=site.id, mass_g=182_400, waste_code="900-214-08"),
        ),
    )
    content = a_workbook(
        None,
        [a_produced_row(1, batch=box.batch_code, at="2026-11-24 10:00", name="", codes="")],
    )
    row = load(db, tmp_path, content, actor, site_id=site.id)
    assert (row.state, row.unchanged, row.loaded) == (ImportState.DONE, 1, 0)


def test_a_stopped_upload_stays_where_it_is(sqlite_db: Database, tmp_path: Path) -> None:
    content = whole(150)
    files, stored = kept(tmp_path, content)
    row = sqlite_db.write(
        SYSTEM, lambda work: upload(work, stored, files, UploadImport(file="a.xlsx"))
    )
    assert row.state is ImportState.WAITING
    sqlite_db.write(SYSTEM, lambda work: stop(work, row.id))
    after = sqlite_db.write(SYSTEM, lambda work: import_batch(work, row.id, files))
    assert (after.state, after.loaded) == (ImportState.STOPPED, 0)


def test_a_lost_file_ends_the_upload_in_words(sqlite_db: Database, tmp_path: Path) -> None:
    files, stored = kept(tmp_path, whole(150))
    row = sqlite_db.write(
        SYSTEM, lambda work: upload(work, stored, files, UploadImport(file="a.xlsx"))
    )
    files.path(stored.sha256).unlink()
    after = sqlite_db.write(SYSTEM, lambda work: import_batch(work, row.id, files))
    assert (after.state, after.problems[0]["code"]) == (ImportState.FAILED, "ledger.file_lost")


def test_five_thousand_rows_load_with_few_statements(db: Database, tmp_path: Path) -> None:
    rows = 2499
    content = whole(rows)
    with statements(db.engine) as seen:
        row = load(db, tmp_path, content)
    assert (row.state, row.loaded, row.rows) == (ImportState.DONE, 2 * rows + 1, 2 * rows + 1)
    # a number and a code for each container; everything else is read and written in sets
    assert len(seen) < 2 * rows + 400
    again = load(db, tmp_path, content)
    assert (again.loaded, again.unchanged) == (0, 2 * rows + 1)


def test_the_worker_acts_only_for_what_was_permitted(sqlite_db: Database, tmp_path: Path) -> None:
    actor, site, _ = own(sqlite_db)
    files, stored = kept(tmp_path, whole(150))
    row = sqlite_db.write(
        actor,
        lambda work: upload(work, stored, files, UploadImport(file="a.xlsx", site_id=site.id)),
    )
    stranger = replace(actor, seats=())
    with pytest.raises(Missing):
        sqlite_db.write(stranger, lambda work: import_batch(work, row.id, files))
