"""Long exports in the browser: asked for, how far it is, and the file with its hash for thirty days."""

from uuid import UUID

from flask import current_app, request, send_file, url_for

from wastetrack import words
from wastetrack.access.policy import Action
from wastetrack.audit.looks import Look
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.files import FileStore
from wastetrack.kernel.work import Work
from wastetrack.parties.queries import sites_by_id, units_by_id
from wastetrack.reports.actions.ask_export import ask_export
from wastetrack.reports.actions.stop_export import stop_export
from wastetrack.reports.inputs import AskExport
from wastetrack.reports.queries.exports import get_export, list_exports
from wastetrack.reports.terms import EXPORTS_FOLDER, OPEN, ExportState, Kind
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound
from wastetrack.web.ledger import PAPER_MOST, asked_period, asked_site
from wastetrack.web.papers import PDF, XLSX

room = Room("exports", __name__)


def asked_kind() -> Kind:
    """The register that the address names; B.1 when none is."""
    text = request.args.get("kind", "")
    return next((kind for kind in Kind if kind == text), Kind.B1)


def asked_paper() -> bool:
    """Whether somebody came from a paper too long for a request."""
    return request.args.get("paper") == "1"


@room.page("/exports", asks=Action.LEDGER_READ)
def index(work: Work, bound: Bound[AskExport] | None = None) -> Rendered:
    """Ask for a file, and the files there are, newest first."""
    page = list_exports(work, request.args.get("after"))
    site = asked_site(work)
    form = bound or Bound.blank(
        AskExport,
        door.lang(),
        kind=asked_kind().value,
        on_paper=asked_paper(),
        period=asked_period(work).key,
        site_id=site.id if site else None,
    )
    form.choose("kind", words.choices(door.lang(), Kind))
    sites = sites_by_id(work, {row.site_id for row in page.rows if row.site_id})
    units = units_by_id(work, {row.unit_id for row in page.rows if row.unit_id})
    return door.render(
        "exports/index.html",
        form=form,
        long=asked_paper(),
        most=PAPER_MOST,
        site=site,
        bureau=work.actor.is_authority,
        rows=page.rows,
        site_names={key: found.name for key, found in sites.items()},
        unit_names={key: found.name for key, found in units.items()},
        next_href=url_for("exports.index", after=page.after) if page.after else "",
    )


@room.mutation("/exports", data=AskExport, form=index)
def ask(work: Work, data: AskExport) -> str:
    """The worker takes it from here."""
    return url_for("exports.show", id=ask_export(work, data).id)


@room.page("/exports/<uuid:id>")
def show(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """How far it is; when it is there, the file with its hash."""
    row = get_export(work, id)
    return door.render(
        "exports/show.html", row=row, state=row.state.value, running=row.state in OPEN
    )


@room.page("/exports/<uuid:id>/progress")
def progress(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The progress part alone: the page asks for it every two seconds."""
    row = get_export(work, id)
    return door.render("exports/_progress.html", row=row, running=row.state in OPEN)


@room.page("/exports/<uuid:id>/file", logged=Look.EXPORT)
def download(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The file, as long as it is kept."""
    row = get_export(work, id)
    if row.state is not ExportState.DONE or row.file_sha256 is None:
        raise Missing("export")
    if row.unit_id is not None:
        door.about(row.unit_id)
    files: FileStore = current_app.extensions["files"]
    path = files.beside(EXPORTS_FOLDER).path(row.file_sha256)
    if not path.exists():
        raise Missing("export")
    return send_file(
        path,
        mimetype=PDF if row.on_paper else XLSX,
        as_attachment=True,
        download_name=row.file_name,
    )


@room.mutation("/exports/<uuid:id>/stop")
def halt(work: Work, id: UUID) -> str:  # noqa: A002
    """Write no further."""
    stop_export(work, id)
    return url_for("exports.show", id=id)
