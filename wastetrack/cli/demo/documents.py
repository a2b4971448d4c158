"""Permits, vehicles and crews of the demo, with the dates on which they end."""

from collections.abc import Sequence
from datetime import timedelta

from wastetrack import words
from wastetrack.cli.demo.firms import Crewed, Firm, T
from wastetrack.cli.demo.names import phone, plate
from wastetrack.cli.demo.scans import scan
from wastetrack.cli.demo.walk import Walk
from wastetrack.kernel.actor import Actor, Role
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.files import FileStore
from wastetrack.parties.actions.add_crew import add_crew
from wastetrack.parties.actions.add_licence import add_licence
from wastetrack.parties.actions.add_vehicle import add_vehicle
from wastetrack.parties.actions.approve_licence import approve_licence
from wastetrack.parties.actions.keep_file import keep_file
from wastetrack.parties.actions.return_licence import return_licence
from wastetrack.parties.inputs import CrewInput, Decision, LicenceInput, VehicleInput
from wastetrack.parties.model import Licence
from wastetrack.parties.terms import CrewKind, LicenceKind, Mode

ISSUER = "某市生态环境局（示例）"
# how long the papers of the vehicles still run, one after the other: one has run out, one soon will
_ENDS = (260, 700, 480, 25, 640, -20)


class Documents:
    """Numbers them and files them in the name of their unit."""

    def __init__(self, walk: Walk, files: FileStore) -> None:
        self.walk, self.files, self._count, self._vehicles = walk, files, 0, 0

    def transport(self, firm: Firm, officer: Actor) -> None:
        """The licence a carrier drives under, checked."""
        self._count += 1
        kind, number = LicenceKind.TRANSPORT, f"示例运证{self._count:04d}"
        row = self.licence(firm, kind, number, codes=(), modes=[], tonnes=0, days_left=800)
        self.check(row, officer)

    def licence(
        self,
        firm: Firm,
        kind: LicenceKind,
        number: str,
        *,
        codes: Sequence[str],
        modes: list[Mode],
        tonnes: int,
        days_left: int,
        stores: bool = True,
    ) -> Licence:
        """A licence that ends so many days after the present (before it: an expired one)."""
        ends = local_day(self.walk.present) + timedelta(days=days_left)
        work = self.walk.by(firm.by())
        page = self.files.put(scan(words.label("zh-CN", kind), number, firm.name))
        return add_licence(
            work,
            firm.unit_id,
            LicenceInput(
                kind=kind,
                number=number,
                issuer=ISSUER,
                codes=list(codes),
                modes=modes,
                annual_scale_g=tonnes * T if tonnes else None,
                storage_right=stores,
                valid_from=min(self.walk.today, ends) - timedelta(days=200),
                valid_to=ends,
                file_sha256=keep_file(work, page, f"{number}.pdf", firm.unit_id).sha256,
            ),
            site_id=firm.site_id,
        )

    def renewals(self, firms: Sequence[Firm], officer: Actor) -> None:
        """Renewed transport licences that do not count yet: one waits, one was returned."""
        kind, rows = LicenceKind.TRANSPORT, []
        for firm in firms:
            self._count += 1
            number = f"示例运证{self._count:04d}（换证）"
            rows.append(
                self.licence(firm, kind, number, codes=(), modes=[], tonnes=0, days_left=1600)
            )
        work = self.walk.by(officer)
        work.session.flush()
        return_licence(work, rows[-1].id, Decision(reason="证书编号与文件不一致"))

    def check(self, row: Licence, officer: Actor) -> None:
        """The bureau compares the licence with its document."""
        work = self.walk.by(officer)
        work.session.flush()
        approve_licence(work, row.id)

    def fleet(self, firm: Firm, vehicles: int) -> None:
        """Vehicles, each with a driver and an escort."""
        work = self.walk.by(firm.by(Role.DISPATCHER))
        for _ in range(vehicles):
            left = _ENDS[self._vehicles % len(_ENDS)]
            self._vehicles += 1
            number = self._vehicles
            ends = local_day(self.walk.present) + timedelta(days=left)
            vehicle = add_vehicle(
                work,
                firm.unit_id,
                VehicleInput(
                    plate=plate(number),
                    permit_no=f"示例道运{number:05d}",
                    permit_valid_to=ends,
                    load_g=12 * T,
                ),
            )
            pair = []
            for kind, post in ((CrewKind.DRIVER, "驾驶员"), (CrewKind.ESCORT, "押运员")):
                driver = firm.people.get(Role.DRIVER) if kind is CrewKind.DRIVER else None
                data = CrewInput(
                    kind=kind,
                    name=f"{post}{number:02d}",
                    phone=phone(3000 + number),
                    qualification_no=f"示例资格{number:05d}{kind.value[0].upper()}",
                    qualification_valid_to=ends + timedelta(days=30),
                )
                user_id = driver.user_id if driver else None
                pair.append(add_crew(work, firm.unit_id, data, user_id=user_id))
                work.session.flush()
            # a vehicle without papers stays in the yard
            if left > 0:
                firm.fleet.append(Crewed(vehicle.id, pair[0].id, pair[1].id))
