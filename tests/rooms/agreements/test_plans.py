"""Recording and amending yearly plans, by the unit or its proxy."""

from datetime import date
from uuid import UUID

import pytest

from tests.support.agreements import OIL, RAGS
from tests.support.build import a_site, a_unit, actor_of
from wastetrack.agreements.actions.add_plan import add_plan
from wastetrack.agreements.actions.amend_plan import amend_plan
from wastetrack.agreements.actions.give_consent import give_consent
from wastetrack.agreements.inputs import ConsentTerms, PlanAmendment, PlanTerms
from wastetrack.agreements.queries import get_plan, list_plans, plan_of
from wastetrack.audit.history import of_subject
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Missing, Refused
from wastetrack.parties.model import Site


def terms(site: Site, **over: object) -> PlanTerms:
    values: dict[str, object] = {
        "site_id": site.id,
        "year": 2026,
        "number": f"BA{str(site.id)[-8:]}",
        "filed_on": "2026-03-20",
        "lines": [
            {"kind": "produce", "waste_code": OIL, "planned_g": "5"},
            transfer(OIL, "5"),
        ],
        **over,
    }
    return PlanTerms.model_validate(values)


def transfer(code: str, tonnes: str, receiver: UUID | None = None) -> dict[str, object]:
    return {
        "kind": "transfer",
        "waste_code": code,
        "planned_g": tonnes,
        "transfer_type": "province",
        "receiver_kind": "permit",
        "receiver_unit_id": receiver,
    }


def test_a_plan_is_recorded_with_its_lines(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work)
        site = a_site(work, unit)
        admin = work.as_actor(actor_of(unit, Role.ADMIN))
        plan = add_plan(admin, terms(site))
        work.session.flush()
        found = plan_of(work, site.id, 2026)
        assert found is not None
        assert found[0].id == plan.id
        assert sorted((line.kind, line.planned_g) for line in found[1]) == [
            ("produce", 5_000_000),
            ("transfer", 5_000_000),
        ]
        assert plan.filed_by_unit_id is None
        assert plan_of(work, site.id, 2025) is None
        row, lines = get_plan(admin, plan.id)
        assert (row.transfer_g, len(lines)) == (5_000_000, 2)


def test_one_site_has_one_plan_a_year_and_a_number_is_used_once(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work)
        site, second = a_site(work, unit), a_site(work, unit)
        admin = work.as_actor(actor_of(unit, Role.ADMIN))
        add_plan(admin, terms(site, number="BA-1"))
        work.session.flush()
        with pytest.raises(Refused) as refused:
            add_plan(admin, terms(site, number="BA-1"))
        assert refused.value.codes == ("agreements.plan_exists", "agreements.plan_number_taken")
        with pytest.raises(Refused) as refused:
            add_plan(admin, terms(second, number="BA-1", lines=[transfer("123-456-08", "1")]))
        assert refused.value.codes == ("agreements.unknown_code", "agreements.plan_number_taken")


def test_an_amendment_replaces_the_lines_and_its_event_keeps_both(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work)
        site = a_site(work, unit)
        admin = work.as_actor(actor_of(unit, Role.ADMIN))
        plan = add_plan(admin, terms(site))
        work.session.flush()
        data = PlanAmendment.model_validate(
            {
                "number": plan.number,
                "amended_on": "2026-11-20",
                "reason": "产量增加",
                "lines": [transfer(OIL, "8"), transfer(RAGS, "1.5")],
            }
        )
        amend_plan(admin, plan.id, data)
        work.session.flush()
        found = plan_of(work, site.id, 2026)
        assert found is not None
        assert {line.waste_code: line.planned_g for line in found[1]} == {
            OIL: 8_000_000,
            RAGS: 1_500_000,
        }
        facts = of_subject(work, plan.id)[-1].payload["facts"]
        assert [line["planned_g"] for line in facts["lines_before"]] == [5_000_000, 5_000_000]
        assert [line["planned_g"] for line in facts["lines"]] == [8_000_000, 1_500_000]


def test_a_proxy_files_a_plan_only_with_consent_for_plans(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        unit, proxy = a_unit(work), a_unit(work, "collector")
        site = a_site(work, unit)
        helper = work.as_actor(actor_of(proxy, Role.DISPATCHER))
        with pytest.raises(Missing):
            add_plan(helper, terms(site))
        consent = {"unit_id": unit.id, "proxy_unit_id": proxy.id, "valid_to": date(2026, 12, 31)}
        admin = work.as_actor(actor_of(unit, Role.ADMIN))
        give_consent(admin, ConsentTerms.model_validate({**consent, "scope": ["manifest"]}))
        work.session.flush()
        with pytest.raises(Missing):
            add_plan(helper, terms(site))
        give_consent(admin, ConsentTerms.model_validate({**consent, "scope": ["plan"]}))
        work.session.flush()
        assert add_plan(helper, terms(site)).filed_by_unit_id == proxy.id


def test_a_unit_sees_only_its_own_plans(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        unit, other = a_unit(work), a_unit(work)
        mine, theirs = a_site(work, unit), a_site(work, other)
        plan = add_plan(work.as_actor(actor_of(unit, Role.ADMIN)), terms(mine))
        hidden = add_plan(work.as_actor(actor_of(other, Role.ADMIN)), terms(theirs))
        work.session.flush()
        reader = work.as_actor(actor_of(unit, Role.READER))
        assert [row.id for row in list_plans(reader).rows] == [plan.id]
        with pytest.raises(Missing):
            get_plan(reader, hidden.id)
