"""Puts a register together: ledger tables, declaration, record book, general industrial waste."""

from collections.abc import Iterator, Mapping, Sequence

from wastetrack.catalog.queries import code_values
from wastetrack.kernel.work import Work
from wastetrack.ledger.queries import Span, all_entries
from wastetrack.ledger.rules import LAYOUTS, NAMES, Period
from wastetrack.ledger.terms import Sheet, Table
from wastetrack.parties.queries import units_by_id
from wastetrack.reports.queries.book import PARTS, methods_of
from wastetrack.reports.queries.declaration import declaration
from wastetrack.reports.rules import book
from wastetrack.reports.rules import declaration as form
from wastetrack.reports.shapes.register import Register
from wastetrack.reports.terms import Kind, WasteReport
from wastetrack.solids import rules as solids
from wastetrack.solids.queries import all_records, solid_balances
from wastetrack.solids.terms import Sheet as SolidSheet

PENDING = "表式据公开资料整理，待确认"
LEDGER_SHEETS = {
    Kind.B1: Sheet.PRODUCED,
    Kind.B2: Sheet.STORED,
    Kind.B3: Sheet.LEFT,
    Kind.B4: Sheet.OWN,
    Kind.B5: Sheet.OUTSIDE,
}
TITLES = {
    Kind.DECLARATION: "危险废物申报表",
    Kind.BOOK: "危险废物经营情况记录簿",
    Kind.SOLIDS: "一般工业固体废物管理台账",
}


def register(work: Work, kind: Kind, span: Span, period: Period) -> Register:
    """Whose and what; rows are read when the tables are walked."""
    tables, retention, pending = _content(work, kind, span, period)
    sites = list(span.sites.values())
    units = units_by_id(work, {site.unit_id for site in sites})
    unit = units[sites[0].unit_id] if len(units) == 1 else None
    one = sites[0] if len(sites) == 1 else None
    title = TITLES.get(kind) or f"危险废物管理台账 {NAMES[LEDGER_SHEETS[kind]]}"
    if kind is Kind.DECLARATION and period.months in form.NAMES:
        title = f"{title} {form.NAMES[period.months]}"
    return Register(
        title=title,
        unit=unit.name if unit else "全部单位",
        credit_code=unit.credit_code if unit else "",
        site=one.name if one else "全部场所",
        address=one.address if one else "",
        period=period.title,
        tables=tables,
        retention=retention,
        pending=pending,
    )


def _content(
    work: Work, kind: Kind, span: Span, period: Period
) -> tuple[Sequence[Table], str, str]:
    if kind is Kind.DECLARATION:
        reports = declaration(work, list(span.sites), span.first, span.end)
        return declaration_tables(work, reports, period), book.LEDGER_RETENTION.text, ""
    if kind is Kind.BOOK:
        kept = book.book_retention(methods_of(work, span)).text
        return (
            [
                Table(name, columns, PARTS[key](work, span))
                for key, (name, columns) in book.NAMES.items()
            ],
            kept,
            PENDING,
        )
    if kind is Kind.SOLIDS:
        return solid_tables(work, span), book.SOLIDS_RETENTION.text, PENDING
    sheet = LEDGER_SHEETS[kind]
    rows = (entry.values for entry in all_entries(work, sheet, span))
    return [Table(NAMES[sheet], LAYOUTS[sheet], rows)], book.LEDGER_RETENTION.text, ""


def declaration_tables(work: Work, reports: Sequence[WasteReport], period: Period) -> list[Table]:
    """The official table, the check beside it, and what the difference is made of."""
    forms = {value.code: value.label_zh for value in code_values(work, "form")}
    name = form.NAMES.get(period.months, "C 报告")
    return [
        Table(name, form.COLUMNS, list(form.rows(reports, forms))),
        Table(form.CHECK_NAME, form.CHECK_COLUMNS, list(form.check_rows(reports)), form.FORMULA),
        Table(form.CAUSES_NAME, form.CAUSE_COLUMNS, list(form.cause_rows(reports))),
    ]


def solid_tables(work: Work, span: Span) -> list[Table]:
    """Tables 4 to 8 and the balance of each waste."""
    tables = [
        Table(solids.NAMES[sheet], solids.COLUMNS[sheet], all_records(work, sheet, span))
        for sheet in SolidSheet
    ]
    return [*tables, Table("收支平衡", solids.BALANCE_COLUMNS, _solid_lines(work, span))]


def _solid_lines(work: Work, span: Span) -> Iterator[Mapping[str, object]]:
    for line in solid_balances(work, span):
        yield {
            "name": line.name,
            "code": line.code,
            "opening": line.opening_g,
            "produced": line.produced_g,
            "used": line.used_g,
            "disposed": line.disposed_g,
            "shipped": line.shipped_g,
            "closing": line.closing_g,
            "in_store": line.stored_in_g - line.stored_out_g,
        }
