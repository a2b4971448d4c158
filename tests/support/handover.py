"""Builders of scans: one, or everything that a manifest expects."""

from collections.abc import Sequence
from itertools import count
from typing import Any

from wastetrack.containers.model import Container
from wastetrack.containers.rules import human_code
from wastetrack.handover.actions.scan import scan
from wastetrack.handover.inputs import ScanInput
from wastetrack.handover.model import Scan
from wastetrack.handover.terms import ScanPlace
from wastetrack.kernel.actor import Actor
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import boxes

_numbers = count(1)
# a code of the right form that no container here carries
NOBODYS = human_code(31 << 30)


def a_scan(
    work: Work, who: Actor, m: Manifest, code: str, place: str = "gate", **over: Any
) -> Scan:
    """One scan by this person, with a nonce of its own."""
    values = {
        "nonce": f"nonce-{next(_numbers):06d}",
        "code": code,
        "place": ScanPlace(place),
        "manifest_id": m.id,
        **over,
    }
    return scan(work.as_actor(who), ScanInput.model_validate(values))


def drums_of(work: Work, m: Manifest) -> list[Container]:
    """The containers on a manifest, in line order."""
    return [container for _, container in boxes(work, m.id)]


def scan_all(
    work: Work, who: Actor, m: Manifest, place: str = "gate", drums: Sequence[Container] = ()
) -> list[Scan]:
    """Every container of the manifest (or these), by its human code."""
    return [a_scan(work, who, m, drum.human_code, place) for drum in drums or drums_of(work, m)]
