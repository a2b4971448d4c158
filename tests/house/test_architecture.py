"""ARCHITECTURE.md shows the machine as it is; UPDATE=1 writes it again."""

import os
import re

from config import ROOT
from wastetrack.manifests.machine import diagram

PAGE = ROOT / "ARCHITECTURE.md"
BETWEEN = re.compile(r"(<!-- machine:begin -->\n).*?(<!-- machine:end -->)", re.DOTALL)


def test_the_diagram_is_the_machine() -> None:
    text = PAGE.read_text()
    drawn = BETWEEN.sub(lambda m: f"{m[1]}```mermaid\n{diagram()}\n```\n{m[2]}", text)
    if os.environ.get("UPDATE"):  # noqa: TID251
        PAGE.write_text(drawn)
    assert PAGE.read_text() == drawn


def test_every_room_stands_in_the_picture() -> None:
    picture = PAGE.read_text().split("```")[1]
    rooms = {
        path.name for path in (ROOT / "wastetrack").iterdir() if (path / "__init__.py").exists()
    }
    assert {room for room in rooms if room not in picture} == set()


def test_every_file_that_the_page_names_is_there() -> None:
    named = re.findall(r"`((?:\w+/)+[\w*]+(?:\.\w+)?)`", PAGE.read_text())
    missing = []
    for name in named:
        found = [
            *(ROOT / "wastetrack").glob(f"{name.rstrip(chr(42))}*"),
            *ROOT.glob(f"{name.rstrip(chr(42))}*"),
        ]
        if not found:
            missing.append(name)
    assert missing == []
