"""Contracts, yearly plans and reports of the demo: what the gates of filing ask for."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial

from wastetrack.agreements.actions.add_contract import add_contract
from wastetrack.agreements.actions.add_plan import add_plan
from wastetrack.agreements.inputs import ContractTerms, PlanLineTerms, PlanTerms
from wastetrack.agreements.terms import LineKind, PriceBasis, ReceiverKind, TransferType
from wastetrack.cli.demo.firms import Firm, T
from wastetrack.cli.demo.walk import Walk
from wastetrack.deadlines.actions.file_report import file_report
from wastetrack.deadlines.inputs import FileReport
from wastetrack.deadlines.terms import RuleCode
from wastetrack.kernel.clock import local_day

_DUTIES = "移出人分类包装、张贴标签；接受人按许可证贮存、利用处置，并告知结果。"
_BY_KIND = {"collector": PriceBasis.SUBSIDISED, "disposer": PriceBasis.PER_TONNE}


class Papers:
    """Numbers the documents and files them in the name of their unit."""

    def __init__(self, walk: Walk) -> None:
        self.walk, self._contracts, self._plans, self._reports = walk, 0, 0, 0

    def contract(self, firm: Firm, receiver: Firm, codes: Iterable[str]) -> None:
        """A contract of four years between the two."""
        self._contracts += 1
        today = self.walk.today
        basis = _BY_KIND["collector" if "collector" in receiver.kinds else "disposer"]
        priced = basis is PriceBasis.PER_TONNE
        add_contract(
            self.walk.by(firm.by()),
            ContractTerms(
                consignor_unit_id=firm.unit_id,
                receiver_unit_id=receiver.unit_id,
                number=f"示例HT{today.year}-{self._contracts:04d}",
                codes=sorted(set(codes)),
                price_basis=basis,
                price_fen=self.walk.chance.randrange(1_500, 3_800, 100) * 100 if priced else None,
                duties=_DUTIES,
                signed_on=today,
                valid_from=today,
                valid_to=today + timedelta(days=4 * 365),
            ),
        )

    def contracts(self, firm: Firm) -> None:
        """One contract with each receiver of the firm's wastes."""
        codes: dict[str, list[str]] = {}
        named: dict[str, Firm] = {}
        for code, (receiver, _) in firm.routes.items():
            codes.setdefault(receiver.name, []).append(code)
            named[receiver.name] = receiver
        for name, wanted in codes.items():
            self.contract(firm, named[name], wanted)

    def plan(self, firm: Firm, year: int, tonnes: int, *, store_t: int = 0) -> None:
        """The plan of a year with a line for each waste (HJ 1259 A.7), and A.4 where stock is planned."""
        self._plans += 1
        lines = [
            PlanLineTerms(
                waste_code=code,
                planned_g=tonnes * T,
                transfer_type=TransferType.PROVINCE,
                receiver_kind=ReceiverKind.PERMIT,
                receiver_unit_id=receiver.unit_id,
                method=method,
            )
            for code, (receiver, method) in firm.routes.items()
        ] or [
            PlanLineTerms(kind=LineKind.PRODUCE, waste_code=waste.code, planned_g=tonnes * T)
            for waste in firm.wastes
        ]
        if store_t:
            lines += [
                PlanLineTerms(kind=LineKind.STORE, waste_code=code, planned_g=store_t * T)
                for code in firm.routes
            ]
        add_plan(
            self.walk.by(firm.by()),
            PlanTerms(
                site_id=firm.site_id,
                year=year,
                number=f"示例GL{year}-{self._plans:04d}",
                filed_on=self.walk.today,
                lines=lines,
            ),
        )

    def plans(self, firm: Firm, tonnes: int, *, store_t: int = 0) -> None:
        """This year's plan now, each later one in the December before it."""
        self.plan(firm, self.walk.today.year, tonnes, store_t=store_t)
        for year in range(self.walk.today.year + 1, self.walk.present.year + 2):
            day = date(year - 1, 12, self.walk.chance.randint(8, 22))
            moment = self.walk.day_at(day, 10, self.walk.chance.randrange(60))
            # a unit that entered after that day files at once
            moment = max(moment, self.walk.now)
            self.walk.at(moment, partial(self.plan, firm, year, tonnes, store_t=store_t))

    def report(self, firm: Firm, rule: RuleCode, period: str) -> None:
        """The receipt of a report; a firm that entered after the period has none to file."""
        self._reports += 1
        number = f"示例HZ{self.walk.today:%Y%m}-{self._reports:04d}"
        file_report(
            self.walk.by(firm.by()),
            firm.site_id,
            rule,
            period,
            FileReport(number=number, filed_on=self.walk.today),
        )

    def yearly(self, firm: Firm) -> None:
        """The report of every year since the firm entered, some day in March."""
        for year in range(firm.since.year + 1, self.walk.present.year + 1):
            day = date(year, 3, self.walk.chance.randint(14, 28))
            self.walk.at(
                self.walk.day_at(day, 14, self.walk.chance.randrange(60)),
                partial(self.report, firm, RuleCode.RPT_Y, str(year - 1)),
            )

    def monthly(self, firm: Firm, *, quarterly: bool = False) -> None:
        """The reports of every month or quarter since the firm entered, each before the 15th."""
        first = local_day(self.walk.present).replace(day=1)
        while (last := first - timedelta(days=1)) >= firm.since:
            if not quarterly or last.month % 3 == 0:
                name = f"{last.year}-Q{last.month // 3}" if quarterly else f"{last:%Y-%m}"
                moment = self.walk.day_at(first.replace(day=self.walk.chance.randint(3, 12)), 15)
                self.walk.at(moment, partial(self.report, firm, RuleCode.RPT, name))
            first = last.replace(day=1)
