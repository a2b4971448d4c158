"""Slows down whoever asks a public page again and again from one address: digital ids can be counted up.

Kept in the memory of each process: a reading page writes nothing, and a count that a restart
forgets is enough against copying.
"""

from collections import OrderedDict
from datetime import datetime, timedelta

from werkzeug.exceptions import TooManyRequests


class Throttle:
    """So many requests a window for each address; the addresses seen longest ago are forgotten."""

    def __init__(self, most: int, window: timedelta, kept: int = 10_000) -> None:
        self.most, self.window, self.kept = most, window, kept
        self._seen: OrderedDict[str, tuple[datetime, int]] = OrderedDict()

    def count(self, address: str, now: datetime) -> None:
        """One request more; raises 429 when there were too many."""
        since, done = self._seen.pop(address, (now, 0))
        if now - since >= self.window:
            since, done = now, 0
        self._seen[address] = since, done + 1
        while len(self._seen) > self.kept:
            self._seen.popitem(last=False)
        if done >= self.most:
            raise TooManyRequests
