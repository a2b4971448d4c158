"""A correction keeps before and after, voids the label, and follows through to code and clock."""

import pytest

from tests.support.containers import Workshop, a_drum
from wastetrack.audit.history import of_container
from wastetrack.containers import transition
from wastetrack.containers.actions.correct import correct
from wastetrack.containers.inputs import CorrectContainer
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Refused


def change(**fields: object) -> CorrectContainer:
    return CorrectContainer.model_validate({"reason": "录入有误", **fields})


def test_a_wrong_mass_is_set_right_with_before_and_after(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        code = drum.digital_id
        correct(work.as_actor(shop.operator), drum.id, change(mass_g="128.4"))
        work.session.flush()
        last = of_container(work, drum.id)[-1]
    assert (drum.mass_g, drum.label_version, drum.digital_id) == (128_400, 2, code)
    assert last.payload["was"]["mass_g"] == 182_400
    assert last.payload["set"]["mass_g"] == 128_400


def test_another_waste_code_gives_new_properties_and_a_new_digital_id(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        correct(
            work.as_actor(shop.operator),
            drum.id,
            change(waste_code="900-300-34", waste_name="废酸"),
        )
    assert drum.digital_id == f"{shop.unit.credit_code}9003003420261124001"
    assert drum.hazards == "C,T"


def test_an_earlier_first_waste_moves_the_clock(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        correct(work.as_actor(shop.operator), drum.id, change(first_waste_at="2026-10-01T08:00"))
    assert drum.held_since == drum.oldest_waste_at == drum.first_waste_at
    assert (drum.digital_id or "").endswith("20261001001")


def test_a_later_first_waste_needs_evidence(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop, first_waste_at="2026-10-01T08:00")
        later = {"first_waste_at": "2026-11-01T08:00"}
        with pytest.raises(Refused) as refused:
            correct(work.as_actor(shop.operator), drum.id, change(**later))
        assert refused.value.codes == ("containers.later_needs_document",)
        correct(work.as_actor(shop.operator), drum.id, change(**later, document="台账第 3 页"))
    assert (drum.digital_id or "")[26:34] == "20261101"


def test_nothing_changed_and_unknown_codes_are_refused(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        with pytest.raises(Refused) as nothing:
            correct(work.as_actor(shop.operator), drum.id, change(mass_g="182.4"))
        with pytest.raises(Refused) as unknown:
            correct(work.as_actor(shop.operator), drum.id, change(waste_code="901-999-08"))
    assert nothing.value.codes == ("containers.nothing_changed",)
    assert unknown.value.codes == ("containers.waste_unknown",)


def test_a_booked_drum_is_corrected_through_its_manifest(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        transition.request(work, drum, work.new_id())
        with pytest.raises(Refused) as refused:
            correct(work.as_actor(shop.operator), drum.id, change(mass_g="100"))
    assert refused.value.codes == ("containers.is_requested",)
