"""A unit records its own use or disposal, in part or whole, as a ledger row of its own."""

import pytest

from tests.support.build import a_facility
from tests.support.containers import Workshop, a_drum
from wastetrack.audit.history import of_container
from wastetrack.catalog.queries import code_values
from wastetrack.containers.actions.treat_self import treat_self
from wastetrack.containers.inputs import TreatSelf
from wastetrack.containers.terms import Content
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Refused
from wastetrack.kernel.work import Work
from wastetrack.parties.terms import FacilityKind


def a_treatment(work: Work, shop: Workshop, **over: object) -> TreatSelf:
    plant = a_facility(work, shop.site, kind=FacilityKind.TREATMENT, capacity_g=None)
    method = code_values(work, "method")[0].code
    values = {"purpose": "use", "method": method, "facility_id": plant.id, **over}
    return TreatSelf.model_validate(values)


def test_what_is_taken_out_leaves_the_rest_and_the_last_gram_ends_it(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        hands = work.as_actor(shop.operator)
        treat_self(hands, drum.id, a_treatment(work, shop, grams="100"))
        assert (drum.content, drum.mass_g) == (Content.SEALED, 82_400)
        treat_self(hands, drum.id, a_treatment(work, shop, purpose="dispose"))
        work.session.flush()
        rows = [e for e in of_container(work, drum.id) if e.kind == "container.treat_self"]
    assert (drum.content, drum.mass_g, drum.holder_site_id) == (Content.TREATED, 0, None)
    assert [(e.batch_code, e.grams) for e in rows] == [
        ("HWZXLY20261124001", 100_000),
        ("HWZXCZ20261124001", 82_400),
    ]


def test_more_than_is_there_is_refused(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        data = a_treatment(work, shop, grams="182.401")
        with pytest.raises(Refused) as refused:
            treat_self(work.as_actor(shop.operator), drum.id, data)
    assert refused.value.codes == ("containers.more_than_there",)


def test_a_store_is_no_treatment_facility_and_the_method_is_on_the_list(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        data = a_treatment(work, shop, facility_id=shop.point.id, method="??")
        with pytest.raises(Refused) as refused:
            treat_self(work.as_actor(shop.operator), drum.id, data)
    assert refused.value.codes == ("containers.no_treatment", "containers.unknown_method")
