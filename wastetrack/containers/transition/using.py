"""Decides what using up a container leaves: fed to treatment, treated by its own unit, or split."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from wastetrack.audit.trail import record
from wastetrack.containers.model import Container
from wastetrack.containers.rules import apportion, split_faults, take_faults
from wastetrack.containers.terms import Batch, Booking, Content, Purpose
from wastetrack.containers.transition.numbers import (
    next_batch,
    next_digital_id,
    next_human_code,
)
from wastetrack.containers.transition.step import end, step, told, weigh
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work


def feed(work: Work, c: Container, *, grams: int, at: datetime, treatment_id: UUID) -> None:
    """A treatment takes grams out; an empty container is treated and has no holder."""
    kind = step(c, "feed")
    check(take_faults(c.mass_g, grams))
    site, facility = c.holder_site_id, c.facility_id
    left = _take(work, c, grams)
    record(
        work,
        kind,
        c,
        container_id=c.id,
        holder_from=site if not left else None,
        site_id=site,
        grams=grams,
        claimed_at=at,
        treatment_id=treatment_id,
        left_g=left,
        facility_id=facility,
        **told(c),
    )


def treat_self(
    work: Work,
    c: Container,
    *,
    grams: int,
    purpose: Purpose,
    method: str,
    facility_id: UUID,
    at: datetime,
    finished_at: datetime,
    batch: str | None = None,
    basis: str | None = None,
    **more: Any,
) -> None:
    """The unit uses or disposes of its own waste (HJ 1259 B.4).

    A batch code that came with an imported row is kept; else it is the next of the day.
    """
    kind = step(c, "treat_self")
    check(take_faults(c.mass_g, grams))
    site = c.holder_site_id
    prefix = Batch.OWN_USE if purpose is Purpose.USE else Batch.OWN_DISPOSAL
    batch = batch or next_batch(work, c.origin_site_id, prefix, local_day(at))
    left = _take(work, c, grams)
    record(
        work,
        kind,
        c,
        container_id=c.id,
        holder_from=site if not left else None,
        site_id=site,
        grams=grams,
        batch_code=batch,
        claimed_at=at,
        basis=basis,
        method=method,
        purpose=purpose,
        treated_in=facility_id,
        finished_at=finished_at,
        left_g=left,
        **more,
        **told(c),
    )


def _take(work: Work, c: Container, grams: int) -> int:
    left = (c.mass_g or 0) - grams
    weigh(c, left)
    if not left:
        end(work, c, Content.TREATED)
    return left


def split(work: Work, c: Container, *, grams: Sequence[int], unit_code: str) -> list[Container]:
    """The parent is no more; its children weigh the same together and keep holder and clock.

    `unit_code` is the holder's: the producer's while he holds it, a hub's when it repacks.
    The children carry today's date in their codes and the oldest first waste as a fact.
    """
    check(split_faults(c.mass_g, grams))
    before = c.model_dump()
    kind = step(c, "part" if c.booking is Booking.ON_LINE else "split")
    children = [_child(work, before, part, unit_code) for part in grams]
    shares, whole = dict(c.shares), sum(grams)
    for child in children:
        if shares and child.mass_g:
            child.shares = apportion(shares, child.mass_g)
            shares = {key: left - child.shares.get(key, 0) for key, left in shares.items()}
    end(work, c, Content.REPACKED)
    record(
        work,
        kind,
        c,
        container_id=c.id,
        manifest_id=before["manifest_id"],
        holder_from=before["holder_site_id"],
        site_id=before["holder_site_id"],
        grams=whole,
        children=[str(child.id) for child in children],
        **told(c),
    )
    for child in children:
        record(
            work,
            "container.split_off",
            child,
            container_id=child.id,
            manifest_id=child.manifest_id,
            holder_to=child.holder_site_id,
            site_id=child.holder_site_id,
            grams=child.mass_g,
            parent=c.human_code,
            **told(child),
        )
    return children


# what a child has of its own; everything else is the parent's
_OWN = frozenset(
    {
        "id",
        "created_at",
        "head_seq",
        "head_hash",
        "digital_id",
        "human_code",
        "label_version",
        "mass_g",
        "shares",
        "parent_id",
        "ended_at",
    }
)


def _child(work: Work, parent: dict[str, Any], grams: int, unit_code: str) -> Container:
    kept = {name: value for name, value in parent.items() if name not in _OWN}
    code = str(parent["waste_code"])
    return Container(
        **kept,
        id=work.new_id(),
        created_at=work.now,
        digital_id=next_digital_id(work, unit_code, code, local_day(work.now)),
        human_code=next_human_code(work),
        mass_g=grams,
        parent_id=parent["id"],
    )
