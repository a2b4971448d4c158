"""Decides the words of the ledger: reasons of bad cells, events, states, pages."""

EN: dict[str, str] = {
    "经营场所": "Site",
    "台账文件": "Ledger file",
    "Excel 工作簿（.xlsx），不超过 10 MB。": "An Excel workbook (.xlsx), at most 10 MB.",
    "有错的行先跳过，其余的导入": "Skip bad rows and load the rest",
    "不勾选时，有一行不对就一行也不导入。": "Left unticked, one bad row and nothing is loaded.",
    "台账": "Ledger",
    "先选一个单位": "Choose a unit first",
    "台账按场所查看。从单位页的场所打开它的台账。": (
        "A ledger belongs to a site. Open it from the site on the unit's page."
    ),
    "找单位": "Find a unit",
    "还没有经营场所": "No site yet",
    "登记场所以后，这里显示它的产生、入库、出库和委外记录。": (
        "Once a site is registered, its production, storage and transfers show here."
    ),
    "登记场所": "Register a site",
    "导出这张表": "Export this table",
    "导入台账": "Import a ledger",
    "收支平衡": "Balance",
    "收支平衡（吨）": "Balance (tonnes)",
    "废物": "Waste",
    "期初": "Opening",
    "产生": "Produced",
    "接收": "Received",
    "自行利用处置": "Own treatment",
    "委外": "Entrusted",
    "期末": "Closing",
    "差额": "Difference",
    "期初 + 产生 + 接收 − 自行利用处置 − 委外 = 期末。产生量按封口称重的日期计；差额是已装车还没有被接收的、过磅差、更正、作废和鉴别为非危险废物的。": (
        "Opening + produced + received − own treatment − entrusted = closing. Production counts on"
        " the day of sealing and weighing; the difference is what is loaded but not yet received,"
        " weighing differences, corrections, voided containers and waste identified as not hazardous."
    ),
    "台账记录": "Ledger rows",
    "选一张表": "Choose a table",
    "批次编码": "Batch code",
    "时间": "Time",
    "代码": "Code",
    "数量（吨）": "Amount (t)",
    "设施": "Facility",
    "登记容器、入库、交接以后，记录自动出现在这里；以前的台账可以导入。": (
        "Rows appear here by themselves once containers are registered, stored and handed over;"
        " an older ledger can be imported."
    ),
    "新容器": "New container",
    "B.1 产生": "B.1 Production",
    "B.2 入库": "B.2 Into store",
    "B.3 出库": "B.3 Out of store",
    "B.4 自行利用处置": "B.4 Own treatment",
    "B.5 委外利用处置": "B.5 Entrusted",
    "导入到：{site}": "Into: {site}",
    "先下载模板": "Download the template first",
    "列的顺序按 HJ 1259-2022 附录 B。同一个文件可以反复上传，已经导入的行不会重复登记。": (
        "Columns follow appendix B of HJ 1259-2022. The same file may be uploaded again:"
        " rows that are in already are not registered twice."
    ),
    "B.3 至 B.5 也可以上传：系统里已有的批次逐格核对，不一样的会指出；系统里没有的自行利用处置（B.4）登记为历史，出库和委外（B.3、B.5）要由联单产生，不从表格登记。": (
        "B.3 to B.5 may be uploaded too: batches that are here are compared cell by cell and"
        " differences are told; own treatment that is not here (B.4) is entered as history, while"
        " leaving and entrusting (B.3, B.5) come from manifests and are never entered from a workbook."
    ),
    "空白模板": "Empty template",
    "填好的示例": "Filled example",
    "上传并检查": "Upload and check",
    "导入记录": "Imports",
    "文件": "File",
    "上传时间": "Uploaded",
    "状态": "State",
    "行数": "Rows",
    "已导入": "Loaded",
    "没有变化": "Unchanged",
    "有错": "Bad",
    "上传人": "Uploaded by",
    "还没有导入过": "No imports yet",
    "以前用表格记的台账，可以整本导入。": "A ledger kept in spreadsheets can be imported as a whole.",
    "正在检查和导入 {name}": "Checking and loading {name}",
    "导入 {name}": "Import {name}",
    "可以关掉这个页面，导入会继续；结果在“导入记录”里。": (
        "You may close this page; the import goes on and its result is under Imports."
    ),
    "导入完成：新登记 {loaded} 行，没有变化 {unchanged} 行。": (
        "Import finished: {loaded} rows loaded, {unchanged} unchanged."
    ),
    "导入完成：新登记 {loaded} 行，没有变化 {unchanged} 行，跳过有错的 {bad} 行。": (
        "Import finished: {loaded} rows loaded, {unchanged} unchanged, {bad} bad rows skipped."
    ),
    "没有导入：{rows} 行里有 {bad} 行不对。请下载错误表，改好后再上传；也可以只导入其余的行。": (
        "Nothing was loaded: {bad} of {rows} rows are not right. Download the error workbook, mend"
        " it and upload again, or load only the other rows."
    ),
    "已停止：已经导入的 {loaded} 行保留。": "Stopped: the {loaded} rows that are in stay in.",
    "没有导入：上传的文件已经不在了。请重新上传。": (
        "Nothing was loaded: the uploaded file is gone. Please upload it again."
    ),
    "下载错误表": "Download the error workbook",
    "只导入没有错的行": "Load only the good rows",
    "有错的行会跳过，其余的行现在登记。": "Bad rows are skipped; the others are registered now.",
    "重新上传": "Upload again",
    "接着导入": "Go on",
    "有错的行": "Bad rows",
    "位置": "Where",
    "列": "Column",
    "原因": "Reason",
    "{sheet} 第 {line} 行": "{sheet} line {line}",
    "整个文件": "The whole file",
    "还有 {more} 处，都在错误表里。": "{more} more; all of them are in the error workbook.",
    "完成时间": "Finished",
    "没有导入的原因": "Why it was not loaded",
}

EVENTS: dict[str, tuple[str, str]] = {
    "ledger.import": (
        "{who} 从台账文件 {basis} 第 {line} 行导入",
        "{who} imported this from line {line} of the ledger file {basis}",
    ),
}

LABELS: dict[str, dict[str, tuple[str, str]]] = {
    "ImportState": {
        "waiting": ("等待检查", "Waiting"),
        "running": ("正在导入", "Loading"),
        "done": ("已完成", "Finished"),
        "refused": ("有错，没有导入", "Not loaded"),
        "stopped": ("已停止", "Stopped"),
        "failed": ("没有完成", "Failed"),
    },
    "Sheet": {
        "units": ("单位", "Units"),
        "b1": ("B.1 产生", "B.1 Generated"),
        "b2": ("B.2 入库", "B.2 Into store"),
        "b3": ("B.3 出库", "B.3 Out of store"),
        "b4": ("B.4 自行利用处置", "B.4 Own recovery and disposal"),
        "b5": ("B.5 委外利用处置", "B.5 Entrusted recovery and disposal"),
    },
}
