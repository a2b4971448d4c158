"""New waste that a treatment leaves: the disposer's own, linked to what was fed."""

from typing import Any

import pytest
from sqlmodel import select

from tests.rooms.treatments.test_record import feeding
from tests.support.build import actor_of
from tests.support.containers import a_stranger
from tests.support.handover import drums_of
from tests.support.manifests import Cast
from wastetrack.audit.trail import record
from wastetrack.audit.verify import verify_trail
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Content, HeldAs
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Missing, Refused
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Site, Stream
from wastetrack.parties.terms import Packaging, StreamForm
from wastetrack.treatments.actions.leave import leave_residue
from wastetrack.treatments.actions.record import record_treatment
from wastetrack.treatments.inputs import LeaveResidue
from wastetrack.treatments.model import Residue, Treatment
from wastetrack.treatments.queries import show_treatment


def a_stream(work: Work, site: Site, **over: Any) -> Stream:
    values: dict[str, Any] = {
        "waste_code": "772-003-18",
        "common_name": "焚烧残渣",
        "form": StreamForm.SOLID,
        "packaging": Packaging.BAG,
        **over,
    }
    row = Stream(id=work.new_id(), created_at=work.now, site_id=site.id, **values)
    record(work, "stream.add", row, site_id=site.id)
    work.session.flush()
    return row


def a_treatment(work: Work, cast: Cast, **over: Any) -> Treatment:
    drum = drums_of(work, cast.confirmed(1))[0]
    row = record_treatment(work.as_actor(cast.gate), feeding(cast, (drum, None), **over))
    work.session.flush()
    return row


def test_ash_is_the_disposers_own_new_waste(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        ash = a_stream(work, cast.plant)
        row = a_treatment(work, cast, residues=[{"stream_id": ash.id, "grams": "40"}])
        link = work.session.exec(select(Residue)).one()
        bag = work.session.get_one(Container, link.container_id)
        assert link.treatment_id == row.id
        assert (bag.content, bag.mass_g) == (Content.SEALED, 40_000)
        assert (bag.origin_site_id, bag.holder_site_id) == (cast.plant.id, cast.plant.id)
        assert bag.held_as is HeldAs.PRODUCER
        assert verify_trail(work).broken is None


def test_what_comes_out_later_is_added_later(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        ash = a_stream(work, cast.plant)
        row = a_treatment(work, cast)
        data = LeaveResidue.model_validate(
            {"stream_id": ash.id, "grams": "12.5", "facility_id": cast.hall.id}
        )
        bag = leave_residue(work.as_actor(cast.gate), row.id, data)
        work.session.flush()
        view = show_treatment(work.as_actor(cast.gate), row.id)
        assert [c.id for c in view.residues] == [bag.id]
        assert bag.facility_id == cast.hall.id


def test_a_waste_of_another_site_is_not_left_here(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        foreign = a_stream(work, cast.shop.site)
        row = a_treatment(work, cast)
        data = LeaveResidue.model_validate({"stream_id": foreign.id, "grams": "1"})
        with pytest.raises(Refused) as refused:
            leave_residue(work.as_actor(cast.gate), row.id, data)
        assert refused.value.codes == ("containers.not_your_waste",)


def test_who_may_add_it(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        cast = Cast(work)
        ash = a_stream(work, cast.plant)
        row = a_treatment(work, cast)
        data = LeaveResidue.model_validate({"stream_id": ash.id, "grams": "1"})
        with pytest.raises(Denied):
            leave_residue(work.as_actor(actor_of(cast.disposer, Role.READER)), row.id, data)
        with pytest.raises(Missing):
            leave_residue(work.as_actor(a_stranger(work)), row.id, data)
