"""Loading the shipped lists: all rows, once, by those who may."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from uuid import UUID

import pytest
from sqlalchemy import event
from sqlmodel import col, func, select, update

from wastetrack.catalog.actions.load import load_reference
from wastetrack.catalog.model import Division, ReferenceLoad, Waste
from wastetrack.catalog.queries import (
    catalogue,
    division_names,
    get_waste,
    law_bases,
    list_sources,
    reference_loaded,
    working_days,
)
from wastetrack.kernel.actor import NOBODY, SYSTEM, Actor, Role, Seat
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing
from wastetrack.kernel.work import Work

COUNTS = {
    "wastes:2025": 470,
    "wastes:2021": 467,
    "exemptions:2025": 63,
    "divisions": 20,
    "codes": 145,
    "templates": 63,
    "law": 44,
    "calendar": 2557,
}


class NothingKeptError(Exception):
    """Ends a test's work without a commit: the reference is shared by all tests."""


@contextmanager
def not_kept(db: Database) -> Iterator[Work]:
    """A unit of work that is rolled back."""
    with suppress(NothingKeptError), db.transaction(SYSTEM) as work:
        yield work
        raise NothingKeptError


def person(role: Role, *, authority: bool = False) -> Actor:
    return Actor(UUID(int=1), "经办人", (Seat(UUID(int=2), "某单位", role, authority),))


def load_count(work: Work) -> int:
    return work.session.exec(select(func.count()).select_from(ReferenceLoad)).one()


def test_a_second_load_changes_nothing(db: Database) -> None:
    with not_kept(db) as work:
        before = load_count(work)
        assert load_reference(work) == COUNTS
        assert load_count(work) == before == len(COUNTS)


def test_a_load_mends_what_differs_and_notes_it(db: Database) -> None:
    with not_kept(db) as work:
        before = load_count(work)
        changed = update(Waste).where(col(Waste.waste_code) == "900-214-08")
        work.session.exec(changed.values(description="别的"))
        moved = update(Division).where(col(Division.code) == "330604001")
        work.session.exec(moved.values(code="330604900"))
        load_reference(work)
        waste = work.session.exec(
            select(Waste.description).where(
                Waste.edition == "2025", Waste.waste_code == "900-214-08"
            )
        ).one()
        towns = set(work.session.exec(select(Division.code)))
        assert waste.startswith("车辆、轮船")
        assert "330604001" in towns
        assert "330604900" not in towns
        # the content is again what was noted at first
        assert load_count(work) == before


def test_progress_is_told_list_by_list(db: Database) -> None:
    told: list[tuple[str, int, int]] = []
    with not_kept(db) as work:
        load_reference(work, progress=lambda *step: told.append(step))
    assert told[0] == ("wastes:2025", 1, 8)
    assert told[-1] == ("calendar", 8, 8)


@pytest.mark.parametrize(
    ("actor", "refusal"),
    [
        (NOBODY, Missing),
        (person(Role.ADMIN), Missing),
        (person(Role.OFFICER, authority=True), Denied),
    ],
    ids=["nobody", "a unit's admin", "an officer"],
)
def test_only_the_authoritys_administrators_load(
    db: Database, actor: Actor, refusal: type[Exception]
) -> None:
    with db.reading(actor) as work, pytest.raises(refusal):
        load_reference(work)


def test_every_signed_in_person_sees_the_sources_and_nobody_else(db: Database) -> None:
    for actor in (person(Role.READER), person(Role.OFFICER, authority=True)):
        with db.reading(actor) as work:
            sources = {(row.what, row.edition): row for row in list_sources(work)}
        assert sources["wastes", "2025"].rows == 470
        assert sources["wastes", "2025"].checked_against
        assert all(row.source for row in sources.values())
    with db.reading(NOBODY) as work, pytest.raises(Missing):
        list_sources(work)


def test_a_page_pays_one_statement_for_every_list(db: Database) -> None:
    with db.reading(SYSTEM) as work:  # the first page of a process reads the lists
        _everything(work)
    statements: list[str] = []
    with db.reading(SYSTEM) as work:

        @event.listens_for(work.session.connection(), "before_cursor_execute")
        def _note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
            statements.append(statement)

        _everything(work)
    assert len(statements) == 1
    assert "reference_load" in statements[0]


def _everything(work: Work) -> None:
    assert reference_loaded(work)
    assert len(catalogue(work, "2021")) == 467
    assert get_waste(work, "900-214-08").hazards == "T,I"
    assert division_names(work)["330604001"] == "百官街道"
    assert working_days(work).is_working(local_day(work.now))
    assert "OP-1Y" in law_bases(work, local_day(work.now))
