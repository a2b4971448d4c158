"""Decides how a run of labels becomes pages: which label on which page, drawn parcel by parcel.

Every page is the same wherever a run is cut: the letters' places in the faces are fixed beforehand,
and what labels share is named by what it says.
"""

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import NamedTuple

from reportlab.lib.units import mm

from wastetrack.containers.shapes import LabelSheet
from wastetrack.paper import document, fonts, glyphs, hazards, label_drawing, symbols
from wastetrack.paper import label_fields as fields
from wastetrack.paper.document import A4_HEIGHT, A4_WIDTH
from wastetrack.paper.label_drawing import Shared
from wastetrack.paper.label_layout import lay_out, too_long
from wastetrack.paper.label_size import copies_for, side_for
from wastetrack.paper.press import Press

# Lower left corners on A4, in millimetres; two millimetres between labels are for the knife.
SLOTS: dict[int, tuple[tuple[float, float], ...]] = {
    100: ((4, 149.5), (106, 149.5), (4, 47.5), (106, 47.5)),
    150: ((30, 73.5),),
    200: ((5, 48.5),),
}
PARCEL = 200
# Two thirds of the time of the usual six, hardly more bytes.
LEVEL = 4
Misfit = tuple[LabelSheet, int, tuple[str, ...]]
Letters = dict[str, str]


class Page(NamedTuple):
    """One page to draw: its size in points, and each label with its lower left corner."""

    size: tuple[float, float]
    labels: tuple[tuple[LabelSheet, float, float], ...]


class Drawn(NamedTuple):
    """One page drawn: its content compressed, and the names of the shared parts it uses."""

    size: tuple[float, float]
    packed: bytes
    forms: tuple[str, ...]


@dataclass
class Parcel:
    """Pages drawn together, with the shared parts they need and the labels that did not fit."""

    pages: list[Drawn] = field(default_factory=list)
    forms: dict[str, tuple[float, str]] = field(default_factory=dict)
    misfits: list[Misfit] = field(default_factory=list)


def plan(sheets: Iterable[LabelSheet], *, a4: bool) -> Iterator[Page]:
    """Labels on pages of their own size, or on A4 as many as fit; two of each large container."""
    every = (
        (s, side_for(s.volume_l, s.side_mm)) for s in sheets for _ in range(copies_for(s.volume_l))
    )
    if not a4:
        for sheet, side in every:
            yield Page((side * mm, side * mm), ((sheet, 0.0, 0.0),))
        return
    for side, run in groupby(every, key=lambda one: one[1]):
        slots = SLOTS[side]
        while placed := tuple(
            (sheet, x * mm, y * mm) for (x, y), (sheet, _) in zip(slots, run, strict=False)
        ):
            yield Page((A4_WIDTH, A4_HEIGHT), placed)


def letters_of(sheets: Iterable[LabelSheet]) -> Letters:
    """Every character that each face draws in these labels, in one fixed order."""
    plain: set[str] = set()
    bold: set[str] = set()
    for sheet in sheets:
        plain.update(fields.value(sheet, key) for key in fields.TITLES)
        bold.add(sheet.human_code)
    said = {*plain, *hazards.NAMES.values(), "，/"}
    titles = {
        *bold,
        *(f"{title}：" for title in fields.TITLES.values()),
        label_drawing.TITLE,
        label_drawing.HAZARDS,
    }
    return {
        name: "".join(
            sorted({glyph.char for text in texts for glyph in glyphs.spell(text, bold=heavy)})
        )
        for name, texts, heavy in ((fonts.REGULAR, said, False), (fonts.BOLD, titles, True))
    }


class Easel:
    """Draws pages one after the other and remembers what the labels of a run share."""

    def __init__(self, letters: Letters, press: Press, *, many: bool) -> None:
        self.canvas = document.scratch()
        self.press = press
        self.many = many
        self.groups: dict[tuple[LabelSheet, int], tuple[str, Shared, float, str]] = {}
        document.prime(self.canvas, letters)

    def draw(self, pages: Iterable[Page]) -> Parcel:
        """Draw these pages."""
        parcel = Parcel()
        for page in pages:
            self._page(page, parcel)
        return parcel

    def _page(self, page: Page, parcel: Parcel) -> None:
        parts: list[str] = []
        used: dict[str, None] = {}
        shift = self.press.matrix(page.size[1])
        if shift is not None:
            parts.append(document.taken(self.canvas, lambda: self.canvas.transform(*shift)))
        for sheet, x, y in page.labels:
            made = self._label(sheet, parcel, used)
            if made:
                parts.append(f"q 1 0 0 1 {x:.4f} {y:.4f} cm {made} Q")
        packed = zlib.compress("\n".join(parts).encode("latin-1"), LEVEL)
        parcel.pages.append(Drawn(page.size, packed, tuple(used)))

    def _label(self, sheet: LabelSheet, parcel: Parcel, used: dict[str, None]) -> str:
        modules = symbols.modules_for(sheet.qr_text)
        alike = label_drawing.group_of(sheet)
        found = self.groups.get((alike, modules))
        if found is None:
            laid = lay_out(alike, modules, self.press)
            if laid.slack < 0:
                parcel.misfits.append((sheet, laid.measures.side_mm, too_long(laid)))
                return ""
            found = self._shared(alike, modules)
        name, shared, side, content = found
        parcel.forms[name] = (side, content)
        used[name] = None
        made = symbols.symbol(sheet.qr_text, many=self.many)

        def own() -> None:
            self.canvas.doForm(name)
            label_drawing.draw_own(self.canvas, sheet, shared)
            label_drawing.draw_symbol(self.canvas, made, shared, self.press)

        return document.taken(self.canvas, own)

    def _shared(self, alike: LabelSheet, modules: int) -> tuple[str, Shared, float, str]:
        laid = lay_out(alike, modules, self.press)
        kept: list[Shared] = []
        content = document.taken(
            self.canvas,
            lambda: kept.append(label_drawing.draw_shared(self.canvas, alike, laid, self.press)),
        )
        name = hashlib.sha256(content.encode()).hexdigest()[:12]
        found = (name, kept[0], laid.measures.side, content)
        self.groups[alike, modules] = found
        return found


def drawn(pages: Iterator[Page], letters: Letters, press: Press, *, many: bool) -> Iterator[Parcel]:
    """Draw all pages in their order, a parcel at a time."""
    parcels = iter(lambda: tuple(islice(pages, PARCEL)), ())
    yield from map(Easel(letters, press, many=many).draw, parcels)
