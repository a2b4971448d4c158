"""Decides how a label meets its printer: in full colour on white, or in black dots on orange stock.

A thermal printer has dots and nothing between them: its lines and modules are laid on whole dots
after the printer's own shift and stretch, counted from the upper left corner of the page.
"""

from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from reportlab.lib.units import inch, mm

from wastetrack.paper.qr import QUIET_MODULES
from wastetrack.parties.terms import Calibration, Medium

Matrix = tuple[float, float, float, float, float, float]
LEAST_MODULE = 0.45 * mm
HAIR = 0.02  # of a dot


class Module(NamedTuple):
    """Size of one module of a symbol, in points."""

    wide: float
    tall: float

    def whole(self, count: int) -> float:
        """Width of the symbol with the quiet ground around it."""
        return max(self) * (count + 2 * QUIET_MODULES)


@dataclass(frozen=True, slots=True)
class Press:
    """One way of printing; without a calibration every millimetre is believed to come out as one."""

    calibration: Calibration | None = None

    @property
    def black(self) -> bool:
        """Nothing but black: the stock brings the orange."""
        return self.calibration is not None and self.calibration.medium is Medium.BLACK

    def matrix(self, height: float) -> Matrix | None:
        """What shifts and stretches a page of this height; None when nothing does."""
        found = self.calibration
        if found is None or (found.right_mm, found.down_mm, found.scale_x, found.scale_y) == (
            0.0,
            0.0,
            1.0,
            1.0,
        ):
            return None
        up = height * (1 - found.scale_y) - found.down_mm * mm
        return found.scale_x, 0.0, 0.0, found.scale_y, found.right_mm * mm, up

    def _dot(self) -> float:
        return inch / self.calibration.dpi if self.calibration else 0.0

    def across(self, x: float) -> float:
        """The place nearest to `x` that comes to stand on the edge of a dot."""
        if not self.black or self.calibration is None:
            return x
        scale, shift, dot = self.calibration.scale_x, self.calibration.right_mm * mm, self._dot()
        return (round((x * scale + shift) / dot) * dot - shift) / scale

    def upward(self, y: float, height: float) -> float:
        """The same for a height over the lower edge of a page of this height."""
        if not self.black or self.calibration is None:
            return y
        scale, shift, dot = self.calibration.scale_y, self.calibration.down_mm * mm, self._dot()
        down = (height - y) * scale + shift
        return height - (round(down / dot) * dot - shift) / scale

    def modules(self, count: int, wished: float) -> tuple[Module, ...]:
        """Sizes to try for the modules of a symbol: `wished` wide, or on dots the one next to it.

        A crowded label takes the smaller one: a module of four dots at 203 dpi is half a millimetre.
        """
        if not self.black or self.calibration is None:
            return (Module(wished / count, wished / count),)
        found, dot = self.calibration, self._dot()
        dots = ceil(wished * min(found.scale_x, found.scale_y) / count / dot - 1e-9)
        smaller = dots - 1 if (dots - 1) * dot >= LEAST_MODULE else dots
        return tuple(
            Module(n * dot / found.scale_x, n * dot / found.scale_y)
            for n in dict.fromkeys((dots, smaller))
        )

    @property
    def hair(self) -> float:
        """How much ink is drawn short on each side: a printer blackens every dot that is touched.

        Without it an edge that ends on a dot's border reaches, by rounding, into the next dot.
        """
        return self._dot() * HAIR if self.black else 0.0

    def thickness(self, wished: float) -> float:
        """A line at least as thick as asked for: whole dots, never fewer than one."""
        if not self.black or self.calibration is None:
            return wished
        scale, dot = self.calibration.scale_x, self._dot()
        return ceil(wished * scale / dot - 1e-9) * dot / scale


COLOUR = Press()
