"""LibreOffice as a person's spreadsheet program: opens a workbook and saves it again."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

MISSING = "workbooks cannot be opened: no LibreOffice (apt-get install libreoffice-calc)"
# words of a program that found something to complain about
COMPLAINTS = ("warn", "repair", "corrupt", "error", "could not")


def resaved(content: bytes, folder: Path) -> bytes:
    """The workbook as LibreOffice saves it; fails when it says anything but what it did."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    source, out = folder / "ledger.xlsx", folder / "out"
    source.write_bytes(content)
    done = subprocess.run(
        [
            program,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(out),
            str(source),
        ],
        capture_output=True,
        text=True,
        timeout=180,
        check=True,
    )
    said = (done.stdout + done.stderr).lower()
    # a server has no Java, and a spreadsheet needs none
    told = [line for line in said.splitlines() if "javaldx" not in line and "jre" not in line]
    assert not [line for line in told if any(word in line for word in COMPLAINTS)], said
    return (out / "ledger.xlsx").read_bytes()
