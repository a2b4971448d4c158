"""A long export is asked for, written by the worker, told as it goes, kept thirty days, and then gone."""

import hashlib
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest

from tests.rooms.ledger.test_balance import drum
from tests.support.build import a_unit, actor_of
from tests.support.containers import Workshop, a_drum
from wastetrack.jobs import exports
from wastetrack.jobs.exports import carry_exports
from wastetrack.jobs.slot import Running, Stopped
from wastetrack.kernel.actor import SYSTEM, Actor, Role
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Missing, Refused
from wastetrack.kernel.files import FileStore
from wastetrack.kernel.work import Work
from wastetrack.paper import register_pdf as paper
from wastetrack.paper.register_pdf import register_pdf
from wastetrack.reports.actions import write_export
from wastetrack.reports.actions.ask_export import ask_export
from wastetrack.reports.actions.stop_export import stop_export
from wastetrack.reports.inputs import AskExport
from wastetrack.reports.model import Export
from wastetrack.reports.queries.exports import get_export, list_exports, span_of
from wastetrack.reports.queries.registers import register
from wastetrack.reports.terms import EXPORTS_FOLDER, ExportState, Kind


class Ledger:
    """A workshop with three drums, the worker's tools, and what became of an export."""

    def __init__(self, db: Database, folder: Path) -> None:
        self.db, self.files = db, FileStore(folder / "files")
        with db.transaction(SYSTEM) as work:
            self.shop = Workshop(work)
            for day in (5, 6, 7):
                drum(work, self.shop, 11, day)
        self.operator: Actor = self.shop.operator

    def ask(self, kind: Kind = Kind.B1, period: str = "2026-11", *, on_paper: bool = False) -> UUID:
        site = self.shop.site.id
        data = AskExport(kind=kind, period=period, on_paper=on_paper, site_id=site)
        return self.db.write(self.operator, lambda work: ask_export(work, data)).id

    def carry(self, holder: str = "one") -> int:
        return carry_exports(Running(self.db, files=self.files), holder)

    def row(self, key: UUID) -> Export:
        with self.db.reading(SYSTEM) as work:
            return work.session.get_one(Export, key)

    def path(self, row: Export) -> Path:
        return self.files.beside(EXPORTS_FOLDER).path(str(row.file_sha256))


@pytest.fixture
def ledger(db: Database, tmp_path: Path) -> Ledger:
    return Ledger(db, tmp_path)


def test_the_worker_writes_the_file_and_tells_its_hash(ledger: Ledger) -> None:
    key = ledger.ask()
    assert (ledger.row(key).state, ledger.row(key).rows) == (ExportState.WAITING, 3)
    assert ledger.carry() == 1
    row = ledger.row(key)
    content = ledger.path(row).read_bytes()
    assert (row.state, row.done, row.file_size) == (ExportState.DONE, 3, len(content))
    assert row.file_sha256 == hashlib.sha256(content).hexdigest()
    assert row.expires_at is not None
    assert row.finished_at is not None
    assert row.expires_at - row.finished_at == timedelta(days=30)
    with ledger.path(row).open("rb") as stream:
        page = openpyxl.load_workbook(stream).worksheets[0]
        assert [cell.value for cell in page["A"]][1:] == [
            "HWCS20261105001",
            "HWCS20261106001",
            "HWCS20261107001",
        ]
    assert ledger.carry() == 0  # a second look finds nothing left


def test_the_same_rows_give_the_same_file(ledger: Ledger) -> None:
    first, second = ledger.ask(), ledger.ask()
    ledger.carry()
    assert ledger.row(first).file_sha256 == ledger.row(second).file_sha256


@pytest.mark.parametrize("kind", list(Kind))
def test_every_register_can_be_exported(ledger: Ledger, kind: Kind) -> None:
    key = ledger.ask(kind, "2026")
    ledger.carry()
    assert ledger.row(key).state is ExportState.DONE


@pytest.mark.parametrize("kind", list(Kind))
def test_every_register_is_drawn_by_the_worker_as_by_a_request(ledger: Ledger, kind: Kind) -> None:
    key = ledger.ask(kind, "2026", on_paper=True)
    assert ledger.carry() == 1
    row = ledger.row(key)
    assert (row.state, row.file_name[-4:]) == (ExportState.DONE, ".pdf")
    with ledger.db.reading(SYSTEM) as work:
        made = register(work, kind, *span_of(work, row))
        assert ledger.path(row).read_bytes() == register_pdf(made)


def test_a_paper_is_stopped_while_it_is_drawn_and_leaves_nothing(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "EVERY", 1)
    key, told = ledger.ask(on_paper=True), []

    def stop() -> None:
        told.append(ledger.row(key).done)
        if len(told) == 3:
            ledger.db.write(ledger.operator, lambda work: stop_export(work, key))

    assert carry_exports(Running(ledger.db, files=ledger.files, beat=stop), "one") == 0
    assert told == [0, 0, 1]
    assert ledger.row(key).state is ExportState.STOPPED
    kept = ledger.files.beside(EXPORTS_FOLDER).folder
    assert [path for path in kept.rglob("*") if path.is_file()] == []


