"""What the other rooms may ask of agreements."""

from wastetrack.agreements.queries.contracts import (
    contract_facts,
    contract_in_force,
    contract_places,
    contracts_of_consignor,
    file_of_contract,
    find_contract_number,
    get_contract,
    list_contracts,
    lock_contract,
)
from wastetrack.agreements.queries.plans import (
    find_plan_number,
    get_plan,
    lines_of,
    list_plans,
    lock_plan,
    plan_of,
    plan_places,
    site_of,
    unknown_codes,
)
from wastetrack.agreements.queries.proxies import (
    approval_for,
    consent_in_force,
    consents_held,
    find_approval_number,
    list_approvals,
    list_consents,
    lock_consent,
)
from wastetrack.agreements.queries.reach import (
    names_of,
)
from wastetrack.agreements.queries.receivers import (
    named_units,
    receivers,
    takers,
)

__all__ = [
    "approval_for",
    "consent_in_force",
    "consents_held",
    "contract_facts",
    "contract_in_force",
    "contract_places",
    "contracts_of_consignor",
    "file_of_contract",
    "find_approval_number",
    "find_contract_number",
    "find_plan_number",
    "get_contract",
    "get_plan",
    "lines_of",
    "list_approvals",
    "list_consents",
    "list_contracts",
    "list_plans",
    "lock_consent",
    "lock_contract",
    "lock_plan",
    "named_units",
    "names_of",
    "plan_of",
    "plan_places",
    "receivers",
    "site_of",
    "takers",
    "unknown_codes",
]
