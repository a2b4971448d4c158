"""Decides the keys of one installation: one Ed25519 key for each purpose, all from one secret.

A key that signs labels never signs anything else, so that no signature can be shown as another's.
"""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LABELS = "labels"
ROADSIDE = "roadside"


def derived(secret: bytes, purpose: str) -> bytes:
    """The 32-byte private key of a purpose; the secret cannot be computed back from it."""
    info = f"wastetrack {purpose} 1".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(secret)


def public_half(key: bytes) -> str:
    """The public half of a private key, in hex."""
    return Ed25519PrivateKey.from_private_bytes(key).public_key().public_bytes_raw().hex()
