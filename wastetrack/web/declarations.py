"""The declaration desk in the browser: what is due, filed, amended, late, and the file to hand in."""

from typing import Any
from uuid import UUID

from flask import request, url_for

from wastetrack import words
from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may, require
from wastetrack.catalog.queries import division_names
from wastetrack.deadlines.actions.amend_report import amend_report
from wastetrack.deadlines.actions.file_report import file_report
from wastetrack.deadlines.inputs import AmendReport, FileReport
from wastetrack.deadlines.queries.desk import Duty, list_desk, site_desk
from wastetrack.deadlines.queries.reports import find_filed, site_of
from wastetrack.deadlines.terms import RuleCode
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.ledger.rules import month_of
from wastetrack.parties.model import Site
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound
from wastetrack.web.ledger import asked_sites, site_tabs

room = Room("declarations", __name__)
_FILED_HERE = frozenset({RuleCode.RPT, RuleCode.RPT_Y})


@room.page("/declarations", asks=Action.LEDGER_READ)
def index(work: Work) -> Rendered:
    """A unit's own desk; for the officer, every site with something not filed."""
    own = next(iter(asked_sites(work).values()), None)
    if own is not None:
        page: Rendered = site(work, own.id)
        return page
    found = list_desk(work, request.args.get("after"))
    towns = division_names(work)
    return door.render(
        "declarations/index.html",
        rows=[(row, towns.get(row.town, "")) for row in found.rows],
        today=local_day(work.now),
        next_href=url_for("declarations.index", after=found.after) if found.after else "",
    )


@room.page("/declarations/sites/<uuid:id>")
def site(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """One site's desk: each line opens the file to hand in."""
    place, duties = site_desk(work, id)
    mine = Place(Position.OWN, place.unit_id, place.id)
    return door.render(
        "declarations/site.html",
        site=place,
        tabs=site_tabs(place, month_of(local_day(work.now)), "declarations.site"),
        lines=[_line(place, duty) for duty in duties],
        may_file=may(work.actor, Action.REPORT_FILE, mine),
        may_amend=may(work.actor, Action.REPORT_AMEND, mine),
    )


def _line(place: Site, duty: Duty) -> dict[str, Any]:
    rule, key = duty.period.rule, duty.period.key
    plan = rule is RuleCode.RPT_PLAN
    kept: dict[str, Any] = {"site": place.id, "period": key}
    return {
        "title": words.label(door.lang(), rule),
        "key": key,
        "due": duty.period.due,
        "receipts": duty.receipts,
        "late": duty.late,
        "left": duty.left,
        "filed": duty.filed,
        "level": _level(duty),
        "show": f"/plans?site={place.id}" if plan else url_for("registers.report", **kept),
        "xlsx": "" if plan else url_for("registers.report_workbook", **kept),
        "pdf": "" if plan else url_for("registers.report_paper", **kept),
        "file": ""
        if plan
        else url_for("declarations.file", id=place.id, rule=rule.value, period=key),
    }


def _level(duty: Duty) -> str:
    if duty.filed:
        return "warn" if duty.late else "ok"
    return "legal" if duty.late else "due" if duty.left <= 5 else "hint"


def _named(text: str) -> RuleCode:
    found = next((code for code in _FILED_HERE if code.value == text), None)
    if found is None:
        raise Missing("report")
    return found


@room.page("/declarations/sites/<uuid:id>/<rule>/<period>")
def file(
    work: Work,
    id: UUID,  # noqa: A002
    rule: str,
    period: str,
    bound: Bound[Any] | None = None,
) -> Rendered:
    """Note the receipt of a report, or of its amendment when one is kept already."""
    code, place = _named(rule), site_of(work, id)
    require(work.actor, Action.REPORT_FILE, Place(Position.OWN, place.unit_id, place.id))
    known = find_filed(work, id, code, period[:8])
    model = AmendReport if known else FileReport
    form = bound or Bound.blank(model, door.lang(), filed_on=local_day(work.now))
    endpoint = "declarations.amend_post" if known else "declarations.note_post"
    return door.render(
        "declarations/file.html",
        site=place,
        title=words.label(door.lang(), code),
        period=period,
        known=known,
        form=form,
        action=url_for(endpoint, id=id, rule=rule, period=period),
        back=url_for("declarations.site", id=id),
    )


@room.mutation("/declarations/sites/<uuid:id>/<rule>/<period>/file", data=FileReport, form=file)
def note(work: Work, data: FileReport, id: UUID, rule: str, period: str) -> str:  # noqa: A002
    """Keep the first receipt."""
    file_report(work, id, _named(rule), period[:8], data)
    return url_for("declarations.site", id=id)


@room.mutation("/declarations/sites/<uuid:id>/<rule>/<period>/amend", data=AmendReport, form=file)
def amend(work: Work, data: AmendReport, id: UUID, rule: str, period: str) -> str:  # noqa: A002
    """Keep a further receipt beside the first."""
    amend_report(work, id, _named(rule), period[:8], data)
    return url_for("declarations.site", id=id)
