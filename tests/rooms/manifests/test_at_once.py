"""Two filings at the same moment: what one consumes is locked before it is summed up."""

import threading

import pytest
from sqlmodel import select

from tests.support.manifests import Cast
from wastetrack.agreements.model import PlanLine
from wastetrack.audit.trail import record
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Refused
from wastetrack.manifests.actions.file import file
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.terms import State
from wastetrack.parties.model import Licence

ROOM_FOR_ONE = 200_000


def _two_drafts(db: Database, *, scarce: str) -> tuple[Cast, list[Manifest]]:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        drafts = [cast.drafted(1), cast.drafted(1)]
        if scarce == "plan":
            for line in work.session.exec(select(PlanLine)):
                line.planned_g = ROOM_FOR_ONE
        else:
            licence = work.session.get_one(Licence, cast.licence.id)
            with work.session.no_autoflush:
                licence.annual_scale_g = ROOM_FOR_ONE
                record(work, "licence.change", licence)
        work.session.flush()
        return cast, drafts


@pytest.mark.parametrize(
    ("scarce", "code"), [("plan", "agreements.plan_over"), ("licence", "manifests.over_scale")]
)
def test_of_two_filings_at_once_only_one_passes_where_there_is_room_for_one(
    postgres_db: Database, scarce: str, code: str
) -> None:
    db = postgres_db
    cast, (first, second) = _two_drafts(db, scarce=scarce)
    refused: list[tuple[str, ...]] = []

    def files() -> None:
        try:
            db.write(cast.producer, lambda work: file(work, second.id))
        except Refused as error:
            refused.append(error.codes)

    other = threading.Thread(target=files)
    with db.transaction(cast.producer) as work:
        file(work, first.id)
        work.session.flush()
        other.start()
        # it waits for the row that this one holds; without the lock it is through by now
        other.join(2)
        assert other.is_alive()
    other.join(60)
    assert refused == [(code,)]
    with db.reading(SYSTEM) as work:
        states = [work.session.get_one(Manifest, row.id).state for row in (first, second)]
    assert states == [State.FILED, State.DRAFT]
