"""What verification must notice: a fault is planted in live rows, and it names the row."""

import pytest
from sqlalchemy import text

from tests.support.manifests import Cast
from wastetrack.containers.actions.split import split
from wastetrack.containers.inputs import SplitContainer
from wastetrack.containers.model import Container
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import lines_of
from wastetrack.reports.queries.closed_loop import closed_loop
from wastetrack.treatments.actions.record import record_treatment
from wastetrack.treatments.inputs import FedContainer, RecordTreatment

KG = 182_400


def broken(db: Database) -> str | None:
    with db.reading(SYSTEM) as work:
        return next((check.broken for check in closed_loop(work) if check.broken), None)


class Received:
    """One drum in the disposer's hall, whole or split into two."""

    def __init__(self, work: Work, *, parts: tuple[int, ...] = ()) -> None:
        self.work, self.cast = work, Cast(work)
        self.line = lines_of(work, self.cast.received(1).id)[0]
        self.drum = work.session.get_one(Container, self.line.container_id)
        self.code = self.drum.human_code
        self.children: list[Container] = []
        if parts:
            data = SplitContainer(grams=list(parts))
            self.children = split(work.as_actor(self.cast.gate), self.drum.id, data)
            work.session.flush()

    def treats(self, *drums: Container) -> None:
        data = RecordTreatment(
            site_id=self.cast.plant.id,
            method="R9",
            feeds=tuple(FedContainer(container_id=d.id, grams=d.mass_g) for d in drums),
        )
        record_treatment(self.work.as_actor(self.cast.gate), data)
        self.work.session.flush()


def plant(db: Database, *statements: str) -> None:
    with db.transaction(SYSTEM) as work:
        for statement in statements:
            work.session.execute(text(statement))


def test_a_treated_drum_of_which_less_was_fed_than_accepted_is_named(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        received = Received(work)
        received.treats(received.drum)
        code = received.code
    assert broken(db) is None
    # both sums agree with each other, so that only the balance of the drum itself can tell
    plant(
        db,
        f"update feed set grams = {KG - 900}",
        f"update treatment set fed_g = {KG - 900}",
    )
    assert broken(db) == code


@pytest.mark.parametrize("treated", [0, 1, 2])
def test_a_split_after_receipt_balances_whatever_became_of_its_parts(
    db: Database, treated: int
) -> None:
    with db.transaction(SYSTEM) as work:
        received = Received(work, parts=(100_000, KG - 100_000))
        if treated:
            received.treats(*received.children[:treated])
        child, code = received.children[-1].human_code, received.code
    assert broken(db) is None
    if treated < len(received.children):
        plant(db, f"update container set mass_g = mass_g - 500 where human_code = '{child}'")
    else:
        plant(
            db,
            "update feed set grams = grams - 500 where grams < 90000",
            "update treatment set fed_g = fed_g - 500",
        )
    assert broken(db) == code


def test_a_part_that_vanished_is_named(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        received = Received(work, parts=(100_000, KG - 100_000))
        lost, code = received.children[0].human_code, received.code
    plant(db, f"update container set parent_id = null where human_code = '{lost}'")
    assert broken(db) == code


def test_an_outcome_without_a_treatment_is_named(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        received = Received(work)
        reference = work.session.get_one(Manifest, received.line.manifest_id).reference
    assert broken(db) is None
    # as if closed by hand: every other check agrees with it
    plant(db, f"update manifest_line set outcome_g = {KG}", "update manifest set state = 'closed'")
    assert broken(db) == reference


def test_less_outcome_than_was_fed_is_named(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        received = Received(work, parts=(100_000, KG - 100_000))
        received.treats(received.children[0])
        reference = work.session.get_one(Manifest, received.line.manifest_id).reference
    assert broken(db) is None
    plant(db, "update manifest_line set outcome_g = outcome_g - 1")
    assert broken(db) == reference
