"""Opens a case and tells both parties at once (部令第23号 §18¶2 for a mismatch at receipt)."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.trail import record
from wastetrack.cases.inputs import OpenCase
from wastetrack.cases.model import Case
from wastetrack.cases.queries import parties_of
from wastetrack.cases.rules import opening_faults
from wastetrack.cases.terms import CaseKind
from wastetrack.containers.model import Container
from wastetrack.containers.queries import find_by_code
from wastetrack.kernel.errors import Missing, check, refuse
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.outbox.queue import put
from wastetrack.parties.model import Site


def open_case(
    work: Work,
    kind: CaseKind,
    site_id: UUID,
    unit_id: UUID,
    title: str,
    *,
    other_unit_id: UUID | None = None,
    other_site_id: UUID | None = None,
    manifest_id: UUID | None = None,
    container_id: UUID | None = None,
    detail: Mapping[str, object] | None = None,
    reported_to: str | None = None,
    reported_at: datetime | None = None,
    basis: str | None = None,
) -> Case:
    """Open a case at a site; the other party is whoever can say more about it."""
    require(work.actor, Action.CASE_OPEN, Place(Position.OWN, unit_id, site_id))
    case = Case(
        id=work.new_id(),
        created_at=work.now,
        kind=kind,
        site_id=site_id,
        unit_id=unit_id,
        other_unit_id=other_unit_id,
        other_site_id=other_site_id,
        manifest_id=manifest_id,
        container_id=container_id,
        title=title,
        detail=dict(detail or {}),
        reported_to=reported_to,
        reported_at=(reported_at or work.now) if reported_to else None,
    )
    record(
        work,
        "case.open",
        case,
        container_id=container_id,
        manifest_id=manifest_id,
        site_id=site_id,
        basis=basis,
        title=title,
        case_kind=kind,
    )
    for party in parties_of(case):
        put(work, "case.open", to_unit_id=party, case_id=case.id, title=title, case_kind=kind)
    return case


def open_by_hand(work: Work, data: OpenCase) -> Case:
    """A person opens a case; the other party follows from the manifest or the container named."""
    site = work.session.get(Site, data.site_id)
    if site is None:
        raise Missing("site")
    require(work.actor, Action.CASE_OPEN, Place(Position.OWN, site.unit_id, site.id))
    check(opening_faults(data.kind))
    manifest = _manifest(work, data.manifest_reference, site)
    container = _container(work, data.container_code)
    other_unit, other_site = _other(site, manifest, container)
    return open_case(
        work,
        data.kind,
        site.id,
        site.unit_id,
        data.title,
        other_unit_id=other_unit,
        other_site_id=other_site,
        manifest_id=manifest.id if manifest else None,
        container_id=container.id if container else None,
        detail={"note": data.note},
    )


def _manifest(work: Work, reference: str, site: Site) -> Manifest | None:
    if not reference:
        return None
    found = work.session.exec(
        select(Manifest).where(
            (col(Manifest.reference) == reference.upper())
            | (col(Manifest.national_no) == reference)
        )
    ).first()
    parties = (found.consignor_unit_id, found.receiver_unit_id, found.carrier_unit_id, found.proxy_unit_id) if found else ()  # fmt: skip
    if found is None or site.unit_id not in parties:
        raise refuse("cases.no_such_manifest", "manifest_reference", reference=reference)
    return found


def _container(work: Work, code: str) -> Container | None:
    if not code:
        return None
    found = find_by_code(work, code)
    if found is None:
        raise refuse("cases.no_such_container", "container_code", text=code)
    return found


def _other(
    site: Site, manifest: Manifest | None, container: Container | None
) -> tuple[UUID | None, UUID | None]:
    """Who else is asked: the far end of the manifest, else whoever made or holds the container."""
    ends: list[tuple[UUID | None, UUID | None]] = []
    if manifest is not None:
        ends = [
            (manifest.consignor_unit_id, manifest.consignor_site_id),
            (manifest.receiver_unit_id, manifest.receiver_site_id),
        ]
    elif container is not None:
        ends = [
            (container.origin_unit_id, container.origin_site_id),
            (container.holder_unit_id, container.holder_site_id),
        ]
    found = (end for end in ends if end[0] is not None and end[0] != site.unit_id)
    return next(found, (None, None))
