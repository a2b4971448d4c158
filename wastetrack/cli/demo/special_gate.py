"""Odd days at a gate: mismatches, refusals, a partial receipt, strays, an incident, and their cases."""

from dataclasses import dataclass

from sqlmodel import col, select

from wastetrack.cases.actions.answer import answer
from wastetrack.cases.actions.close import close
from wastetrack.cases.actions.open import open_by_hand
from wastetrack.cases.inputs import AnswerCase, CloseCase, OpenCase
from wastetrack.cases.model import Case
from wastetrack.cases.queries import facts_since
from wastetrack.cases.terms import CaseKind, CaseState
from wastetrack.cli.demo.firms import Drum
from wastetrack.cli.demo.hauls import Haul
from wastetrack.cli.demo.special import LEFT, READY, THERE, Stage
from wastetrack.containers.rules import human_code
from wastetrack.handover.actions.hand_over import hand_over
from wastetrack.handover.actions.query import query_load
from wastetrack.handover.actions.receive import receive
from wastetrack.handover.actions.refuse import refuse_load
from wastetrack.handover.actions.scan import scan
from wastetrack.handover.inputs import (
    GateLine,
    HandOver,
    QueryLoad,
    ReceiveLoad,
    RefuseLoad,
    ScanInput,
)
from wastetrack.handover.terms import ScanPlace
from wastetrack.kernel.actor import Actor, Role
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.incident import incident
from wastetrack.manifests.actions.query import agree, object_
from wastetrack.manifests.actions.send_back import send_back, take_back
from wastetrack.manifests.actions.sign import sign
from wastetrack.manifests.inputs import (
    IncidentManifest,
    Opinion,
    QueriedLine,
    SendBackManifest,
    TakeBackManifest,
)
from wastetrack.manifests.queries import lines_of
from wastetrack.manifests.terms import Dimension

TOLD = "示例·生态环境上虞分局"
_REFUSED_G = 30_000
# of the right form, on a drum that no unit of the district has registered
_NOBODYS = human_code(17_179_869_184)
_TAKEN = ((5, Haul.accept), (5.5, Haul.end_trip), (40, Haul.confirm))


