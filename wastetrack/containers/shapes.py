"""Decides what of a container is shown outside its room: label (HJ 1276), stranger's card, stock."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from wastetrack.containers.model import Amendment, Container
from wastetrack.containers.terms import Content, HeldAs, LabelProof
from wastetrack.parties.model import Facility


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """Everything one container label says, as plain values that no later change can reach.

    A value that is not known yet (the mass before sealing) is an empty string; the label then
    leaves room to write it by hand.
    """

    waste_name: str
    category: str
    """The catalogue's category, `HW08`."""
    waste_code: str
    """With its hyphens, `900-214-08`."""
    form: str
    hazards: tuple[str, ...]
    """Letters in the catalogue's order: T, C, I, R, In."""
    hazard_separator: str
    """`,` = has the first and may have the others; `/` = has one or more of them."""
    main_components: str
    harmful_components: str
    precautions: str
    digital_id: str
    """The 37 characters without separators."""
    human_code: str
    """Eight characters, without separators."""
    label_version: int
    unit_name: str
    contact: str
    produced_on: str
    """A date as printed, `2026-11-24`."""
    mass_text: str
    """With its unit, `182.4 kg`."""
    remark: str
    qr_text: str
    """Only 0-9 A-Z $%*+-./: and space, so that the symbol stays small."""
    volume_l: float | None
    """None for a bulk lot, which gets the largest label."""
    edition: str
    """The catalogue edition the container was coded under, `2025`."""
    side_mm: int | None = None
    """A larger label than the law's smallest, when the words need the room: 100, 150 or 200."""


class PublicStatus(StrEnum):
    """How much a stranger learns of where a container is."""

    KEPT = "kept"
    ON_THE_ROAD = "on_the_road"
    MISSING = "missing"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class PublicCard:
    """The safe minimum of a scanned label (field.md §1.5); `mine` opens the full page instead."""

    container_id: UUID
    human_code: str
    waste_name: str
    category: str
    letters: tuple[str, ...]
    unit_name: str
    unit_phone: str
    status: PublicStatus
    proof: LabelProof
    old_label: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class StockFilter:
    """What narrows a list of containers; `left` asks for what was made here and is elsewhere."""

    site_id: UUID | None = None
    contents: tuple[Content, ...] = ()
    waste_code: str = ""
    facility_id: UUID | None = None
    booked: bool | None = None
    left: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A container on a list, with the names of its store and its holder."""

    id: UUID
    container: Container
    store: str
    holder: str


@dataclass(frozen=True, slots=True)
class WasteStock:
    """Live stock of one waste: how many, how heavy, and the holder's longest clock."""

    waste_code: str
    waste_name: str
    count: int
    mass_g: int
    since: datetime | None
    held_as: HeldAs
    # where the longest standing is: its permit may have an approved longer time
    site_id: UUID | None
    ready: int
    """Sealed and not booked: what a pickup request would propose."""
    filling: int = 0
    """Not sealed yet."""


@dataclass(frozen=True, slots=True)
class StoreStock:
    """A store and what stands in it now."""

    facility: Facility
    mass_g: int
    count: int


@dataclass(frozen=True, slots=True)
class ContainerView:
    """A container with the names its page shows."""

    container: Container
    origin: str
    holder: str
    site: str
    store: str
    partition: str
    amendment_id: UUID | None = None  # what waits for an officer


@dataclass(frozen=True, slots=True)
class AmendmentView:
    """A proposal to amend with its container and the unit that asks."""

    amendment: Amendment
    container: Container
    unit_name: str
