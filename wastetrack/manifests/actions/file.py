"""Files a draft: the gates of contract, plan, licence and approval, and every field of part 1 (部令23 §§10, 14)."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.agreements.rules import choose_contract
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import FileManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import filing_consent, gather
from wastetrack.manifests.rules import licence_for, need_faults
from wastetrack.manifests.terms import Facts, Need, Part
from wastetrack.manifests.transition import Desk, advance, consent_by_setting, outside
from wastetrack.parties.queries import units_by_id


def file(
    work: Work,
    manifest_id: UUID,
    data: FileManifest | None = None,
    *,
    auto_consent: bool = False,
) -> Manifest:
    """Filed, with plan, contract and permit written down; ready at once where the district says so."""
    desks: list[Desk] = []

    def effect(desk: Desk) -> dict[str, object]:
        desks.append(desk)
        m, facts = desk.manifest, desk.facts
        if facts is None:
            raise AssertionError("filing has needs")
        _refresh_labels(desk, facts)
        contract = choose_contract(facts.contracts or (), facts.asked, facts.day)[0]
        licence = licence_for(facts)
        m.contract_id = contract.id if contract else None
        m.plan_id = facts.plan.id if facts.plan else None
        m.licence_id = licence.id if licence else None
        m.approval_id = next((a.id for a in facts.approvals.values()), None)
        m.filed_at = work.now
        m.mass_g = sum(facts.asked.values())
        return {
            **_proxy(desk, facts),
            "plan": facts.plan.number if facts.plan else None,
            "contract": contract.number if contract else None,
            "licence": licence.number if licence else None,
        }

    m = advance(work, manifest_id, Action.MANIFEST_FILE, data or FileManifest(), effect)
    # the setting speaks for the district's own receivers; one outside answers by his own number
    if auto_consent and not outside(m, Part.RECEIVER):
        _consent(work, m, desks[0])
    return m


def _proxy(desk: Desk, facts: Facts) -> dict[str, object]:
    """Who filed in the consignor's name, and under which consent."""
    m = desk.manifest
    consent = filing_consent(desk.work, m) if facts.by_proxy else None
    if consent is None or m.proxy_unit_id is None:
        return {}
    name = units_by_id(desk.work, [m.proxy_unit_id])[m.proxy_unit_id].name
    return {"proxy": name, "consent_id": consent.id}


def _refresh_labels(desk: Desk, facts: Facts) -> None:
    """A label reprinted since drafting is the one that counts from here on."""
    current = {line.number: line.current_label for line in facts.lines}
    for line in desk.loaded:
        if line.label_version != current[line.number]:
            line.label_version = current[line.number]
            desk.note(line)


def _consent(work: Work, m: Manifest, desk: Desk) -> None:
    """Only where the receiver's gates are open; otherwise it waits for the receiver."""
    needs = (Need.LICENCE, Need.SCALE, Need.CAPACITY)
    lines = desk.facts.lines if desk.facts else ()
    facts = gather(work, m, desk.parties, lines, needs)
    if not need_faults(needs, facts):
        consent_by_setting(work, m)
