"""Draws the README's pictures of papers from a seeded demo district: python -m tests.support.paper_pictures."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy import func
from sqlmodel import col, select

from config import Settings
from tests.conftest import NOW
from tests.paper.sheets import pictures
from tests.support import schema
from tests.support.build import sign_in
from wastetrack.app import create_app
from wastetrack.audit.model import Event
from wastetrack.cli.demo import Size, seed
from wastetrack.cli.demo.people import OFFICER
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Content
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database, connect
from wastetrack.kernel.files import FileStore
from wastetrack.kernel.work import Work
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.terms import State
from wastetrack.parties.model import Facility, Site
from wastetrack.parties.terms import STORES
from wastetrack.people.model import User

FOLDER = Path(__file__).parents[2] / "static" / "pictures"
SIZE = Size(units=36, containers=400, seed=7)
DPI = 150
WIDE, TALL = 900, 640
# grey levels and the few colours of papers; a picture stays far under 150 kB
COLOURS = 24


def papers(work: Work) -> Iterator[tuple[str, str]]:
    """Name of the picture and address of the paper: one typical thing of each kind."""

    def first(query: Any) -> Any:
        return work.session.execute(query.limit(1)).scalar_one()

    busiest = (
        select(Event.site_id)
        .where(col(Event.batch_code).startswith("HWCS"))
        .group_by(col(Event.site_id))
        .order_by(func.count().desc(), col(Event.site_id))
    )
    site = first(busiest)
    drum = (
        select(Container.id)
        # medical waste has labels of its own (HJ 421); the smallest of the others has 100 mm
        .where(Container.content == Content.SEALED, ~col(Container.waste_code).startswith("841"))
        .order_by(func.coalesce(col(Container.volume_l), 0), col(Container.id))
    )
    done = (
        select(Manifest.id).where(Manifest.state == State.CLOSED).order_by(col(Manifest.id).desc())
    )
    store = (
        select(Facility.id)
        .where(col(Facility.kind).in_(STORES), col(Facility.keeper).is_not(None))
        .order_by(col(Facility.id))
    )
    unit = work.session.get_one(Site, site).unit_id
    yield "label", f"/containers/{first(drum)}/label.pdf"
    yield "manifest", f"/manifests/{first(done)}/form.pdf"
    yield "register", f"/ledger/ledger.pdf?site={site}&sheet=b1&period={NOW.year}"
    yield "inspection", f"/units/{unit}/inspection.pdf"
    yield "brief", "/oversight/brief.pdf"
    yield "sign", f"/facilities/{first(store)}/facility-sign.pdf"


def small(pdf: bytes) -> Image.Image:
    """The first page, small enough to be read beside others."""
    page = pictures(pdf, DPI)[0].convert("RGB")
    page.thumbnail((WIDE, WIDE) if page.width > page.height else (TALL, WIDE))
    return page.quantize(COLOURS, dither=Image.Dither.NONE)


@contextmanager
def district(folder: Path) -> Iterator[tuple[Database, FlaskClient]]:
    """A small demo district and the browser of its officer."""
    clock = FixedClock(NOW)
    url = f"sqlite:///{folder / 'pictures.db'}"
    engine = connect(url, durable=False)
    schema.build(engine, clock)
    database = Database(engine, clock)
    seed(database, SIZE, lambda _done, _total: None, FileStore(folder / "files"))
    settings = Settings(
        database_url=url,
        secret_key="pictures-only",
        signing_key=bytes(range(32)),
        instance=folder,
        base_url="https://wfc.example.cn",
        environment="test",
        host="127.0.0.1",
        port=8000,
        web_processes=1,
        web_threads=1,
    )
    app = create_app(settings, clock=clock, database=database)
    app.config.update(SERVER_NAME="wfc.example.cn", PREFERRED_URL_SCHEME="https")
    client = app.test_client()
    with database.reading(SYSTEM) as work:
        officer = work.session.exec(select(User).where(User.phone == OFFICER)).one()
    sign_in(client, officer, NOW.timestamp())
    yield database, client
    database.dispose()


def main() -> None:
    """Write every picture."""
    with (
        tempfile.TemporaryDirectory() as folder,
        district(Path(folder)) as (database, client),
        database.reading(SYSTEM) as work,
    ):
        for name, address in list(papers(work)):
            answer = client.get(address)
            if answer.mimetype != "application/pdf":
                raise SystemExit(f"{address}: {answer.status}")
            small(answer.data).save(FOLDER / f"paper-{name}.png", optimize=True)


if __name__ == "__main__":
    main()
