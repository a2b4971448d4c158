"""The sheets beside a manifest as PDF: mismatch, corrections, voiding or annulment, return."""

from collections.abc import Callable
from uuid import UUID

from flask import current_app

from wastetrack.audit.looks import Look
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.manifests.queries import manifest_page
from wastetrack.manifests.shapes import ManifestPage
from wastetrack.paper.correction_pdf import correction_pdf
from wastetrack.paper.discrepancy_pdf import discrepancy_pdf
from wastetrack.paper.return_pdf import return_pdf
from wastetrack.paper.void_pdf import void_pdf
from wastetrack.reports.queries.corrections import correction_sheet
from wastetrack.reports.queries.discrepancy import discrepancy_sheet
from wastetrack.reports.queries.endings import return_sheet, void_sheet
from wastetrack.reports.queries.sheets import kinds_of
from wastetrack.reports.terms import SheetKind
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.papers import paper

room = Room("manifest_sheets", __name__)
_MAKERS: dict[SheetKind, Callable[[Work, ManifestPage, str], bytes]] = {
    SheetKind.DISCREPANCY: lambda *read: discrepancy_pdf(discrepancy_sheet(*read)),
    SheetKind.CORRECTION: lambda *read: correction_pdf(correction_sheet(*read)),
    SheetKind.VOID: lambda *read: void_pdf(void_sheet(*read)),
    SheetKind.RETURN: lambda *read: return_pdf(return_sheet(*read)),
}


@room.page("/manifests/<uuid:id>/<kind>.pdf", logged=Look.FILE)
def sheet(work: Work, id: UUID, kind: str) -> Rendered:  # noqa: A002
    """One sheet, for whoever may read the manifest; one that has nothing to say is not there."""
    page = manifest_page(work, id)
    wanted = next((found for found in kinds_of(work, page) if found.value == kind), None)
    if wanted is None:
        raise Missing("sheet")
    door.about(page.manifest.consignor_unit_id)
    base_url = str(current_app.extensions["settings"].base_url)
    name = page.manifest.national_no or page.manifest.reference
    return paper(_MAKERS[wanted](work, page, base_url), f"{wanted.value}-{name}.pdf")
