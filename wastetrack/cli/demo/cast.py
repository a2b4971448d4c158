"""The professionals of the demo: bureau, collectors, carriers, disposers, hospital, with their permits."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from wastetrack.catalog.terms import TemplateFact
from wastetrack.cli.demo.documents import ISSUER, Documents
from wastetrack.cli.demo.firms import Firm, Registry, add_store, add_wastes, usual_wastes
from wastetrack.cli.demo.names import TRADES, credit_code, phone
from wastetrack.cli.demo.papers import Papers
from wastetrack.cli.demo.people import DISPATCHER, DRIVER, GATE, Accounts
from wastetrack.cli.demo.walk import Walk
from wastetrack.kernel.actor import Actor, Role
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.files import FileStore
from wastetrack.parties.actions.add_outside import add_outside
from wastetrack.parties.actions.approve_unit import approve_unit
from wastetrack.parties.inputs import OutsideParty
from wastetrack.parties.queries import sites_of_units
from wastetrack.parties.terms import FacilityKind, LicenceKind, Mode, UnitKind

K, M = UnitKind, Mode
OIL = ("HW08", "HW09")
BURNT = ("HW01", "HW06", "HW08", "HW11", "HW12", "HW13", "HW16", "HW17", "HW18", "HW34", "HW49")
SMALL = ("HW06", "HW08", "HW09", "HW12", "HW13", "HW16", "HW29", "HW49")
_DREGS = TemplateFact("其他", "900-213-08", "再生残渣", "semi_solid", "drum", 200)
_ASH = TemplateFact("其他", "772-003-18", "焚烧残渣、飞灰", "solid", "bag", 1000)


def method_of(code: str) -> str:
    """How a disposer of the demo treats a waste: oil is re-refined, acids and sludge are treated wet."""
    if code[-2:] in {"08", "09"}:
        return "R9"
    if code[-2:] == "01":
        return "Y10"
    return "D9" if code[-2:] in {"17", "34"} else "D10"


@dataclass
class Cast:
    """Everybody a workshop deals with, and how each is made."""

    walk: Walk
    registry: Registry
    accounts: Accounts
    papers: Papers
    files: FileStore
    bureau: dict[Role, Actor] = field(default_factory=dict)
    collectors: list[Firm] = field(default_factory=list)
    carriers: list[Firm] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.documents = Documents(self.walk, self.files)

    @property
    def officer(self) -> Actor:
        return self.bureau[Role.OFFICER]

    def gather(self) -> None:
        """Everybody in order: the bureau first, since it approves the others."""
        self.bureau = self.accounts.bureau()
        self.oil = self._disposer("示例·曹娥油品再生厂", "330604002", M.USE, number=11, tonnes=30)
        self.oil.people[Role.GATE] = self.accounts.colleague(self.oil.by(), GATE, Role.GATE)
        self.burner = self._disposer(
            "示例·杭州湾综合处置中心（焚烧）", "330604112", M.DISPOSE, number=12, tonnes=400
        )
        for plant, waste in ((self.oil, _DREGS), (self.burner, _ASH)):
            add_wastes(self.walk, plant, [waste])
            self.papers.plans(plant, 200)
        self.collectors = [
            self._collector("示例·舜江小微收集站", "330604001", number=13, codes=SMALL),
            self._collector("示例·崧厦集运点", "330604007", number=14, codes=SMALL, stores=False),
            self._collector("示例·章镇废油收集站", "330604104", number=15, codes=("HW08",)),
        ]
        first = self.collectors[0]
        first.people[Role.DISPATCHER] = self.accounts.colleague(
            first.by(), DISPATCHER, Role.DISPATCHER
        )
        first.people[Role.DRIVER] = self.accounts.colleague(first.by(), DRIVER, Role.DRIVER)
        for collector in self.collectors:
            self.documents.fleet(collector, 1)
        self.carriers = [
            self._carrier("示例·虞东危货运输", "330604109", 16),
            self._carrier("示例·沥海危货运输", "330604111", 17),
        ]
        self.documents.renewals(self.carriers, self.officer)
        self.hospital = self._hospital()
        self.recycler = self._outside("示例·邻县铅再生厂", "330602", ("HW31",), [M.USE])
        self.abroad = self._outside("示例·外省焚烧厂", "320509", ("HW11", "HW06"), [M.DISPOSE])

    def _outside(self, name: str, county: str, codes: Sequence[str], modes: list[Mode]) -> Firm:
        """A party without account, entered by the bureau from number and file."""
        self.registry.numbers += 1
        today = local_day(self.walk.present)
        work = self.walk.by(self.officer)
        unit = add_outside(
            work,
            OutsideParty(
                credit_code=credit_code(self.registry.numbers),
                name=name,
                phone=phone(1000 + self.registry.numbers),
                kinds=[K.DISPOSER],
                division_code=county,
                address="示例工业园 1 号",
                licence_kind=LicenceKind.COMPREHENSIVE,
                licence_number=f"示例外证{self.registry.numbers:04d}",
                licence_issuer=ISSUER,
                licence_codes=list(codes),
                licence_modes=[M.COLLECT, M.STORE, *modes],
                licence_from=today - timedelta(days=900),
                licence_to=today + timedelta(days=900),
            ),
            invented=True,
        )
        work.session.flush()
        site = sites_of_units(work, [unit.id])[0]
        return Firm(unit.id, site.id, name, tuple(unit.kinds), self.walk.today)

    def _licensed(self, name: str, kinds: list[UnitKind], town: str, number: int) -> Firm:
        """A professional registers, waits, and is approved."""
        unit, admin = self.accounts.founder(name, kinds, phone(number))
        firm = self.registry.settle(unit, town)
        firm.people[Role.ADMIN] = admin
        approve_unit(self.walk.by(self.officer), firm.unit_id)
        return firm

    def _disposer(self, name: str, town: str, way: Mode, *, number: int, tonnes: int) -> Firm:
        firm = self._licensed(name, [K.DISPOSER], town, number)
        firm.store_id = add_store(
            self.walk, firm, FacilityKind.STORE, 60 + tonnes, name="危废暂存库"
        )
        firm.furnace_id = add_store(
            self.walk, firm, FacilityKind.TREATMENT, 0, name="利用处置生产线", code="TS002"
        )
        permit = self.documents.licence(
            firm,
            LicenceKind.COMPREHENSIVE,
            f"示例证33060{number:05d}",
            codes=OIL if way is M.USE else BURNT,
            modes=[M.COLLECT, M.STORE, way],
            tonnes=tonnes * 60,
            days_left=1400,
        )
        self.documents.check(permit, self.officer)
        return firm

    def _collector(
        self, name: str, town: str, *, number: int, codes: Sequence[str], stores: bool = True
    ) -> Firm:
        """A collector of everything small holds a pilot approval, one of garage oil a statutory permit."""
        firm = self._licensed(name, [K.COLLECTOR, K.CARRIER], town, number)
        place = "危废收集库" if stores else "临时卸放点"
        firm.store_id = add_store(self.walk, firm, FacilityKind.STORE, 80, name=place)
        pilot = codes is SMALL
        # the pilot ended in 2025: what follows it is a field to fill
        text = f"示例试点〔2024〕0{number - 12}号（后续文件：待填）"
        papers = (
            [(text, 700)] if pilot else [("示例收证330604-00", -420), ("示例收证330604-01", 36)]
        )
        for paper, days_left in papers:
            permit = self.documents.licence(
                firm,
                LicenceKind.PILOT if pilot else LicenceKind.COLLECTION,
                paper,
                codes=codes,
                modes=[M.COLLECT, M.STORE],
                tonnes=2000 if pilot else 900,
                days_left=days_left,
                stores=stores,
            )
            self.documents.check(permit, self.officer)
        self.documents.transport(firm, self.officer)
        for waste, disposer in self._outlets(codes).items():
            firm.routes[waste] = (disposer, method_of(waste))
        self.papers.contracts(firm)
        self.papers.plans(firm, 400)
        return firm

    def _outlets(self, codes: Sequence[str]) -> dict[str, Firm]:
        """Where each waste that a collector takes goes in the end."""
        wastes = dict.fromkeys(code for trade in TRADES for code in trade.codes)
        return {
            code: self.oil if f"HW{code[-2:]}" in OIL else self.burner
            for code in wastes
            if f"HW{code[-2:]}" in codes
        }

    def _carrier(self, name: str, town: str, number: int) -> Firm:
        firm = self._licensed(name, [K.CARRIER], town, number)
        self.documents.transport(firm, self.officer)
        self.documents.fleet(firm, 2)
        return firm

    def _hospital(self) -> Firm:
        firm = self.registry.enrol(
            "示例·上虞某医院",
            [K.PRODUCER],
            "330604001",
            industry="医院",
            prefix="12",
            is_hospital=True,
        )
        self.clinic(firm)
        return firm

    def clinic(self, firm: Firm) -> None:
        """A store for two days, and the medical wastes with their way to the burner."""
        codes = ("841-001-01", "841-002-01", "841-005-01")
        firm.store_id = add_store(self.walk, firm, FacilityKind.STORE, 3, name="医疗废物暂存间")
        add_wastes(self.walk, firm, usual_wastes(self.walk, "医院", codes))
        firm.routes = {w.code: (self.burner, method_of(w.code)) for w in firm.wastes}
        self.papers.contracts(firm)
        self.papers.plans(firm, 60)
