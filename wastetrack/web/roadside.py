"""The roadside check: a symbol on the manifest's paper or the driver's screen, and the page behind it.

The page needs no account. What it shows is what a genuine, unexpired token was made for; every look
that comes with a token of ours is kept in the access log.
"""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from flask import Response, current_app

from wastetrack import words
from wastetrack.audit.looks import Look
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import manifest_page, manifest_sheet, page_by_pass, standing_of
from wastetrack.manifests.rules import RoadsidePass, carries_pass, read_pass
from wastetrack.manifests.shapes import ManifestPage, ManifestSheet
from wastetrack.manifests.terms import PassProof, PassReading
from wastetrack.paper import qr
from wastetrack.paper.manifest_pdf import fingerprint
from wastetrack.reports.queries.roadside import roadside_card
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.scanned import count_scan

room = Room("roadside", __name__)
_LOGGED = frozenset({PassProof.GENUINE, PassProof.EXPIRED, PassProof.FORGED})
_SHOWN_OF_TOKEN = 12


def _passes() -> RoadsidePass:
    found: RoadsidePass = current_app.extensions["roadside"]
    return found


def _sheet(work: Work, page: ManifestPage) -> ManifestSheet:
    return manifest_sheet(work, page, lambda word: words.label("zh-CN", word), _passes().base_url)


def printed(work: Work, page: ManifestPage) -> ManifestSheet:
    """The form with the roadside symbol while it may be on the road; else with its own address."""
    sheet, m = _sheet(work, page), page.manifest
    if not carries_pass(m.state, standing_of(page).ways):
        return sheet
    until = _passes().until_on_paper(work.now)
    # a limit runs to the end of its last day: told by that day, not by the midnight after it
    day = local_day(until - timedelta(minutes=1))
    return replace(
        sheet,
        qr_text=_passes().text(m.id, until, fingerprint(sheet)),
        qr_note=f"路检码至 {day:%Y-%m-%d}",
    )


def _open_page(work: Work, manifest_id: UUID) -> ManifestPage:
    """A manifest in the actor's scope that may be met on the road."""
    page = manifest_page(work, manifest_id, trail=False)
    if not carries_pass(page.manifest.state, standing_of(page).ways):
        raise Missing("manifest")
    return page


@room.page("/manifests/<uuid:id>/roadside")
def screen(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The driver's screen for an inspector: a fresh symbol, since the printed one runs out."""
    page = _open_page(work, id)
    until = _passes().until_on_screen(work.now)
    return door.render("manifests/roadside_code.html", m=page.manifest, page=page, until=until)


@room.page("/manifests/<uuid:id>/roadside.svg")
def picture(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The symbol itself."""
    page = _open_page(work, id)
    until = _passes().until_on_screen(work.now)
    text = _passes().text(page.manifest.id, until, fingerprint(_sheet(work, page)))
    return Response(qr.svg(text), mimetype="image/svg+xml")


@room.page("/ROADSIDE/<token>", public=True)
def checked(work: Work, token: str) -> Rendered:
    """What the inspector sees; expired, forged and unknown ones are each told as what they are."""
    count_scan(work)
    reading = read_pass(token, _passes().key, work.now)
    found = page_by_pass(work, reading.manifest_id) if reading.manifest_id else None
    if reading.proof is PassProof.GENUINE and found is not None:
        shown = _shown(work, found, reading)
    else:
        shown = door.render("manifests/roadside_faulty.html", 404, reading=reading)
    if reading.proof in _LOGGED:
        _log(reading, found.manifest if found else None, token)
    return shown


def _shown(work: Work, page: ManifestPage, reading: PassReading) -> Response:
    sheet = _sheet(work, page)
    return door.render(
        "manifests/roadside.html",
        card=roadside_card(work, page, sheet),
        reading=reading,
        seal=fingerprint(sheet),
    )


def _log(reading: PassReading, m: Manifest | None, token: str) -> None:
    """A token that is still good is no text for a log: the manifest and how it was shown are."""
    page = f"/ROADSIDE/{token[:_SHOWN_OF_TOKEN]}"
    if m is not None:
        page = f"/manifests/{m.id}?roadside={reading.proof.value}"
    door.keep_look(Look.FILE, page, m.id if m else None, m.consignor_unit_id if m else None)
