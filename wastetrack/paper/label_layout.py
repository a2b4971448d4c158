"""Decides where each field of a container label stands and how large, within the legal minimum.

The largest type that holds every field is taken; when even the least height is too much, letters are
narrowed, which keeps their height; what still does not fit is named and nothing is printed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from wastetrack.containers.shapes import LabelSheet
from wastetrack.kernel.errors import Refused, Violation
from wastetrack.paper import label_fields as fields
from wastetrack.paper.label_size import Measures, side_for
from wastetrack.paper.lines import Line, width_of
from wastetrack.paper.press import COLOUR, Module, Press


class Fit(NamedTuple):
    """How a label's text is set."""

    grown: float
    """Type size over the least lawful one."""
    squeeze: float = 1.0
    """Width of the letters over their natural width."""
    pitch: float = 1.17
    """From line to line, over the type size."""


# From the most comfortable to the tightest.
FITS = (
    *(Fit(grown) for grown in (1.4, 1.32, 1.24, 1.18, 1.12, 1.06, 1.03, 1.0)),
    Fit(1.0, 1.0, 1.1),
    Fit(1.0, 0.94, 1.1),
    Fit(1.0, 0.88, 1.08),
    Fit(1.0, 0.82, 1.08),
    Fit(1.0, 0.78, 1.06),
)
PLAIN = FITS.index(Fit(1.0))
# Share of the hazard column's width that its pictures need at least in height.
PICTURES = 0.42


class LabelTooLong(Refused):
    """Fields that do not fit their label at the least lawful text height; nothing was printed."""

    def __init__(self, misfits: Sequence[tuple[LabelSheet, int, tuple[str, ...]]]) -> None:
        self.fields = tuple(dict.fromkeys(key for _, _, keys in misfits for key in keys))
        super().__init__(
            Violation(
                "paper.label_too_long",
                key,
                {"field": fields.TITLES[key], "side": side, "human_code": sheet.human_code},
            )
            for sheet, side, keys in misfits
            for key in keys
        )


class Cell(NamedTuple):
    """One field, broken into lines."""

    key: str
    lines: tuple[Line, ...]
    left: float
    """From the left of its row."""


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """A fit applied to one label size, in points."""

    size: float
    em: float
    """Advance of one ideograph."""
    squeeze: float
    pitch: float
    pad: float


@dataclass(frozen=True, slots=True)
class Block:
    """Rows over each other, with something to their right that also needs height."""

    rows: tuple[Row, ...]
    heights: tuple[float, ...]
    least: float

    @property
    def height(self) -> float:
        return max(sum(self.heights), self.least)

    def placed(self, top: float, height: float) -> Iterator[tuple[Row, float, float]]:
        """Every row with its upper edge and its height, stretched to fill `height`."""
        more = (height - sum(self.heights)) / len(self.rows)
        for row, natural in zip(self.rows, self.heights, strict=True):
            yield row, top, natural + more
            top -= natural + more


@dataclass(frozen=True, slots=True)
class Layout:
    """A label ready to be drawn."""

    measures: Measures
    setting: Setting
    top: Block
    middle: Block
    bottom: Block
    """Its last row is empty: the human code stands there."""
    hazard_words: tuple[Line, ...]
    module: Module
    qr_whole: float
    slack: float
    """Height left over; negative when the label is too small."""

    @property
    def blocks(self) -> tuple[Block, Block, Block]:
        return self.top, self.middle, self.bottom


def lay_out(sheet: LabelSheet, modules: int, press: Press = COLOUR) -> Layout:
    """Find the most comfortable layout that fits, or the tightest one, with negative slack.

    `modules` is the width of the label's QR symbol; on a printer's dots it may need more room.
    """
    measures = Measures(side_for(sheet.volume_l, sheet.side_mm))
    for module in press.modules(modules, measures.qr_side):
        best = _most_comfortable(sheet, measures, module, modules)
        if best.slack >= 0:
            break
    return best


def _most_comfortable(
    sheet: LabelSheet, measures: Measures, module: Module, modules: int
) -> Layout:
    first, last = 0, len(FITS) - 1
    best = _attempt(sheet, measures, FITS[last], module, modules)
    if best.slack < 0:
        return best
    while first < last:
        middle = (first + last) // 2
        trial = _attempt(sheet, measures, FITS[middle], module, modules)
        if trial.slack >= 0 and (middle >= PLAIN or not _breaks_short(trial)):
            best, last = trial, middle
        else:
            first = middle + 1
    return best


def _cells(layout: Layout) -> list[Cell]:
    return [cell for block in layout.blocks for row in block.rows for cell in row]


def _breaks_short(layout: Layout) -> bool:
    return any(len(cell.lines) > 1 for cell in _cells(layout) if cell.key in fields.SHORT)


def too_long(layout: Layout) -> tuple[str, ...]:
    """Name the free texts to shorten when the label is too small: those of more than one line."""
    if layout.slack >= 0:
        return ()
    cells = [cell for cell in _cells(layout) if cell.key in fields.FREE_TEXT]
    allowed = min(1, max(len(cell.lines) for cell in cells) - 1)
    return tuple(cell.key for cell in cells if len(cell.lines) > allowed)


def _attempt(
    sheet: LabelSheet, measures: Measures, fit: Fit, module: Module, modules: int
) -> Layout:
    whole = module.whole(modules)
    size = measures.least_type * fit.grown
    setting = Setting(size, size * fit.squeeze, fit.squeeze, size * fit.pitch, pad=measures.pad_y)
    wide = measures.inner - 2 * measures.pad_x
    words = fields.hazard_words(
        sheet.hazards,
        sheet.hazard_separator,
        (measures.hazard_width - measures.pad_x) / setting.em,
    )
    beside = (1 + len(words)) * setting.pitch + 2 * setting.pad + measures.hazard_width * PICTURES
    top = Block(*_rows(sheet, fields.TOP, wide - measures.hazard_width, setting), beside)
    middle = Block(*_rows(sheet, fields.MIDDLE, wide, setting), 0.0)
    rows, heights = _rows(sheet, fields.BOTTOM, wide - whole - measures.pad_x, setting)
    bottom = Block((*rows, ()), (*heights, measures.human_height), whole + measures.pad_x)
    used = measures.title_height + top.height + middle.height + bottom.height
    return Layout(
        measures, setting, top, middle, bottom, words, module, whole, measures.inner - used
    )


def _rows(
    sheet: LabelSheet, rows: fields.Rows, width: float, setting: Setting
) -> tuple[tuple[Row, ...], tuple[float, ...]]:
    """Break each row's fields at this width; rows and their heights."""
    made = tuple(_row(sheet, keys, width, setting.em) for keys in rows)
    heights = tuple(
        max(len(cell.lines) for cell in row) * setting.pitch + 2 * setting.pad for row in made
    )
    return made, heights


def _row(sheet: LabelSheet, keys: Sequence[str], width: float, em: float) -> Row:
    """Fields side by side: each takes what it needs, at least its half, the last one the rest."""
    cells: list[Cell] = []
    left = 0.0
    for at, key in enumerate(keys, start=1):
        text, room = fields.value(sheet, key), width - left
        if at < len(keys):
            natural = (width_of(fields.paragraph(key, text)) + 1) * em
            room = max(room / 2, min(room, natural))
        cells.append(Cell(key, fields.broken(key, text, room / em), left))
        left += room
    return tuple(cells)
