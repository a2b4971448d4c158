"""Importing a workbook in the browser: the upload, how far it is, what was wrong, and going on without that."""

from collections import defaultdict
from uuid import UUID

from flask import current_app, request, url_for

from wastetrack import words
from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.audit.looks import Look
from wastetrack.kernel.errors import Missing, Violation, refuse
from wastetrack.kernel.files import FileStore
from wastetrack.kernel.work import Work
from wastetrack.ledger.actions.accept_good import accept_good
from wastetrack.ledger.actions.stop import stop
from wastetrack.ledger.actions.upload import upload
from wastetrack.ledger.inputs import UploadImport, check_file
from wastetrack.ledger.model import Import
from wastetrack.ledger.queries import get_import, list_imports
from wastetrack.ledger.rules import LAYOUTS, NAMES
from wastetrack.ledger.shapes import error_workbook
from wastetrack.ledger.terms import OPEN, ImportState, Sheet
from wastetrack.web import door, forms
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound
from wastetrack.web.ledger import asked_site
from wastetrack.web.papers import workbook

room = Room("imports", __name__)
# reasons shown on the page; the error workbook has all of them
SHOWN_PROBLEMS = 50


def files() -> FileStore:
    """The application's stored files."""
    found: FileStore = current_app.extensions["files"]
    return found


@room.page("/ledger/imports", asks=Action.LEDGER_IMPORT)
def index(work: Work) -> Rendered:
    """Uploads, newest first."""
    page = list_imports(work, request.args.get("after"))
    return door.render(
        "ledger/imports.html",
        rows=page.rows,
        next_href=url_for("imports.index", after=page.after) if page.after else "",
    )


@room.page("/ledger/imports/new", asks=Action.LEDGER_IMPORT)
def new(work: Work, bound: Bound[UploadImport] | None = None) -> Rendered:
    """Choose a workbook; for a unit it goes to one site, for the bureau the rows name theirs."""
    site = None if work.actor.is_authority else asked_site(work)
    if site is None and not work.actor.is_authority:
        return door.render("ledger/no_site.html", bureau=False)
    place = [Place(Position.OWN, site.unit_id, site.id)] if site else []
    require(work.actor, Action.LEDGER_IMPORT, *place)
    form = bound or Bound.blank(UploadImport, door.lang(), site_id=site.id if site else None)
    return door.render("ledger/import.html", form=form, site=site)


def _named() -> dict[str, object]:
    sent = request.files.get("file")
    return {"file": forms.file_name(sent) if sent else ""}


@room.mutation("/ledger/imports/new", data=UploadImport, form=new, fixed=_named)
def take(work: Work, data: UploadImport) -> str:
    """Keep the file and begin; up to 200 rows are loaded at once, more go to the worker."""
    sent = request.files.get("file")
    if sent is not None:
        sent.stream.seek(0)  # the act may run again after a lost race
    given = forms.upload(request.files, "file")
    if given is None:
        raise refuse("ledger.no_file", "file")
    content, _ = given
    stored = files().put(_checked(content), spreadsheet=True)
    row = upload(work, stored, files(), data)
    return url_for("imports.show", id=row.id)


def _checked(content: bytes) -> bytes:
    """A file that is no workbook is told what it is, before it is kept."""
    if not content.startswith(b"PK"):
        check_file(content)
    return content


@room.page("/ledger/imports/<uuid:id>")
def show(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """How far it is, and the rows that were bad with their reasons."""
    row = get_import(work, id)
    return door.render(
        "ledger/import_page.html",
        row=row,
        state=row.state.value,
        running=row.state in OPEN,
        problems=[_problem(p) for p in row.problems[:SHOWN_PROBLEMS]],
        more=max(len(row.problems) - SHOWN_PROBLEMS, 0),
        may_go_on=row.state in {ImportState.REFUSED, ImportState.STOPPED} and row.rows > row.bad,
    )


@room.page("/ledger/imports/<uuid:id>/progress")
def progress(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The progress part alone: the page asks for it every two seconds."""
    row = get_import(work, id)
    return door.render("ledger/_progress.html", row=row, running=row.state in OPEN)


@room.page("/ledger/imports/<uuid:id>/errors.xlsx", logged=Look.EXPORT)
def errors(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The upload with the reasons beside the original cells."""
    row = get_import(work, id)
    return workbook(errors_of(row, files(), door.lang()), f"有错的行 {row.file_name}")


@room.mutation("/ledger/imports/<uuid:id>/accept-good")
def go_on(work: Work, id: UUID) -> str:  # noqa: A002
    """Load what is good."""
    row = accept_good(work, id, files())
    return url_for("imports.show", id=row.id)


@room.mutation("/ledger/imports/<uuid:id>/stop")
def halt(work: Work, id: UUID) -> str:  # noqa: A002
    """Stop after the batch at hand."""
    row = stop(work, id)
    return url_for("imports.show", id=row.id)


def errors_of(row: Import, store: FileStore, lang: str) -> bytes:
    """The error workbook of an upload in the reader's language."""
    notes: dict[tuple[str, int], list[str]] = defaultdict(list)
    for p in row.problems:
        notes[p["sheet"], p["line"]].append(_sentence(lang, p))
    try:
        content = store.get(row.file_sha256)
    except FileNotFoundError:
        raise Missing(str(row.id)) from None
    return error_workbook(content, notes, words.say(lang, "没有导入的原因"))


def _sentence(lang: str, problem: dict[str, object]) -> str:
    params = problem["params"] if isinstance(problem["params"], dict) else {}
    return words.sentence(lang, Violation(str(problem["code"]), "", params))


def _problem(problem: dict[str, object]) -> dict[str, object]:
    sheet = Sheet(str(problem["sheet"]))
    titles = {c.key: c.title for c in LAYOUTS[sheet]}
    return {
        "sheet": NAMES[sheet],
        "line": problem["line"],
        "column": titles.get(str(problem["column"]), ""),
        "text": _sentence(door.lang(), problem),
    }
