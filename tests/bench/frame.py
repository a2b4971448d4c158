"""What a benchmark reports: one row per metric, ours beside its baseline from the same run."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One measured value. `target` reads like '>= 0.25'; empty when printed for information."""

    name: str
    metric: str
    ours: float
    unit: str
    conditions: str
    baseline: float | None = None
    target: str = ""

    @property
    def ratio(self) -> float | None:
        return self.ours / self.baseline if self.baseline else None

    @property
    def judged(self) -> float:
        return self.ours

    @property
    def holds(self) -> bool | None:
        """Whether the target is met; None when there is none."""
        if not self.target:
            return None
        sign, bound = self.target.split()
        return self.judged >= float(bound) if sign == ">=" else self.judged <= float(bound)


Bench = Callable[[], Iterable[Figure]]


def show(figures: Iterable[Figure], out: Path | None) -> int:
    """Print the table and write the rows as JSON; the number of targets missed."""
    rows = list(figures)
    print(
        f"\n{'name':<18}{'metric':<16}{'ours':>12}{'baseline':>12}{'ratio':>9}  {'target':<10}{'holds':<7}unit"
    )
    for row in rows:
        baseline = "" if row.baseline is None else f"{row.baseline:,.2f}"
        ratio = "" if row.ratio is None else f"{row.ratio:.3f}"
        holds = {True: "yes", False: "NO", None: ""}[row.holds]
        print(
            f"{row.name:<18}{row.metric:<16}{row.ours:>12,.3f}{baseline:>12}{ratio:>9}  "
            f"{row.target:<10}{holds:<7}{row.unit}"
        )
        print(f"{'':<18}{row.conditions}")
    if out is not None:
        body = [{**asdict(r), "ratio": r.ratio, "holds": r.holds} for r in rows]
        out.write_text(json.dumps(body, ensure_ascii=False, indent=1))
    return sum(row.holds is False for row in rows)
