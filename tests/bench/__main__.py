"""`make bench`: runs the named benchmarks and prints their rows."""

import argparse
import sys
from pathlib import Path

from tests.bench import file_manifest, label_decode, labels, ledger_export, pages, sweep
from tests.bench.frame import Bench, Figure, show

BENCHES: dict[str, Bench] = {
    "file_manifest": file_manifest.run,
    "manifest_page": pages.manifest_page,
    "manifest_list": pages.manifest_list,
    "sweep": sweep.run,
    "labels": labels.run,
    "label_decode": label_decode.run,
    "label_size": labels.size,
    "ledger_export": ledger_export.run,
}


def main() -> int:
    """Run what was asked for; exit 0 even where a target is missed: a figure is not a test."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--only", default=",".join(BENCHES))
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    unknown = [name for name in given.only.split(",") if name not in BENCHES]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; known: {', '.join(BENCHES)}")
    figures: list[Figure] = []
    for name in given.only.split(","):
        print(f"== {name}", flush=True)
        figures.extend(BENCHES[name]())
    missed = show(figures, given.json)
    print(f"\n{len(figures)} figures, {missed} targets missed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
