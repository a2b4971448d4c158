"""A report that the waste is not hazardous takes it out of the loop."""

from tests.support.containers import Workshop, a_drum
from wastetrack.audit.history import of_container
from wastetrack.containers.actions.identify import identify
from wastetrack.containers.inputs import IdentifyContainer
from wastetrack.containers.terms import Content
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database


def test_the_report_is_the_basis_of_the_event(db: Database) -> None:
    report = IdentifyContainer.model_validate(
        {"document": "鉴 2026-018", "by": "某检测机构", "at": "2026-11-20T09:00"}
    )
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        identify(work.as_actor(shop.operator), drum.id, report)
        work.session.flush()
        last = of_container(work, drum.id)[-1]
    assert (drum.content, drum.holder_site_id) == (Content.VOID, None)
    assert (last.kind, last.basis, last.grams) == ("container.identify", "鉴 2026-018", 182_400)
