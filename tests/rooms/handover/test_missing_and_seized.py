"""A drum that is missing or seized on the way: the rest of the load is received all the same."""

from typing import Any
from uuid import UUID

import pytest

from tests.support.build import a_facility, a_site, actor_of
from tests.support.handover import drums_of, scan_all
from tests.support.manifests import Cast, a_trip
from wastetrack.audit.trail import record
from wastetrack.containers.actions.find import find
from wastetrack.containers.actions.miss import miss
from wastetrack.containers.actions.release import release
from wastetrack.containers.actions.seize import seize
from wastetrack.containers.inputs import (
    FindContainer,
    MissContainer,
    ReleaseContainer,
    SeizeContainer,
)
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Custody, HeldAs
from wastetrack.handover.actions.receive import receive
from wastetrack.handover.actions.refuse import refuse_load
from wastetrack.handover.inputs import ReceiveLoad, RefuseLoad
from wastetrack.handover.queries import gate_view
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Refused
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.correct import correct, endorse
from wastetrack.manifests.actions.relay import relay
from wastetrack.manifests.actions.send_back import send_back, take_back
from wastetrack.manifests.inputs import (
    CorrectManifest,
    EndorseCorrection,
    RelayManifest,
    SendBackManifest,
    TakeBackManifest,
)
from wastetrack.manifests.machine import offers
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import corrections_of, lines_of, manifest_page, standing_of
from wastetrack.manifests.terms import Decision, State
from wastetrack.parties.model import Partition

BUREAU = "示例生态环境分局"
KG = 182_400


class Load:
    """Two drums at the gate, of which the second may have been lost or seized on the way."""

    def __init__(self, work: Work, *, lost: bool = False, seized: bool = False) -> None:
        self.work, self.cast = work, Cast(work)
        self.m: Manifest = self.cast.on_the_road()
        self.first, self.second = drums_of(work, self.m)
        self.boss = work.as_actor(actor_of(self.cast.carrier, Role.ADMIN))
        self.officer, self.gate = work.as_actor(self.cast.officer), work.as_actor(self.cast.gate)
        if lost:
            miss(self.boss, self.second.id, MissContainer(note="服务区清点少一桶"))
        if seized:
            self.seize(self.second)
        scan_all(work, self.cast.gate, self.m, drums=[self.first])

    def seize(self, drum: Container) -> None:
        seize(self.officer, drum.id, SeizeContainer(document="示环查〔2026〕1号"))

    def decides(self, second: dict[str, Any], **over: object) -> Manifest:
        one, two = lines_of(self.work, self.m.id)
        values: dict[str, object] = {
            "gross_g": "9000", "tare_g": "8600", "method": "R9", "facility_id": self.cast.hall.id,
            "reported_to": BUREAU,
            "lines": [{"line_id": one.id, "accepted_g": KG}, {"line_id": two.id, **second}],
        }  # fmt: skip
        done = receive(self.gate, self.m.id, ReceiveLoad.model_validate(values | over))
        self.work.session.flush()
        return done

    @property
    def line(self) -> Any:
        return lines_of(self.work, self.m.id)[1]


SHORT: dict[str, Any] = {"accepted_g": 0, "dimensions": ["quantity"], "note": "没有到"}
SEIZED: dict[str, Any] = {"accepted_g": 0, "refused_g": KG, "note": "被查封、扣押"}
ORDER = SendBackManifest(order="移出人电话通知退回")


def goes_back(load: Load) -> None:
    send_back(load.boss, load.m.id, ORDER)
    take_back(load.work.as_actor(load.cast.producer), load.m.id, TakeBackManifest())
    load.work.session.flush()


