"""Drafts a manifest from sealed containers in stock, by the consignor or a proxy with dated consent."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.agreements.model import Consent
from wastetrack.agreements.queries import consent_in_force
from wastetrack.agreements.terms import ConsentScope, TransferType
from wastetrack.containers.machine import obstacles
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Standing
from wastetrack.containers.transition import put_on_line
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing, Violation, check, refuse
from wastetrack.kernel.work import Work
from wastetrack.manifests.inputs import DraftFields, DraftManifest
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import lock_containers
from wastetrack.manifests.rules import paper_faults
from wastetrack.manifests.terms import Entry, Part, State
from wastetrack.manifests.transition import add_line, begin, next_reference
from wastetrack.parties.model import Site, Unit
from wastetrack.parties.queries import sites_by_id, units_by_id
from wastetrack.parties.terms import UnitState
from wastetrack.trips.model import Trip


@dataclass(frozen=True, slots=True)
class Named:
    """The parties that a draft names."""

    consignor: Unit
    consignor_site: Site
    receiver: Unit
    receiver_site: Site
    carrier: Unit | None


def draft(work: Work, data: DraftManifest) -> Manifest:
    """A new manifest with one line per container, which no other manifest can book."""
    named = parties_of(work, data.consignor_site_id, data)
    consent = _consent(work, data.proxy_unit_id, named.consignor)
    places = [Place(Position.CONSIGNOR, named.consignor.id, named.consignor_site.id)]
    if consent is not None:
        places.append(Place(Position.PROXY, consent.proxy_unit_id))
    elif _own(work, data.proxy_unit_id) and not _own(work, named.consignor.id):
        raise refuse("manifests.no_consent", "consignor_site_id", unit=named.consignor.name)
    require(work.actor, Action.MANIFEST_DRAFT, *places)
    containers = bookable(work, data, named.consignor_site.id, request_id=data.request_id)
    check(paper_faults(data.paper_no, data.paper_ground))
    trip = _trip(work.session, data.trip_id)
    m = Manifest(
        id=work.new_id(),
        created_at=work.now,
        reference=next_reference(work),
        state=State.DRAFT,
        consignor_unit_id=named.consignor.id,
        consignor_site_id=named.consignor_site.id,
        proxy_unit_id=data.proxy_unit_id if consent else None,
        consent_id=consent.id if consent else None,
        receiver_unit_id=named.receiver.id,
        receiver_site_id=named.receiver_site.id,
        receiver_kind=data.receiver_kind,
        transfer_type=transfer_type(data, named),
        trip_id=trip.id if trip else None,
        paper=bool(data.paper_no),
        paper_no=data.paper_no,
        paper_ground=data.paper_ground,
        previous_id=data.previous_id,
        request_id=data.request_id,
    )
    apply_fields(m, data, named)
    if trip is not None:
        m.carrier_unit_id = trip.carrier_unit_id
    if not m.consignor_handler and _own(work, named.consignor.id):
        m.consignor_handler = work.actor.name
    m.mass_g = sum(planned_grams(data, c) for c in containers)
    begin(work, m)
    for number, container in enumerate(containers, start=1):
        add_line(work, m, number, container, planned_grams(data, container))
        put_on_line(work, container, m.id)
    return m


def parties_of(work: Work, consignor_site_id: UUID, data: DraftFields) -> Named:
    """The named sites and units in two statements; a counterpart needs no scope."""
    sites = sites_by_id(work, [consignor_site_id, data.receiver_site_id])
    if consignor_site_id not in sites:
        raise Missing("site")
    if data.receiver_site_id not in sites:
        raise refuse("manifests.receiver_unknown", "receiver_site_id")
    if consignor_site_id == data.receiver_site_id:
        raise refuse("manifests.same_party", "receiver_site_id")
    ours, theirs = sites[consignor_site_id], sites[data.receiver_site_id]
    units = units_by_id(work, [ours.unit_id, theirs.unit_id, data.carrier_unit_id])
    if data.carrier_unit_id is not None and data.carrier_unit_id not in units:
        raise refuse("manifests.carrier_unknown", "carrier_unit_id")
    carrier = units.get(data.carrier_unit_id) if data.carrier_unit_id else None
    return Named(units[ours.unit_id], ours, units[theirs.unit_id], theirs, carrier)


def bookable(
    work: Work,
    data: DraftFields,
    site_id: UUID,
    *,
    request_id: UUID | None,
    own: UUID | None = None,
) -> list[Container]:
    """The containers locked, in the order given; every one that cannot be booked is told.

    `own` is the manifest whose lines already book some of them.
    """
    wanted = list(dict.fromkeys(data.container_ids))
    found = {c.id: c for c in lock_containers(work, wanted)}
    faults: list[Violation] = []
    for container_id in wanted:
        c = found.get(container_id)
        if c is None or c.holder_site_id != site_id:
            faults.append(Violation("manifests.container_elsewhere", "container_ids"))
        elif own is None or c.manifest_id != own:
            faults.extend(_free(c, request_id))
    check(dict.fromkeys(faults))
    return [found[container_id] for container_id in wanted]


def _free(c: Container, request_id: UUID | None) -> list[Violation]:
    faults = [
        Violation(fault.code, "container_ids", fault.params)
        for fault in obstacles(
            "put_on_line", Standing(c.content, c.custody, c.booking), c.human_code
        )
    ]
    if c.request_id is not None and c.request_id != request_id:
        params: dict[str, object] = {"container": c.human_code}
        faults.append(Violation("manifests.container_requested", "container_ids", params))
    return faults


def planned_grams(data: DraftFields, container: Container) -> int:
    """What was planned for it, else what it weighed."""
    given = {item.container_id: item.planned_g for item in data.planned}
    return given.get(container.id, container.mass_g or 0)


def transfer_type(data: DraftFields, named: Named) -> TransferType:
    """As given, else by the provinces of the two parties."""
    if data.transfer_type is not None:
        return data.transfer_type
    same = named.consignor.province_code == named.receiver.province_code
    return TransferType.PROVINCE if same else TransferType.CROSS


def apply_fields(m: Manifest, data: DraftFields, named: Named) -> None:
    """Part 1 from what was given, completed from what the site already says."""
    site = named.consignor_site
    m.carrier_unit_id = data.carrier_unit_id
    m.consignor_handler = data.consignor_handler
    m.consignor_phone = data.consignor_phone or named.consignor.phone
    m.emergency_phone = data.emergency_phone or site.emergency_phone or ""
    m.emergency_measures = data.emergency_measures or site.emergency_measures
    m.shipper, m.note = data.shipper, data.note
    m.un_number, m.un_class = data.un_number, data.un_class
    m.un_none_reason = data.un_none_reason
    m.entries = entries_of(named)


def entries_of(named: Named) -> dict[str, str]:
    """Parties without account: their part is entered by the other side (model.md §5)."""
    units = {
        Part.CONSIGNOR: named.consignor,
        Part.CARRIER: named.carrier,
        Part.RECEIVER: named.receiver,
    }
    return {
        part.value: Entry.OUTSIDE.value
        for part, unit in units.items()
        if unit is not None and unit.state is UnitState.OUTSIDE
    }


def _consent(work: Work, proxy_unit_id: UUID | None, consignor: Unit) -> Consent | None:
    if proxy_unit_id is None:
        return None
    day = local_day(work.now)
    return consent_in_force(work, consignor.id, proxy_unit_id, ConsentScope.MANIFEST, day)


def _own(work: Work, unit_id: UUID | None) -> bool:
    return any(seat.unit_id == unit_id for seat in work.actor.seats)


def _trip(session: Session, trip_id: UUID | None) -> Trip | None:
    if trip_id is None:
        return None
    trip = session.get(Trip, trip_id)
    if trip is None:
        raise refuse("manifests.trip_missing", "trip_id")
    return trip
