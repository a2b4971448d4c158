"""The only writer of what stands of a unit, a site's class (HJ 1259-2022 §4.2), a licence, a qualification."""

from collections.abc import Mapping
from uuid import UUID

from wastetrack.audit.trail import record
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Licence, Site, Unit
from wastetrack.parties.queries import (
    crew_of,
    facilities_of,
    get_licence,
    licences_at,
    open_version,
)
from wastetrack.parties.rules import class_of, licence_in_force
from wastetrack.parties.terms import (
    PERMITS,
    ClassFacts,
    FacilityKind,
    LicenceState,
    ManagementClass,
    UnitKind,
    UnitState,
)

_PERMIT_KINDS = frozenset({UnitKind.COLLECTOR, UnitKind.DISPOSER})
# what a version of a licence may say anew
_PARTICULARS = (
    *("kind", "number", "issuer", "codes", "modes", "annual_scale_g", "storage_right"),
    *("valid_from", "valid_to", "file_sha256", "storage_extended_to", "extension_sha256"),
)


def move(work: Work, unit: Unit, to: UnitState, kind: str, reason: str | None = None) -> Unit:
    """Set the state of a locked unit with its event."""
    unit.state, unit.state_reason = to, reason
    record(work, kind, unit, name=unit.name, reason=reason)
    return unit


def class_at(work: Work, unit: Unit, site: Site) -> ManagementClass:
    """The class by what is known here: expected mass, own treatment, a permit or its profession."""
    today = local_day(work.now)
    licences = licences_at(work, unit.id, site.id)
    permit = any(li.kind in PERMITS and not licence_in_force(li, today) for li in licences)
    treats = any(
        f.kind is FacilityKind.TREATMENT and f.active for f in facilities_of(work, [site.id])
    )
    facts = ClassFacts(
        annual_g=unit.expected_g or 0,
        own_treatment=treats,
        permit=permit or bool(_PERMIT_KINDS & set(unit.kinds)),
    )
    return class_of(facts)


def reclass(work: Work, unit: Unit, site: Site) -> None:
    """Look at the class again after a fact changed; what the city adjusted stays as it is."""
    if site.class_document is not None:
        return
    found = class_at(work, unit, site)
    if found is not site.management_class:
        site.management_class = found
        record(work, "unit.classify", site, site_id=site.id, name=site.name, by_rule=True)


def adjust(work: Work, site: Site, to: ManagementClass, document: str) -> Site:
    """Record the city's adjustment with its document (HJ 1259 §4.2.2)."""
    site.management_class, site.class_document = to, document
    record(work, "unit.classify", site, site_id=site.id, basis=document, name=site.name)
    return site


def own_crew(work: Work, unit_id: UUID, phone: str, user_id: UUID) -> None:
    """A driver entered before he had an account finds his trips with it: the phone says who he is."""
    for row in crew_of(work, unit_id):
        if row.phone == phone and row.user_id is None:
            row.user_id = user_id
            record(work, "crew.own", row, name=row.name)


def offer_version(work: Work, row: Licence, values: Mapping[str, object], kind: str) -> Licence:
    """Let the bureau check new particulars: beside a checked licence, in place of an unchecked one."""
    version = row
    if row.state is LicenceState.CHECKED:
        known = open_version(work, row.id)
        version = known or Licence(
            id=work.new_id(),
            created_at=work.now,
            unit_id=row.unit_id,
            site_id=row.site_id,
            changes_id=row.id,
            **{name: getattr(row, name) for name in _PARTICULARS},
        )
    for name, value in values.items():
        setattr(version, name, value)
    version.state, version.state_reason = LicenceState.WAITING, None
    _record(work, kind, version)
    return version


def approve_version(work: Work, version: Licence) -> Licence:
    """The licence that counts from now on: the version itself, or the licence that it changes."""
    version.state_reason = None
    if version.changes_id is None:
        version.state = LicenceState.CHECKED
        _record(work, "licence.approve", version)
        return version
    row = get_licence(work, version.changes_id, lock=True)
    for name in _PARTICULARS:
        setattr(row, name, getattr(version, name))
    _record(work, "licence.approve", row)
    version.state = LicenceState.MERGED
    _record(work, "licence.approve", version)
    return row


def _record(work: Work, kind: str, row: Licence) -> None:
    until = row.storage_extended_to
    record(work, kind, row, site_id=row.site_id, basis=row.number, number=row.number, until=until)
