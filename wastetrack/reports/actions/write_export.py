"""Writes an export row after row into a file: constant memory, and a word on progress now and then."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.work import Work
from wastetrack.ledger.terms import Table
from wastetrack.reports.model import Export
from wastetrack.reports.queries.exports import span_of
from wastetrack.reports.queries.registers import register
from wastetrack.reports.shapes.register import Register, register_workbook

EVERY = 5000
Tell = Callable[[int], None]
Paper = Callable[[Register, Path, Tell], None]


def write_export(work: Work, row: Export, path: Path, tell: Tell, paper: Paper) -> tuple[str, int]:
    """The whole register to `path`, read in one snapshot; its file name and its number of rows.

    `tell` is called every so many rows; what it raises ends the writing. `paper` draws a register:
    it stands above this room, so the door hands it in.
    """
    require(work.actor, Action.LEDGER_READ)
    span, period = span_of(work, row)
    made = register(work, row.kind, span, period)
    done = 0

    def counted(table: Table) -> Iterator[Mapping[str, object]]:
        nonlocal done
        for values in table.rows:
            yield values
            done += 1
            if done % EVERY == 0:
                # a paper is drawn after all is read: only then a row of it is done
                tell(0 if row.on_paper else done)

    tables = [replace(table, rows=counted(table)) for table in made.tables]
    made = replace(made, tables=tables)
    if row.on_paper:
        paper(made, path, tell)
        return f"{made.file_name}.pdf", done
    register_workbook(made, str(path))
    return f"{made.file_name}.xlsx", done
