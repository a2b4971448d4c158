"""What the sheets beside a manifest say: mismatch, corrections, voiding, return, as plain values."""

from dataclasses import dataclass
from datetime import datetime

from wastetrack.access.policy import Position
from wastetrack.cases.terms import CaseState
from wastetrack.containers.terms import AmendmentKind, AmendmentState
from wastetrack.manifests.terms import Decision, Dimension, State


@dataclass(frozen=True, slots=True)
class SheetHead:
    """Which transfer a sheet belongs to."""

    reference: str
    official_number: str
    provincial_number: str
    paper_number: str
    state: State
    consignor: str
    carriers: tuple[str, ...]
    receiver: str
    handed_over_at: datetime | None
    departed_at: datetime | None
    arrived_at: datetime | None
    received_at: datetime | None
    qr_text: str = ""
    """The address of the manifest here, for those who may read it."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One container with every quantity that was ever said of it; the wastes as the consignor declared them."""

    number: int
    code: str
    waste_name: str
    waste_code: str
    hazards: str
    form: str
    packaging: str
    planned_g: int
    shipped_g: int | None
    accepted_g: int | None
    refused_g: int | None
    difference_g: int | None
    decision: Decision
    dimensions: tuple[Dimension, ...]
    note: str
    refused_code: str = ""
    """The container that goes back, where a partial refusal split it off."""
    way_back: Decision | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a party stated, as the trail keeps it: event kind, words, who and when."""

    kind: str
    text: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AuthorityReport:
    """The report of a mismatch or refusal to the receiving place's authority (部令23 §18)."""

    number: str
    """Our own: the authority's receipt number is written by hand."""
    to: str
    at: datetime
    who: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class CaseFact:
    """The case that both parties were asked in."""

    title: str
    state: CaseState
    opened_at: datetime
    basis: str
    closed_at: datetime | None
    closing: str


@dataclass(frozen=True, slots=True)
class DiscrepancySheet:
    """差异单: shipped against received."""

    head: SheetHead
    lines: tuple[SheetLine, ...]
    stray: tuple[str, ...]
    said: tuple[Said, ...]
    reports: tuple[AuthorityReport, ...]
    cases: tuple[CaseFact, ...]


@dataclass(frozen=True, slots=True)
class Consent:
    """One answer to what was proposed."""

    who: str
    positions: tuple[Position, ...]
    at: datetime
    agreed: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One corrected field of the form, with both values."""

    title: str
    about: str
    before: str
    after: str
    before_g: int | None
    after_g: int | None
    reason: str
    asked_by: str
    asked_at: datetime
    needs: tuple[Position, ...]
    consents: tuple[Consent, ...]
    applied_at: datetime | None
    rejected_at: datetime | None


@dataclass(frozen=True, slots=True)
class Amended:
    """A container's own record, amended with an officer's approval while it stood on this manifest."""

    code: str
    kind: AmendmentKind
    state: AmendmentState
    changes: tuple[tuple[str, str, str], ...]
    """Column, before, after; grams as numbers in text."""
    reason: str
    asked_by: str
    asked_at: datetime
    decided_by: str
    decided_at: datetime | None
    answer: str


@dataclass(frozen=True, slots=True)
class CorrectionSheet:
    """更正单: what was changed after departure, and who agreed."""

    head: SheetHead
    changes: tuple[FieldChange, ...]
    amended: tuple[Amended, ...]
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True)
class VoidSheet:
    """作废单 or 撤销单: why it ended without a transfer, and where its containers stand."""

    head: SheetHead
    annulled: bool
    reason: str
    consents: tuple[Consent, ...]
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True)
class ReturnSheet:
    """退回单: what was refused, why, and its way back."""

    head: SheetHead
    lines: tuple[SheetLine, ...]
    reason: str
    refused_by: str
    refused_at: datetime | None
    reports: tuple[AuthorityReport, ...]
    orders: tuple[Said, ...]
    taken_back: tuple[Said, ...]
