"""Writes the official numbers on a manifest, or puts it on the paper path (部令23 §§15, 20)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.kernel.errors import Violation, check, refuse
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import AttachCopy, BackfillManifest, NumberManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import number_taken
from wastetrack.manifests.rules import number_faults, paper_faults
from wastetrack.manifests.terms import State
from wastetrack.manifests.transition import Desk, advance

_BEFORE_DEPARTURE = frozenset({State.FILED, State.READY})


def number(work: Work, manifest_id: UUID, data: NumberManifest) -> Manifest:
    """Entered, never minted: checked for form, prefecture and year, and unique."""

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        if not (data.national_no or data.provincial_no or data.paper_no or data.paper_ground):
            raise refuse("manifests.number_missing", "national_no")
        faults = paper_faults(data.paper_no, data.paper_ground)
        if data.paper_no and m.state not in _BEFORE_DEPARTURE:
            faults.append(Violation("manifests.paper_too_late", "paper_no"))
        check(faults)
        put_numbers(desk, data)
        if data.paper_no:
            m.paper, m.paper_no, m.paper_ground = True, data.paper_no, data.paper_ground
        return {"number": m.national_no or m.provincial_no or m.paper_no}

    return advance(work, manifest_id, Action.MANIFEST_NUMBER, data, effect)


def put_numbers(desk: Desk, data: NumberManifest | BackfillManifest | AttachCopy) -> None:
    """Set the numbers that were given; one that stands is changed by a correction only."""
    work, m = desk.work, desk.manifest
    faults: list[Violation] = []
    if data.national_no:
        division = desk.parties.consignor_division
        faults.extend(number_faults(data.national_no, division, m.filed_at, work.now))
    given = {"national_no": data.national_no, "provincial_no": data.provincial_no}
    for column, text in given.items():
        standing = getattr(m, column)
        if not text or text == standing:
            continue
        if standing and m.state not in _BEFORE_DEPARTURE:
            faults.append(Violation("manifests.number_stands", column, {"number": standing}))
        elif number_taken(work, column, text, m.id):
            faults.append(Violation("manifests.number_taken", column, {"number": text}))
    check(faults)
    m.national_no = data.national_no or m.national_no
    m.provincial_no = data.provincial_no or m.provincial_no
