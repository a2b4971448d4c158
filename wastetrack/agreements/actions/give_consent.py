"""Lets another unit draft and file for this one, for some matters and until a day (HJ 1259 §7.1.3)."""

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.agreements.inputs import ConsentTerms
from wastetrack.agreements.model import Consent
from wastetrack.agreements.queries import named_units
from wastetrack.agreements.rules import consent_terms
from wastetrack.agreements.transition import give
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work


def give_consent(work: Work, data: ConsentTerms) -> Consent:
    """Write the consent; a pickup request writes its own with `transition.give`."""
    require(work.actor, Action.CONSENT_GIVE, Place(Position.OWN, data.unit_id))
    named_units(work, data.unit_id, data.proxy_unit_id)
    check(
        consent_terms(
            same_party=data.unit_id == data.proxy_unit_id,
            scope=data.scope,
            valid_to=data.valid_to,
            today=local_day(work.now),
        )
    )
    return give(
        work,
        unit_id=data.unit_id,
        proxy_unit_id=data.proxy_unit_id,
        scope=data.scope,
        valid_to=data.valid_to,
    )
