"""Decides how a party without account is entered: from its number and file, once per code."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may, require
from wastetrack.audit.trail import record
from wastetrack.catalog.queries import catalogue
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work
from wastetrack.parties.inputs import OutsideParty
from wastetrack.parties.model import Licence, Site, Unit
from wastetrack.parties.queries import find_unit_by_code
from wastetrack.parties.rules import (
    code_faults,
    kind_faults,
    outside_licence_faults,
    search_text,
    unknown_codes,
)
from wastetrack.parties.terms import LicenceState, ManagementClass, UnitState


def add_outside(work: Work, data: OutsideParty, *, invented: bool = False) -> Unit:
    """Add an outside party with its site and permit; a code already here is returned as it is."""
    seats = (Place(Position.OWN, seat.unit_id) for seat in work.actor.seats)
    require(work.actor, Action.UNIT_ADD_OUTSIDE, *seats)
    if (known := find_unit_by_code(work, data.credit_code)) is not None:
        return known
    check(
        [
            *code_faults(data.credit_code, data.code_reason),
            *kind_faults(data.kinds),
            *outside_licence_faults(data.licence_kind, data.licence_number, data.licence_dates),
            *unknown_codes(data.licence_codes, catalogue(work), "licence_codes"),
        ]
    )
    unit = Unit(
        id=work.new_id(),
        created_at=work.now,
        credit_code=data.credit_code,
        code_reason=data.code_reason,
        name=data.name,
        search=search_text(data.name, data.credit_code),
        kinds=[kind.value for kind in dict.fromkeys(data.kinds)],
        phone=data.phone,
        state=UnitState.OUTSIDE,
        province_code=data.division_code[:2],
        invented=invented,
    )
    record(work, "unit.add_outside", unit, name=unit.name)
    work.session.flush()
    site = Site(
        id=work.new_id(),
        created_at=work.now,
        unit_id=unit.id,
        name=data.name,
        division_code=data.division_code,
        address=data.address,
        emergency_phone=data.phone,
        management_class=ManagementClass.KEY,
    )
    record(work, "site.add", site, site_id=site.id, name=site.name)
    work.session.flush()
    _licence(work, unit.id, site.id, data)
    return unit


def _licence(work: Work, unit_id: UUID, site_id: UUID, data: OutsideParty) -> None:
    if data.licence_kind is None or data.licence_dates is None:
        return
    row = Licence(
        id=work.new_id(),
        created_at=work.now,
        unit_id=unit_id,
        site_id=site_id,
        kind=data.licence_kind,
        number=data.licence_number,
        issuer=data.licence_issuer,
        codes=data.licence_codes,
        modes=[mode.value for mode in data.licence_modes],
        valid_from=data.licence_dates[0],
        valid_to=data.licence_dates[1],
        # what the bureau enters from number and file it has seen; what a unit enters waits for that
        state=LicenceState.CHECKED if _by_bureau(work) else LicenceState.WAITING,
    )
    record(work, "licence.add", row, site_id=site_id, basis=row.number, number=row.number)


def _by_bureau(work: Work) -> bool:
    return may(work.actor, Action.LICENCE_APPROVE) or work.actor.system
