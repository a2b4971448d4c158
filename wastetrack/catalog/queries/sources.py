"""What was loaded from where, and how a list is kept: one small statement a page for all lists."""

from collections.abc import Callable
from typing import TypeVar, cast

from sqlmodel import col, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.catalog.model import ReferenceLoad
from wastetrack.kernel.work import Work

T = TypeVar("T")
# per session: (list, edition) → digest
_VERSIONS = "catalog.versions"
_KEPT: dict[tuple[str, str, str], object] = {}
_KEPT_MOST = 32


def loads(work: Work) -> dict[tuple[str, str], ReferenceLoad]:
    """The latest load of each list, by list and edition."""
    rows = work.session.exec(select(ReferenceLoad).order_by(col(ReferenceLoad.serial)))
    return {(row.what, row.edition): row for row in rows}


def list_sources(work: Work) -> list[ReferenceLoad]:
    """Edition, source and what each list was checked against, for the reference page."""
    seats = (Place(Position.OWN, seat.unit_id) for seat in work.actor.seats)
    require(work.actor, Action.REFERENCE_READ, *seats)
    return list(loads(work).values())


def reference_loaded(work: Work) -> bool:
    """Whether the shipped lists are in this database."""
    return bool(_versions(work))


def forget(work: Work) -> None:
    """Let this unit of work see a list that it has just loaded."""
    work.session.info.pop(_VERSIONS, None)


def _versions(work: Work) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] | None = work.session.info.get(_VERSIONS)
    if found is None:
        columns = (ReferenceLoad.what, ReferenceLoad.edition, ReferenceLoad.digest)
        rows = work.session.exec(select(*columns).order_by(col(ReferenceLoad.serial)))
        found = work.session.info[_VERSIONS] = {(what, ed): digest for what, ed, digest in rows}
    return found


def kept(work: Work, what: str, edition: str, read: Callable[[], T]) -> T:
    """A list by the digest of its content: what is kept is right for every database that has it."""
    digest = _versions(work).get((what, edition))
    if digest is None:
        return read()
    key = (what, edition, digest)
    if key not in _KEPT:
        value = read()
        while len(_KEPT) >= _KEPT_MOST:
            _KEPT.pop(next(iter(_KEPT)), None)
        _KEPT[key] = value
        return value
    return cast("T", _KEPT[key])
