"""A long upload is carried to its end by the worker, and a second look finds nothing left."""

from pathlib import Path

from tests.support.ledger import a_produced_row, a_unit_row, a_workbook, kept
from wastetrack.jobs.imports import carry_imports
from wastetrack.jobs.slot import Running
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.ledger.actions.upload import upload
from wastetrack.ledger.inputs import UploadImport
from wastetrack.ledger.model import Import
from wastetrack.ledger.terms import ImportState

ROWS = 520  # more than one batch


def test_a_waiting_upload_is_carried_to_its_end_once(db: Database, tmp_path: Path) -> None:
    produced = [a_produced_row(number + 1) for number in range(ROWS)]
    files, stored = kept(tmp_path, a_workbook([a_unit_row()], produced))
    row = db.write(SYSTEM, lambda w: upload(w, stored, files, UploadImport(file="台账.xlsx")))
    assert row.state is ImportState.WAITING
    running = Running(db, files=files)
    assert carry_imports(running) == 1
    with db.reading(SYSTEM) as work:
        done = work.session.get_one(Import, row.id)
    assert done.state is ImportState.DONE, done.problems[:3]
    assert done.loaded == ROWS + 1
    assert carry_imports(running) == 0
