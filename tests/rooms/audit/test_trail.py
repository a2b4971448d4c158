"""The trail finds an edited event, an edited column, a cut tail and a changed day."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from tests.support.build import a_site, a_unit
from wastetrack.audit.anchor import anchor_day, missing_days, public_key_of
from wastetrack.audit.history import of_subject
from wastetrack.audit.model import Anchor
from wastetrack.audit.trail import NewRow, record, record_new, tracked
from wastetrack.audit.verify import verify_trail
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.clock import FixedClock, local_day
from wastetrack.kernel.database import Database
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Unit

KEY = b"k" * 32


def seeded(db: Database) -> Unit:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work)
        a_site(work, unit)
    with db.transaction(SYSTEM) as work:
        again = work.session.get_one(Unit, unit.id)
        again.name = "改名后的单位"
        record(work, "unit.edit", again)
    return unit


def broken(db: Database) -> str | None:
    with db.reading(SYSTEM) as work:
        return verify_trail(work).broken


def tamper(db: Database, statement: str) -> None:
    """Change the database behind the product's back, as somebody with its password could."""
    with db.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET session_replication_role = replica"))
        else:
            for (name,) in connection.execute(
                text("select name from sqlite_master where type = 'trigger'")
            ).all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        connection.execute(text(statement))
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET session_replication_role = DEFAULT"))


def test_what_was_recorded_is_clean_and_counted(db: Database) -> None:
    seeded(db)
    with db.reading(SYSTEM) as work:
        verdict = verify_trail(work)
    assert verdict.broken is None
    assert verdict.figures["events"] == 3
    assert verdict.figures["unit rows"] == 1


def test_rows_written_by_the_hundred_are_as_well_chained_and_change_like_any_other(
    db: Database,
) -> None:
    unit = seeded(db)
    with db.transaction(SYSTEM) as work:
        rows = [NewRow(_unit_like(work, unit), {"grams": 7}, {"why": "许多"}) for _ in range(3)]
        record_new(work, "unit.register", Unit, rows)
    third = rows[2].columns["id"]
    with db.transaction(SYSTEM) as work:
        again = work.session.get_one(Unit, third)
        again.name = "后来改名"
        record(work, "unit.edit", again)
    with db.reading(SYSTEM) as work:
        first, second = of_subject(work, third)
        verdict = verify_trail(work)
    assert verdict.broken is None
    assert verdict.figures["unit rows"] == 4
    assert (first.grams, first.payload["facts"]) == (7, {"why": "许多"})
    assert second.payload["was"] == {"name": unit.name}


def test_a_new_row_without_all_its_columns_is_refused(db: Database) -> None:
    unit = seeded(db)
    with db.transaction(SYSTEM) as work:
        columns = _unit_like(work, unit)
        del columns["name"]
        with pytest.raises(RuntimeError, match="name"):
            record_new(work, "unit.register", Unit, [NewRow(columns)])


def _unit_like(work: Work, unit: Unit) -> dict[str, Any]:
    columns = {name: getattr(unit, name) for name in tracked(Unit)}
    key = work.new_id()
    return {**columns, "id": key, "credit_code": str(key)[-18:]}


def test_an_event_holds_what_was_and_what_is(db: Database) -> None:
    unit = seeded(db)
    with db.reading(SYSTEM) as work:
        last = of_subject(work, unit.id)[-1]
    assert last.payload["set"] == {"name": "改名后的单位"}
    assert last.payload["was"] == {"name": unit.name}


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        pytest.param("update unit set name = '别名'", "name is", id="an edited column is found"),
        pytest.param(
            "update event set actor_label = '别人' where kind = 'unit.edit'",
            "was changed",
            id="an edited event is found",
        ),
        pytest.param(
            "delete from event where kind = 'unit.edit'", "the chain ends", id="a cut tail is found"
        ),
        pytest.param(
            "delete from event where kind = 'people.register'",
            "is missing",
            id="a cut head is found",
        ),
        pytest.param("delete from site", "row is missing", id="a deleted row is found"),
    ],
)
def test_tampering_is_found(db: Database, statement: str, fault: str) -> None:
    seeded(db)
    assert broken(db) is None
    tamper(db, statement)
    found = broken(db)
    assert found is not None
    assert fault in found


def test_a_change_without_an_event_is_refused_before_it_is_stored(db: Database) -> None:
    unit = seeded(db)

    def quietly(work: Work) -> None:
        work.session.get_one(Unit, unit.id).phone = "13900000000"

    with pytest.raises(RuntimeError, match="without an event"):
        db.write(SYSTEM, quietly)
    assert broken(db) is None


def test_two_events_of_one_row_in_one_work_each_hold_their_own_change(db: Database) -> None:
    unit = seeded(db)
    with db.transaction(SYSTEM) as work:
        row = work.session.get_one(Unit, unit.id)
        row.phone = "13900000001"
        record(work, "unit.edit", row)
        row.phone = "13900000002"
        record(work, "unit.edit", row)
    with db.reading(SYSTEM) as work:
        *_, first, second = of_subject(work, unit.id)
    assert first.payload["set"] == {"phone": "13900000001"}
    assert second.payload["was"] == {"phone": "13900000001"}
    assert broken(db) is None


def test_a_day_is_anchored_once_and_a_rewritten_chain_no_longer_matches_it(
    db: Database, clock: FixedClock
) -> None:
    seeded(db)
    clock.at += timedelta(days=2)
    with db.transaction(SYSTEM) as work:
        days = list(missing_days(work))
        for day in days:
            anchor_day(work, day, KEY)
    assert len(days) == 2
    assert broken(db) is None
    with db.transaction(SYSTEM) as work:
        assert list(missing_days(work)) == []
        assert work.session.get_one(Anchor, days[0]).heads == 2
    tamper(db, f"update anchor set heads = 1 where day = '{days[0]}'")
    assert broken(db) == f"anchor {local_day(clock.at) - timedelta(days=2)}: signature"


def test_anchors_cut_off_at_the_end_are_missed(db: Database, clock: FixedClock) -> None:
    unit = seeded(db)
    began = local_day(clock.at)
    for _ in range(4):
        clock.at += timedelta(days=1)
        with db.transaction(SYSTEM) as work:
            row = work.session.get_one(Unit, unit.id)
            row.phone = f"1390000{clock.at:%m%d}"
            record(work, "unit.edit", row)
            for day in list(missing_days(work)):
                anchor_day(work, day, KEY)
    assert broken(db) is None
    cut = began + timedelta(days=2)
    tamper(db, f"delete from anchor where day >= '{cut}'")
    assert broken(db) == f"anchor {cut}: missing"
    # without a single anchor left, the installation's own key says that there should be some
    tamper(db, "delete from anchor")
    with db.reading(SYSTEM) as work:
        assert verify_trail(work, trusted=public_key_of(KEY)).broken == f"anchor {began}: missing"


def bad_item(work: Work, row: Unit) -> None:
    with work.item():
        row.phone = "13900000009"
        record(work, "unit.edit", row)
        raise ValueError("bad")


def test_a_savepoint_that_fails_leaves_no_trace(db: Database) -> None:
    unit = seeded(db)
    with db.transaction(SYSTEM) as work:
        row = work.session.get_one(Unit, unit.id)
        with pytest.raises(ValueError, match="bad"):
            bad_item(work, row)
        row.industry = "喷涂"
        record(work, "unit.edit", row)
    assert broken(db) is None
