"""Reads what the needs of a step look at, and nothing that it does not need."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlmodel import col

from wastetrack.agreements.model import Consent
from wastetrack.agreements.queries import approval_for, consent_in_force
from wastetrack.agreements.terms import (
    ConsentFacts,
    ConsentScope,
    TransferType,
)
from wastetrack.kernel.clock import local_day, start_of_day
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.queries.carriage import Crewed, carrier_fact
from wastetrack.manifests.queries.papers import contracts_between, licences_by_unit, plan_fact
from wastetrack.manifests.queries.sums import in_states, licence_mass, moved, plan_use, room_at
from wastetrack.manifests.rules import licence_for
from wastetrack.manifests.shapes import Parties
from wastetrack.manifests.terms import (
    ApprovalFact,
    Facts,
    LineFact,
    Need,
    PlanFact,
)
from wastetrack.parties.terms import LicenceFacts

__all__ = ["filing_consent", "gather", "in_states"]


def gather(
    work: Work,
    m: Manifest,
    parties: Parties,
    lines: Sequence[LineFact],
    needs: Collection[Need],
    *,
    by_proxy: bool = False,
    trip: Crewed | None = None,
) -> Facts:
    """The frozen facts for these needs; each costs one statement at most, most of them none."""
    wanted = set(needs)
    day = local_day(work.now)
    codes = {line.waste_code for line in lines if not line.left_out}
    licences: dict[UUID, list[LicenceFacts]] = {}
    if wanted & {Need.LICENCE, Need.SCALE, Need.CARRIER}:
        units = {m.receiver_unit_id}
        if Need.CARRIER in wanted and m.carrier_unit_id is not None:
            units.add(m.carrier_unit_id)
        licences = licences_by_unit(work, units)
    facts = Facts(
        day=day,
        year=day.year,
        receiver_unit_id=m.receiver_unit_id,
        receiver_site_id=m.receiver_site_id,
        lines=tuple(lines),
        transfer_type=m.transfer_type,
        receiver_kind=m.receiver_kind,
        consignor_state=parties.consignor_state,
        receiver_state=parties.receiver_state,
        consignor_province=parties.consignor_province,
        receiver_province=parties.receiver_province,
        shipper=m.shipper,
        un_number=m.un_number,
        un_class=m.un_class,
        un_none_reason=m.un_none_reason,
        emergency_phone=m.emergency_phone,
        emergency_measures=m.emergency_measures,
        paper=m.paper,
        national_no=m.national_no,
        paper_no=m.paper_no,
        paper_ground=m.paper_ground,
        signed_at=m.signed_at,
        by_proxy=by_proxy,
        consent=_consent(work, m) if by_proxy and Need.CONSENT in wanted else None,
        contracts=contracts_between(work, m.consignor_unit_id, m.receiver_unit_id)
        if Need.CONTRACT in wanted
        else None,
        plan=_plan(work, m, day.year) if Need.PLAN in wanted else None,
        licences=tuple(licences.get(m.receiver_unit_id, ())),
        approvals=_approvals(work, m, codes, day) if Need.APPROVAL in wanted else {},
        room=room_at(work, m.receiver_site_id, m.id) if Need.CAPACITY in wanted else None,
        carrier=carrier_fact(work, m, trip, licences) if Need.CARRIER in wanted else None,
    )
    # which permit takes it is known only now: its scale counts what was filed under it
    licence = licence_for(facts) if Need.SCALE in wanted else None
    if licence is None or licence.annual_scale_g is None:
        return facts
    accepted, under_way = licence_mass(work, licence, day.year, but=m.id)
    return replace(facts, accepted_g=accepted, under_way_g=under_way)


def filing_consent(work: Work, m: Manifest) -> Consent | None:
    """The consent under which the proxy may file, not only draft."""
    if m.proxy_unit_id is None:
        return None
    today = local_day(work.now)
    return consent_in_force(work, m.consignor_unit_id, m.proxy_unit_id, ConsentScope.FILING, today)


def _consent(work: Work, m: Manifest) -> ConsentFacts | None:
    drafted = work.session.get(Consent, m.consent_id) if m.consent_id else None
    row = filing_consent(work, m) or drafted
    if row is None:
        return None
    given = local_day(row.given_at)
    return ConsentFacts(tuple(row.scope), given, row.valid_to, ended=row.ended_at is not None)


def _plan(work: Work, m: Manifest, year: int) -> PlanFact | None:
    plan = plan_fact(work, m.consignor_site_id, year)
    if plan is None:
        return None
    return replace(plan, used=plan_use(work, m.consignor_site_id, year, but=m.id))


def _approvals(
    work: Work, m: Manifest, codes: Collection[str], day: date
) -> dict[str, ApprovalFact]:
    if m.transfer_type is TransferType.PROVINCE:
        return {}
    found: dict[str, ApprovalFact] = {}
    for code in sorted(codes):
        row = approval_for(work, m.consignor_unit_id, m.receiver_unit_id, code, day, lock=True)
        if row is None:
            continue
        where = [
            col(Manifest.consignor_unit_id) == m.consignor_unit_id,
            col(Manifest.receiver_unit_id) == m.receiver_unit_id,
            col(Manifest.filed_at) >= start_of_day(row.valid_from),
            col(ManifestLine.waste_code) == code,
        ]
        used = sum(int(grams) for _, grams in work.session.exec(moved(where, m.id)))
        found[code] = ApprovalFact(row.number, row.approved_g, used, row.id)
    return found