def test_what_is_no_period_is_refused(ledger: Ledger) -> None:
    with pytest.raises(Refused) as refused:
        ledger.ask(period="2026-13")
    assert refused.value.codes == ("reports.period",)


def test_a_stranger_neither_asks_for_it_nor_sees_it(ledger: Ledger) -> None:
    key = ledger.ask()
    with ledger.db.transaction(SYSTEM) as work:
        stranger = actor_of(a_unit(work), Role.ADMIN)
    data = AskExport(kind=Kind.B1, period="2026", site_id=ledger.shop.site.id)
    with pytest.raises(Missing):
        ledger.db.write(stranger, lambda work: ask_export(work, data))
    whole = AskExport(kind=Kind.B1, period="2026")
    with pytest.raises(Missing):
        ledger.db.write(stranger, lambda work: ask_export(work, whole))
    with ledger.db.reading(stranger) as work:
        assert list_exports(work).rows == []
        with pytest.raises(Missing):
            get_export(work, key)


def test_it_is_told_as_it_goes_and_stopped_by_a_person(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write_export, "EVERY", 1)
    key, told = ledger.ask(), []

    def stop(database: Database) -> None:
        told.append(ledger.row(key).done)
        if len(told) == 2:
            database.write(ledger.operator, lambda work: stop_export(work, key))

    running = Running(ledger.db, files=ledger.files, beat=lambda: stop(ledger.db))
    assert carry_exports(running, "one") == 0
    assert told == [0, 1]
    assert ledger.row(key).state is ExportState.STOPPED
    assert list(ledger.files.beside(EXPORTS_FOLDER).folder.rglob("*.xlsx")) == []


def test_a_dead_workers_export_is_begun_anew_after_a_while(
    ledger: Ledger, clock: FixedClock
) -> None:
    key = ledger.ask()

    def die() -> None:
        raise Stopped("exports")

    with pytest.raises(Stopped):
        carry_exports(Running(ledger.db, files=ledger.files, beat=die), "dead")
    assert ledger.row(key).state is ExportState.RUNNING
    assert ledger.carry("alive") == 0  # it may still be at it
    clock.move(minutes=6)
    assert ledger.carry("alive") == 1
    assert ledger.row(key).state is ExportState.DONE


def test_a_character_without_a_glyph_is_told_and_holds_up_nobody(
    ledger: Ledger, db: Database
) -> None:
    with db.transaction(SYSTEM) as work:
        a_drum(work, ledger.shop, "1", waste_name="\ue000")
    key, other = ledger.ask(on_paper=True), ledger.ask()
    assert ledger.carry() == 1
    assert ledger.row(key).state is ExportState.FAILED
    assert ledger.row(other).state is ExportState.DONE


def test_a_full_disk_is_told(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    key = ledger.ask()

    def full(*_: object) -> tuple[str, int]:
        raise OSError("no space left")

    monkeypatch.setattr(exports, "write_export", full)
    assert ledger.carry() == 0
    assert ledger.row(key).state is ExportState.FAILED


def test_after_thirty_days_the_file_is_gone_and_the_row_tells_who_had_it(
    ledger: Ledger, clock: FixedClock
) -> None:
    first = ledger.ask()
    ledger.carry()
    path = ledger.path(ledger.row(first))
    clock.move(days=20)
    second = ledger.ask()
    ledger.carry()
    clock.move(days=11)
    ledger.carry()
    assert ledger.row(first).state is ExportState.EXPIRED
    assert path.exists()  # the same rows were exported again since: one file, two rows
    clock.move(days=20)
    ledger.carry()
    assert not path.exists()
    assert ledger.row(second).state is ExportState.EXPIRED
    assert ledger.row(second).by_label == ledger.operator.label


def test_the_district_is_exported_for_the_bureau_with_whose_rows_they_are(
    ledger: Ledger,
) -> None:
    def ask(work: Work) -> UUID:
        row = ask_export(work, AskExport(kind=Kind.B1, period="2026-11"))
        return row.id

    with ledger.db.transaction(SYSTEM) as work:
        officer = actor_of(a_unit(work, "authority"), Role.OFFICER)
    key = ledger.db.write(officer, partial(ask))
    ledger.carry()
    with ledger.path(ledger.row(key)).open("rb") as stream:
        page = openpyxl.load_workbook(stream).worksheets[0]
        titles = [cell.value for cell in page[1]]
        whose = [cell.value for cell in page[2]]
    assert whose[titles.index("统一社会信用代码")] == ledger.shop.unit.credit_code
    assert whose[titles.index("场所名称")] == ledger.shop.site.name
