"""Rolls of blank codes: printed before any waste is known, bound by the first scan."""

from uuid import UUID

from flask import url_for

from wastetrack.containers import queries
from wastetrack.containers.actions.print_blanks import print_blanks
from wastetrack.containers.inputs import PrintBlanks
from wastetrack.kernel.work import Work
from wastetrack.paper.blank_labels import BlankSheet, blank_labels_pdf
from wastetrack.parties.queries import chosen_printer, sites_of
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound
from wastetrack.web.labels import press_of, signer
from wastetrack.web.papers import paper

room = Room("blanks", __name__)


@room.page("/labels/blanks")
def index(work: Work, bound: Bound[PrintBlanks] | None = None) -> Rendered:
    """The rolls so far, and a new one."""
    sites = sites_of(work, None)
    first = sites[0].id if sites else None
    form = bound or Bound.blank(PrintBlanks, door.lang(), site_id=first)
    form.choose("site_id", [(str(s.id), s.name) for s in sites])
    return door.render("containers/blanks.html", rolls=queries.list_rolls(work), form=form)


@room.mutation("/labels/blanks", data=PrintBlanks, form=index)
def make(work: Work, data: PrintBlanks) -> str:
    """Make the codes and show the roll."""
    return url_for("blanks.show", id=print_blanks(work, data)[0].roll_id)


@room.page("/labels/blanks/<uuid:id>")
def show(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """One roll: which codes are used and which still wait."""
    return door.render("containers/roll.html", rows=queries.get_roll(work, id), roll_id=id)


@room.page("/labels/blanks/<uuid:id>.pdf")
def roll_pdf(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The codes that nobody used yet; a used one printed again would be refused at its scan."""
    rows = queries.get_roll(work, id)
    press = press_of(chosen_printer(work, rows[0].site_id))
    sheets = [
        BlankSheet(r.human_code, r.label_version, signer().text(r.human_code, r.label_version))
        for r in rows
        if r.container_id is None
    ]
    return paper(blank_labels_pdf(sheets, press), f"blanks-{id.hex[-6:]}.pdf", keep=True)
