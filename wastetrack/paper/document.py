"""Decides what every paper has in common: no time stamp, embedded faces, the same bytes each time."""

import io
from collections.abc import Callable

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

# Streams stay binary: ASCII85 would add a sixth to every file for mail systems of the last century.
rl_config.useA85 = 0

A4_WIDTH = 210 * mm
A4_HEIGHT = 297 * mm
PRODUCER = "wastetrack"


def build(
    title: str,
    draw: Callable[[Canvas], None],
    subject: str = "",
    *,
    size: tuple[float, float] = (A4_WIDTH, A4_HEIGHT),
) -> bytes:
    """Make a document: `draw` paints and ends its pages on the canvas it gets."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size, pageCompression=1, invariant=1, lang="zh-CN")
    canvas.setTitle(title)
    canvas.setSubject(subject)
    canvas.setAuthor(PRODUCER)
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    draw(canvas)
    canvas.save()
    return target.getvalue()
