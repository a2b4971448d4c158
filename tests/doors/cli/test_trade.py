"""Import and export on the command line, with an installation's own database."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from config import Settings
from tests.support.ledger import CODE, a_produced_row, a_stored_row, a_unit_row, a_workbook
from wastetrack.cli import trade
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database

Run = Callable[..., Result]
GOOD = a_workbook([a_unit_row()], [a_produced_row(1), a_produced_row(2)], [a_stored_row(1)])
BAD = a_workbook([a_unit_row()], [a_produced_row(1), a_produced_row(2, code="900-21-08")])


@pytest.fixture
def run(
    db: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch, clock: FixedClock
) -> Run:
    """Runs one command over the test's database."""
    monkeypatch.setattr(trade, "open_database", lambda _settings: db)
    commands = {command.name: command for command in trade.COMMANDS}

    def go(name: str, *args: object) -> Result:
        texts = [str(arg) for arg in args]
        return CliRunner().invoke(commands[name], texts, obj=lambda: settings)

    return go


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "台账.xlsx"
    path.write_bytes(content)
    return path


def test_import_loads_and_a_second_time_changes_nothing(run: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, GOOD)
    first = run("import", file)
    assert first.exit_code == 0, first.output
    assert "4 rows: 4 loaded, 0 unchanged, 0 bad" in first.output
    assert "4 rows: 0 loaded, 4 unchanged, 0 bad" in run("import", file).output


def test_import_with_a_bad_row_writes_the_errors_and_ends_with_one(
    run: Run, tmp_path: Path
) -> None:
    file = saved(tmp_path, BAD)
    result = run("import", file)
    assert result.exit_code == 1
    assert "0 loaded, 0 unchanged, 1 bad" in result.output
    page = openpyxl.load_workbook(tmp_path / "台账.errors.xlsx")["B.1 产生"]
    assert "900-21-08" in str(page.cell(3, page.max_column).value)
    again = run("import", file, "--accept-good", "--errors", tmp_path / "e.xlsx")
    assert again.exit_code == 0
    assert "2 loaded, 0 unchanged, 1 bad" in again.output
    assert (tmp_path / "e.xlsx").exists()


@pytest.mark.parametrize("kind", ["template", "sample"])
def test_the_template_and_the_example_need_no_unit(run: Run, tmp_path: Path, kind: str) -> None:
    out = tmp_path / f"{kind}.xlsx"
    assert run("export", kind, "-o", out).exit_code == 0
    assert openpyxl.load_workbook(out).sheetnames == ["填写说明", "单位", "B.1 产生", "B.2 入库"]


def test_the_example_can_be_imported(run: Run, tmp_path: Path) -> None:
    run("export", "sample", "-o", tmp_path / "s.xlsx")
    assert "50 loaded" in run("import", tmp_path / "s.xlsx").output


@pytest.mark.parametrize(
    ("kind", "rows"),
    [("b1", 2), ("b2", 1), ("b3", 0), ("b4", 0), ("b5", 0), ("containers", 2), ("manifests", 0)],
)
def test_each_table_of_a_unit_comes_out(run: Run, tmp_path: Path, kind: str, rows: int) -> None:
    run("import", saved(tmp_path, GOOD))
    out = tmp_path / "out.xlsx"
    result = run(
        "export", kind, "--unit", CODE, "--from", "2026-10-01", "--to", "2026-10-31", "-o", out
    )
    assert result.exit_code == 0, result.output
    assert openpyxl.load_workbook(out).worksheets[0].max_row == rows + 1


def test_a_period_leaves_out_what_lies_before(run: Run, tmp_path: Path) -> None:
    run("import", saved(tmp_path, GOOD))
    out = tmp_path / "out.xlsx"
    run("export", "b1", "--unit", CODE, "--from", "2026-10-03", "-o", out)
    page = openpyxl.load_workbook(out).worksheets[0]
    assert [row[0].value for row in page.iter_rows(min_row=2)] == ["HWCS20261003001"]


def test_a_unit_that_is_not_here_is_told(run: Run, tmp_path: Path) -> None:
    result = run("export", "b1", "--unit", "91330604MA2DEMQ02B", "-o", tmp_path / "x.xlsx")
    assert result.exit_code == 2
    assert "no unit has the code" in result.output
    assert run("export", "b1", "-o", tmp_path / "x.xlsx").exit_code == 2
