"""Words of the containers room: content, custody, booking, capacity of holding, and facts."""

from dataclasses import dataclass
from enum import StrEnum

from wastetrack.parties.terms import FacilityKind


class Content(StrEnum):
    """What is in it (model.md §4)."""

    BLANK = "blank"
    FILLING = "filling"
    SEALED = "sealed"
    EMPTIED = "emptied"
    MERGED = "merged"
    REPACKED = "repacked"
    TREATED = "treated"
    VOID = "void"


LIVE = frozenset({Content.FILLING, Content.SEALED, Content.EMPTIED})
ENDED = frozenset({Content.BLANK, Content.MERGED, Content.REPACKED, Content.TREATED, Content.VOID})


class Custody(StrEnum):
    """Where it is; the holder stands beside it in holder_unit_id and holder_site_id."""

    NONE = "none"
    IN_STORE = "in_store"
    ON_VEHICLE = "on_vehicle"
    AT_GATE = "at_gate"  # the carrier still holds
    SEIZED = "seized"
    MISSING = "missing"


class Booking(StrEnum):
    NONE = "none"
    REQUESTED = "requested"
    ON_LINE = "on_line"


class HeldAs(StrEnum):
    """In which capacity the holder holds it: decides which rule's clock runs (model.md §7)."""

    PRODUCER = "producer"
    OPERATOR = "operator"  # comprehensive permit: OP-1Y
    COLLECTION = "collection"  # 收集 permit: OP-90
    PILOT = "pilot"  # 小微 collector with storage right: PILOT-1Y
    PILOT_TEMPORARY = "pilot_temporary"  # 小微 collector without storage right: PILOT-TEMP
    TEMPORARY = "temporary"  # collector without storage right: OP-TEMP
    HOSPITAL = "hospital"  # MED-2D
    MEDICAL = "medical"  # medical disposer: MED-DISP
    MEDICAL_CHILLED = "medical_chilled"  # in a store below 5 °C: MED-DISP-COLD
    CARRIER = "carrier"  # on the road: no storage clock
    NOBODY = "nobody"


class MassSource(StrEnum):
    SCALE = "scale"
    TYPED = "typed"
    DECLARED = "declared"
    BRIDGE = "bridge"


class AmendmentKind(StrEnum):
    """What the bureau is asked to agree to: named like the move that follows."""

    CORRECT = "correct"
    IDENTIFY = "identify"
    VOID = "void"


class AmendmentState(StrEnum):
    WAITING = "waiting"
    APPROVED = "approved"
    RETURNED = "returned"


class Purpose(StrEnum):
    """What own treatment is for: the ending of the HJ 1259 batch prefix."""

    USE = "use"  # 利用: …LY
    DISPOSE = "dispose"  # 处置: …CZ


class Batch(StrEnum):
    """Prefixes of HJ 1259 batch codes (appendix B)."""

    PRODUCED = "HWCS"
    STORED = "HWRK"
    LEFT = "HWCK"
    OWN_USE = "HWZXLY"
    OWN_DISPOSAL = "HWZXCZ"
    OUTSIDE_USE = "HWWWLY"
    OUTSIDE_DISPOSAL = "HWWWCZ"


class LabelProof(StrEnum):
    """What a label's QR proves, without asking anybody."""

    GENUINE = "genuine"
    FORGED = "forged"  # whole, but not signed by the labels' key
    ALTERED = "altered"  # its parts do not belong together: damaged or changed
    UNSIGNED = "unsigned"  # a code typed by hand, or a label of before the signatures
    NOT_OURS = "not_ours"


@dataclass(frozen=True, slots=True)
class Standing:
    """The three independent things of one container at one moment."""

    content: Content
    custody: Custody
    booking: Booking


@dataclass(frozen=True, slots=True)
class Stored:
    """What stands, or is about to stand, in a store."""

    waste_code: str
    waste_name: str
    hazards: str


@dataclass(frozen=True, slots=True)
class StoreFact:
    """A store and its live mass with everything in it; the point's limit comes from the law row."""

    name: str
    kind: FacilityKind
    capacity_g: int | None
    mass_g: int
    point_limit_g: int | None = None
    point_basis: str = ""
    has_partitions: bool = False


@dataclass(frozen=True, slots=True)
class PartitionFact:
    """A marked part of a store: what may stand there and how much does."""

    name: str
    waste_codes: tuple[str, ...]
    hazards: str
    capacity_g: int | None
    mass_g: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A waste already in the store, and whether in the very same partition."""

    waste: Stored
    same_partition: bool
