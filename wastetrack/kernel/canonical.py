"""One byte form for any stored value, so that hashes and comparisons agree on every database."""

import hashlib
import json
from datetime import UTC, date, datetime
from enum import Enum
from typing import cast
from uuid import UUID

# what JSON holds as it is; by exact type, since most values are one of these
_AS_IS = frozenset({type(None), bool, int, float, str})


def plain(value: object) -> object:
    """A value as JSON can hold it: ids as text, times as UTC ISO text, enums by value."""
    kind = type(value)
    if kind in _AS_IS:
        return value
    if kind is dict:
        items = cast("dict[object, object]", value).items()
        return {str(k): v if type(v) in _AS_IS else plain(v) for k, v in items}
    return _form(value)


def _form(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")[:-6] + "Z"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    raise TypeError(f"no canonical form for {type(value).__name__}")


def encode(value: object) -> bytes:
    """Canonical JSON bytes: sorted keys, no blanks, UTF-8."""
    return json.dumps(
        plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()


def digest(value: object) -> str:
    """SHA-256 of the canonical form, as 64 hex characters."""
    return hashlib.sha256(encode(value)).hexdigest()
