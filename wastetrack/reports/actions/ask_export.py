"""Takes the wish for an export: whoever may read a ledger may have it as a file."""

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.kernel.errors import Missing, refuse
from wastetrack.kernel.work import Work
from wastetrack.ledger.rules import period_of
from wastetrack.parties.queries import find_site, find_unit
from wastetrack.reports.inputs import AskExport
from wastetrack.reports.model import Export
from wastetrack.reports.queries.exports import length, span_of


def ask_export(work: Work, data: AskExport) -> Export:
    """The worker writes it; it goes on when the browser is closed."""
    period = period_of(data.period)
    if period is None:
        raise refuse("reports.period", "period", period=data.period)
    unit_id = data.unit_id
    if data.site_id is not None:
        site = find_site(work, data.site_id)
        if site is None:
            raise Missing("site")
        unit_id = site.unit_id
    elif unit_id is not None and find_unit(work, unit_id) is None:
        raise Missing("unit")
    places = [Place(Position.OWN, unit_id, data.site_id)] if unit_id else []
    require(work.actor, Action.LEDGER_READ, *places)
    row = Export(
        id=work.new_id(),
        unit_id=unit_id,
        site_id=data.site_id,
        kind=data.kind,
        on_paper=data.on_paper,
        period=period.key,
        first=period.first,
        end=period.end,
        asked_at=work.now,
        by_user_id=work.actor.user_id,
        by_label=work.actor.label,
    )
    row.rows = length(work, row, span_of(work, row)[0])
    work.session.add(row)
    return row
