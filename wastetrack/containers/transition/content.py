"""Decides what becomes of the content: opened, full, sealed, corrected, void, identified, printed."""

from collections.abc import Mapping
from datetime import datetime

from wastetrack.audit.trail import record
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Batch, Content, MassSource
from wastetrack.containers.transition.numbers import next_batch, next_digital_id
from wastetrack.containers.transition.step import end, step, told, weigh
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.work import Work


def begin(work: Work, c: Container) -> None:
    """A new container enters the trail with its batch of production (HJ 1259 B.1)."""
    record(
        work,
        "container.open",
        c,
        container_id=c.id,
        holder_to=c.holder_site_id,
        site_id=c.origin_site_id,
        grams=c.mass_g,
        batch_code=c.batch_code,
        claimed_at=c.first_waste_at,
        **told(c),
    )


def fill(work: Work, c: Container, *, at: datetime) -> None:
    """It is full; it is weighed at sealing."""
    kind = step(c, "fill")
    c.full_at = at
    record(work, kind, c, container_id=c.id, site_id=c.holder_site_id, claimed_at=at, **told(c))


def seal(
    work: Work,
    c: Container,
    *,
    grams: int,
    source: MassSource,
    scale: str | None,
    at: datetime,
) -> None:
    """Closed and weighed: mass and code are fixed from here on; in a store it is 入库."""
    kind = step(c, "seal")
    weigh(c, grams)
    c.mass_source, c.scale = source, scale
    c.sealed_at, c.full_at = at, c.full_at or at
    batch = None
    if c.facility_id is not None and c.holder_site_id is not None:
        batch = next_batch(work, c.holder_site_id, Batch.STORED, local_day(at))
    record(
        work,
        kind,
        c,
        container_id=c.id,
        site_id=c.holder_site_id,
        grams=grams,
        batch_code=batch,
        claimed_at=at,
        **told(c),
    )


def correct(
    work: Work,
    c: Container,
    changes: Mapping[str, object],
    *,
    reason: str,
    document: str | None,
) -> None:
    """Set what was entered wrongly; another code or first day gives a new digital id."""
    kind = step(c, "correct")
    for name, value in changes.items():
        if name == "mass_g" and isinstance(value, int):
            weigh(c, value)
        else:
            setattr(c, name, value)
    if {"waste_code", "first_waste_at"} & changes.keys() and c.digital_id is not None:
        day = local_day(c.first_waste_at or c.created_at)
        c.digital_id = next_digital_id(work, c.digital_id[:18], c.waste_code, day)
    c.label_version += 1
    record(
        work,
        kind,
        c,
        container_id=c.id,
        site_id=c.holder_site_id,
        grams=c.mass_g,
        basis=document,
        reason=reason,
        **told(c),
    )


def reprint(work: Work, c: Container) -> None:
    """A new label; a scan of any older one is told as old."""
    kind = step(c, "print")
    c.label_version += 1
    record(
        work,
        kind,
        c,
        container_id=c.id,
        site_id=c.holder_site_id,
        version=c.label_version,
        **told(c),
    )


def void(work: Work, c: Container, *, reason: str) -> None:
    """It was registered by mistake."""
    kind = step(c, "void")
    holder, grams, facility = c.holder_site_id, c.mass_g, c.facility_id
    end(work, c, Content.VOID)
    record(
        work,
        kind,
        c,
        container_id=c.id,
        holder_from=holder,
        site_id=holder,
        grams=grams,
        reason=reason,
        facility_id=facility,
        **told(c),
    )


def identify(work: Work, c: Container, *, document: str, at: datetime, by: str) -> None:
    """Identification found it not hazardous: it leaves the loop by that report."""
    kind = step(c, "identify")
    holder, grams, facility = c.holder_site_id, c.mass_g, c.facility_id
    end(work, c, Content.VOID)
    record(
        work,
        kind,
        c,
        container_id=c.id,
        holder_from=holder,
        site_id=holder,
        grams=grams,
        claimed_at=at,
        basis=document,
        by=by,
        facility_id=facility,
        **told(c),
    )
