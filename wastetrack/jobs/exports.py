"""Writes the exports that wait, one after another, and removes files whose days are over."""

import logging
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from wastetrack.jobs.slot import Running
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.errors import Refused
from wastetrack.kernel.files import SPREADSHEET, FileStore, Stored
from wastetrack.kernel.work import Work
from wastetrack.paper.register_pdf import register_pdf
from wastetrack.paper.register_rows import Tell
from wastetrack.reports import transition
from wastetrack.reports.actions.write_export import write_export
from wastetrack.reports.model import Export
from wastetrack.reports.queries.exports import (
    lock_export,
    outlived_exports,
    still_wanted,
    waiting_exports,
)
from wastetrack.reports.shapes.register import Register
from wastetrack.reports.terms import EXPORTS_FOLDER, ExportState

PDF = "application/pdf"
log = logging.getLogger("wastetrack.worker")


class Withdrawn(Exception):
    """The export was stopped, or another worker writes it now."""


def carry_exports(run: Running, holder: str) -> int:
    """Write every waiting export; the number of files that were made."""
    if run.files is None:
        return 0
    store = run.files.beside(EXPORTS_FOLDER)
    run.database.write(SYSTEM, partial(_sweep, store))
    with run.database.reading(SYSTEM) as work:
        keys = list(waiting_exports(work))
    return sum(_carry(run, store, key, holder) for key in keys)


def _carry(run: Running, store: FileStore, key: UUID, holder: str) -> bool:
    if not run.database.write(SYSTEM, partial(_take, key, holder)):
        return False

    def tell(done: int) -> None:
        run.beat()
        if not run.database.write(SYSTEM, partial(_tell, key, holder, done)):
            raise Withdrawn(str(key))

    store.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=store.folder, prefix="part-") as folder:
        path = Path(folder) / "export"
        try:
            with run.database.reading(SYSTEM) as work:
                row = work.session.get_one(Export, key)
                name, done = write_export(work, row, path, tell, _paper)
            tell(done)
        except Withdrawn:
            return False
        except (OSError, Refused):
            # the disk is full, the folder not ours, or a character has no glyph: told, and in the log
            log.exception("export %s could not be written", key)
            run.database.write(SYSTEM, partial(_fail, key))
            return False
        stored = store.adopt(path, PDF if row.on_paper else SPREADSHEET)
    run.database.write(SYSTEM, partial(_finish, key, name, stored, done))
    return True


def _paper(register: Register, path: Path, tell: Tell) -> None:
    path.write_bytes(register_pdf(register, tell=tell))


def _take(key: UUID, holder: str, work: Work) -> bool:
    return transition.take(work, lock_export(work, key), holder)


def _tell(key: UUID, holder: str, done: int, work: Work) -> bool:
    return transition.tell(work, lock_export(work, key), holder, done)


def _finish(key: UUID, name: str, stored: Stored, done: int, work: Work) -> None:
    transition.finish(work, lock_export(work, key), name, stored, done)


def _fail(key: UUID, work: Work) -> None:
    transition.end(work, lock_export(work, key), ExportState.FAILED)


def _sweep(store: FileStore, work: Work) -> None:
    gone: list[Callable[[], None]] = []
    for row in outlived_exports(work):
        sha = row.file_sha256
        transition.expire(row)
        work.session.flush()
        if sha is not None and not still_wanted(work, sha):
            gone.append(partial(store.drop, sha))
    work.after_commit += gone