def test_a_missing_drum_is_short_and_the_rest_is_received(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        load = Load(work, lost=True)
        assert load.decides(SHORT).state is State.RECEIVED
        line = load.line
        assert (line.decision, line.way_back) == (Decision.SHORT, None)
        assert (line.accepted_g, line.refused_g, line.difference_g) == (0, 0, KG)
        assert (load.second.custody, load.second.holder_site_id) == (
            Custody.MISSING,
            load.cast.yard.id,
        )
        assert load.first.holder_site_id == load.cast.plant.id


def test_a_drum_that_nobody_gave_up_yet_is_missing_from_the_receipt_on(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        load = Load(work)
        load.decides(SHORT)
        assert (load.line.decision, load.second.custody) == (Decision.SHORT, Custody.MISSING)


def test_a_short_drum_that_is_found_goes_back_on_the_same_manifest(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        load = Load(work, lost=True)
        load.decides(SHORT)
        with pytest.raises(Refused) as waiting:
            send_back(load.boss, load.m.id, ORDER)
        assert waiting.value.codes == ("manifests.held_up",)
        find(load.boss, load.second.id, FindContainer(place="服务区"))
        work.session.flush()
        page = manifest_page(load.gate, load.m.id)
        assert "manifest:send_back" in offers(standing_of(page))
        goes_back(load)
        line = load.line
        assert (line.decision, line.refused_g, line.difference_g) == (Decision.RETURNED, KG, 0)
        assert load.second.holder_site_id == load.cast.shop.site.id


def test_a_short_drum_that_is_found_is_accepted_by_a_correction(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        load = Load(work, lost=True)
        load.decides(SHORT)
        late = CorrectManifest(
            field_name="accepted_g", value="182", line_id=load.line.id, reason="找到后送达"
        )
        correct(load.gate, load.m.id, late)
        work.session.flush()
        yes = EndorseCorrection(correction_id=corrections_of(work, load.m.id)[0].id, agree=True)
        producer = work.as_actor(load.cast.producer)
        with pytest.raises(Refused) as missing:
            endorse(producer, load.m.id, yes)
        assert missing.value.codes == ("manifests.not_there",)
        find(load.boss, load.second.id, FindContainer(place="服务区"))
        endorse(producer, load.m.id, yes)
        work.session.flush()
        line = load.line
        assert (line.decision, line.accepted_g, line.difference_g, line.method) == (
            Decision.ACCEPTED,
            182_000,
            400,
            "R9",
        )
        assert (load.second.holder_site_id, load.second.mass_g) == (load.cast.plant.id, 182_000)
        assert load.m.mass_g == KG + 182_000


def test_weighing_a_drum_at_the_gate_finds_it(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        load = Load(work, lost=True)
        load.decides({"accepted_g": KG})
        assert (load.second.custody, load.second.holder_site_id) == (
            Custody.IN_STORE,
            load.cast.plant.id,
        )


def test_a_seized_drum_waits_refused_and_the_rest_is_received(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        load = Load(work, seized=True)
        with pytest.raises(Refused) as refused:
            load.decides({"accepted_g": KG})
        assert "manifests.seized_waits" in refused.value.codes
    with db.transaction(SYSTEM) as work:
        load = Load(work, seized=True)
        assert load.decides(SEIZED).state is State.RECEIVED
        assert (load.line.decision, load.second.custody) == (Decision.REFUSED, Custody.SEIZED)
        with pytest.raises(Refused) as held:
            send_back(load.boss, load.m.id, ORDER)
        assert held.value.codes == ("manifests.held_up",)
        document = ReleaseContainer(document="示环解〔2026〕1号")
        release(load.officer, load.second.id, document)
        goes_back(load)
        assert load.line.decision is Decision.RETURNED


def test_refusing_the_whole_load_leaves_a_missing_drum_short(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        load = Load(work, lost=True)
        said = {"gross_g": "9000", "reason": "混装", "reported_to": BUREAU}
        said["dimensions"] = ["property"]  # type: ignore[assignment]  # a form's values
        refuse_load(load.gate, load.m.id, RefuseLoad.model_validate(said))
        work.session.flush()
        assert [line.decision for line in lines_of(work, load.m.id)] == [
            Decision.REFUSED,
            Decision.SHORT,
        ]
        goes_back(load)
        # the manifest stays open until the lost drum is found
        assert str(load.m.state) == "returning"
        find(load.boss, load.second.id, FindContainer(place="服务区"))
        goes_back(load)
        assert load.m.state is State.RETURNED


def test_a_relay_hands_on_what_is_there(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        load = Load(work, lost=True)
        spare = a_trip(work, load.cast.carrier, load.cast.yard)
        relay(load.boss, load.m.id, RelayManifest(trip_id=spare.id, place="服务区"))
        assert (load.first.trip_id, load.second.trip_id) == (spare.id, load.cast.trip.id)


def test_what_was_not_scanned_is_proposed_as_short_and_what_is_seized_as_waiting(
    db: Database,
) -> None:
    with db.transaction(SYSTEM) as work:
        load = Load(work, seized=True)
        rows = gate_view(load.gate, load.m.id).stop.lines
        assert [(row.scanned, row.held) for row in rows] == [(True, False), (False, True)]


def test_a_store_or_a_part_of_another_site_is_refused(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        load = Load(work)
        elsewhere = a_facility(work, a_site(work, load.cast.disposer, name="另一厂区"))
        strange = a_part(work, elsewhere.id)
        with pytest.raises(Refused) as refused:
            load.decides({"accepted_g": KG, "partition_id": strange.id})
        assert refused.value.codes == ("manifests.partition_elsewhere",)
    with db.transaction(SYSTEM) as work:
        load = Load(work)
        here = a_part(work, load.cast.hall.id)
        load.decides({"accepted_g": KG, "partition_id": here.id})
        assert load.second.partition_id == here.id


def test_a_permit_of_another_site_gives_no_right_here(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        load = Load(work)
        other = a_site(work, load.cast.disposer, name="另一厂区")
        load.cast.licence.site_id = other.id
        record(work, "licence.change", load.cast.licence)
        assert load.decides({"accepted_g": KG}).state is State.RECEIVED
        assert load.second.held_as is not HeldAs.OPERATOR


def a_part(work: Work, facility_id: UUID) -> Partition:
    row = Partition(
        id=work.new_id(), created_at=work.now, facility_id=facility_id, name="A 区", waste_codes=[]
    )
    record(work, "facility.partition", row)
    work.session.flush()
    return row
