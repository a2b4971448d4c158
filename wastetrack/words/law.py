"""Words of the rules page."""

EN: dict[str, str] = {
    "规则与依据": "Rules and their basis",
    "每一条时限都写明约束谁、从何时起算、依据哪一条，以及我们有多确定。地方要求与待确认的不会显示成法定。": (
        "Each limit says whom it binds, when its clock starts, on which article it rests and how"
        " sure we are. A local requirement or an unconfirmed rule never looks like law."
    ),
    "{year} 年的节假日安排尚未载入，跨年的工作日期限按周一至周五估算。": (
        "The holiday calendar of {year} is not loaded yet; working-day limits that cross into it"
        " count Monday to Friday and are estimates."
    ),
    "规则": "Rule",
    "约束": "Binds",
    "起算": "Starts",
    "时限": "Limit",
    "依据": "Basis",
    "确定程度": "Confidence",
    "有效期": "In force",
    "现行": "now",
    "时限与期限": "Limits and deadlines",
    "已读原文": "text read",
    "数据来源": "Sources of the data",
    "数据": "Data",
    "版次": "Edition",
    "条数": "Rows",
    "来源": "Source",
    "核对": "Checked against",
    "已载入的参考数据": "Reference data loaded",
    "{n} 年": "{n} y",
    "{n} 日": "{n} d",
    "{n} 个工作日": "{n} working days",
    "{n} 小时": "{n} h",
    "每年 {month} 月 {n} 日前": "by {month}/{n} each year",
    "每期 {n} 日前": "by day {n} of each period",
}