@dataclass
class Gate:
    """Queues what happens at gates and stops, with the cases that follow."""

    stage: Stage

    def open(self) -> None:
        stage, ago = self.stage, self.stage.walk.ago
        back = (*THERE, (3, self.refuse))
        stage.haul(ago(hours=30), (*THERE, (2.5, self.query)))
        stage.haul(
            ago(days=18),
            (
                *THERE,
                (2.5, self.query),
                (3, self.agree),
                *_TAKEN,
                (41, self.answer),
                (60, self.close),
            ),
            shop=1,
        )
        stage.haul(ago(days=15), (*THERE, (2.5, self.query), (3, self.object), *_TAKEN))
        stage.haul(ago(hours=9), back, carrier=1)
        stage.haul(ago(hours=7), (*back, (4, self.send_back)), shop=1)
        away = (*back, (4, self.send_back), (6, self.take_back), (6.5, Haul.end_trip))
        stage.haul(ago(days=14), (*away, (7, self.answer), (7.1, self.answer_gate)), carrier=1)
        part = (*THERE, (3, self.part), (4, self.send_back), (6, self.take_back))
        stage.haul(ago(days=11), (*part, (6.5, Haul.end_trip), (30, Haul.confirm)), count=3)
        stage.haul(ago(days=9), (*READY, (0, self.stray), (2, Haul.arrive), *_TAKEN))
        stage.haul(ago(days=7), (*READY, (0, self.unknown), (2, Haul.arrive), *_TAKEN), shop=1)
        short = (*THERE, (3, self.short), (3.5, Haul.end_trip), (30, Haul.confirm))
        stage.haul(ago(days=6), short, carrier=1)
        stage.haul(ago(hours=58), (*LEFT, (2, self.incident)), shop=1, carrier=1)

    def query(self, haul: Haul) -> None:
        """The receiver asks about the first drum."""
        work = self._by(haul.receiver.by(Role.GATE))
        first = lines_of(work, haul.id)[0]
        asked = QueriedLine(
            line_id=first.id, dimensions=(Dimension.PROPERTY,), note="闪点检测偏低，与标签不符"
        )
        query_load(work, haul.id, QueryLoad(lines=(asked,), reported_to=TOLD))

    def agree(self, haul: Haul) -> None:
        data = Opinion(opinion="核实属实，同意按实际特性接受")
        agree(self._by(haul.consignor.by(Role.OPERATOR)), haul.id, data)

    def object(self, haul: Haul) -> None:
        data = Opinion(opinion="出厂检测报告合格，请复检后再定")
        object_(self._by(haul.consignor.by(Role.OPERATOR)), haul.id, data)

    def refuse(self, haul: Haul) -> None:
        """Nothing is taken."""
        refuse_load(
            self._by(haul.receiver.by(Role.GATE)),
            haul.id,
            RefuseLoad(
                reason="包装渗漏，不能卸车", dimensions=[Dimension.PACKAGING], reported_to=TOLD
            ),
        )

    def send_back(self, haul: Haul) -> None:
        order = SendBackManifest(order="移出人经办人来电要求退回原厂")
        send_back(self._by(haul.carrier.by(Role.DRIVER)), haul.id, order)

    def take_back(self, haul: Haul) -> None:
        take_back(self._by(haul.consignor.by(Role.OPERATOR)), haul.id, TakeBackManifest())

    def part(self, haul: Haul) -> None:
        """Thirty kilograms of the first drum are refused, which parts it; the rest is taken."""
        work = self._by(haul.receiver.by(Role.GATE))
        decided: list[GateLine] = []
        for line in lines_of(work, haul.id):
            refused = _REFUSED_G if not decided else 0
            decided.append(
                GateLine(
                    line_id=line.id,
                    accepted_g=(line.shipped_g or 0) - refused,
                    refused_g=refused,
                    method=haul.method(line.waste_code),
                    facility_id=haul.receiver.store_id,
                    dimensions=(Dimension.FORM,) if refused else (),
                    note="底部结块，分出退回" if refused else "",
                )
            )
        receive(work, haul.id, ReceiveLoad(lines=tuple(decided), reported_to=TOLD))
        work.session.flush()
        haul.receiver.stock += [
            Drum(line.accepted_container_id, line.waste_code, line.accepted_g or 0)
            for line in lines_of(work, haul.id)
            if line.accepted_container_id is not None
        ]

    def short(self, haul: Haul) -> None:
        """One drum did not arrive: the others are received, it is looked for."""
        lines = lines_of(self._by(haul.receiver.by(Role.GATE)), haul.id)
        decided = [
            GateLine(
                line_id=line.id,
                accepted_g=(line.shipped_g or 0) if place else 0,
                method=haul.method(line.waste_code),
                facility_id=haul.receiver.store_id,
                dimensions=() if place else (Dimension.QUANTITY,),
                note="" if place else "清点少一件，正在查找",
            )
            for place, line in enumerate(lines)
        ]
        data = ReceiveLoad(lines=tuple(decided), reported_to=TOLD)
        receive(self._by(haul.receiver.by(Role.GATE)), haul.id, data)

    def stray(self, haul: Haul) -> None:
        """A drum of the same yard that nobody put on the manifest is scanned too."""
        other = self.stage.chemists[0].drum(haul.consignor.wastes[0], days=3)
        self._leave(haul, [other.label])

    def unknown(self, haul: Haul) -> None:
        """A label that this system never printed."""
        self._leave(haul, [_NOBODYS])

    def _leave(self, haul: Haul, others: list[str]) -> None:
        driver = haul.carrier.by(Role.DRIVER)
        haul.trip_id = haul.road.trip(haul.carrier, self.stage.walk.today)
        sign(self._by(haul.consignor.by(Role.OPERATOR)), haul.id)
        self.scan(haul, ScanPlace.YARD, [*(drum.label for drum in haul.drums), *others], driver)
        hand_over(self._by(driver), haul.id, HandOver(trip_id=haul.trip_id))

    def scan(self, haul: Haul, place: ScanPlace, codes: list[str], actor: Actor) -> None:
        """Scan these codes, one after the other."""
        for position, code in enumerate(codes):
            nonce = f"demo-{haul.id.hex[-12:]}-{place.value}-{position}"
            data = ScanInput(nonce=nonce, code=code, place=place, manifest_id=haul.id)
            scan(self._by(actor), data)

    def incident(self, haul: Haul) -> None:
        """A drum leaks on the road; the carrier tells and opens a case."""
        work = self._by(haul.carrier.by(Role.DRIVER))
        m = incident(
            work,
            haul.id,
            IncidentManifest(
                place="杭甬复线沥海出口（示例）",
                what="一只桶桶盖松动，少量渗漏，已收集，车辆停驶等待换车",
                told="12369、移出人、接受人",
            ),
        )
        work.session.flush()
        open_by_hand(
            work,
            OpenCase(
                site_id=haul.carrier.site_id,
                kind=CaseKind.INCIDENT,
                title="运输途中渗漏",
                note="少量渗漏，已用吸附棉收集，未进入水体，车辆停在安全区",
                manifest_reference=m.reference,
            ),
        )

    def answer(self, haul: Haul) -> None:
        """The consignor says what happened."""
        self._answer(haul, haul.consignor.by(Role.OPERATOR), "已核查，系装桶时混入清洗液，已整改")

    def answer_gate(self, haul: Haul) -> None:
        self._answer(haul, haul.receiver.by(Role.GATE), "复核照片已上传，同意移出人的说明")

    def _answer(self, haul: Haul, actor: Actor, text: str) -> None:
        work = self._by(actor)
        for case in self._cases(work, haul):
            answer(work, case.id, AnswerCase(text=text))

    def close(self, haul: Haul) -> None:
        """The bureau closes by what happened since."""
        work = self._by(self.stage.cast.officer)
        for case in self._cases(work, haul):
            fact = facts_since(work, case)[-1]
            data = CloseCase(fact_id=fact.id, closing="不符已协商一致并接受，双方无异议，结案")
            close(work, case.id, data)

    def _cases(self, work: Work, haul: Haul) -> list[Case]:
        query = select(Case).where(Case.manifest_id == haul.id, Case.state != CaseState.CLOSED)
        return list(work.session.exec(query.order_by(col(Case.id))))

    def _by(self, actor: Actor) -> Work:
        return self.stage.walk.by(actor)
