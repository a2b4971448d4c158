"""Which permits are near their end or their annual scale: LIC and SCALE."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col

from wastetrack.deadlines.queries.lookout import Lookout
from wastetrack.deadlines.rules import date_level, elapsed_year, share_level
from wastetrack.deadlines.terms import Finding, RuleCode
from wastetrack.manifests.model import Manifest
from wastetrack.parties.model import Licence, Site
from wastetrack.parties.terms import PERMITS, LicenceKind, LicenceState

Sites = Sequence[UUID] | None


def _permits(look: Lookout) -> list[tuple[Licence, UUID]]:
    """Checked permits not ended, each with the site it belongs to (the unit's first when it names none)."""
    rows = look.work.session.execute(
        select(Licence, col(Site.id))
        .join(Site, col(Site.unit_id) == col(Licence.unit_id))
        .where(
            col(Licence.kind).in_(PERMITS),
            col(Licence.state) == LicenceState.CHECKED,
            col(Licence.ended_on).is_(None),
        )
        .order_by(col(Licence.id), col(Site.id))
    )
    first: dict[UUID, tuple[Licence, UUID]] = {}
    for licence, site_id in rows:
        first.setdefault(licence.id, (licence, licence.site_id or site_id))
    return list(first.values())


def expiring(look: Lookout, sites: Sites = None) -> list[Finding]:
    """LIC: permits near their end that no later permit of the same kind follows."""
    rule = look.rule(RuleCode.LIC)
    if rule is None:
        return []
    permits = _permits(look)
    latest: dict[tuple[UUID, LicenceKind], date] = {}
    for licence, _ in permits:
        key = (licence.unit_id, licence.kind)
        latest[key] = max(licence.valid_to, latest.get(key, licence.valid_to))
    found: list[Finding] = []
    for licence, site_id in permits:
        level = date_level(rule, licence.valid_to, look.now, look.days)
        followed = licence.valid_to < latest[licence.unit_id, licence.kind]
        if level is None or followed or (sites is not None and site_id not in sites):
            continue
        found.append(
            Finding(
                rule=RuleCode.LIC,
                level=level,
                site_id=site_id,
                unit_id=licence.unit_id,
                subject_key=str(licence.id),
                licence_id=licence.id,
                due_on=licence.valid_to,
                facts={"number": licence.number},
            )
        )
    return found


def over_scale(look: Lookout, sites: Sites = None) -> list[Finding]:
    """SCALE: accepted this calendar year under a permit against its own annual scale."""
    rule = look.rule(RuleCode.SCALE)
    scaled = [(row, site) for row, site in _permits(look) if row.annual_scale_g]
    if rule is None or not scaled:
        return []
    accepted = _accepted(look, [row.id for row, _ in scaled])
    found: list[Finding] = []
    for licence, site_id in scaled:
        if not licence.valid_from <= look.today <= licence.valid_to:
            continue
        mass = accepted.get(licence.id, 0)
        level = share_level(rule, mass, licence.annual_scale_g or 0)
        if level is None or (sites is not None and site_id not in sites):
            continue
        found.append(
            Finding(
                rule=RuleCode.SCALE,
                level=level,
                site_id=site_id,
                unit_id=licence.unit_id,
                subject_key=str(licence.id),
                licence_id=licence.id,
                mass_g=mass,
                facts={"number": licence.number, "limit_g": licence.annual_scale_g},
            )
        )
    return found


def _accepted(look: Lookout, licences: Sequence[UUID]) -> dict[UUID, int]:
    """The year's accepted grams by licence: one sum, read from its index alone."""
    start, end = elapsed_year(look.today)
    rows = look.work.session.execute(
        select(col(Manifest.licence_id), func.sum(col(Manifest.mass_g)))
        .where(
            col(Manifest.licence_id).in_(licences),
            col(Manifest.received_at) >= start,
            col(Manifest.received_at) < end,
        )
        .group_by(col(Manifest.licence_id))
    )
    return {licence_id: int(grams or 0) for licence_id, grams in rows if licence_id is not None}
