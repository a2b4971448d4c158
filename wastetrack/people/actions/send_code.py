"""Decides when a one-time code is sent; the answer is the same for known and unknown phones."""

import hashlib
import secrets
from uuid import UUID

from wastetrack.access.policy import Action
from wastetrack.access.scope import require
from wastetrack.kernel.work import Work
from wastetrack.outbox.queue import put
from wastetrack.people.actions.claim import claim
from wastetrack.people.model import OneTimeCode, User
from wastetrack.people.queries import find_user_by_phone
from wastetrack.people.rules import CODE_LIFE, FREE_ADDRESS, FREE_CODES, too_many
from wastetrack.people.terms import CodePurpose


def code_hash(code_id: UUID, code: str) -> str:
    """What is kept of a code."""
    return hashlib.sha256(f"{code_id}:{code}".encode()).hexdigest()


def send_code(work: Work, phone: str, purpose: CodePurpose, address: str) -> None:
    """Send six digits to the phone, if it has an account."""
    require(work.actor, Action.PEOPLE_SEND_CODE)
    wait = claim(work, {f"code:{phone}": FREE_CODES, f"address:{address}": FREE_ADDRESS})
    if wait is not None:
        raise too_many(wait, "phone")
    user = find_user_by_phone(work, phone)
    if user is not None and user.active:
        put_code(work, user, purpose)


def put_code(work: Work, user: User, purpose: CodePurpose, by: str | None = None) -> None:
    """Make a code and send it to the person's own phone; `by` is who had the password reset."""
    code, code_id = f"{secrets.randbelow(1_000_000):06d}", work.new_id()
    work.session.add(
        OneTimeCode(
            id=code_id,
            phone=user.phone,
            purpose=purpose,
            code_hash=code_hash(code_id, code),
            expires_at=work.now + CODE_LIFE,
        )
    )
    put(
        work,
        "people.code",
        to_phone=user.phone,
        to_user_id=user.id,
        code=code,
        purpose=purpose,
        minutes=int(CODE_LIFE.total_seconds()) // 60,
        by=by,
    )
