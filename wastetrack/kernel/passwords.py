"""Passwords by argon2id, with a cap on how many are computed at once in one process."""

import secrets
import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# 46 MiB and two passes: above the usual minimum, and about 50 ms on a small server
_HASHER = PasswordHasher(time_cost=2, memory_cost=47_104, parallelism=1)
# more at once would only take the memory and the processors from everybody else
_AT_ONCE = threading.BoundedSemaphore(2)
# no password has this hash: an account that enters by one-time code only
UNUSABLE = "!"
# what an unknown phone is compared with, so that it takes the same time as a known one
_DECOY = _HASHER.hash(secrets.token_hex(16))
_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"


def hash_password(password: str) -> str:
    """The argon2id hash to keep. Call it before the first statement of a writing unit."""
    with _AT_ONCE:
        return _HASHER.hash(password)


def matches(password: str, kept: str | None) -> bool:
    """Whether the password is the kept one; as slow for an unknown account as for a known one."""
    unknown = kept is None or kept == UNUSABLE
    with _AT_ONCE:
        try:
            return _HASHER.verify(_DECOY if unknown else str(kept), password) and not unknown
        except (VerificationError, InvalidHashError):
            return False


def outdated(kept: str) -> bool:
    """Whether the hash was made with weaker settings than today's."""
    return kept != UNUSABLE and _HASHER.check_needs_rehash(kept)


def temporary_password() -> str:
    """A password to hand over once: twelve characters that are not mistaken for one another."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))
