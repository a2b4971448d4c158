"""Licences with their files: entered, looked at, ended."""

from uuid import UUID

from flask import Response, current_app, request, url_for

from wastetrack import words
from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may
from wastetrack.audit.looks import Look
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.files import FileStore, Stored, kind_of
from wastetrack.kernel.work import Work
from wastetrack.parties.actions.add_licence import add_licence
from wastetrack.parties.actions.end_licence import end_licence
from wastetrack.parties.actions.keep_file import keep_file
from wastetrack.parties.inputs import Decision, LicenceInput
from wastetrack.parties.queries import (
    find_site,
    find_unit,
    get_licence,
    get_unit,
    open_version,
    sites_of_units,
)
from wastetrack.parties.rules import document_state
from wastetrack.parties.terms import EXTENDABLE, DocumentState, LicenceState, Mode
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound, file_name

room = Room("licences", __name__)
FILE = "file_sha256"


def files() -> FileStore:
    """The application's file store."""
    store: FileStore = current_app.extensions["files"]
    return store


def kept_file(work: Work, unit_id: UUID, name: str) -> str | None:
    """The hash of the file that came with this form, noted for the unit; never one typed in."""
    sent = sent_file(name)
    return keep_file(work, *sent, unit_id).sha256 if sent else None


def sent_file(name: str) -> tuple[Stored, str] | None:
    """An uploaded file, put into the store; the act may run twice, so it is read from its start."""
    sent = request.files.get(name)
    if sent is None or not sent.filename:
        return None
    sent.stream.seek(0)
    return files().put(sent.stream.read(), name), file_name(sent)


@room.page("/units/<uuid:id>/licences/new")
def new(work: Work, id: UUID, bound: Bound[LicenceInput] | None = None) -> Rendered:  # noqa: A002
    """A permit, an approval or a transport licence."""
    unit = get_unit(work, id)
    form = (bound or Bound.blank(LicenceInput, door.lang())).need(FILE)
    sites = [(str(site.id), site.name) for site in sites_of_units(work, [unit.id])]
    chosen = request.form.get("site_id", "")
    return door.render(
        "parties/licence_form.html", form=form, unit=unit, places=sites, chosen=chosen
    )


@room.mutation("/units/<uuid:id>/licences/new", data=LicenceInput, form=new)
def add(work: Work, data: LicenceInput, id: UUID) -> str:  # noqa: A002
    """Enter the licence with its file."""
    data = data.model_copy(update={FILE: kept_file(work, id, FILE)})
    row = add_licence(work, id, data, site_id=_site_id())
    return url_for("licences.show", id=row.id)


def _site_id() -> UUID | None:
    text = request.form.get("site_id", "")
    try:
        return UUID(text) if text else None
    except ValueError as error:
        raise Missing(text) from error


@room.page("/licences/<uuid:id>", logged=Look.UNIT)
def show(work: Work, id: UUID, bound: Bound[Decision] | None = None) -> Rendered:  # noqa: A002
    """One licence: what it lets its holder do, and where its check stands."""
    row = get_licence(work, id)
    door.about(row.unit_id)
    place = Place(Position.OWN, row.unit_id, row.site_id)
    waits = row.state is LicenceState.WAITING and row.ended_on is None
    counts = row.state is LicenceState.CHECKED and row.ended_on is None
    state = document_state(row.valid_to, local_day(work.now), row.ended_on)
    return door.render(
        "parties/licence.html",
        row=row,
        state=state,
        modes=[words.label(door.lang(), Mode(mode)) for mode in row.modes],
        unit=find_unit(work, row.unit_id),
        site=find_site(work, row.site_id) if row.site_id else None,
        version=open_version(work, row.id) if counts else None,
        end=bound or Bound.blank(Decision, door.lang()),
        may_change=row.ended_on is None
        and row.state is not LicenceState.MERGED
        and may(work.actor, Action.LICENCE_CHANGE, place),
        may_extend=counts
        and row.kind in EXTENDABLE
        and may(work.actor, Action.LICENCE_EXTEND, place),
        may_approve=waits and may(work.actor, Action.LICENCE_APPROVE),
        may_return=waits and may(work.actor, Action.LICENCE_RETURN),
        may_end=may(work.actor, Action.LICENCE_END, place) and state is not DocumentState.ENDED,
    )


@room.mutation("/licences/<uuid:id>/end", data=Decision, form=show)
def end(work: Work, data: Decision, id: UUID) -> str:  # noqa: A002
    """End the licence before its time."""
    return url_for("licences.show", id=end_licence(work, id, data).id)


@room.page("/licences/<uuid:id>/file", logged=Look.FILE)
def file(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The licence's file, for whoever may see the licence."""
    return served(get_licence(work, id).file_sha256)


@room.page("/licences/<uuid:id>/extension-file")
def extension_file(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The approval of a longer storage time, for whoever may see the licence."""
    return served(get_licence(work, id).extension_sha256)


def served(sha256: str | None) -> Rendered:
    """A stored file for whoever may see the record that names it."""
    try:
        content = files().get(sha256 or "")
    except (FileNotFoundError, IsADirectoryError) as error:
        raise Missing(str(sha256)) from error
    # never run or drawn inside our pages: told what it is by its content, and kept apart
    headers = {"Content-Security-Policy": "default-src 'none'; sandbox"}
    mime = kind_of(content) or "application/octet-stream"
    return Response(content, mimetype=mime, headers=headers)
