"""Ends a consent from now on; what the proxy drafted before stays."""

from uuid import UUID

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.agreements.inputs import Withdrawal
from wastetrack.agreements.model import Consent
from wastetrack.agreements.queries import lock_consent
from wastetrack.agreements.transition import end_consent
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work


def withdraw_consent(work: Work, consent_id: UUID, data: Withdrawal) -> Consent:
    """Withdraw a consent that still runs."""
    consent = lock_consent(work, consent_id)
    require(
        work.actor,
        Action.CONSENT_WITHDRAW,
        Place(Position.OWN, consent.unit_id),
        Place(Position.PROXY, consent.proxy_unit_id),
    )
    if consent.ended_at is not None:
        raise refuse("agreements.consent_ended")
    end_consent(work, consent, data.reason)
    return consent
