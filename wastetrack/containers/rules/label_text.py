"""Decides what a label's QR says, and tells a genuine one from a changed or forged one offline.

The text is an upper-case address: `<base>/C/<code>/<version>/<proof>`. The code is the digital id,
or the human code of a pre-printed blank. The proof is base32 (RFC 4648, no padding) of 66 bytes:
an Ed25519 signature of the line `WASTETRACK LABEL 1|<code>|<version>` and a CRC-16 over everything
from the code to the signature. Anybody can compute the checksum, only the key can sign: what does
not even fit its checksum was damaged or changed; what fits it and is not signed was made to deceive.
"""

import base64
import binascii
import re
from dataclasses import dataclass
from functools import cached_property

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from wastetrack.containers.rules.codes import DIGITAL_LENGTH, is_human_code, tidy_code
from wastetrack.containers.terms import LabelProof
from wastetrack.kernel.keys import public_half

SIGNATURE_BYTES = 64
CHECK_BYTES = 2
PROOF_LENGTH = 106  # base32 of 66 bytes
_SHAPE = re.compile(r"(.*)/C/([^/]*)/([1-9]\d{0,3})(?:/(.*))?", re.DOTALL)
_SHORT = re.compile(r"(.*)/C/([0-9A-Z]+)(?:\.(\d{1,4}))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class LabelReading:
    """What a scanned or typed text turned out to be; a code that is only claimed is told too."""

    proof: LabelProof
    code: str = ""
    version: int | None = None
    address: str = ""
    """Where the label says the site is, in lower case: the signature does not cover it."""


def _message(code: str, version: int) -> bytes:
    return f"WASTETRACK LABEL 1|{code}|{version}".encode()


def _checksum(code: str, version: int, signature: bytes) -> bytes:
    whole = f"{code}/{version}/".encode() + signature
    return binascii.crc_hqx(whole, 0xFFFF).to_bytes(CHECK_BYTES, "big")


@dataclass(frozen=True)
class LabelSigner:
    """Writes the texts of labels; made once from the site's address and the labels' own key."""

    base_url: str
    key: bytes

    @cached_property
    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.key)

    @cached_property
    def _start(self) -> str:
        return f"{self.base_url.upper()}/C/"

    @cached_property
    def public_key(self) -> str:
        return public_half(self.key)

    def text(self, code: str, version: int) -> str:
        """What the QR of this code's label of this version says."""
        signature = self._private.sign(_message(code, version))
        proof = signature + _checksum(code, version, signature)
        return f"{self._start}{code}/{version}/{base64.b32encode(proof).decode().rstrip('=')}"


def read_label(text: str, public_key: str, home: str = "") -> LabelReading:
    """Tell what a text is by the public key (hex) alone: no network and no database.

    `home` is the address the labels should lead to; a genuine signature on another address is a
    changed label. Whether a genuine version still counts only the site itself can say.
    """
    clean = text.strip().upper().rstrip("/")
    shaped = _SHAPE.fullmatch(clean)
    if shaped is None:
        return _unsigned(clean)
    address, code, number, proof = shaped.groups()
    version = int(number)
    told = (code, version, address.lower())
    if not _is_code(code):
        # the address of something else, or a code in which a character was changed
        return LabelReading(LabelProof.ALTERED if proof else LabelProof.NOT_OURS, *told)
    if proof is None:
        return LabelReading(LabelProof.UNSIGNED, *told)
    parts = _parts(proof)
    if parts is None or parts[1] != _checksum(code, version, parts[0]):
        return LabelReading(LabelProof.ALTERED, *told)
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key)).verify(
            parts[0], _message(code, version)
        )
    except InvalidSignature:
        return LabelReading(LabelProof.FORGED, *told)
    moved = bool(home) and address != home.upper().rstrip("/")
    return LabelReading(LabelProof.ALTERED if moved else LabelProof.GENUINE, *told)


def _unsigned(clean: str) -> LabelReading:
    """A label of before the signatures, or a code typed by hand."""
    shaped = _SHORT.fullmatch(clean)
    address, code, number = shaped.groups() if shaped else ("", tidy_code(clean), None)
    if not _is_code(code):
        return LabelReading(LabelProof.NOT_OURS)
    version = int(number) if number else None
    return LabelReading(LabelProof.UNSIGNED, code, version, address.lower())


def _is_code(code: str) -> bool:
    return is_human_code(code) or (
        len(code) == DIGITAL_LENGTH and code.isascii() and code.isalnum()
    )


def _parts(proof: str) -> tuple[bytes, bytes] | None:
    """Signature and checksum; None when the text is not what base32 of them looks like."""
    if len(proof) != PROOF_LENGTH:
        return None
    try:
        raw = base64.b32decode(proof + "=" * (-len(proof) % 8))
    except binascii.Error:
        return None
    # the last character has bits to spare: another one there would be a second spelling
    if base64.b32encode(raw).decode().rstrip("=") != proof:
        return None
    return raw[:SIGNATURE_BYTES], raw[SIGNATURE_BYTES:]
