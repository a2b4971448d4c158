"""The demo district: clean under both checks, every state shown, the same again, never over live data."""

import logging
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import select

from tests.conftest import NOW
from tests.support.build import a_unit
from tests.support.schema import working_tables
from wastetrack.audit.verify import verify_trail
from wastetrack.cases.model import Case
from wastetrack.cases.terms import CaseKind, CaseState
from wastetrack.cli.demo import LOGINS, PASSWORD, Size, seed
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Booking, Content, Custody
from wastetrack.deadlines.model import Alert
from wastetrack.deadlines.terms import AlertState, Level
from wastetrack.kernel.actor import NOBODY, SYSTEM
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database, connect
from wastetrack.kernel.errors import Refused
from wastetrack.kernel.files import FileStore
from wastetrack.manifests.model import Correction, Manifest, ManifestLine
from wastetrack.manifests.terms import Decision, State
from wastetrack.parties.model import Site, Unit
from wastetrack.parties.rules import code_faults
from wastetrack.parties.terms import UnitState
from wastetrack.people.actions.attempt import attempt
from wastetrack.people.actions.sign_in import sign_in
from wastetrack.people.model import Membership
from wastetrack.people.terms import MembershipState
from wastetrack.pickups.model import PickupRequest
from wastetrack.pickups.terms import RequestState
from wastetrack.reports.queries.closed_loop import closed_loop
from wastetrack.trips.model import Trip
from wastetrack.trips.terms import TripState

SMALL = Size(units=32, containers=170, seed=7)
TINY = Size(units=10, containers=0, seed=3)
# nothing makes these before blanks are printed ahead and hubs merge
LATER = {Content.BLANK, Content.EMPTIED, Content.MERGED}
EVERY: tuple[tuple[Any, set[Any]], ...] = (
    (Container.content, set(Content) - LATER),
    (Container.custody, set(Custody)),
    (Container.booking, set(Booking)),
    (Manifest.state, set(State)),
    (ManifestLine.decision, set(Decision)),
    (PickupRequest.state, set(RequestState)),
    (Trip.state, set(TripState)),
    (Case.state, set(CaseState)),
    (Case.kind, set(CaseKind)),
    (Alert.state, set(AlertState)),
    (Alert.level, set(Level)),
    (Unit.state, set(UnitState)),
    (Membership.state, set(MembershipState)),
)


def quiet(_done: int, _total: int | None) -> None:
    """Progress that nobody watches."""


def test_a_small_district_is_clean_and_shows_every_state(
    db: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "wastetrack.demo"):
        walk = seed(db, SMALL, quiet, FileStore(tmp_path), key=b"1" * 32)
    assert [record.getMessage() for record in caplog.records] == []
    assert walk.refused == 0
    with db.reading(SYSTEM) as work:
        verdict = verify_trail(work)
        assert verdict.broken is None
        assert verdict.figures["anchored days"] > 600
    with db.reading(SYSTEM) as work:
        assert [check.name for check in closed_loop(work) if check.broken] == []
        for column, wanted in EVERY:
            shown = set(work.session.exec(select(column).distinct()).all())
            assert wanted - shown == set(), str(column)
        corrections = work.session.exec(select(Correction)).all()
        assert {(c.applied_at is None, c.rejected_at is None) for c in corrections} == {
            (True, True),
            (False, True),
            (True, False),
        }
        moments = work.session.exec(select(Container.created_at)).all()
        assert min(moments) < NOW - timedelta(days=600)
        assert max(moments) <= NOW
        assert len(set(work.session.exec(select(Site.division_code)))) >= 15
    signed_in(db)
    invented(db)


def signed_in(db: Database) -> None:
    """The five logins enter with the password that is told."""
    assert len(LOGINS) == 5
    for phone, _ in LOGINS:
        tried = db.write(NOBODY, lambda work, phone=phone: attempt(work, phone, "127.0.0.1"))  # type: ignore[misc]
        user = db.write(NOBODY, lambda work, tried=tried: sign_in(work, tried, PASSWORD))  # type: ignore[misc]
        assert user.phone == phone


def invented(db: Database) -> None:
    """Every unit is marked, named as an example, and has a code that passes its check."""
    with db.reading(SYSTEM) as work:
        for unit in work.session.exec(select(Unit)):
            assert unit.invented
            assert unit.name.startswith("示例·")
            assert code_faults(unit.credit_code, None) == []
        numbers = work.session.exec(select(Manifest.national_no, Manifest.paper_no)).all()
        assert all(national is None or national[8] == "9" for national, _ in numbers)
        assert any(paper for _, paper in numbers)


@pytest.fixture
def twins(sqlite_template: Path, tmp_path: Path) -> Iterator[tuple[Database, Database]]:
    """Two fresh SQLite databases."""
    made = []
    for name in ("first.db", "second.db"):
        shutil.copyfile(sqlite_template, tmp_path / name)
        engine = connect(f"sqlite:///{tmp_path / name}", durable=False)
        made.append(Database(engine, FixedClock(NOW)))
    yield made[0], made[1]
    for database in made:
        database.dispose()


def test_the_same_seed_makes_the_same_district_again(
    twins: tuple[Database, Database], tmp_path: Path
) -> None:
    counts = []
    for database in twins:
        seed(database, TINY, quiet, FileStore(tmp_path))
        with database.engine.connect() as connection:
            counts.append(
                {
                    name: int(
                        connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one()
                    )
                    for name in working_tables()
                }
            )
    assert counts[0] == counts[1]
    assert counts[0]["event"] > 1000


@pytest.mark.parametrize(
    "present",
    [
        datetime(2027, 1, 2, 23, 30, tzinfo=UTC),
        datetime(2028, 2, 29, 4, 0, tzinfo=UTC),
        datetime(2026, 4, 30, 16, 5, tzinfo=UTC),
    ],
    ids=["just after a new year", "on a leap day", "just after midnight"],
)
def test_no_act_of_the_demo_is_refused_whatever_the_day(
    sqlite_db: Database, tmp_path: Path, present: datetime
) -> None:
    database = Database(sqlite_db.engine, FixedClock(present))
    assert seed(database, TINY, quiet, FileStore(tmp_path)).refused == 0


def test_a_database_with_a_unit_in_it_is_left_alone(sqlite_db: Database, tmp_path: Path) -> None:
    sqlite_db.write(SYSTEM, a_unit)
    with pytest.raises(Refused) as refused:
        seed(sqlite_db, TINY, quiet, FileStore(tmp_path))
    assert refused.value.codes == ("demo.not_empty",)
