"""Decides what a roadside symbol says, until when it is good, and what a scanned one is.

The text is an upper-case address, `<base>/ROADSIDE/<token>`. The token is base32 (RFC 4648, no
padding) of 44 bytes: the manifest's id, the minute at which it ends, the fingerprint of the data it
was printed with, and a keyed digest of all three. The page behind it needs the network anyway, so
nobody else has to be able to check it: a keyed digest proves as much as a signature and takes a
quarter of its room, which keeps the modules large enough for a creased paper.
"""

import base64
import binascii
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from wastetrack.kernel.clock import end_of_day, local_day
from wastetrack.manifests.terms import Decision, OnTheRoad, PassProof, PassReading, State

# on a screen it is made anew at each look, so that a photograph of it is soon worth nothing
ON_SCREEN = timedelta(minutes=30)
ID_BYTES, TIME_BYTES, SEAL_BYTES, PROOF_BYTES = 16, 4, 8, 16
TOKEN_BYTES = ID_BYTES + TIME_BYTES + SEAL_BYTES + PROOF_BYTES
TOKEN_LENGTH = 71  # base32 of 44 bytes
_ROAD = frozenset(
    {State.IN_TRANSIT, State.ARRIVED, State.NEGOTIATING, State.REFUSED, State.RETURNING}
)
_BACK = frozenset({Decision.REFUSED, Decision.RETURNING})


@dataclass(frozen=True)
class RoadsidePass:
    """Writes the texts of roadside symbols; made once from the site's address and their own key."""

    base_url: str
    key: bytes
    days: int

    def until_on_paper(self, now: datetime) -> datetime:
        """To the end of a whole day: easy to judge at the roadside, and one symbol for all its prints."""
        return end_of_day(local_day(now) + timedelta(days=self.days - 1))

    def until_on_screen(self, now: datetime) -> datetime:
        """Half an hour, in whole minutes."""
        return now.replace(second=0, microsecond=0) + ON_SCREEN

    def text(self, manifest_id: UUID, until: datetime, seal: str) -> str:
        """What the symbol says; `seal` is the data's fingerprint as it stands on the paper."""
        minutes = int(until.timestamp()) // 60
        told = manifest_id.bytes + minutes.to_bytes(TIME_BYTES, "big") + bytes.fromhex(seal)
        token = base64.b32encode(told + _proof(self.key, told)).decode().rstrip("=")
        return f"{self.base_url.upper()}/ROADSIDE/{token}"


def read_pass(token: str, key: bytes, now: datetime) -> PassReading:
    """Tell what a token is; what it claims is told only when it is ours."""
    raw = _raw(token.strip().upper())
    if raw is None:
        return PassReading(PassProof.NOT_OURS)
    told, proof = raw[:-PROOF_BYTES], raw[-PROOF_BYTES:]
    if not hmac.compare_digest(proof, _proof(key, told)):
        return PassReading(PassProof.FORGED)
    minutes = int.from_bytes(told[ID_BYTES : ID_BYTES + TIME_BYTES], "big")
    until = datetime.fromtimestamp(minutes * 60, UTC)
    return PassReading(
        PassProof.GENUINE if now < until else PassProof.EXPIRED,
        UUID(bytes=told[:ID_BYTES]),
        until,
        told[-SEAL_BYTES:].hex(),
    )


def _proof(key: bytes, told: bytes) -> bytes:
    return hmac.new(key, b"WASTETRACK ROADSIDE 1|" + told, sha256).digest()[:PROOF_BYTES]


def _raw(token: str) -> bytes | None:
    """The bytes of a token; None when the text is not what base32 of them looks like."""
    if len(token) != TOKEN_LENGTH or not token.isascii():
        return None
    try:
        raw = base64.b32decode(token + "=" * (-len(token) % 8))
    except binascii.Error:
        return None
    # the last character has bits to spare: another one there would be a second spelling
    return raw if base64.b32encode(raw).decode().rstrip("=") == token else None


def on_the_road(state: State, ways: frozenset[Decision]) -> OnTheRoad:
    """Whether a vehicle may be met with this manifest; `ways`: how far refused lines are on their way back."""
    if state is State.VOID:
        return OnTheRoad.VOID
    if state is State.DRAFT:
        return OnTheRoad.DRAFT
    if state in {State.FILED, State.READY}:
        return OnTheRoad.NOT_YET
    return OnTheRoad.UNDER_WAY if state in _ROAD or ways & _BACK else OnTheRoad.OVER


def carries_pass(state: State, ways: frozenset[Decision]) -> bool:
    """Whether its paper bears a roadside symbol: from the filing until nothing of it is on the road."""
    return on_the_road(state, ways) in {OnTheRoad.NOT_YET, OnTheRoad.UNDER_WAY}
