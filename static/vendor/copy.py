"""Decides which files of the pinned npm packages lie in this tree; seals each with its SHA-256.

Run by `make vendor` after `npm ci`. Only three plain modules are imported on purpose: started as a
script, this file stands in for the library's own `copy`.
"""

import hashlib
import json
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
# package → (folder in this tree, {file in the package: file in the folder})
WANTED = {
    "bootstrap": (
        "static/vendor/bootstrap",
        {"dist/css/bootstrap.min.css": "bootstrap.min.css", "LICENSE": "LICENSE"},
    ),
    "htmx.org": (
        "static/vendor/htmx",
        {"dist/htmx.min.js": "htmx.min.js", "LICENSE": "LICENSE"},
    ),
    "axe-core": (
        "tests/vendor",
        {
            "axe.min.js": "axe.min.js",
            "LICENSE": "axe-LICENSE",
            "LICENSE-3RD-PARTY.txt": "axe-LICENSE-3RD-PARTY.txt",
        },
    ),
}


def copied(name: str) -> dict[str, object]:
    """Copy one package's files and describe them."""
    source = ROOT / "node_modules" / name
    about = json.loads((source / "package.json").read_text(encoding="utf-8"))
    folder, files = WANTED[name]
    sums = {}
    for original, kept in files.items():
        content = (source / original).read_bytes()
        target = ROOT / folder / kept
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        sums[f"{folder}/{kept}"] = hashlib.sha256(content).hexdigest()
    return {
        "name": name,
        "version": about["version"],
        "licence": about["license"],
        "files": sums,
    }


if __name__ == "__main__":
    manifest = json.dumps([copied(name) for name in WANTED], indent=2)
    (ROOT / "static/vendor/MANIFEST.json").write_text(manifest + "\n", encoding="utf-8")
