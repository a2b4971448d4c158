"""Decides the size of a container label and of its letters by the container's volume (HJ 1276-2022)."""

from dataclasses import dataclass

from reportlab.lib.units import mm

from wastetrack.paper import fonts

# Up to this many litres: side of the label and the least height of its text, in millimetres.
STEPS: tuple[tuple[float, int], ...] = ((50, 100), (450, 150))
LARGEST = 200
TEXT_HEIGHTS = {100: 3.0, 150: 5.0, 200: 6.0}

BORDER_MM = 1.0
MARGIN_MM = 3.0
# Over this volume the label stands on two opposite sides.
TWO_LABELS_OVER_L = 450
# Beyond the standard: a symbol that a phone reads at arm's length, a code that an eye does.
QR_MM = {100: 25.0, 150: 32.0, 200: 40.0}
HUMAN_CODE_MM = 5.5


def side_for(volume_l: float | None, wished_mm: int | None = None) -> int:
    """Find the label's side; a wish may only enlarge it, an unknown volume takes the largest."""
    lawful = LARGEST
    if volume_l is not None:
        lawful = next((side for limit, side in STEPS if volume_l <= limit), LARGEST)
    if wished_mm is None:
        return lawful
    if wished_mm not in TEXT_HEIGHTS:
        message = f"no label of {wished_mm} mm: {sorted(TEXT_HEIGHTS)}"
        raise ValueError(message)
    return max(lawful, wished_mm)


def copies_for(volume_l: float | None) -> int:
    """How many labels the container carries."""
    return 2 if volume_l is None or volume_l > TWO_LABELS_OVER_L else 1


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths of one label size in points, from its side."""

    side_mm: int

    @property
    def side(self) -> float:
        return self.side_mm * mm

    @property
    def grown(self) -> float:
        """How much larger than the smallest label."""
        return self.side_mm / 100

    @property
    def least_type(self) -> float:
        """The smallest type size whose ideographs have the legal height."""
        return TEXT_HEIGHTS[self.side_mm] * mm / fonts.IDEOGRAPH_INK

    @property
    def edge(self) -> float:
        """From the label's edge to the inside of its border."""
        return (MARGIN_MM + BORDER_MM) * mm

    @property
    def inner(self) -> float:
        return self.side - 2 * self.edge

    @property
    def title_type(self) -> float:
        return 1.7 * self.least_type

    @property
    def title_height(self) -> float:
        return self.title_type * 1.16

    @property
    def hazard_width(self) -> float:
        return 28 * mm * self.grown

    @property
    def qr_side(self) -> float:
        return QR_MM[self.side_mm] * mm

    @property
    def human_type(self) -> float:
        return HUMAN_CODE_MM * mm * self.grown / fonts.CAPITAL_INK

    @property
    def human_height(self) -> float:
        return (HUMAN_CODE_MM + 2) * mm * self.grown

    @property
    def pad_x(self) -> float:
        return 1.0 * mm * self.grown

    @property
    def pad_y(self) -> float:
        return 0.22 * mm * self.grown
