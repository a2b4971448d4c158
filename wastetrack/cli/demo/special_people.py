"""Odd parties: who waits, who was turned down, who has no account, who asks for a seat."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from wastetrack.agreements.actions.amend_plan import amend_plan
from wastetrack.agreements.inputs import Attached, PlanAmendment, PlanLineTerms
from wastetrack.agreements.queries import plan_of
from wastetrack.agreements.terms import TransferType
from wastetrack.cli.demo.firms import Firm, T, add_wastes, usual_wastes
from wastetrack.cli.demo.hauls import Haul
from wastetrack.cli.demo.names import phone
from wastetrack.cli.demo.scans import scan
from wastetrack.cli.demo.special import Stage
from wastetrack.kernel.actor import Actor, Role
from wastetrack.kernel.errors import Refused
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.attach import attach
from wastetrack.manifests.actions.file import file
from wastetrack.manifests.inputs import AttachCopy
from wastetrack.parties.actions.reject_unit import reject_unit
from wastetrack.parties.inputs import Decision
from wastetrack.parties.queries import find_unit
from wastetrack.parties.terms import Band, UnitKind
from wastetrack.people.actions.deactivate import deactivate
from wastetrack.people.actions.invite import invite
from wastetrack.people.inputs import Invitation, Parting
from wastetrack.people.queries import active_seats

_BATTERY = "900-052-31"


@dataclass
class Parties:
    """Queues the odd parties and what they bring with them."""

    stage: Stage

    def open(self) -> None:
        walk = self.stage.walk
        walk.at(walk.ago(days=40), self.turned_down)
        walk.at(walk.ago(days=12), partial(self.waiting, "示例·盖北物流", UnitKind.CARRIER))
        walk.at(walk.ago(days=6), partial(self.waiting, "示例·驿亭精细化工", UnitKind.PRODUCER))
        walk.at(walk.ago(days=1), partial(self.waiting, "示例·沥东再生资源", UnitKind.DISPOSER))
        walk.at(walk.ago(days=30), self.seats)
        walk.at(walk.ago(days=24), self.batteries)
        walk.at(walk.ago(days=4), self.blocked)

    def waiting(self, name: str, kind: UnitKind) -> Firm:
        """A unit that the bureau has not looked at yet."""
        return self.stage.cast.registry.enrol(
            name, [kind], "330604112", industry="化工", expected=Band.OVER_100
        )

    def turned_down(self) -> None:
        firm = self.waiting("示例·某废料经营部", UnitKind.COLLECTOR)
        reason = Decision(reason="没有许可证，也没有试点批准文件，请取得后重新登记")
        reject_unit(self._by(self.stage.cast.officer), firm.unit_id, reason)

    def seats(self) -> None:
        """One who asks, one who is invited, one who left."""
        boss = self.stage.login_shop.firm.by()
        accounts = self.stage.cast.accounts
        unit = find_unit(self._by(boss), self.stage.login_shop.firm.unit_id)
        accounts.colleague(boss, phone(30), Role.OPERATOR)
        if unit is not None:
            accounts.joins(unit.credit_code, phone(31), Role.OPERATOR)
        work = self._by(boss)
        invite(work, boss.seats[0].unit_id, Invitation(role=Role.READER, phone=phone(32)))
        work.session.flush()
        left = active_seats(work, boss.seats[0].unit_id)[-1]
        deactivate(work, left.id, Parting(reason="已离职"))

    def batteries(self) -> None:
        """Batteries go to a recycler without account in the next county; the garage enters his part."""
        shop = self.stage.garages[0]
        firm, recycler = shop.firm, self.stage.cast.recycler
        add_wastes(self.stage.walk, firm, usual_wastes(self.stage.walk, "汽修", [_BATTERY]))
        waste = firm.wastes.pop()  # not for the collector
        # whoever has no account is stood in for by the other side
        recycler.people = dict.fromkeys(Role, firm.by())
        self.stage.cast.papers.contract(firm, recycler, [_BATTERY])
        self._amend(firm, _BATTERY, recycler, TransferType.PROVINCE, "R4")
        carrier = self.stage.cast.carriers[1]
        drums = [shop.drum(waste, days=30) for _ in range(2)]
        haul = Haul(self.stage.rounds.road, firm, recycler, carrier, drums)
        firm.routes[_BATTERY] = (recycler, "R4")
        steps = haul.days(self.stage.walk.today + timedelta(days=3))
        there = next(number for number, (_, act) in enumerate(steps) if act == haul.accept)
        steps.insert(there, (steps[there][0], lambda: self._signed(haul)))
        self.stage.walk.chain(steps)

    def _signed(self, haul: Haul) -> None:
        """The recycler's copy comes back with the driver."""
        page = self.stage.cast.files.put(scan("联单第三部分", "接受人签字", haul.receiver.name))
        copy = Attached(sha256=page.sha256, mime=page.mime, size=page.size, name="接受联.pdf")
        attach(self._by(haul.consignor.by()), haul.id, AttachCopy(file=copy))

    def blocked(self) -> None:
        """Filing to another province without an approval is refused; the draft waits for it."""
        shop = self.stage.chemists[0]
        firm, abroad = shop.firm, self.stage.cast.abroad
        waste = firm.wastes[0]
        self.stage.cast.papers.contract(firm, abroad, [waste.code])
        self._amend(firm, waste.code, abroad, TransferType.CROSS, "D10")
        drums = [shop.drum(waste, days=9) for _ in range(2)]
        haul = Haul(self.stage.rounds.road, firm, abroad, self.stage.cast.carriers[0], drums)
        haul.draft()
        work = self._by(firm.by())
        work.session.flush()
        with suppress(Refused):
            file(work, haul.id)

    def _amend(self, firm: Firm, code: str, to: Firm, transfer: TransferType, method: str) -> None:
        """One more line in the plan of the year."""
        work = self._by(firm.by())
        work.session.flush()
        found = plan_of(work, firm.site_id, self.stage.walk.today.year)
        if found is None:
            return
        plan, rows = found
        lines = [
            PlanLineTerms.model_validate(row.model_dump(include=set(PlanLineTerms.model_fields)))
            for row in rows
        ]
        lines.append(
            PlanLineTerms.model_validate(
                {
                    "waste_code": code,
                    "planned_g": 30 * T,
                    "transfer_type": transfer,
                    "receiver_kind": "permit",
                    "receiver_unit_id": to.unit_id,
                    "method": method,
                }
            )
        )
        today = self.stage.walk.today
        amend_plan(
            work,
            plan.id,
            PlanAmendment(number=plan.number, amended_on=today, reason="增加转移去向", lines=lines),
        )
        work.session.flush()

    def _by(self, actor: Actor) -> Work:
        return self.stage.walk.by(actor)
