"""Sealing fixes mass and code; it needs a filling container and the holder's hand."""

import pytest

from tests.support.build import actor_of
from tests.support.containers import Workshop, a_drum, a_stranger
from wastetrack.audit.history import of_container
from wastetrack.containers.actions.seal import seal
from wastetrack.containers.inputs import SealContainer
from wastetrack.containers.terms import Content, MassSource
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused


def weighed(kg: str = "182.4", **over: object) -> SealContainer:
    return SealContainer.model_validate({"mass_g": kg, **over})


def test_a_sealed_drum_has_its_mass_and_where_it_came_from(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop, kg=None)
        data = weighed(mass_source="scale", scale="A-03")
        sealed = seal(work.as_actor(shop.operator), drum.id, data)
        work.session.flush()
        last = of_container(work, drum.id)[-1]
    assert (sealed.content, sealed.mass_g) == (Content.SEALED, 182_400)
    assert (sealed.mass_source, sealed.scale) == (MassSource.SCALE, "A-03")
    assert sealed.sealed_at == sealed.full_at == work.now
    assert (last.kind, last.batch_code) == ("container.seal", "HWRK20261124001")


def test_a_sealed_drum_is_not_sealed_again(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        with pytest.raises(Refused) as refused:
            seal(work.as_actor(shop.operator), drum.id, weighed())
    assert refused.value.codes == ("containers.is_sealed",)


def test_sealing_before_the_first_waste_or_in_the_future_is_refused(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop, kg=None)
        for at, code in (
            ("2026-11-20T08:00", "containers.sealed_before_first"),
            ("2026-11-24T11:00", "containers.in_the_future"),
        ):
            with pytest.raises(Refused) as refused:
                seal(work.as_actor(shop.operator), drum.id, weighed(at=at))
            assert refused.value.codes == (code,)


def test_others_may_not_seal_it(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop, kg=None)
        with pytest.raises(Missing):
            seal(work.as_actor(a_stranger(work)), drum.id, weighed())
        with pytest.raises(Denied):
            seal(work.as_actor(actor_of(shop.unit, Role.READER)), drum.id, weighed())
