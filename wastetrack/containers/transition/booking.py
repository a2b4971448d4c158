"""Decides what a container is booked for: nothing, a pickup request, or a line of a manifest."""

from uuid import UUID

from wastetrack.audit.trail import record
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Booking
from wastetrack.containers.transition.step import step, told
from wastetrack.kernel.work import Work


def request(work: Work, c: Container, request_id: UUID) -> None:
    """A sealed container goes on a pickup request."""
    kind = step(c, "request")
    c.request_id, c.requested_at = request_id, work.now
    record(work, kind, c, container_id=c.id, site_id=c.holder_site_id, **told(c))


def unrequest(work: Work, c: Container) -> None:
    """The request is declined, cancelled, or does without this container."""
    kind = step(c, "unrequest")
    c.request_id = c.requested_at = None
    record(work, kind, c, container_id=c.id, site_id=c.holder_site_id, **told(c))


def put_on_line(work: Work, c: Container, manifest_id: UUID) -> None:
    """A line of a manifest books the container; a second manifest cannot."""
    kind = step(c, "put_on_line")
    c.manifest_id = manifest_id
    record(
        work,
        kind,
        c,
        container_id=c.id,
        manifest_id=manifest_id,
        site_id=c.holder_site_id,
        **told(c),
    )


def take_off_line(work: Work, c: Container) -> None:
    """The line lets go; a container that was asked for is asked for again."""
    kind = step(c, "take_off_line")
    manifest_id, c.manifest_id = c.manifest_id, None
    c.booking = Booking.REQUESTED if c.request_id else Booking.NONE
    record(
        work,
        kind,
        c,
        container_id=c.id,
        manifest_id=manifest_id,
        site_id=c.holder_site_id,
        **told(c),
    )
