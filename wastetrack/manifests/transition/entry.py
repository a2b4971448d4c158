"""Lets a new manifest, its lines and its scans into the records, under a reference of our own."""

from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col

from wastetrack.access.policy import Action
from wastetrack.agreements.inputs import Attached
from wastetrack.audit.trail import record
from wastetrack.containers.model import Container
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.files import Stored
from wastetrack.kernel.work import Work
from wastetrack.manifests.machine import BY_ACTION
from wastetrack.manifests.model import Manifest, ManifestLine, ReferenceSequence
from wastetrack.parties.actions.keep_file import keep_file


def begin(work: Work, m: Manifest) -> None:
    """A new manifest enters the machine."""
    m.state = BY_ACTION[Action.MANIFEST_DRAFT].moves[None]
    record(
        work,
        "manifest.draft",
        m,
        manifest_id=m.id,
        site_id=m.consignor_site_id,
        grams=m.mass_g,
        reference=m.reference,
    )
    # lines refer to the manifest's row: it is written before them
    work.session.flush()


def next_reference(work: Work) -> str:
    """Our own number: SY, the year, six digits; one upsert, so two works never get the same."""
    year = local_day(work.now).year
    sqlite = work.session.get_bind().dialect.name == "sqlite"
    insert = sqlite_insert if sqlite else postgresql_insert
    raised = (
        insert(ReferenceSequence)
        .values(year=year, last=1)
        .on_conflict_do_update(index_elements=["year"], set_={"last": ReferenceSequence.last + 1})
        .returning(col(ReferenceSequence.last))
    )
    return f"SY{year}{work.session.execute(raised).scalar_one():06d}"


def add_line(work: Work, m: Manifest, number: int, c: Container, planned_g: int) -> ManifestLine:
    """One line with what the container's label says now."""
    line = ManifestLine(
        id=work.new_id(),
        created_at=work.now,
        manifest_id=m.id,
        number=number,
        container_id=c.id,
        waste_code=c.waste_code,
        waste_name=c.waste_name,
        hazards=c.hazards,
        form=c.form.value,
        harmful=c.harmful,
        packaging=c.packaging.value,
        label_version=c.label_version,
        planned_g=planned_g,
    )
    record(
        work,
        "manifest.add_line",
        line,
        manifest_id=m.id,
        grams=planned_g,
        number=number,
        container=c.human_code,
        waste_name=c.waste_name,
    )
    return line


def keep_scan(work: Work, m: Manifest, file: Attached) -> str:
    """Note a scanned paper of this manifest under the actor's own party."""
    ours = {seat.unit_id for seat in work.actor.seats}
    parties = (m.consignor_unit_id, m.proxy_unit_id, m.carrier_unit_id, m.receiver_unit_id)
    unit_id = next(party for party in parties if party in ours and party is not None)
    return keep_file(work, Stored(file.sha256, file.mime, file.size), file.name, unit_id).sha256
