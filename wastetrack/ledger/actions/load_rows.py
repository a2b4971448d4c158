"""Decides what one good row becomes: a unit with its site and store, containers, or a place in a store."""

from collections.abc import Callable
from typing import Any

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.audit.trail import record
from wastetrack.catalog.queries import law_basis
from wastetrack.containers.actions.open import open_container
from wastetrack.containers.inputs import OpenContainer
from wastetrack.containers.terms import Batch, MassSource, Purpose
from wastetrack.containers.transition import treat_self
from wastetrack.kernel.actor import Actor, Role, Seat
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.ledger.inputs import ProducedRow, UnitRow
from wastetrack.ledger.queries.judging_moved import Treating
from wastetrack.ledger.queries.judging_stored import Storing
from wastetrack.ledger.queries.known import IMPORTED
from wastetrack.ledger.queries.land import FIRST_STORE, Land, Spot
from wastetrack.ledger.rules import even_parts, packaging_of
from wastetrack.ledger.transition import Source, stow
from wastetrack.parties.actions.add_facility import add_facility
from wastetrack.parties.actions.add_site import add_site
from wastetrack.parties.actions.enrol_unit import enrol_unit
from wastetrack.parties.inputs import Enrolment, FacilityInput, SiteInput
from wastetrack.parties.model import Unit
from wastetrack.parties.terms import Band, FacilityKind, Packaging

STORE_NAME = "危险废物贮存点"


def load_unit(work: Work, land: Land, fresh: tuple[UnitRow, str], source: Source) -> None:
    """A unit without account, in the state registration would give it, with its site and store."""
    require(work.actor, Action.LEDGER_IMPORT)
    row, town = fresh
    unit = land.units.get(row.credit_code)
    if unit is None:
        unit = enrol_unit(
            work,
            Enrolment(
                credit_code=row.credit_code,
                phone=row.phone,
                name=row.name,
                industry=row.industry,
                expected=_band(row.expected_g),
                code_reason=row.code_reason or None,
            ),
        )
        work.session.flush()
        land.units[row.credit_code] = unit
    inside = work.as_actor(_for_unit(work.actor, unit))
    site = add_site(
        inside,
        unit.id,
        SiteInput(
            name=row.site_name,
            division_code=town,
            address=row.address,
            emergency_phone=row.phone,
        ),
    )
    work.session.flush()
    record(
        work,
        IMPORTED,
        site,
        site_id=site.id,
        basis=source.file_name,
        name=site.name,
        import_id=source.import_id,
        line=source.line,
        ledger_row=row.kept(),
    )
    work.session.flush()
    limit = law_basis(work, "PT-3T", local_day(work.now)).limit
    capacity = row.capacity_g or limit
    add_facility(
        inside,
        site.id,
        FacilityInput(
            code=row.store or FIRST_STORE,
            name=STORE_NAME if capacity <= limit else "危险废物贮存库",
            kind=FacilityKind.POINT if capacity <= limit else FacilityKind.STORE,
            capacity_g=capacity,
        ),
    )


def _for_unit(actor: Actor, unit: Unit) -> Actor:
    """Acts for the unit that has nobody yet; the person stays named by id."""
    seat = Seat(unit_id=unit.id, unit_name=unit.name, role=Role.ADMIN, kinds=tuple(unit.kinds))
    return Actor(user_id=actor.user_id, name="台账导入", seats=(seat,), system=True)


def _band(expected_g: int | None) -> Band:
    known = expected_g or 0
    return max((band for band in Band if band.grams <= known), key=lambda band: band.grams)


def load_produced(work: Work, land: Land, fresh: tuple[ProducedRow, Spot], source: Source) -> None:
    """One sealed container for each code of the row; without codes one lot (HJ 1259 B.1)."""
    require(work.actor, Action.LEDGER_IMPORT)
    row, spot = fresh
    site = spot.site
    if site is None:
        raise Missing(spot.site_name)
    stream = land.streams.get(site.id, {}).get(row.code)
    kept, names = row.kept(), row.codes or ("",)
    for name, grams in zip(names, even_parts(row.grams, len(names)), strict=True):
        container = open_container(
            work,
            OpenContainer(
                site_id=site.id,
                stream_id=stream.id if stream else None,
                mass_g=grams,
                waste_code=row.code,
                waste_name=row.name,
                packaging=Packaging(packaging_of(row.packaging)) if row.packaging else None,
                first_waste_at=row.at,
                mass_source=MassSource.DECLARED,
                is_lot=not row.codes and row.quantity != 1,
                batch_code=row.batch,
            ),
        )
        record(
            work,
            IMPORTED,
            container,
            container_id=container.id,
            site_id=site.id,
            grams=grams,
            basis=source.file_name,
            import_id=source.import_id,
            line=source.line,
            code=name,
            ledger_row=kept,
            waste_name=container.waste_name,
            waste_code=container.waste_code,
            container=container.human_code,
        )


def load_stored(work: Work, land: Land, fresh: tuple[Storing, Spot], source: Source) -> None:
    """The containers of a batch stand in the store that the row names (HJ 1259 B.2)."""
    require(work.actor, Action.LEDGER_IMPORT)
    task, _ = fresh
    if task.store is None:
        raise Missing(task.row.store)
    for container in task.containers:
        stow(work, container, task.store, task.row, source)


def load_own(work: Work, land: Land, fresh: tuple[Treating, Spot], source: Source) -> None:
    """Own use or disposal of another system is the same act here, under its own batch (HJ 1259 B.4)."""
    require(work.actor, Action.LEDGER_IMPORT)
    task, _ = fresh
    row = task.row
    use = row.batch.startswith(Batch.OWN_USE)
    for container, grams in task.parts:
        treat_self(
            work,
            container,
            grams=grams,
            purpose=Purpose.USE if use else Purpose.DISPOSE,
            method=row.method,
            facility_id=task.facility.id,
            at=row.at,
            finished_at=row.finished,
            batch=row.batch,
            basis=source.file_name,
            import_id=source.import_id,
            line=source.line,
            ledger_row=row.kept(),
        )


LOADERS: dict[str, Callable[[Work, Land, Any, Source], None]] = {
    "units": load_unit,
    "b1": load_produced,
    "b2": load_stored,
    "b4": load_own,
}
