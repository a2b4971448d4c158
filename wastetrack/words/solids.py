"""Decides the words of general industrial waste: forms, refusals, events."""

EN: dict[str, str] = {
    "一般工业固废": "General industrial waste",
    "一般工业固废 {period}": "General industrial waste {period}",
    "登记一条": "Add a record",
    "自行利用": "Own use",
    "自行处置": "Own disposal",
    "运出": "Shipped",
    "贮存净入库": "Net into store",
    "（作废）": " (void)",
    "一般工业固体废物按批登记：产生、贮存、利用、运出、处置各一张表。": (
        "General industrial waste is recorded by batch: one table each for production, storage, use,"
        " shipping and disposal."
    ),
    "登记一般工业固废：{table}": "General industrial waste: {table}",
    "登记错了？作废后重新登记。": "Entered by mistake? Void it and enter it anew.",
    "已作废：{reason}": "Void: {reason}",
    "作废原因": "Why it is void",
    "回到这张表": "Back to the table",
    "废物种类": "Kind of waste",
    "SW 开头的种类代码，或者完整的 8 位分类代码": "The kind beginning with SW, or the whole code",
    "入库或者出库": "Into store or out of it",
    "去向或者接收单位": "To or receiver",
    "利用或者处置方式": "Way of use or disposal",
}

REFUSALS: dict[str, tuple[str, str]] = {
    "solids.unknown_code": (
        "目录里没有这个种类。请从列表里选一个，例如 SW59。",
        "The list has no such kind. Please choose one, such as SW59.",
    ),
    "solids.in_the_future": (
        "日期不能晚于今天（{today}）。请改成实际发生的日期。",
        "The date cannot lie after today ({today}). Please give the day it happened.",
    ),
    "solids.unknown_facility": (
        "场所里没有登记设施 {facility}。请填已登记的设施编码，或者先登记设施。",
        "The site has no facility {facility}. Please give a registered code, or register it first.",
    ),
    "solids.which_way": (
        "请选择入库还是出库。",
        "Please choose whether it goes into store or out of it.",
    ),
    "solids.no_receiver": (
        "运出要写明接收单位。请填去向。",
        "Shipping needs the receiver. Please say where it goes.",
    ),
    "solids.no_method": (
        "请填利用或者处置的方式。",
        "Please say how it was used or disposed of.",
    ),
    "solids.day_full": (
        "这一天这张表已有 {most} 条记录，编号用完了。请合并后登记，或者改用另一天。",
        "This table has {most} records on that day and no number is left. Please combine them or use another day.",
    ),
    "solids.is_void": (
        "记录 {number} 已经作废。需要时请重新登记。",
        "Record {number} is void already. Please enter it anew if needed.",
    ),
}

EVENTS: dict[str, tuple[str, str]] = {
    "solid.record": (
        "{who} 登记一般工业固废 {number}：{waste} {kg} kg",
        "{who} recorded general industrial waste {number}: {waste} {kg} kg",
    ),
    "solid.void": (
        "{who} 作废 {number}：{reason}",
        "{who} voided {number}: {reason}",
    ),
}

LABELS: dict[str, tuple[str, str]] = {
    "way.in": ("入库", "Into store"),
    "way.out": ("出库", "Out of store"),
    "solid_state.kept": ("有效", "Valid"),
    "solid_state.void": ("作废", "Void"),
}
