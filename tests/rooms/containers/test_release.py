"""A release needs its own decision and puts the container back where it stood."""

import pytest

from tests.support.build import a_unit, actor_of
from tests.support.containers import Workshop, a_drum
from wastetrack.audit.history import of_container
from wastetrack.containers.actions.release import release
from wastetrack.containers.actions.seize import seize
from wastetrack.containers.inputs import ReleaseContainer, SeizeContainer
from wastetrack.containers.terms import Custody
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Refused

LET_GO = ReleaseContainer(document="虞环解〔2026〕7号")


def test_a_released_drum_is_in_store_again_with_both_documents_in_its_trail(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        officer = work.as_actor(actor_of(a_unit(work, "authority"), Role.OFFICER))
        drum = a_drum(work, Workshop(work))
        seize(officer, drum.id, SeizeContainer(document="虞环查〔2026〕7号"))
        release(officer, drum.id, LET_GO)
        work.session.flush()
        bases = [e.basis for e in of_container(work, drum.id)][-2:]
    assert drum.custody is Custody.IN_STORE
    assert bases == ["虞环查〔2026〕7号", "虞环解〔2026〕7号"]


def test_nothing_is_released_that_was_not_seized(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        officer = work.as_actor(actor_of(a_unit(work, "authority"), Role.OFFICER))
        with pytest.raises(Refused) as refused:
            release(officer, a_drum(work, Workshop(work)).id, LET_GO)
    assert refused.value.codes == ("containers.is_in_store",)
