"""Judges a scan and compares expected with scanned: facts are never refused, only judged."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from wastetrack.containers.rules import is_digital_id, is_human_code
from wastetrack.handover.terms import (
    COUNTED,
    STRAY,
    Comparison,
    Decided,
    Difference,
    Expected,
    Match,
    ScanFact,
    Seen,
    Verdict,
    Weighing,
)
from wastetrack.kernel.errors import Violation

# intervals e of a 60 t weighbridge and of a 3 t floor scale
BRIDGE_E_G, FLOOR_E_G = 20_000, 1_000


def judge(fact: ScanFact) -> Verdict:
    """The one verdict of a scan; what must be mended first comes first."""
    if not fact.known:
        return Verdict.UNKNOWN
    if fact.counted_before:
        return Verdict.DUPLICATE
    if fact.scanned_version is not None and fact.scanned_version != fact.current_version:
        return Verdict.OLD_LABEL
    if not fact.on_manifest:
        return Verdict.EXTRA if fact.of_consignor else Verdict.WRONG_UNIT
    return Verdict.EXPECTED if fact.sealed else Verdict.NOT_SEALED


def compare(expected: Sequence[Expected], seen: Sequence[Seen]) -> Comparison:
    """What was there, what was not, and what was there besides.

    The last weight given for a container counts, so that a second look may bring the scale.
    """
    here = {s.container_id for s in seen if s.verdict in COUNTED}
    weights: dict[UUID, int] = {}
    strays: dict[str, Seen] = {}
    unknown: dict[str, Seen] = {}
    wanted = {item.container_id for item in expected}
    for scan in seen:
        if scan.container_id in wanted:
            if scan.mass_g is not None and scan.container_id is not None:
                weights[scan.container_id] = scan.mass_g
        elif scan.verdict in STRAY:
            strays.setdefault(str(scan.container_id), scan)
        elif scan.verdict is Verdict.UNKNOWN:
            unknown.setdefault(scan.code, scan)
    return Comparison(
        expected=tuple(expected),
        matched=tuple(
            Match(item, weights.get(item.container_id))
            for item in expected
            if item.container_id in here
        ),
        missing=tuple(item for item in expected if item.container_id not in here),
        stray=tuple(strays.values()),
        unknown=tuple(unknown.values()),
    )


def code_faults(code: str) -> list[Violation]:
    """A code whose form or check fails is a slip of the hand, not a thing that stands there."""
    if is_human_code(code) or is_digital_id(code):
        return []
    return [Violation("handover.code_form", "code", {"input": code[:40]})]


def undo_faults(scan_verdict: Verdict, *, mine: bool, open_: bool) -> list[Violation]:
    """Only one's own scan of a code that nobody knows, and only until the load is decided."""
    if scan_verdict is not Verdict.UNKNOWN:
        return [Violation("handover.undo_known")]
    if not mine:
        return [Violation("handover.undo_others")]
    return [] if open_ else [Violation("handover.undo_late")]


def accept_all_faults(result: Comparison) -> list[Violation]:
    """Everything is taken in one act only when nothing differs; else each line is decided."""
    found: list[Violation] = []
    if result.missing:
        codes = [item.code for item in result.missing]
        found.append(Violation("handover.missing_at_gate", "", {"codes": codes}))
    if result.stray:
        codes = [item.code for item in result.stray]
        found.append(Violation("handover.stray_at_gate", "", {"codes": codes}))
    heavier = [m.expected.code for m in result.matched if m.difference_g]
    if heavier:
        found.append(Violation("handover.other_weight", "", {"codes": heavier}))
    return found


def scale_error(load_g: int, interval_g: int) -> int:
    """What one weighing on a class III scale in service may be off by: twice 0.5, 1 or 1.5 e."""
    steps = load_g / interval_g
    halves = 1 if steps <= 500 else 2 if steps <= 2000 else 3
    return halves * interval_g


def weigh(gross_g: int | None, tare_g: int | None, expected_g: int) -> Weighing | None:
    """Net against expected with the combined error of both weighings; None until both are known."""
    if gross_g is None or tare_g is None:
        return None
    error = scale_error(gross_g, BRIDGE_E_G) + scale_error(tare_g, BRIDGE_E_G)
    return Weighing(gross_g - tare_g, expected_g, error)


def weighing_faults(gross_g: int | None, tare_g: int | None) -> list[Violation]:
    """An empty vehicle is lighter than the loaded one."""
    if gross_g is not None and tare_g is not None and tare_g >= gross_g:
        return [Violation("handover.tare_over_gross", "tare_g")]
    return []


def loading_faults(
    lines: Collection[UUID], loaded: Collection[UUID], *, picked: bool
) -> list[Violation]:
    """What is ticked as loaded stands on this manifest, and something is."""
    if set(loaded) - set(lines):
        return [Violation("handover.not_on_manifest", "loaded")]
    if picked and not loaded:
        return [Violation("handover.nothing_loaded", "loaded")]
    return []


def unscanned_faults(
    missing: Sequence[Expected], aboard: Mapping[UUID, bool], reason: str
) -> list[Violation]:
    """Before the wheels turn: each container that nobody scanned stays behind, or is aboard for a reason."""
    untold = [item.code for item in missing if item.line_id not in aboard]
    if untold:
        return [Violation("handover.unscanned_untold", "unscanned", {"codes": untold})]
    if not reason and any(aboard[item.line_id] for item in missing):
        return [Violation("handover.unscanned_reason_missing", "unscanned_reason")]
    return []


def differences(lines: Sequence[Decided]) -> list[Difference]:
    """Lines that both parties must hear of: refused, of another kind, or off by more than a scale is."""
    return [
        Difference(
            number=line.expected.number,
            code=line.expected.code,
            waste_name=line.expected.waste_name,
            shipped_g=line.expected.grams,
            accepted_g=line.accepted_g,
            refused_g=line.refused_g,
            difference_g=line.difference_g,
            dimensions=line.dimensions,
            note=line.note,
        )
        for line in lines
        if line.refused_g
        or line.dimensions
        or abs(line.difference_g) > scale_error(line.expected.grams, FLOOR_E_G)
    ]


def refusal_faults(reason: str, reported_to: str) -> list[Violation]:
    """A refusal of the whole names its reason and the authority that was told."""
    found: list[Violation] = []
    if len(reason) < 2:
        found.append(Violation("handover.reason_missing", "opinion"))
    if len(reported_to) < 1:
        found.append(Violation("handover.report_missing", "reported_to"))
    return found
