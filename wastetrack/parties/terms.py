"""Words of the parties room: kinds, states, classes and plain facts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class UnitKind(StrEnum):
    PRODUCER = "producer"
    COLLECTOR = "collector"
    CARRIER = "carrier"
    DISPOSER = "disposer"
    AUTHORITY = "authority"


class UnitState(StrEnum):
    """A rejected unit opens no new container; existing ones may move (model.md §6)."""

    PENDING = "pending"
    ACTIVE = "active"
    REJECTED = "rejected"
    OUTSIDE = "outside"  # a party outside the district: entered from number and file, no account


class ManagementClass(StrEnum):
    """HJ 1259-2022 §4.2, counted per production site."""

    KEY = "key"  # 重点监管
    SIMPLE = "simple"  # 简化管理
    REGISTERED = "registered"  # 登记管理


class FacilityKind(StrEnum):
    """GB 18597-2023 §4.1 with the storage point of §8.3."""

    STORE = "store"  # 贮存库
    YARD = "yard"  # 贮存场
    POOL = "pool"  # 贮存池
    TANKS = "tanks"  # 贮存罐区
    POINT = "point"  # 贮存点
    PRODUCTION = "production"  # 生产设施 (generates waste)
    TREATMENT = "treatment"  # 利用处置设施


class LicenceKind(StrEnum):
    COMPREHENSIVE = "comprehensive"  # 综合经营许可证
    COLLECTION = "collection"  # 收集许可证 (garage oil, Ni-Cd)
    PILOT = "pilot"  # 试点/地方批准 (小微收集)
    TRANSPORT = "transport"  # 道路危险货物运输经营许可证
    EXEMPT = "exempt"  # 豁免/点对点 plan


class LicenceState(StrEnum):
    """Where the bureau's check of a licence stands: only a checked one opens a gate."""

    WAITING = "waiting"  # 待核对
    CHECKED = "checked"
    RETURNED = "returned"
    MERGED = "merged"  # a version whose particulars went into its licence


class Mode(StrEnum):
    """What a permit lets its holder do with the waste."""

    COLLECT = "collect"
    STORE = "store"
    USE = "use"
    DISPOSE = "dispose"


class CrewKind(StrEnum):
    DRIVER = "driver"
    ESCORT = "escort"  # 押运员


class StreamForm(StrEnum):
    SOLID = "solid"
    SEMI_SOLID = "semi_solid"
    LIQUID = "liquid"
    GAS = "gas"
    OTHER = "other"


class Packaging(StrEnum):
    DRUM = "drum"
    BAG = "bag"
    BOX = "box"
    IBC = "ibc"
    TANK = "tank"
    LOOSE = "loose"
    OTHER = "other"


class Band(StrEnum):
    """Expected hazardous waste a year, as a person can answer it at registration."""

    UNDER_10 = "under_10"
    UNDER_100 = "under_100"
    OVER_100 = "over_100"

    @property
    def grams(self) -> int:
        """The lower end of the band: every threshold stands exactly on one."""
        return {"under_10": 0, "under_100": 10_000_000, "over_100": 100_000_000}[self.value]


class DocumentState(StrEnum):
    """How a permit, a vehicle's or a person's document stands on a day."""

    VALID = "valid"
    SOON = "soon"
    EXPIRED = "expired"
    ENDED = "ended"


PERMITS = frozenset({LicenceKind.COMPREHENSIVE, LicenceKind.COLLECTION, LicenceKind.PILOT})
# permits whose one-year storage limit their issuer may extend, Code §535(3)
EXTENDABLE = frozenset({LicenceKind.COMPREHENSIVE})
STORES = frozenset(
    {
        FacilityKind.STORE,
        FacilityKind.YARD,
        FacilityKind.POOL,
        FacilityKind.TANKS,
        FacilityKind.POINT,
    }
)


@dataclass(frozen=True, slots=True)
class LicenceFacts:
    """A licence as other rooms judge it."""

    id: UUID
    unit_id: UUID
    site_id: UUID | None
    kind: LicenceKind
    number: str
    codes: tuple[str, ...]
    modes: tuple[str, ...]
    annual_scale_g: int | None
    storage_right: bool
    valid_from: date
    valid_to: date
    ended_on: date | None = None
    storage_extended_to: date | None = None
    checked: bool = False


@dataclass(frozen=True, slots=True)
class ClassFacts:
    """What decides the class of a site: its yearly mass, own treatment, a permit."""

    annual_g: int
    own_treatment: bool = False
    permit: bool = False
