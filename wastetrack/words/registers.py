"""Decides the words of registers: periods, declarations, record book, exports, the declaration desk."""

EN: dict[str, str] = {
    "台账 {period}": "Ledger {period}",
    "永久保存": "Kept for ever",
    "保存 {years} 年以上": "Kept at least {years} years",
    "换期间": "Change the period",
    "上一期": "Previous",
    "下一期": "Next",
    "按月": "Month",
    "按季": "Quarter",
    "按年": "Year",
    "从": "From",
    "查看": "Show",
    "选起止日期": "From one day to another",
    "本期没有记录": "Nothing in this period",
    "选一种登记": "Choose a register",
    "选一部分": "Choose a part",
    "申报表": "Declaration",
    "经营情况记录簿": "Record book",
    "表式据公开资料整理，待确认": "layout from public material, to be confirmed",
    "打印（PDF）": "Print (PDF)",
    "导出表格": "Export a workbook",
    "后台导出": "Exports",
    "看差额由什么构成": "See what the difference is made of",
    "这一期没有库存，也没有进出。": "Nothing in stock and nothing moved in this period.",
    "这一期这张表没有记录": "This table has no rows in this period",
    "差额里有 {tonnes} 找不到对应的记录。请先核对数据。": (
        "No entry explains {tonnes} of the difference. Please check the data first."
    ),
    "有差额：下面逐笔列出它由什么构成。差额照实显示，不会自动补平。": (
        "There is a difference: what it is made of is listed below. It is shown as it is, never forced."
    ),
    "这里只显示前 {n} 行，导出的表格里有全部。": "The first {n} rows are shown; the workbook has all.",
    # exports
    "哪一种表": "Which register",
    "期间": "Period",
    "2026-10、2026-Q3、2026，或者 2026-10-05_2026-11-04": (
        "2026-10, 2026-Q3, 2026, or 2026-10-05_2026-11-04"
    ),
    "行数很多的表由后台写成文件：可以关掉页面，写好后在这里下载，保留 30 天。": (
        "Long tables are written in the background: close the page if you like and fetch the file"
        " here; it is kept for 30 days."
    ),
    "写成打印用的 PDF": "A PDF to print",
    "不勾选时写成表格（.xlsx）。": "Left unticked, a workbook (.xlsx).",
    "这张表超过 {most} 行，由后台写成 PDF。点“开始导出”以后可以关掉页面。": (
        "This table has over {most} rows: the PDF is drawn in the background. Start the export; you"
        " may close the page then."
    ),
    "场所：{site}": "Site: {site}",
    "全区所有单位": "Every unit of the district",
    "开始导出": "Start the export",
    "导出过的文件": "Exported files",
    "内容": "Content",
    "申请时间": "Asked",
    "申请人": "Asked by",
    "还没有导出过。": "No exports yet.",
    "导出：{kind} {period}": "Export: {kind} {period}",
    "正在写文件：{kind}": "Writing the file: {kind}",
    "可以关掉这个页面，写完后在“后台导出”里下载。": (
        "You may close this page; fetch the file under Exports when it is written."
    ),
    "文件写好了：{rows} 行。保留到 {day}。": "The file is written: {rows} rows. Kept until {day}.",
    "下载": "Download",
    "已停止，没有留下文件。": "Stopped; no file was left.",
    "文件保留 30 天，已经删除。需要时请再导出一次。": (
        "Files are kept for 30 days; this one is gone. Export it once more when you need it."
    ),
    "没有写成：服务器存不下或者写不了文件，或者表里有打印不出的字。请联系系统管理员后再试。": (
        "It was not written: the server has no room or may not write, or a character cannot be"
        " printed. Please tell the administrator, then try again."
    ),
    "文件大小": "Size",
    "文件指纹（SHA-256）": "Fingerprint (SHA-256)",
    # sheets of one page
    "检查单（PDF）": "Inspection sheet (PDF)",
    "监管日报（PDF）": "Daily brief (PDF)",
    # declaration desk
    "申报台": "Declaration desk",
    "更正内容": "What was amended",
    "还有报告或者计划没有申报的场所，最早到期的在前。回执由单位登记，这里只看。": (
        "Sites with a report or plan that is not filed, the earliest due first. Units note their"
        " receipts themselves; here they are only seen."
    ),
    "未申报": "Not filed",
    "最早到期": "Earliest due",
    "未申报的场所": "Sites with something not filed",
    "没有未申报的场所": "Every site has filed",
    "回执": "Receipts",
    "要交的文件": "File to hand in",
    "表格": "Workbook",
    "要申报的报告和计划": "Reports and plans to file",
    "已申报，晚 {n} 天": "Filed {n} days late",
    "按时申报": "Filed in time",
    "未申报，已晚 {n} 天": "Not filed, {n} days late",
    "还有 {n} 天": "{n} days left",
    "登记更正": "Note an amendment",
    "登记回执": "Note a receipt",
    "已有回执": "Receipt so far",
    "更正另记一张回执，原来的回执保留。": (
        "An amendment has a receipt of its own; the first one is kept."
    ),
    "这个场所还没有要申报的": "This site has nothing to file yet",
    "第一个申报期结束后，要交的报告出现在这里。": (
        "Reports appear here when the first period has ended."
    ),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "reports.period": (
        "“{period}”不是期间。请填 2026-10、2026-Q3、2026，或者 2026-10-05_2026-11-04（不超过三年）。",
        "“{period}” is no period. Please give 2026-10, 2026-Q3, 2026, or 2026-10-05_2026-11-04 (three years at most).",
    ),
    "reports.too_long_for_paper": (
        "超过 {most} 行的表由后台写成 PDF。请在“后台导出”里要。",
        "Tables over {most} rows are drawn in the background. Please ask for the PDF under Exports.",
    ),
    "reports.ask_the_worker": (
        "有 {rows} 行，超过 {most} 行的表请用“后台导出”，写好后下载。",
        "There are {rows} rows; tables over {most} rows are written under Exports. Please ask for it there.",
    ),
    "deadlines.report_not_filed": (
        "{period} 还没有回执。请先登记第一张回执。",
        "No receipt is noted for {period} yet. Please note the first one.",
    ),
    "deadlines.amended_before": (
        "更正日期不能早于上一张回执的日期（{day}）。请核对日期。",
        "An amendment cannot lie before the receipt it amends ({day}). Please check the date.",
    ),
}

EVENTS: dict[str, tuple[str, str]] = {
    "report.amend": (
        "{who} 记下 {period} 更正后的申报回执 {number}",
        "{who} noted the receipt {number} of the amended report for {period}",
    ),
}

LABELS: dict[str, dict[str, tuple[str, str]]] = {
    "Kind": {
        "b1": ("B.1 产生台账", "Ledger B.1 production"),
        "b2": ("B.2 入库台账", "Ledger B.2 into store"),
        "b3": ("B.3 出库台账", "Ledger B.3 out of store"),
        "b4": ("B.4 自行利用处置台账", "Ledger B.4 own treatment"),
        "b5": ("B.5 委外利用处置台账", "Ledger B.5 entrusted"),
        "declaration": ("申报表（C 表）", "Declaration (tables C)"),
        "book": ("经营情况记录簿", "Record book"),
        "solids": ("一般工业固废表 4–8", "General industrial waste, tables 4–8"),
    },
    "ExportState": {
        "waiting": ("等待", "Waiting for the worker"),
        "running": ("正在写", "Being written"),
        "done": ("可以下载", "Ready"),
        "stopped": ("已停止", "Stopped"),
        "failed": ("没有写成", "Not written"),
        "expired": ("已过保留期", "No longer kept"),
    },
}
