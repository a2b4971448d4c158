"""Decides how a printer is corrected by what a ruler read on its test page."""

from wastetrack.parties.terms import ALONG_UM, EDGE_UM, Calibration, Medium, Reading


def calibration(reading: Reading, dpi: int, medium: Medium) -> Calibration:
    """The shift and stretch that make a millimetre come out as one, where it should.

    Printed at x a mark came out at `k * x + e`; so it must be sent to `(x - e) / k`.
    """
    across, down = reading.across_um / ALONG_UM, reading.down_um / ALONG_UM
    return Calibration(
        dpi=dpi,
        medium=medium,
        right_mm=(EDGE_UM - reading.left_um / across) / 1000,
        down_mm=(EDGE_UM - reading.top_um / down) / 1000,
        scale_x=1 / across,
        scale_y=1 / down,
    )
