"""Licences and the bureau's check: changed and extended by their holder, approved or returned by an officer."""

from uuid import UUID

from flask import url_for

from wastetrack import words
from wastetrack.kernel.work import Work
from wastetrack.parties.actions.approve_licence import approve_licence
from wastetrack.parties.actions.change_licence import change_licence
from wastetrack.parties.actions.extend_licence import extend_licence
from wastetrack.parties.actions.return_licence import return_licence
from wastetrack.parties.inputs import Decision, Extension, LicenceInput
from wastetrack.parties.queries import find_site, find_unit, get_licence
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.filled import filled
from wastetrack.web.forms import Bound
from wastetrack.web.licences import FILE, kept_file, show

room = Room("licence_checks", __name__)
EXTENSION = "extension_sha256"


@room.page("/licences/<uuid:id>/change")
def change(work: Work, id: UUID, bound: Bound[LicenceInput] | None = None) -> Rendered:  # noqa: A002
    """The licence's particulars as they stand, to be corrected."""
    row = get_licence(work, id)
    return door.render(
        "parties/licence_change.html",
        form=bound or filled(LicenceInput, row),
        row=row,
        unit=find_unit(work, row.unit_id),
        site=find_site(work, row.site_id) if row.site_id else None,
    )


@room.mutation("/licences/<uuid:id>/change", data=LicenceInput, form=change)
def save(work: Work, data: LicenceInput, id: UUID) -> str:  # noqa: A002
    """Offer the changed licence for checking; a new file is kept where one was sent."""
    row = get_licence(work, id)
    data = data.model_copy(update={FILE: kept_file(work, row.unit_id, FILE)})
    return url_for("licences.show", id=change_licence(work, id, data).id)


@room.page("/licences/<uuid:id>/extend")
def extend(work: Work, id: UUID, bound: Bound[Extension] | None = None) -> Rendered:  # noqa: A002
    """A longer storage time, with the document that approves it."""
    row = get_licence(work, id)
    return door.render(
        "parties/licence_extend.html",
        form=(bound or Bound.blank(Extension, door.lang())).need(EXTENSION),
        row=row,
        note=words.say(door.lang(), "核对通过后，新的日期才用于贮存期限的计算。"),
    )


@room.mutation("/licences/<uuid:id>/extend", data=Extension, form=extend)
def lengthen(work: Work, data: Extension, id: UUID) -> str:  # noqa: A002
    """Offer the longer storage time for checking."""
    row = get_licence(work, id)
    data = data.model_copy(update={EXTENSION: kept_file(work, row.unit_id, EXTENSION)})
    return url_for("licences.show", id=extend_licence(work, id, data).id)


@room.mutation("/licences/<uuid:id>/approve")
def approve(work: Work, id: UUID) -> str:  # noqa: A002
    """The licence agrees with its document; on to the next that waits."""
    approve_licence(work, id)
    return url_for("parties.approvals")


@room.mutation("/licences/<uuid:id>/return", data=Decision, form=show)
def give_back(work: Work, data: Decision, id: UUID) -> str:  # noqa: A002
    """The licence goes back to its holder with a reason."""
    return url_for("licences.show", id=return_licence(work, id, data).id)
