"""Attaches the copy of the form that a party without account signed: what its part is entered from."""

from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.number import put_numbers
from wastetrack.manifests.inputs import AttachCopy
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.terms import Entry
from wastetrack.manifests.transition import Desk, advance, keep_scan


def attach(work: Work, manifest_id: UUID, data: AttachCopy) -> Manifest:
    """Number and file together; a later copy takes the place of an earlier one, the trail keeps both."""

    def effect(desk: Desk) -> dict[str, object]:
        m = desk.manifest
        if Entry.OUTSIDE not in m.entries.values():
            raise refuse("manifests.nobody_outside", reference=m.reference)
        if data.file is None:
            raise refuse("manifests.copy_missing", "file")
        put_numbers(desk, data)
        m.copy_sha256 = keep_scan(work, m, data.file)
        return {"number": m.national_no or m.provincial_no or m.paper_no, "file": m.copy_sha256}

    return advance(work, manifest_id, Action.MANIFEST_ATTACH, data, effect)
