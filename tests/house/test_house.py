"""The habits of the house, read from the source itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from config import ROOT, TEMPLATES
from wastetrack.access.policy import GRANTS, Action, Position

PACKAGE = ROOT / "wastetrack"
# the room that owns the words before the colon
ROOM_OF = {
    "people": "people",
    "audit": "audit",
    "container": "containers",
    "amendment": "containers",
    "trip": "trips",
    "manifest": "manifests",
    "case": "cases",
    "treatment": "treatments",
    "handover": "handover",
    "pickup": "pickups",
    "alert": "deadlines",
    "report": "deadlines",
    "ledger": "ledger",
    "solid": "solids",
    "reference": "catalog",
    "oversight": "oversight",
    **dict.fromkeys(
        ("unit", "site", "facility", "licence", "printer", "vehicle", "crew", "stream"), "parties"
    ),
    **dict.fromkeys(("contract", "plan", "consent", "approval"), "agreements"),
}


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE), ast.parse(path.read_text())


def calls(tree: ast.Module, name: str) -> int:
    return sum(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == name
        for node in ast.walk(tree)
    )


def assigned(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else []
        found |= {t.attr for t in targets if isinstance(t, ast.Attribute)}
    return found


def test_there_is_one_commit_in_the_house() -> None:
    committing = [str(path) for path, tree in sources() if calls(tree, "commit")]
    assert committing == ["kernel/database.py"]


def test_a_manifest_changes_state_only_in_its_transition() -> None:
    writers = {
        str(path)
        for path, tree in sources()
        if path.parts[0] in {"manifests", "web", "handover"} and "state" in assigned(tree)
    }
    assert {w for w in writers if "transition" not in w} == set()


def test_a_container_changes_custody_only_in_its_transition() -> None:
    guarded = {"content", "custody", "booking", "holder_site_id", "holder_unit_id", "held_as"}
    writers = {str(path) for path, tree in sources() if guarded & assigned(tree)}
    assert {w for w in writers if "transition" not in w} == set()


@pytest.mark.parametrize("action", list(Action), ids=lambda a: a.value)
def test_every_action_has_a_grant_and_its_room_asks_for_it(action: Action) -> None:
    assert GRANTS.get(action), f"{action.value} is granted to nobody"
    room = ROOM_OF[action.value.split(":")[0]]
    text = "\n".join(path.read_text() for path in (PACKAGE / room).rglob("*.py"))
    assert f"Action.{action.name}" in text, f"{room} never asks for {action.value}"


def test_everybody_in_the_policy_has_a_position() -> None:
    used = {grant.position for grants in GRANTS.values() for grant in grants}
    assert used <= set(Position)
    assert set(GRANTS) == set(Action)


def test_every_module_says_in_one_sentence_what_it_decides() -> None:
    silent = [
        str(path)
        for path, tree in sources()
        if "fonts" not in path.parts and not (ast.get_docstring(tree) or "").strip()
    ]
    assert silent == []


def test_no_file_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "helpers", "common", "misc", "manager"}
    named = [str(path) for path, _ in sources() if path.stem in drawers]
    assert [name for name in named if not name.startswith("words/")] == []


def test_no_template_carries_script_or_style_or_another_host() -> None:
    faults = []
    for path in sorted(TEMPLATES.rglob("*.html")):
        text = path.read_text()
        if re.search(r"\son\w+\s*=|\sstyle\s*=|<script(?![^>]*\ssrc=)|<style", text):
            faults.append(f"{path.name}: inline")
        if re.search(r"(?:src|href|action)\s*=\s*[\"']?(?:https?:)?//", text):
            faults.append(f"{path.name}: another host")
    assert faults == []


def test_the_lock_files_name_no_host() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        assert "://" not in (ROOT / name).read_text(), name
    # npm repeats each package's own funding page; where a package is fetched from is `resolved`
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()
