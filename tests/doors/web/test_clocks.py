"""The clock that a page shows is the clock by which the overdue check judges."""

from datetime import UTC, date, datetime, timedelta

import pytest
from flask.testing import FlaskClient

from tests.support.build import a_site, a_unit, a_user, sign_in
from tests.support.deadlines import a_permit, a_standing, alerts, statements
from wastetrack.containers.terms import HeldAs
from wastetrack.deadlines.actions.sweep import sweep
from wastetrack.deadlines.terms import RuleCode
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.parties.terms import LicenceState, UnitKind

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
UNTIL = date(2026, 12, 20)
MOST = 8


@pytest.mark.parametrize(
    ("state", "due", "shown"),
    [
        (LicenceState.CHECKED, UNTIL, "还有 26 天"),
        (LicenceState.WAITING, date(2026, 10, 20), "已超过 35 天"),
    ],
    ids=["an extension that was checked", "an extension that waits to be checked"],
)
def test_pages_and_sweep_give_the_same_last_day(
    client: FlaskClient, db: Database, state: LicenceState, due: date, shown: str
) -> None:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work, UnitKind.DISPOSER)
        site = a_site(work, unit)
        a_permit(work, unit, storage_extended_to=UNTIL, state=state)
        drum = a_standing(work, site, NOW - timedelta(days=400), held_as=HeldAs.OPERATOR).id
        sweep(work)
        assert [alert.due_on for alert in alerts(work, RuleCode.OP_1Y)] == [due]
        user = a_user(work, unit, Role.ADMIN)[0]
    sign_in(client, user, NOW.timestamp())
    for path in (f"/containers/{drum}", "/containers", "/today"):
        with statements(db.engine) as told:
            assert shown in client.get(path).text, path
        assert len(told) <= MOST, path


@pytest.mark.parametrize(
    ("held", "shown", "hidden"),
    [
        (HeldAs.OPERATOR, "法定要求", "待确认</span>"),
        (HeldAs.PILOT, "超限·待确认", "法定要求"),
        (HeldAs.MEDICAL, "超限·待确认", "法定要求"),
        (HeldAs.PRODUCER, "地方要求·待确认", "法定要求"),
    ],
)
def test_only_what_was_read_is_shown_as_law(
    client: FlaskClient, db: Database, held: HeldAs, shown: str, hidden: str
) -> None:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work, UnitKind.DISPOSER)
        drum = a_standing(work, a_site(work, unit), NOW - timedelta(days=400), held_as=held).id
        sweep(work)
        alert = alerts(work)[0].id
        user = a_user(work, unit, Role.ADMIN)[0]
    sign_in(client, user, NOW.timestamp())
    page = client.get(f"/alerts/{alert}").text
    assert shown in page
    assert hidden not in page
    assert ("待确认" in client.get(f"/containers/{drum}").text) is (held is not HeldAs.OPERATOR)
