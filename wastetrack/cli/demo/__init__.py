"""Fills an empty database with an invented district of two years, through the rooms' own acts."""

from functools import partial

from sqlmodel import col, select

from wastetrack.audit.anchor import anchor_day, missing_days
from wastetrack.catalog.actions.load import load_reference
from wastetrack.catalog.queries import reference_loaded
from wastetrack.cli.demo.cast import Cast
from wastetrack.cli.demo.district import District
from wastetrack.cli.demo.firms import Registry
from wastetrack.cli.demo.papers import Papers
from wastetrack.cli.demo.people import LOGINS, PASSWORD, Accounts
from wastetrack.cli.demo.walk import Progress, Size, Walk
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.files import FileStore
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Unit

__all__ = ["DEFAULT", "LOGINS", "PASSWORD", "Size", "seed"]

DEFAULT = Size(units=240, containers=1500, seed=20261124)


def seed(
    database: Database,
    size: Size,
    progress: Progress,
    files: FileStore,
    key: bytes | None = None,
) -> Walk:
    """Walk two years up to the database's present, with documents in the store; refuses a database that holds a unit already.

    With the signing key the past days are anchored too; without it the worker does that.
    """
    with database.reading(SYSTEM) as work:
        if work.session.exec(select(col(Unit.id)).limit(1)).first() is not None:
            raise refuse("demo.not_empty")
        loaded = reference_loaded(work)
    if not loaded:
        database.write(SYSTEM, load_reference)
    walk = Walk(database, size, progress)
    registry = Registry(walk)
    papers = Papers(walk)
    cast = Cast(walk, registry, Accounts(walk, registry), papers, files)
    District(walk, registry, papers, cast).open()
    walk.run()
    progress(walk.done, walk.done)
    if key is not None:
        database.write(SYSTEM, partial(_anchor, key=key))
    return walk


def _anchor(work: Work, key: bytes) -> None:
    for day in list(missing_days(work)):
        anchor_day(work, day, key)
