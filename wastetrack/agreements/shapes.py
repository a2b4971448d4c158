"""What lists and pages of agreements show: rows with the names of their parties."""

from dataclasses import dataclass
from uuid import UUID

from wastetrack.agreements.model import Approval, Consent, Contract, Plan


@dataclass(frozen=True, slots=True)
class ContractRow:
    """A contract with the names of its two parties."""

    contract: Contract
    consignor_name: str
    receiver_name: str

    @property
    def id(self) -> UUID:
        return self.contract.id


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan with its unit, its site and the mass it lets out."""

    plan: Plan
    unit_name: str
    site_name: str
    transfer_g: int

    @property
    def id(self) -> UUID:
        return self.plan.id


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """A consent with the names of who gave it and who may act."""

    consent: Consent
    unit_name: str
    proxy_name: str

    @property
    def id(self) -> UUID:
        return self.consent.id


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """A cross-province approval with the names of its two parties."""

    approval: Approval
    unit_name: str
    receiver_name: str

    @property
    def id(self) -> UUID:
        return self.approval.id
