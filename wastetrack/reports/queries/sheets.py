"""What every sheet beside a manifest begins with: the transfer, its lines, what was said of it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from wastetrack.audit.model import Event
from wastetrack.catalog.queries import code_values
from wastetrack.kernel.work import Work
from wastetrack.manifests.shapes import LineView, ManifestPage
from wastetrack.manifests.terms import Decision, Dimension
from wastetrack.reports.queries.amended import asked_on
from wastetrack.reports.rules.sheets import LineSaid, sheet_kinds
from wastetrack.reports.shapes.sheets import AuthorityReport, Said, SheetHead, SheetLine
from wastetrack.reports.terms import SheetKind


def kinds_of(work: Work, page: ManifestPage) -> tuple[SheetKind, ...]:
    """Which sheets this manifest has."""
    m = page.manifest
    return sheet_kinds(
        m.state,
        [
            LineSaid(
                v.line.decision,
                disputed=bool(v.line.dimensions or v.line.difference_g),
                refused_g=v.line.refused_g or 0,
            )
            for v in page.lines
        ],
        reported=m.reported_at is not None,
        corrected=bool(page.corrections or asked_on(work, page)),
    )


def head_of(page: ManifestPage, base_url: str) -> SheetHead:
    """The transfer a sheet belongs to; `base_url` stands before its reference in the symbol."""
    m = page.manifest
    carriers = tuple(dict.fromkeys(view.carrier for view in page.hauls))
    return SheetHead(
        reference=m.reference,
        official_number=m.national_no or "",
        provincial_number=m.provincial_no or "",
        paper_number=m.paper_no or "",
        state=m.state,
        consignor=page.consignor.name,
        carriers=carriers or ((page.carrier.name,) if page.carrier.name else ()),
        receiver=page.receiver.name,
        handed_over_at=m.signed_at,
        departed_at=m.departed_at,
        arrived_at=m.arrived_at,
        received_at=m.received_at,
        qr_text=f"{base_url.upper()}/M/{m.reference}",
    )


def lines_of(
    work: Work, page: ManifestPage, wanted: Callable[[LineView], bool] = lambda _: True
) -> tuple[SheetLine, ...]:
    """The lines that were loaded or are to be, with all their quantities."""
    names = {
        kind: {value.code: value.label_zh for value in code_values(work, kind)}
        for kind in ("form", "packaging")
    }
    loaded = (v for v in page.lines if v.line.decision is not Decision.LEFT_OUT)
    return tuple(_line(view, names) for view in loaded if wanted(view))


def _line(view: LineView, names: Mapping[str, Mapping[str, str]]) -> SheetLine:
    line = view.line
    return SheetLine(
        number=line.number,
        code=view.human_code,
        waste_name=line.waste_name,
        waste_code=line.waste_code,
        hazards=line.hazards,
        form=names["form"].get(line.form, line.form),
        packaging=names["packaging"].get(line.packaging, line.packaging),
        planned_g=line.planned_g,
        shipped_g=line.shipped_g,
        accepted_g=line.accepted_g,
        refused_g=line.refused_g,
        difference_g=line.difference_g,
        decision=line.decision,
        dimensions=tuple(Dimension(text) for text in line.dimensions),
        note=line.discrepancy,
        refused_code=view.refused_code or "",
        way_back=line.way_back,
    )


def said_in(events: Iterable[Event], texts: Mapping[str, str]) -> tuple[Said, ...]:
    """Statements of these kinds of event; `texts` names the value that holds the words of each."""
    return tuple(
        Said(
            event.kind,
            str(_value(event, texts[event.kind]) or ""),
            event.actor_label,
            event.happened_at,
        )
        for event in events
        if event.kind in texts
    )


def _value(event: Event, name: str) -> object:
    return event.payload["facts"].get(name) or event.payload["set"].get(name)


def reports_in(page: ManifestPage) -> tuple[AuthorityReport, ...]:
    """Each report to the authority once, numbered by the manifest and the event that made it."""
    found: dict[str, AuthorityReport] = {}
    for event in page.events:
        to = _value(event, "reported_to")
        if not to:
            continue
        told = _value(event, "reported_at")
        at = datetime.fromisoformat(str(told)) if told else event.recorded_at
        report = AuthorityReport(
            f"{page.manifest.reference}-BG{event.seq}",
            str(to),
            at,
            event.actor_label,
            event.recorded_at,
        )
        found.setdefault(f"{to} {at}", report)
    return tuple(found.values())
