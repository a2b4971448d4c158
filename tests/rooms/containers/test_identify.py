"""A report that the waste is not hazardous takes it out of the loop once an officer has seen it."""

import pytest

from tests.support.containers import PROOF, Workshop, a_drum
from tests.support.parties import an_officer
from wastetrack.audit.history import of_container
from wastetrack.containers.actions.approve_amendment import approve_amendment
from wastetrack.containers.actions.identify import identify
from wastetrack.containers.inputs import IdentifyContainer
from wastetrack.containers.terms import Content
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Refused

REPORT = {"document": "鉴 2026-018", "by": "某检测机构", "at": "2026-11-20T09:00"}


def test_the_report_is_the_basis_of_the_event(db: Database) -> None:
    report = IdentifyContainer.model_validate({**REPORT, "file_sha256": PROOF})
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        asked = identify(work.as_actor(shop.operator), drum.id, report)
        assert drum.content is Content.SEALED
        approve_amendment(an_officer(work), asked.id)
        work.session.flush()
        last = next(e for e in of_container(work, drum.id) if e.kind == "container.identify")
    assert (drum.content, drum.holder_site_id) == (Content.VOID, None)
    assert (last.kind, last.basis, last.grams) == ("container.identify", "鉴 2026-018", 182_400)


def test_a_number_without_the_report_is_not_enough(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        with pytest.raises(Refused) as refused:
            identify(
                work.as_actor(shop.operator), drum.id, IdentifyContainer.model_validate(REPORT)
            )
    assert refused.value.codes == ("containers.file_missing",)
