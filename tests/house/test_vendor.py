"""Decides that all a browser loads lies in this tree, unchanged, and comes from no other host."""

import hashlib
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
VENDOR = ROOT / "static" / "vendor"
MANIFEST = VENDOR / "MANIFEST.json"
PACKAGES = json.loads(MANIFEST.read_text(encoding="utf-8"))
FILES: dict[str, str] = {path: seal for entry in PACKAGES for path, seal in entry["files"].items()}

# An address in a vendored file's comment is harmless; what counts is whether it is loaded.
LOADS = re.compile(
    r"""url\(\s*["']?(?:https?:)?//|@import\s+(?:url\()?["']?(?:https?:)?//"""
    r"""|importScripts\(\s*["'](?:https?:)?//|sendBeacon\(|new\s+WebSocket\(\s*["']"""
)
XML_NAMESPACE = re.compile(r"http://www\.w3\.org/(?:2000/svg|1999/xlink|1999/xhtml)")
INLINE = re.compile(r"""\sstyle\s*=|\son[a-z]+\s*=\s*["']|<style\b|javascript:""")
OWN_SCRIPT_OR_STYLE = re.compile(r"\.(?:css|js|svg)$")


def own_files() -> list[Path]:
    """List the styles, scripts, drawings and templates that this project wrote itself."""
    static = [
        path
        for path in (ROOT / "static").rglob("*")
        if OWN_SCRIPT_OR_STYLE.search(path.name) and VENDOR not in path.parents
    ]
    return sorted([*static, *(ROOT / "templates").rglob("*.html")])


def shown(path: Path) -> str:
    """Name a file from the root of the project."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", sorted(FILES))
def test_a_vendored_file_is_the_one_that_was_sealed(path: str) -> None:
    assert hashlib.sha256((ROOT / path).read_bytes()).hexdigest() == FILES[path]


def test_nothing_lies_in_the_vendor_folders_unsealed() -> None:
    lying = {
        shown(path)
        for path in VENDOR.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    lying |= {shown(path) for path in (ROOT / "tests" / "vendor").rglob("*") if path.is_file()}
    assert lying - {"static/vendor/MANIFEST.json", "static/vendor/copy.py"} == set(FILES)


def test_every_vendored_package_brings_its_licence_and_the_pinned_version() -> None:
    pins = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    pinned = pins["dependencies"] | pins["devDependencies"]
    assert {entry["name"]: entry["version"] for entry in PACKAGES} == pinned
    for entry in PACKAGES:
        assert any(path.endswith("LICENSE") for path in entry["files"]), entry["name"]


def test_the_lock_names_no_host_to_download_from() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    assert [name for name, entry in lock["packages"].items() if "resolved" in entry] == []


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in sorted(FILES)
        if path.startswith("static/") and path.endswith((".css", ".js"))
    ],
)
def test_a_vendored_file_loads_nothing_from_another_host(path: str) -> None:
    assert LOADS.findall((ROOT / path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", own_files(), ids=shown)
def test_an_own_page_style_or_script_names_no_other_host(path: Path) -> None:
    text = XML_NAMESPACE.sub("", path.read_text(encoding="utf-8"))
    assert re.findall(r".{0,40}://.{0,40}|(?:href|src|action)=[\"']//.{0,40}", text) == []


@pytest.mark.parametrize(
    "path",
    [path for path in own_files() if path.suffix == ".html" and "email" not in path.parts],
    ids=shown,
)
def test_a_page_carries_no_inline_style_or_script(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert INLINE.findall(text) == []
    assert re.findall(r"<script\b(?![^>]*\bsrc=)", text) == []
