"""What a running job is given: its database, how far it got, and whether it should go on."""

from collections.abc import Callable
from dataclasses import dataclass, field

from wastetrack.kernel.database import Database
from wastetrack.kernel.files import FileStore


class Stopped(Exception):
    """The job was asked to stop between two batches; its slot is left to be taken over."""


def _nothing(_done: int, _total: int) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, slots=True)
class Running:
    """One run of a job in one process."""

    database: Database
    signing_key: bytes = b""
    files: FileStore | None = None
    progress: Callable[[int, int], None] = field(default=_nothing)
    # keeps the claim alive; raises Stopped or LostClaim when this run must end
    beat: Callable[[], None] = field(default=lambda: None)
