"""Pure rules of the ledger: reading cells, knowing tables by their headers, parting amounts."""

from wastetrack.ledger.rules.cells import (
    CellFault,
    count_of,
    grams_of,
    line_of,
    moment_of,
    shown,
    text_of,
)
from wastetrack.ledger.rules.codes import (
    BATCHES,
    batch_among,
    batch_day_fault,
    batch_of,
    category_fault,
    codes_of,
    credit_code_of,
    kept_whole,
    packaging_of,
    waste_code_of,
)
from wastetrack.ledger.rules.comparing import differing
from wastetrack.ledger.rules.layout import (
    GUIDE,
    LAYOUTS,
    NAMES,
    STORE_KINDS,
    Header,
    find_header,
    letters,
    sheet_of,
)
from wastetrack.ledger.rules.periods import Period, month_of, period_of, quarter_of, year_of
from wastetrack.ledger.rules.shares import even_parts, months_from

__all__ = [
    "BATCHES",
    "GUIDE",
    "LAYOUTS",
    "NAMES",
    "STORE_KINDS",
    "CellFault",
    "Header",
    "Period",
    "batch_among",
    "batch_day_fault",
    "batch_of",
    "category_fault",
    "codes_of",
    "count_of",
    "credit_code_of",
    "differing",
    "even_parts",
    "find_header",
    "grams_of",
    "kept_whole",
    "letters",
    "line_of",
    "moment_of",
    "month_of",
    "months_from",
    "packaging_of",
    "period_of",
    "quarter_of",
    "sheet_of",
    "shown",
    "text_of",
    "waste_code_of",
    "year_of",
]
