"""Words of the hand-over room: places of scanning, verdicts, and the plain facts of comparing."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from uuid import UUID


class ScanPlace(StrEnum):
    YARD = "yard"
    GATE = "gate"


class Verdict(StrEnum):
    """What a scan turned out to be; the scan itself is a fact either way."""

    EXPECTED = "expected"
    DUPLICATE = "duplicate"
    EXTRA = "extra"  # of this consignor, but not on the manifest
    WRONG_UNIT = "wrong_unit"
    OLD_LABEL = "old_label"
    UNKNOWN = "unknown"
    NOT_SEALED = "not_sealed"


# a second scan after one of these is "already scanned"; the others may be mended and scanned again
COUNTED = frozenset({Verdict.EXPECTED, Verdict.EXTRA, Verdict.WRONG_UNIT})
STRAY = frozenset({Verdict.EXTRA, Verdict.WRONG_UNIT})


@dataclass(frozen=True, slots=True)
class ScanFact:
    """What is known of a scanned code at the moment of the scan."""

    known: bool
    scanned_version: int | None = None
    current_version: int = 1
    on_manifest: bool = False
    sealed: bool = True
    of_consignor: bool = False
    counted_before: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """One container that the manifest says is (or will be) on the vehicle."""

    line_id: UUID
    container_id: UUID
    number: int
    code: str
    waste_code: str
    waste_name: str
    grams: int


@dataclass(frozen=True, slots=True)
class Seen:
    """One scan as the comparison sees it, in the order in which it was made."""

    code: str
    container_id: UUID | None
    verdict: Verdict
    mass_g: int | None = None
    # the row behind it, when the person who looks may take it back
    mine: UUID | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """An expected container that was scanned; weighed grams where the scan brought some."""

    expected: Expected
    mass_g: int | None

    @property
    def grams(self) -> int:
        return self.expected.grams if self.mass_g is None else self.mass_g

    @property
    def difference_g(self) -> int:
        return self.grams - self.expected.grams


@dataclass(frozen=True, slots=True)
class Comparison:
    """Expected against scanned: count first, weight second."""

    expected: tuple[Expected, ...]
    matched: tuple[Match, ...]
    missing: tuple[Expected, ...]
    stray: tuple[Seen, ...]
    # codes that nobody here knows: told when the load is accepted, in the way of nothing
    unknown: tuple[Seen, ...] = ()

    @property
    def beside(self) -> tuple[Seen, ...]:
        """Everything that was scanned besides the expected."""
        return (*self.stray, *self.unknown)

    @property
    def same(self) -> bool:
        """Whether there is nothing to talk about: every drum, no other, and no other weight."""
        return not self.missing and not self.stray and not any(m.difference_g for m in self.matched)

    @property
    def begun(self) -> bool:
        return bool(self.matched or self.beside)

    @property
    def expected_g(self) -> int:
        return sum(item.grams for item in self.expected)

    @property
    def scanned_g(self) -> int:
        return sum(match.grams for match in self.matched)

    @property
    def difference_g(self) -> int:
        return self.scanned_g - self.expected_g


@dataclass(frozen=True, slots=True)
class Weighing:
    """The vehicle's net weight against what its manifests say, with what the scale may be off by."""

    net_g: int
    expected_g: int
    error_g: int

    @property
    def difference_g(self) -> int:
        return self.net_g - self.expected_g

    @property
    def within(self) -> bool:
        return abs(self.difference_g) <= self.error_g


@dataclass(frozen=True, slots=True)
class Decided:
    """What the receiver says of one line, as far as the comparison needs it."""

    expected: Expected
    accepted_g: int
    refused_g: int = 0
    dimensions: tuple[str, ...] = ()
    note: str = ""

    @property
    def difference_g(self) -> int:
        """Shipped = accepted + refused + recorded weighing difference (model.md §3)."""
        return self.expected.grams - self.accepted_g - self.refused_g


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of a case: what was shipped and what the receiver found."""

    number: int
    code: str
    waste_name: str
    shipped_g: int
    accepted_g: int | None = None
    refused_g: int | None = None
    difference_g: int | None = None
    dimensions: tuple[str, ...] = ()
    note: str = ""

    def told(self) -> dict[str, object]:
        """The line as the case keeps it; what is not known is left out."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in asdict(self).items()
            if value not in (None, "", ())
        }
