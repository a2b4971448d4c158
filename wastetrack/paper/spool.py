"""Holds the printed rows of a register beside memory: read once, measured, and read again to be drawn."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from types import TracebackType
from typing import IO, Self

# a register of a few thousand rows never touches the disk
IN_MEMORY = 4 * 1024 * 1024


class Spool:
    """Rows of texts, appended table after table and read from the beginning of any of them."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed by exit

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def keep(self, rows: Iterable[list[str]]) -> tuple[int, int]:
        """Where these rows begin, and how many they are."""
        start, count = self._file.seek(0, 2), 0
        for row in rows:
            self._file.write(json.dumps(row).encode() + b"\n")
            count += 1
        return start, count

    def read(self, place: tuple[int, int]) -> Iterator[list[str]]:
        """The rows of one table; nothing else may read between them."""
        start, count = place
        self._file.seek(start)
        for line in islice(self._file, count):
            yield json.loads(line)
