"""Decides the rows that forms are made of: titles of parts, labels with values, tables."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wastetrack.paper.grid import CENTRE, Row, cell

WIDTH_MM = 180.0
BODY = 9.0
TITLE = 10.5

Column = tuple[str, float, float]


def _title(text: str) -> Row:
    box = cell(text, WIDTH_MM, TITLE, bold=True)
    return Row((box,), TITLE, keep_next=True)


def part(title: str, content: Iterator[Row]) -> Iterator[Row]:
    """Put a part under its title, which comes again where the part goes on."""
    yield _title(title)
    again = _title(title + "（续）")
    for row in content:
        yield replace(row, repeats=(again, *row.repeats))


def facts(*pairs: tuple[str, str], label_mm: float = 22.0) -> Row:
    """Labels and values side by side, the values sharing what is left evenly."""
    value_mm = WIDTH_MM / len(pairs) - label_mm
    boxes = []
    for label, value in pairs:
        boxes += [cell(label, label_mm, BODY, bold=True), cell(value, value_mm, BODY)]
    return Row(tuple(boxes), BODY)


def table(columns: Sequence[Column], lines: Sequence[Sequence[str]]) -> Iterator[Row]:
    """A head, which comes again on every page, over its lines."""
    heads = (cell(name, width, BODY, bold=True, align=CENTRE) for name, width, _ in columns)
    head = Row(tuple(heads), BODY, keep_next=True)
    yield head
    for values in lines:
        boxes = (
            cell(value, width, BODY, align=align)
            for value, (_, width, align) in zip(values, columns, strict=True)
        )
        yield Row(tuple(boxes), BODY, repeats=(head,))
