"""A run of ten thousand labels on one core and on two, against the same pages without the symbol."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.bench.frame import Figure
from tests.paper.label_samples import LABEL, LONGEST
from wastetrack.containers.rules import LabelSigner, human_code
from wastetrack.containers.shapes import LabelSheet
from wastetrack.paper import label_drawing, symbols
from wastetrack.paper.label import label_pdf

RUN, SHORT_RUN, ROUNDS, WASTES = 10_000, 100, 3, 40
SIGNER = LabelSigner("https://wfc.example.cn", bytes(range(32)))


def sheets(count: int, *, signed: bool = True) -> list[LabelSheet]:
    """Labels of forty wastes in turn, a third of them with the longest names, each with its code."""
    made = []
    for number in range(count):
        waste, piece = number % WASTES, number // WASTES
        digital = f"91330604146165334B900{waste:03d}0820261124{piece % 999 + 1:03d}"
        like = LONGEST if waste % 3 == 0 else LABEL
        made.append(
            replace(
                like,
                waste_name=f"{like.waste_name}{waste}",
                digital_id=digital,
                human_code=human_code(number * 7919),
                mass_text=f"{100 + number % 97}.{number % 10} kg",
                qr_text=SIGNER.text(digital, 1) if signed else like.qr_text,
            )
        )
    return made


def _without_symbols() -> None:
    """The same pages without their QR: no signature, no encoding, no drawing."""

    def nothing(*_args: object, **_words: object) -> Any:
        return None

    symbols.symbol = nothing
    label_drawing.draw_symbol = nothing


def _peak_mb() -> float:
    """The most memory this process held; getrusage would tell its parent's from before the start."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def child(count: int, kind: str) -> None:
    """One run in a process of its own: seconds, bytes and peak memory as JSON."""
    if kind == "bare":
        _without_symbols()
    label_pdf(sheets(1), layout="single")  # loads the faces, which a running program has
    start, spent = time.perf_counter(), time.process_time()
    made = label_pdf(sheets(count, signed=kind != "bare"), layout="single")
    seconds, cpu = time.perf_counter() - start, time.process_time() - spent
    peak = _peak_mb()
    print(json.dumps({"seconds": seconds, "cpu": cpu, "bytes": len(made), "mb": peak}))


def _start(count: int, kind: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.bench.labels", str(count), kind]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _told(started: subprocess.Popen[str]) -> dict[str, float]:
    said, _ = started.communicate()
    if started.returncode:
        raise subprocess.CalledProcessError(started.returncode, started.args)
    found: dict[str, float] = json.loads(said)
    return found


def _run(count: int, kind: str) -> dict[str, float]:
    return _told(_start(count, kind))


def _two_halves(count: int) -> float:
    """Seconds until both halves of a run are drawn, each a file of its own process."""
    both = [_start(count // 2, "signed") for _ in range(2)]
    return max(_told(one)["seconds"] for one in both)


def run() -> Iterable[Figure]:
    """Interleaved rounds, medians."""
    ours, bare, two = [], [], []
    for _ in range(ROUNDS):
        ours.append(_run(RUN, "signed"))
        bare.append(_run(RUN, "bare"))
        two.append(_two_halves(RUN))
    rate = RUN / statistics.median(one["seconds"] for one in ours)
    both = RUN / statistics.median(two)
    ratio = statistics.median(b["cpu"] / o["cpu"] for o, b in zip(ours, bare, strict=True))
    plain = RUN / statistics.median(one["seconds"] for one in bare)
    told = f"{RUN:,} labels of {WASTES} wastes, signing included, one process, median of {ROUNDS} interleaved rounds"
    yield Figure("labels", "rate", rate, "labels/s", told, baseline=plain, target=">= 300")
    yield Figure(
        "labels",
        "rate_2",
        both,
        "labels/s",
        f"{RUN:,} labels in two files of half each, drawn by two processes at once",
        target=">= 550",
    )
    yield Figure(
        "labels",
        "ratio_to_bare",
        ratio,
        "x",
        "CPU time of the same pages without signature and QR over ours, median of the rounds",
        target=">= 0.4",
    )
    yield Figure(
        "labels",
        "mb",
        max(one["mb"] for one in ours),
        "MB",
        f"peak memory of the process with {RUN:,} labels",
        target="<= 200",
    )


def size() -> Iterable[Figure]:
    """What a label weighs in a run of a hundred, the faces included."""
    made = label_pdf(sheets(SHORT_RUN), layout="single")
    yield Figure(
        "label_size",
        "kb",
        len(made) / SHORT_RUN / 1000,
        "kB",
        f"a run of {SHORT_RUN} labels of {WASTES} wastes, faces embedded",
        target="<= 12",
    )


if __name__ == "__main__":
    child(int(sys.argv[1]), sys.argv[2])
