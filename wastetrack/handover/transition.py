"""What every act at the gate shares: the vehicle arrives once, and a difference becomes one case."""

from collections.abc import Sequence
from datetime import datetime

from wastetrack.cases.actions.open import open_case
from wastetrack.cases.model import Case
from wastetrack.cases.queries import find_open_case
from wastetrack.cases.terms import CaseKind
from wastetrack.catalog.queries import law_bases
from wastetrack.handover.inputs import AtGate
from wastetrack.handover.terms import Comparison, Difference
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.arrive import arrive
from wastetrack.manifests.inputs import ArriveManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.terms import State

# the duty to report a mismatch (部令第23号 §18¶2), cited on the case when the catalogue has its row
REPORT_BASIS = "MF-REPORT"


def reach_gate(work: Work, m: Manifest, data: AtGate) -> tuple[Manifest, int | None]:
    """Weigh the loaded vehicle in if it has not been; returns what `seen` still has to be checked."""
    if m.state is not State.IN_TRANSIT:
        return m, data.seen
    if data.gross_g is None:
        raise refuse("handover.gross_missing", "gross_g")
    given = ArriveManifest(seen=data.seen, gross_g=data.gross_g, at=data.at)
    return arrive(work, m.id, given), None


def open_difference(
    work: Work,
    m: Manifest,
    lines: Sequence[Difference],
    result: Comparison,
    *,
    refused: bool = False,
    reported_to: str = "",
    reported_at: datetime | None = None,
) -> Case | None:
    """Tell both parties, with the report to the receiving place's authority as a record."""
    if not lines and not result.beside:
        return None
    kind = CaseKind.REFUSAL if refused else CaseKind.DISCREPANCY
    standing = find_open_case(work, m.id, kind)
    if standing is not None:
        return standing
    basis = law_bases(work, local_day(work.now)).get(REPORT_BASIS)
    return open_case(
        work,
        kind,
        m.receiver_site_id,
        m.receiver_unit_id,
        "整批拒收" if refused else "到货与联单不符",
        other_unit_id=m.consignor_unit_id,
        other_site_id=m.consignor_site_id,
        manifest_id=m.id,
        detail={
            "lines": [line.told() for line in lines],
            "stray": [{"code": s.code, "verdict": s.verdict.value} for s in result.beside],
        },
        reported_to=reported_to or None,
        reported_at=reported_at,
        basis=basis.basis if basis else None,
    )
