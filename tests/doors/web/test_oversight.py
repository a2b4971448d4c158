"""Alerts, the bureau's lists, search, traces and histories in the browser, at most eight statements."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from flask.testing import FlaskClient

from tests.support.build import a_site, a_unit, a_user, sign_in
from tests.support.deadlines import a_standing, a_transfer, alerts, statements
from wastetrack.deadlines.actions.sweep import sweep
from wastetrack.deadlines.terms import AlertState, RuleCode
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.kernel.database import Database
from wastetrack.manifests.terms import State
from wastetrack.parties.terms import ManagementClass, UnitKind
from wastetrack.people.model import User

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
MOST = 8


@dataclass
class Cast:
    """Who looks, and what there is to see."""

    producer: User
    stranger: User
    officer: User
    unit: UUID
    credit_code: str
    drum: UUID
    human_code: str
    manifest: UUID
    reference: str
    alert: UUID
    report: UUID


@pytest.fixture
def cast(db: Database) -> Cast:
    """A producer with an overdue drum and an unfiled report, a stranger, an officer."""
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work, name="示例汽修厂")
        long_ago = replace(work, now=NOW - timedelta(days=500))
        site = a_site(long_ago, unit, management_class=ManagementClass.KEY)
        gate = a_site(work, a_unit(work, UnitKind.DISPOSER))
        drum = a_standing(work, site, NOW - timedelta(days=400))
        a_standing(work, site, NOW - timedelta(days=340), code="900-041-49")
        paper = a_transfer(work, site, gate, State.RECEIVED, received_at=NOW - timedelta(days=20))
        sweep(work)
        bureau = a_unit(work, UnitKind.AUTHORITY, name="生态环境分局")
        return Cast(
            producer=a_user(work, unit, Role.ADMIN)[0],
            stranger=a_user(work, a_unit(work), Role.ADMIN)[0],
            officer=a_user(work, bureau, Role.OFFICER)[0],
            unit=unit.id,
            credit_code=unit.credit_code,
            drum=drum.id,
            human_code=drum.human_code,
            manifest=paper.id,
            reference=paper.reference,
            alert=alerts(work, RuleCode.PR_LOCAL)[0].id,
            report=alerts(work, RuleCode.RPT)[0].id,
        )


def enter(client: FlaskClient, user: User) -> FlaskClient:
    sign_in(client, user, NOW.timestamp())
    return client


def test_every_page_of_the_bureau_opens_within_its_statements(
    db: Database, client: FlaskClient, cast: Cast
) -> None:
    enter(client, cast.officer)
    client.get("/oversight")  # the first look fills what is kept per process
    for path in (
        "/oversight",
        "/oversight/overdue",
        "/oversight/overdue?kind=legal&town=330604001&rule=OP-1Y&code=900-214-08&unit=汽修",
        "/oversight/soon",
        "/oversight/soon?unbooked=1&level=due",
        "/alerts",
        "/alerts?closed=1",
        f"/alerts/{cast.alert}",
        "/trace",
        "/search?q=nothing-like-it",
        f"/trace/container/{cast.drum}",
        f"/trace/manifest/{cast.manifest}",
        f"/history/container/{cast.drum}",
        f"/history/alert/{cast.alert}",
    ):
        with statements(db.engine) as seen:
            answer = client.get(path)
        assert answer.status_code == 200, path
        assert len(seen) <= MOST, (path, seen)


def test_the_same_pages_speak_english(client: FlaskClient, cast: Cast) -> None:
    enter(client, cast.officer)
    client.post("/settings/lang", data={"lang": "en"})
    for path in ("/oversight", "/oversight/overdue", f"/alerts/{cast.alert}", "/trace"):
        text = client.get(path).get_data(as_text=True)
        assert "Alert" in text or "Overdue" in text or "Trace" in text, path


def test_a_local_requirement_never_looks_like_law(client: FlaskClient, cast: Cast) -> None:
    page = enter(client, cast.officer).get(f"/alerts/{cast.alert}").get_data(as_text=True)
    assert "chip-local" in page
    assert "chip-legal" not in page
    assert "待确认" in page


def test_the_producer_sees_his_own_alerts_and_what_closes_them(
    client: FlaskClient, cast: Cast
) -> None:
    enter(client, cast.producer)
    assert f"/alerts/{cast.alert}" in client.get("/alerts").get_data(as_text=True)
    page = client.get(f"/alerts/{cast.alert}").get_data(as_text=True)
    assert "什么会让它关闭" in page
    assert "去叫车" in page


def test_another_units_alert_is_not_given_away(client: FlaskClient, cast: Cast) -> None:
    enter(client, cast.stranger)
    assert f"/alerts/{cast.alert}" not in client.get("/alerts").get_data(as_text=True)
    for path in (
        f"/alerts/{cast.alert}",
        f"/trace/container/{cast.drum}",
        f"/trace/manifest/{cast.manifest}",
        f"/history/container/{cast.drum}",
    ):
        assert client.get(path).status_code == 404, path
    for path in ("/oversight", "/oversight/overdue", "/oversight/soon"):
        told = client.get(path)
        assert told.status_code == 403, path
        assert "可以办理的人" in told.text


def test_one_hit_leads_straight_to_its_trace(client: FlaskClient, cast: Cast) -> None:
    enter(client, cast.officer)
    found = {
        cast.reference: f"/trace/manifest/{cast.manifest}",
        cast.credit_code.lower(): f"/units/{cast.unit}",
        "示例汽修厂": f"/units/{cast.unit}",
    }
    for text, there in found.items():
        answer = client.get("/search", query_string={"q": text})
        assert (answer.status_code, answer.location) == (303, there), text


def test_a_search_finds_nothing_outside_the_scope(client: FlaskClient, cast: Cast) -> None:
    enter(client, cast.stranger)
    for text in (cast.reference, cast.credit_code):
        answer = client.get("/search", query_string={"q": text})
        assert answer.status_code == 200


def test_the_receipt_of_a_report_is_noted_on_its_alert(
    db: Database, client: FlaskClient, cast: Cast
) -> None:
    enter(client, cast.producer)
    there = f"/alerts/{cast.report}/report"
    early = client.post(there, data={"number": "回执-1", "filed_on": "2026-10-20"})
    assert early.status_code == 422
    assert "回执-1" in early.get_data(as_text=True)
    assert (
        client.post(there, data={"number": "回执-1", "filed_on": "2026-11-12"}).status_code == 303
    )
    with db.reading(SYSTEM) as work:
        assert [a.state for a in alerts(work, RuleCode.RPT)] == [AlertState.CLOSED]


def test_pages_are_cut_by_key_without_losing_or_repeating(
    db: Database, client: FlaskClient, cast: Cast
) -> None:
    with db.transaction(SYSTEM) as work:
        unit = a_unit(work)
        for _ in range(60):
            a_standing(work, a_site(work, unit), NOW - timedelta(days=370))
        sweep(work)
    enter(client, cast.officer)
    first = client.get("/oversight/overdue?kind=local").get_data(as_text=True)
    assert first.count("chip-local") >= 50
    start = first.index('rel="next"')
    link = first[:start].rpartition('href="')[2].partition('"')[0].replace("&amp;", "&")
    second = client.get(link).get_data(as_text=True)
    ids = {part[:36] for page in (first, second) for part in page.split("/alerts/")[1:]}
    assert len(ids) == 61
