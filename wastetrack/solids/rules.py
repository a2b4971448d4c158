"""What speaks against a record of general industrial waste, and the columns of its tables.

The order of the columns follows a public schema of the guide's tables 4 to 8; the guide itself was
not read, so every table is marked 待确认.
"""

from wastetrack.kernel.errors import Violation
from wastetrack.ledger.terms import Column, Form
from wastetrack.solids.terms import RecordFact, Sheet, Way

NUMBER_MOST = 999
_T = Form.TONNES
_NUMBER = Column("number", "表单编号", width=16)
_CODE = Column("code", "代码", width=10)
_NAME = Column("name", "名称", width=18)
_GRAMS = Column("grams", "数量（吨）", width=12, form=_T)
_MOVED = Column("moved_by", "运输经办人", width=12)

COLUMNS: dict[Sheet, tuple[Column, ...]] = {
    Sheet.PRODUCED: (
        _NUMBER,
        Column("facility", "生产设施编码", width=14),
        _CODE,
        _NAME,
        Column("on", "产生时间", width=12, form=Form.DAY),
        _GRAMS,
        Column("moved_on", "转移时间", width=12, form=Form.DAY),
        Column("destination", "去向", width=20),
        Column("handled_by", "产生部门经办人", width=14),
        _MOVED,
        Column("factor", "产废系数", width=12),
    ),
    Sheet.STORED: (
        _NUMBER,
        Column("way", "入库/出库", width=10),
        Column("facility", "贮存设施编码", width=14),
        Column("previous", "前序表单编号", width=16),
        _CODE,
        _NAME,
        Column("on", "入库/出库时间", width=12, form=Form.DAY),
        _GRAMS,
        Column("destination", "废物去向", width=20),
        _MOVED,
        Column("handled_by", "贮存部门经办人", width=14),
    ),
    Sheet.TAKEN: (
        _NUMBER,
        Column("facility", "利用设施编码", width=14),
        Column("previous", "前序表单编号", width=16),
        _CODE,
        _NAME,
        Column("on", "利用时间", width=12, form=Form.DAY),
        _GRAMS,
        Column("method", "利用方式", width=16),
        Column("product", "利用产物名称", width=16),
        Column("handled_by", "利用部门经办人", width=14),
    ),
    Sheet.SHIPPED: (
        _NUMBER,
        Column("previous", "前序表单编号", width=16),
        _CODE,
        _NAME,
        Column("product", "利用产物名称", width=16),
        Column("on", "运出时间", width=12, form=Form.DAY),
        _GRAMS,
        Column("destination", "去向（接收单位）", width=24),
        Column("method", "利用/处置方式", width=16),
        _MOVED,
        Column("handled_by", "经办人", width=14),
    ),
    Sheet.DISPOSED: (
        _NUMBER,
        Column("facility", "处置设施编码", width=14),
        Column("previous", "前序表单编号", width=16),
        _CODE,
        _NAME,
        Column("on", "处置时间", width=12, form=Form.DAY),
        _GRAMS,
        Column("method", "处置方式", width=16),
        Column("handled_by", "处置部门经办人", width=14),
    ),
}
NAMES = {
    Sheet.PRODUCED: "表 4 产生",
    Sheet.STORED: "表 5 贮存",
    Sheet.TAKEN: "表 6 自行利用",
    Sheet.SHIPPED: "表 7 运出",
    Sheet.DISPOSED: "表 8 自行处置",
}
BALANCE_COLUMNS = (
    Column("name", "名称", width=22),
    Column("code", "代码", width=10),
    Column("opening", "期初（吨）", width=12, form=_T),
    Column("produced", "产生（吨）", width=12, form=_T),
    Column("used", "自行利用（吨）", width=12, form=_T),
    Column("disposed", "自行处置（吨）", width=12, form=_T),
    Column("shipped", "运出（吨）", width=12, form=_T),
    Column("closing", "期末（吨）", width=12, form=_T),
    Column("in_store", "贮存净入库（吨）", width=12, form=_T),
)
WAYS = {Way.IN: "入库", Way.OUT: "出库"}
# which tables say where it happened, who took it, and how
_WITH_FACILITY = frozenset({Sheet.PRODUCED, Sheet.STORED, Sheet.TAKEN, Sheet.DISPOSED})


# the fields that the form of a table asks for, in their order
FORMS: dict[Sheet, tuple[str, ...]] = {
    Sheet.PRODUCED: (
        *("code", "name", "on", "grams", "facility", "moved_on", "destination"),
        *("handled_by", "moved_by", "factor"),
    ),
    Sheet.STORED: (
        *("way", "code", "name", "on", "grams", "facility", "previous", "destination"),
        *("moved_by", "handled_by"),
    ),
    Sheet.TAKEN: (
        *("code", "name", "on", "grams", "method", "facility", "previous", "product"),
        "handled_by",
    ),
    Sheet.SHIPPED: (
        *("code", "name", "on", "grams", "destination", "method", "previous", "product"),
        *("moved_by", "handled_by"),
    ),
    Sheet.DISPOSED: (
        *("code", "name", "on", "grams", "method", "facility", "previous", "handled_by"),
    ),
}


def record_faults(fact: RecordFact) -> list[Violation]:
    """Every reason why a record cannot be kept as it is."""
    found = []
    if not fact.code_known:
        found.append(Violation("solids.unknown_code", "code"))
    if fact.on > fact.today:
        found.append(Violation("solids.in_the_future", "on", {"today": fact.today}))
    if fact.sheet in _WITH_FACILITY and fact.facility and not fact.facility_known:
        found.append(Violation("solids.unknown_facility", "facility", {"facility": fact.facility}))
    if fact.sheet is Sheet.STORED and fact.way is None:
        found.append(Violation("solids.which_way", "way"))
    if fact.sheet is Sheet.SHIPPED and not fact.destination:
        found.append(Violation("solids.no_receiver", "destination"))
    if fact.sheet in {Sheet.TAKEN, Sheet.DISPOSED} and not fact.method:
        found.append(Violation("solids.no_method", "method"))
    return found
