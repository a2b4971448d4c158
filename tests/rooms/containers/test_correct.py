"""A correction keeps before and after; what clocks and sums are counted from needs an officer."""

import pytest

from tests.support.build import actor_of
from tests.support.containers import PROOF, Workshop, a_drum
from tests.support.parties import an_officer
from wastetrack.audit.history import of_container
from wastetrack.containers import transition
from wastetrack.containers.actions.approve_amendment import approve_amendment
from wastetrack.containers.actions.correct import correct
from wastetrack.containers.actions.return_amendment import return_amendment
from wastetrack.containers.inputs import CorrectContainer, ReturnAmendment
from wastetrack.containers.model import Amendment, Container
from wastetrack.containers.terms import AmendmentState
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Missing, Refused
from wastetrack.kernel.work import Work


def change(**fields: object) -> CorrectContainer:
    return CorrectContainer.model_validate({"reason": "录入有误", **fields})


def ask(work: Work, shop: Workshop, drum: Container, **fields: object) -> Amendment:
    """A correction that needs an officer, put before him."""
    data = change(file_sha256=PROOF, **fields)
    asked = correct(work.as_actor(shop.operator), drum.id, data)
    assert asked is not None
    return asked


def corrected(work: Work, shop: Workshop, drum: Container, **fields: object) -> None:
    """A correction that an officer agreed to."""
    approve_amendment(an_officer(work), ask(work, shop, drum, **fields).id)
    work.session.flush()


def test_what_no_clock_or_sum_is_counted_from_is_set_right_at_once(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        asked = correct(work.as_actor(shop.operator), drum.id, change(precautions="防火"))
    assert asked is None
    assert (drum.precautions, drum.label_version) == ("防火", 2)


def test_a_wrong_mass_is_set_right_with_before_and_after(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        code = drum.digital_id
        asked = ask(work, shop, drum, mass_g="128.4")
        assert drum.mass_g == 182_400
        approve_amendment(an_officer(work), asked.id)
        work.session.flush()
        last = next(e for e in of_container(work, drum.id) if e.kind == "container.correct")
    assert (drum.mass_g, drum.label_version, drum.digital_id) == (128_400, 2, code)
    assert last.payload["was"]["mass_g"] == 182_400
    assert last.payload["set"]["mass_g"] == 128_400


def test_another_waste_code_gives_new_properties_and_a_new_digital_id(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        corrected(work, shop, drum, waste_code="900-300-34", waste_name="废酸")
    assert drum.digital_id == f"{shop.unit.credit_code}9003003420261124001"
    assert drum.hazards == "C,T"


def test_an_earlier_first_waste_moves_the_clock(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        corrected(work, shop, drum, first_waste_at="2026-10-01T08:00")
    assert drum.held_since == drum.oldest_waste_at == drum.first_waste_at
    assert (drum.digital_id or "").endswith("20261001001")


@pytest.mark.parametrize("mass", ["182.4", None], ids=["sealed", "still filling"])
def test_a_later_first_waste_needs_a_file_and_an_officer(db: Database, mass: str | None) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop, mass, first_waste_at="2026-10-01T08:00")
        began = drum.held_since
        later = {"first_waste_at": "2026-11-01T08:00"}
        data = change(**later, document="台账第 3 页")
        with pytest.raises(Refused) as refused:
            correct(work.as_actor(shop.operator), drum.id, data)
        assert refused.value.codes == ("containers.file_missing",)
        asked = ask(work, shop, drum, **later)
        assert drum.held_since == began
        approve_amendment(an_officer(work), asked.id)
    assert (drum.digital_id or "")[26:34] == "20261101"


def test_what_is_returned_changes_nothing_and_may_be_asked_for_again(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        first = ask(work, shop, drum, mass_g="100")
        with pytest.raises(Refused) as twice:
            ask(work, shop, drum, mass_g="90")
        officer = an_officer(work)
        return_amendment(officer, first.id, ReturnAmendment(reason="称重单看不清"))
        work.session.flush()
        with pytest.raises(Refused) as decided:
            approve_amendment(officer, first.id)
        ask(work, shop, drum, mass_g="90")
    assert (first.state, first.answer) == (AmendmentState.RETURNED, "称重单看不清")
    assert drum.mass_g == 182_400
    assert twice.value.codes == ("containers.amendment_waits",)
    assert decided.value.codes == ("containers.amendment_decided",)


def test_only_an_officer_decides(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        asked = ask(work, shop, a_drum(work, shop), mass_g="100")
        with pytest.raises(Missing):
            approve_amendment(work.as_actor(actor_of(shop.unit, Role.ADMIN)), asked.id)


def test_nothing_changed_and_unknown_codes_are_refused(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        with pytest.raises(Refused) as nothing:
            correct(work.as_actor(shop.operator), drum.id, change(mass_g="182.4"))
        with pytest.raises(Refused) as unknown:
            ask(work, shop, drum, waste_code="901-999-08")
    assert nothing.value.codes == ("containers.nothing_changed",)
    assert unknown.value.codes == ("containers.waste_unknown",)


def test_a_booked_drum_is_corrected_through_its_manifest(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        transition.request(work, drum, work.new_id())
        with pytest.raises(Refused) as refused:
            ask(work, shop, drum, mass_g="100")
    assert refused.value.codes == ("containers.is_requested",)


def test_what_was_booked_meanwhile_is_not_changed_by_the_approval(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        asked = ask(work, shop, drum, mass_g="100")
        transition.request(work, drum, work.new_id())
        with pytest.raises(Refused) as refused:
            approve_amendment(an_officer(work), asked.id)
    assert refused.value.codes == ("containers.is_requested",)
