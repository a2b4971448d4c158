"""UUIDv7 ids: ordered by the work's time so that indexes grow at one end."""

import secrets
from collections.abc import Callable
from datetime import datetime
from uuid import UUID


class Ids:
    """Makes UUIDv7 values; ids made by one instance never go backwards within a millisecond."""

    def __init__(self, random_bits: Callable[[int], int] = secrets.randbits) -> None:
        self._random_bits = random_bits
        self._last_ms = -1
        self._counter = 0

    def new(self, now: datetime) -> UUID:
        """Return a UUIDv7 for this UTC moment (RFC 9562 §5.7)."""
        ms = int(now.timestamp() * 1000)
        if ms == self._last_ms:
            # 12 counter bits keep rows of one work in the order they were made
            self._counter += 1
            ms += self._counter >> 12
        else:
            self._last_ms, self._counter = ms, self._random_bits(8)
        value = (ms & 0xFFFF_FFFF_FFFF) << 80
        value |= 0x7 << 76 | (self._counter & 0xFFF) << 64
        value |= 0b10 << 62 | self._random_bits(62)
        return UUID(int=value)
