"""One byte form for any stored value, so that hashes and comparisons agree on every database."""

import hashlib
import json
from datetime import UTC, date, datetime
from enum import Enum
from uuid import UUID


def plain(value: object) -> object:
    """A value as JSON can hold it: ids as text, times as UTC ISO text, enums by value."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
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
