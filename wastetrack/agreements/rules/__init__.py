"""What contracts, plans, consents and approvals allow, as pure questions over facts."""

from wastetrack.agreements.rules.contracts import (
    choose_contract,
    contract_covers,
    contract_end,
    contract_terms,
    receiver_may_take,
)
from wastetrack.agreements.rules.plans import (
    plan_amendment,
    plan_balance,
    plan_covers,
    plan_form,
    plan_lines,
)
from wastetrack.agreements.rules.proxies import (
    approval_covers,
    approval_terms,
    consent_covers,
    consent_terms,
)

__all__ = [
    "approval_covers",
    "approval_terms",
    "choose_contract",
    "consent_covers",
    "consent_terms",
    "contract_covers",
    "contract_end",
    "contract_terms",
    "plan_amendment",
    "plan_balance",
    "plan_covers",
    "plan_form",
    "plan_lines",
    "receiver_may_take",
]
