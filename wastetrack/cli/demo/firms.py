"""A unit of the demo as the walk knows it, and how one is enrolled with site, stores and wastes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from wastetrack.catalog.queries import divisions, industry_templates
from wastetrack.catalog.terms import TemplateFact
from wastetrack.cli.demo.names import credit_code, phone
from wastetrack.cli.demo.walk import Walk
from wastetrack.kernel.actor import NOBODY, Actor, Role, Seat
from wastetrack.parties.actions.add_facility import add_facility
from wastetrack.parties.actions.add_site import add_site
from wastetrack.parties.actions.add_stream import add_stream
from wastetrack.parties.actions.enrol_unit import enrol_unit
from wastetrack.parties.inputs import Enrolment, FacilityInput, SiteInput, StreamInput
from wastetrack.parties.model import Unit
from wastetrack.parties.terms import Band, FacilityKind, Packaging, StreamForm, UnitKind

# people are named by their post
POSTS = {
    Role.ADMIN: "经办人",
    Role.OPERATOR: "经办人",
    Role.DISPATCHER: "调度",
    Role.DRIVER: "驾驶员",
    Role.GATE: "地磅员",
    Role.OFFICER: "执法人员甲",
    Role.HEAD: "负责人",
    Role.LEGAL: "法制审核员",
    Role.AUDITOR: "审计员",
    Role.SECURITY_ADMIN: "安全管理员",
    Role.SYSTEM_ADMIN: "系统管理员",
}
MEASURES = "围堵泄漏，用吸附棉和砂土收集，疏散人员，并报告生态环境部门"
T = 1_000_000


@dataclass(frozen=True, slots=True)
class Waste:
    """A waste on a site's cards."""

    stream_id: UUID
    code: str
    packaging: Packaging
    volume_l: int


@dataclass(slots=True, eq=False)
class Drum:
    """A sealed container as the walk remembers it; `kept` ones are never fed, so that clocks run out."""

    id: UUID
    code: str
    grams: int
    kept: bool = False
    since: datetime | None = None  # at its present holder
    label: str = ""  # its human code


@dataclass(frozen=True, slots=True)
class Crewed:
    """A vehicle with its driver and escort."""

    vehicle_id: UUID
    driver_id: UUID
    escort_id: UUID


@dataclass(slots=True, eq=False)
class Firm:
    """A unit with one site."""

    unit_id: UUID
    site_id: UUID
    name: str
    kinds: tuple[str, ...]
    since: date
    people: dict[Role, Actor] = field(default_factory=dict)
    store_id: UUID | None = None
    furnace_id: UUID | None = None
    wastes: list[Waste] = field(default_factory=list)
    fleet: list[Crewed] = field(default_factory=list)
    stock: list[Drum] = field(default_factory=list)
    # where each waste goes: code → (receiver, method)
    routes: dict[str, tuple["Firm", str]] = field(default_factory=dict)

    def by(self, role: Role = Role.ADMIN) -> Actor:
        """The person at this post; a unit without accounts acts by its post alone."""
        return self.people.get(role) or seated(self.unit_id, self.name, role, self.kinds)

    def waste(self, code: str) -> Waste:
        return next(waste for waste in self.wastes if waste.code == code)


def seated(unit_id: UUID, name: str, role: Role, kinds: Sequence[str]) -> Actor:
    """Somebody at a post without an account."""
    authority = UnitKind.AUTHORITY in kinds
    seat = Seat(unit_id, name, role, authority=authority, kinds=tuple(kinds))
    return Actor(user_id=None, name=POSTS[role], seats=(seat,))


@dataclass(slots=True)
class Registry:
    """Hands out codes, phones and points, so that no two units share one."""

    walk: Walk
    numbers: int = 0
    streets: int = 0

    def enrolment(
        self,
        name: str,
        kinds: Sequence[UnitKind],
        *,
        industry: str = "其他",
        expected: Band = Band.UNDER_10,
        prefix: str = "91",
    ) -> Enrolment:
        self.numbers += 1
        return Enrolment(
            credit_code=credit_code(self.numbers, prefix),
            phone=phone(1000 + self.numbers),
            name=name,
            kinds=list(kinds),
            industry=industry,
            expected=expected,
        )

    def enrol(
        self,
        name: str,
        kinds: Sequence[UnitKind],
        town: str,
        *,
        industry: str = "其他",
        expected: Band = Band.UNDER_10,
        prefix: str = "91",
        is_hospital: bool = False,
    ) -> Firm:
        """A unit that entered without an account, and its site."""
        data = self.enrolment(name, kinds, industry=industry, expected=expected, prefix=prefix)
        unit = enrol_unit(self.walk.by(NOBODY), data, invented=True)
        self.walk.by(NOBODY).session.flush()
        return self.settle(unit, town, is_hospital=is_hospital)

    def settle(self, unit: Unit, town: str, *, is_hospital: bool = False) -> Firm:
        """Give a unit its site at an invented point near its town."""
        actor = seated(unit.id, unit.name, Role.ADMIN, unit.kinds)
        work = self.walk.by(actor)
        here = next(row for row in divisions(work) if row.code == town)
        known = here.lon is not None and here.lat is not None
        self.streets += 1
        chance = self.walk.chance
        address = f"绍兴市上虞区{here.name}示例路 {self.streets} 号"
        site = add_site(
            work,
            unit.id,
            SiteInput(
                name=unit.name,
                division_code=town,
                address=address if known else f"{address}（坐标为演示虚构）",
                longitude=round((here.lon or 120.93) + chance.uniform(-0.012, 0.012), 5),
                latitude=round((here.lat or 29.98) + chance.uniform(-0.012, 0.012), 5),
                emergency_phone=unit.phone,
                emergency_measures=MEASURES,
                is_hospital=is_hospital,
            ),
        )
        work.session.flush()
        return Firm(unit.id, site.id, unit.name, tuple(unit.kinds), self.walk.today)


def add_store(
    walk: Walk, firm: Firm, kind: FacilityKind, tonnes: int, *, name: str, code: str = "TS001"
) -> UUID:
    """A store, or where waste is treated."""
    data = FacilityInput(
        code=code,
        name=name,
        kind=kind,
        capacity_g=tonnes * T if tonnes else None,
        # a post, not a person: the demo invents no names
        keeper="危废管理岗",
    )
    row = add_facility(walk.by(firm.by()), firm.site_id, data)
    return row.id


def add_wastes(walk: Walk, firm: Firm, templates: Sequence[TemplateFact]) -> None:
    """Wastes on the site's cards."""
    for fact in templates:
        packaging = Packaging(fact.packaging)
        row = add_stream(
            walk.by(firm.by()),
            firm.site_id,
            StreamInput(
                waste_code=fact.waste_code,
                common_name=fact.common_name,
                form=StreamForm(fact.form),
                packaging=packaging,
                volume_l=fact.volume_l,
            ),
        )
        walk.by(firm.by()).session.flush()
        firm.wastes.append(Waste(row.id, fact.waste_code, packaging, fact.volume_l))


def usual_wastes(walk: Walk, industry: str, codes: Sequence[str]) -> list[TemplateFact]:
    """The trade's usual wastes, of these codes."""
    rows = industry_templates(walk.by(NOBODY), industry)
    return [row for row in rows if row.waste_code in codes]
