"""Decides the words of the access log."""

EN: dict[str, str] = {
    "查阅记录": "Access log",
    "谁看过本单位": "Who looked at this unit",
    "谁在什么时候看了什么。只能增加，不能修改或删除。": (
        "Who looked at what, and when. Rows are only added, never changed or deleted."
    ),
    "看了什么": "What was looked at",
    "查阅人": "Who looked",
    "从": "From",
    "到": "To",
    "哪个单位的": "Whose record",
    "页面": "Page",
    "没有符合条件的查阅记录。": "No read matches.",
}

LABELS: dict[str, dict[str, tuple[str, str]]] = {
    "Look": {
        "file": ("文件", "File"),
        "export": ("导出表格", "Workbook"),
        "unit": ("单位资料", "Unit record"),
        "people": ("人员名单", "People"),
        "trace": ("追溯", "Trace"),
        "history": ("变更历史", "History"),
    },
}
