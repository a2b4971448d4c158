"""Odd transfers: every state of the manifest, what goes wrong at a gate, and what is set right later."""

from dataclasses import dataclass

from wastetrack.agreements.actions.add_approval import add_approval
from wastetrack.agreements.inputs import ApprovalTerms
from wastetrack.cli.demo.hauls import Haul
from wastetrack.cli.demo.special import FILED, LEFT, READY, SURE, TAKEN, THERE, Stage
from wastetrack.kernel.actor import Actor, Role
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.annul import annul
from wastetrack.manifests.actions.consent import decline
from wastetrack.manifests.actions.correct import correct, endorse
from wastetrack.manifests.actions.depart import depart
from wastetrack.manifests.actions.relay import relay
from wastetrack.manifests.actions.sign import sign
from wastetrack.manifests.actions.void import void, withdraw
from wastetrack.manifests.inputs import (
    CorrectManifest,
    DepartManifest,
    EndorseCorrection,
    ReasonGiven,
    RelayManifest,
    SignManifest,
    VoidManifest,
)
from wastetrack.manifests.queries import corrections_of, lines_of
from wastetrack.trips.actions.cancel import cancel
from wastetrack.trips.inputs import TripCancel


@dataclass
class Transfers:
    """Queues the odd transfers of the two chemists."""

    stage: Stage

    def open(self) -> None:
        """Oldest first, as they stand today."""
        stage, ago = self.stage, self.stage.walk.ago
        # waiting before the road
        stage.haul(ago(hours=-40), [(-43, Haul.draft)])
        stage.haul(ago(hours=-30), FILED)
        stage.haul(ago(hours=-19), (*FILED, (-20, Haul.planned)), shop=1)
        stage.haul(ago(days=6), (*FILED, (-10, self.decline)), shop=1)
        stage.haul(ago(days=5), (*FILED, (-4, self.withdraw)))
        stage.haul(ago(days=16), (*READY, (-2, self.void)))
        # on the road and at the gate
        stage.haul(ago(hours=3), LEFT, carrier=1)
        stage.haul(ago(hours=4), THERE, shop=1)
        stage.haul(ago(days=12), (*LEFT, (1, self.annul)), carrier=1)
        stage.haul(ago(days=25), (*LEFT, (1, self.relay), (2, Haul.arrive), *_REST))
        stage.haul(ago(days=19), (*READY, (0, self.leave_one), (2, Haul.arrive), *_REST))
        # received, confirmed, never told
        stage.haul(ago(days=10), (*TAKEN, (4, self.keep)))
        stage.haul(ago(days=97), (*SURE, (31, self.keep)), shop=1)
        stage.haul(ago(days=68), (*SURE, (31, self.keep)))
        # paper: back-filled in time, and one that waits too long
        stage.haul(ago(days=40), (*SURE, (80, Haul.backfill)), paper=True)
        stage.haul(ago(days=21), SURE, shop=1, paper=True)
        # corrections: proposed, agreed, turned down
        stage.haul(ago(days=8), (*TAKEN, (24, self.propose_plate)), shop=1)
        stage.haul(ago(days=28), (*TAKEN, (24, self.correct_phone), (26, self.yes), _CONFIRM))
        stage.haul(ago(days=33), (*TAKEN, (24, self.correct_phone), (26, self.no), _CONFIRM))
        self.stage.walk.at(ago(days=90), self.approve)
        self.stage.walk.at(ago(days=30), self.cancelled_trip)

    def decline(self, haul: Haul) -> None:
        """The receiver's furnace stands still."""
        data = ReasonGiven(reason="焚烧炉检修，本周不能接受，请改日期后再申报")
        decline(self._by(haul.receiver.by(Role.DISPATCHER)), haul.id, data)

    def withdraw(self, haul: Haul) -> None:
        withdraw(
            self._by(haul.consignor.by(Role.OPERATOR)),
            haul.id,
            VoidManifest(reason="数量要重新核对"),
        )

    def void(self, haul: Haul) -> None:
        data = VoidManifest(reason="客户停产，本次不转移", upstream_voided=True)
        void(self._by(haul.consignor.by(Role.OPERATOR)), haul.id, data)

    def annul(self, haul: Haul) -> None:
        """Both parties and the bureau say that nothing moved."""
        said = ReasonGiven(reason="车辆未出厂门即发现故障，容器没有移动")
        for actor in (haul.consignor.by(), haul.receiver.by(), self.stage.cast.officer):
            annul(self._by(actor), haul.id, said)
        self._by(haul.carrier.by()).session.flush()
        haul.end_trip()

    def relay(self, haul: Haul) -> None:
        """The other carrier takes over on the way."""
        other = self.stage.cast.carriers[1]
        road = self.stage.rounds.road
        first, next_trip = haul.trip_id, road.trip(other, self.stage.walk.today)
        data = RelayManifest(trip_id=next_trip, place="杭州湾大道停车区（示例）")
        relay(self._by(haul.carrier.by(Role.DISPATCHER)), haul.id, data)
        self._by(other.by()).session.flush()
        relay(self._by(other.by(Role.DRIVER)), haul.id, data)
        self._by(other.by()).session.flush()
        haul.carrier, haul.trip_id = other, next_trip
        if first is not None:
            road.end(self.stage.cast.carriers[0], first)

    def leave_one(self, haul: Haul) -> None:
        """The second drum does not fit on the vehicle and stays where it stands."""
        work = self._by(haul.consignor.by(Role.OPERATOR))
        left = haul.drums.pop()
        line = next(row for row in lines_of(work, haul.id) if row.container_id == left.id)
        sign(work, haul.id, SignManifest(left_out=(line.id,), left_reason="车上放不下，下次再运"))
        haul.trip_id = haul.road.trip(haul.carrier, self.stage.walk.today)
        data = DepartManifest(trip_id=haul.trip_id)
        depart(self._by(haul.carrier.by(Role.DRIVER)), haul.id, data)

    def keep(self, haul: Haul) -> None:
        """Nobody treats these drums, so that the receiver's clocks run out."""
        for drum in haul.drums:
            drum.kept = True

    def propose_plate(self, haul: Haul) -> None:
        """A correction that still waits for the others."""
        data = CorrectManifest(field_name="via", value="经 S308 省道", reason="运单上的经由地写错")
        correct(self._by(haul.carrier.by(Role.DISPATCHER)), haul.id, data)

    def correct_phone(self, haul: Haul) -> None:
        data = CorrectManifest(
            field_name="emergency_phone", value="057512345678", reason="应急电话已更换"
        )
        correct(self._by(haul.consignor.by(Role.OPERATOR)), haul.id, data)

    def yes(self, haul: Haul) -> None:
        self._answer(haul, agree=True)

    def no(self, haul: Haul) -> None:
        self._answer(haul, agree=False)

    def _answer(self, haul: Haul, *, agree: bool) -> None:
        work = self._by(haul.receiver.by(Role.OPERATOR))
        for row in corrections_of(work, haul.id):
            note = "" if agree else "与合同所附电话不一致"
            data = EndorseCorrection(correction_id=row.id, agree=agree, note=note)
            endorse(work, haul.id, data)

    def approve(self) -> None:
        """A cross-province approval in force; the transfer that is blocked has none."""
        firm = self.stage.chemists[1].firm
        today = self.stage.walk.today
        add_approval(
            self._by(firm.by()),
            ApprovalTerms(
                unit_id=firm.unit_id,
                receiver_unit_id=self.stage.cast.abroad.unit_id,
                number=f"示例跨省〔{today.year}〕007号",
                waste_code=firm.wastes[0].code,
                approved_g=20_000_000,
                valid_from=today,
                valid_to=today.replace(year=today.year + 1, day=min(today.day, 28)),
            ),
        )

    def cancelled_trip(self) -> None:
        carrier = self.stage.cast.carriers[0]
        trip_id = self.stage.rounds.road.trip(carrier, self.stage.walk.today)
        cancel(
            self._by(carrier.by(Role.DISPATCHER)), trip_id, TripCancel(reason="大雾封路，改期出车")
        )

    def _by(self, actor: Actor) -> Work:
        return self.stage.walk.by(actor)


_REST = ((3, Haul.accept), (3.5, Haul.end_trip), (30, Haul.confirm))
_CONFIRM = (30, Haul.confirm)
