"""Consents that are given and withdrawn, and cross-province approvals."""

from datetime import date

import pytest

from tests.support.agreements import OIL
from tests.support.build import a_unit, actor_of
from wastetrack.agreements.actions.add_approval import add_approval
from wastetrack.agreements.actions.give_consent import give_consent
from wastetrack.agreements.actions.withdraw_consent import withdraw_consent
from wastetrack.agreements.inputs import ApprovalTerms, ConsentTerms, Withdrawal
from wastetrack.agreements.queries import (
    approval_for,
    consent_in_force,
    list_approvals,
    list_consents,
)
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Denied, Refused
from wastetrack.parties.model import Unit
from wastetrack.parties.terms import UnitState

TODAY = date(2026, 11, 24)


def consent(unit: Unit, proxy: Unit, **over: object) -> ConsentTerms:
    values: dict[str, object] = {
        "unit_id": unit.id,
        "proxy_unit_id": proxy.id,
        "scope": ["manifest"],
        "valid_to": "2026-12-31",
        **over,
    }
    return ConsentTerms.model_validate(values)


def test_a_consent_holds_from_now_until_its_day_or_its_withdrawal(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        unit, proxy = a_unit(work), a_unit(work, "collector")
        admin = work.as_actor(actor_of(unit, Role.ADMIN))
        given = give_consent(admin, consent(unit, proxy))
        work.session.flush()
        pair = (unit.id, proxy.id, "manifest")
        assert consent_in_force(work, *pair, TODAY) is given
        assert consent_in_force(work, *pair, date(2026, 11, 23)) is None
        assert consent_in_force(work, *pair, date(2027, 1, 1)) is None
        assert consent_in_force(work, unit.id, proxy.id, "plan", TODAY) is None
        with pytest.raises(Denied):
            withdraw_consent(work.as_actor(actor_of(proxy, Role.ADMIN)), given.id, Withdrawal())
        withdraw_consent(admin, given.id, Withdrawal(reason="合作结束"))
        work.session.flush()
        assert consent_in_force(work, *pair, TODAY) is None
        with pytest.raises(Refused) as refused:
            withdraw_consent(admin, given.id, Withdrawal())
        assert refused.value.codes == ("agreements.consent_ended",)


def test_both_sides_see_a_consent(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        unit, proxy, stranger = a_unit(work), a_unit(work), a_unit(work)
        given = give_consent(work.as_actor(actor_of(unit, Role.ADMIN)), consent(unit, proxy))
        work.session.flush()
        for who, seen in ((unit, [given.id]), (proxy, [given.id]), (stranger, [])):
            page = list_consents(work.as_actor(actor_of(who, Role.READER)))
            assert [row.id for row in page.rows] == seen


def test_an_approval_is_found_for_its_pair_code_and_days(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work)
        receiver = a_unit(work, "disposer", state=UnitState.OUTSIDE, province_code="31")
        admin = work.as_actor(actor_of(unit, Role.ADMIN))
        data = ApprovalTerms.model_validate(
            {
                "unit_id": unit.id,
                "receiver_unit_id": receiver.id,
                "number": "浙环跨〔2026〕12号",
                "waste_code": OIL,
                "approved_g": "20",
                "valid_from": "2026-06-01",
                "valid_to": "2027-05-31",
            }
        )
        made = add_approval(admin, data)
        work.session.flush()
        assert approval_for(work, unit.id, receiver.id, OIL, TODAY) is made
        assert approval_for(work, unit.id, receiver.id, OIL, date(2026, 5, 31)) is None
        assert approval_for(work, unit.id, receiver.id, "900-041-49", TODAY) is None
        assert [row.receiver_name for row in list_approvals(admin).rows] == [receiver.name]
        with pytest.raises(Refused) as refused:
            add_approval(admin, data)
        assert refused.value.codes == ("agreements.approval_number_taken",)
