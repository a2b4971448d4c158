"""Decides the sentences about ledger files that cannot be taken in as a whole."""

REFUSALS: dict[str, tuple[str, str]] = {
    "ledger.no_file": (
        "请选择要导入的文件。",
        "Please choose the file to import.",
    ),
    "ledger.password": (
        "文件有密码，读不了。请在表格软件里去掉密码，另存后再上传。",
        "The file has a password. Please remove it in your spreadsheet program and upload again.",
    ),
    "ledger.old_xls": (
        "这是旧格式（.xls）或者其他 Office 文件。请另存为 .xlsx 再上传。",
        "This is the old .xls format or another Office file. Please save it as .xlsx.",
    ),
    "ledger.is_csv": (
        "这是文本（CSV）文件，代码容易损坏。请用模板填写，保存为 .xlsx 再上传。",
        (
            "This is a text (CSV) file, in which codes are easily damaged. Please use the template"
            " and save it as .xlsx."
        ),
    ),
    "ledger.not_xlsx": (
        "这不是 Excel 工作簿（.xlsx）。请用模板填写后再上传。",
        "This is not an Excel workbook (.xlsx). Please fill in the template and upload that.",
    ),
    "ledger.has_macro": (
        "文件里有宏，不能导入。请另存为不带宏的 .xlsx 再上传。",
        "The file contains macros. Please save it as a plain .xlsx and upload again.",
    ),
    "ledger.zip_bomb": (
        "文件解压后太大，没有打开。请只保留台账的三张表，删去图片和格式，再上传。",
        (
            "The file is too large when unpacked and was not opened. Please keep only the three"
            " ledger sheets, without pictures and formats."
        ),
    ),
    "ledger.too_wide": (
        "表格的范围太大：很远的单元格里有内容或者格式。请把数据复制到空白模板里再上传。",
        (
            "The sheet reaches too far: a distant cell has content or a format. Please copy the"
            " data into the empty template."
        ),
    ),
    "ledger.damaged": (
        "文件损坏，打不开。请用表格软件打开并重新保存，再上传。",
        "The file is damaged. Please open it in a spreadsheet program, save it again and upload it.",
    ),
    "ledger.no_rows": (
        "文件里没有一行数据。请从表头的下一行开始填写。",
        "The file has no rows. Please fill in from the line below the header.",
    ),
    "ledger.too_many_rows": (
        "文件有 {count} 行，一次最多 {most} 行。请分成几个文件。",
        "The file has {count} rows; at most {most} can be taken at once. Please split it.",
    ),
    "ledger.no_sheet": (
        "没有找到台账的工作表。需要 {wanted}，文件里是 {found}。请用模板，不要改工作表的名字。",
        (
            "No ledger sheet was found. Needed: {wanted}; the file has: {found}. Please use the"
            " template and keep the names of its sheets."
        ),
    ),
    "ledger.sheet_twice": (
        "{sheets} 是同一张表。请合并成一张再上传。",
        "{sheets} are the same table. Please merge them into one.",
    ),
    "ledger.sheet_hidden": (
        "工作表“{sheet}”是隐藏的。请取消隐藏，看过内容再上传。",
        "The sheet “{sheet}” is hidden. Please unhide it, look at it and upload again.",
    ),
    "ledger.no_header": (
        "工作表“{sheet}”没有找到表头。第一行应依次是：{columns}。",
        "The sheet “{sheet}” has no header. Its first line must read: {columns}.",
    ),
    "ledger.wrong_column": (
        "工作表“{sheet}”的 {place} 列应是“{expected}”，现在是“{found}”。请按模板的顺序排列。",
        (
            "In the sheet “{sheet}” column {place} must be “{expected}” but is “{found}”. Please keep"
            " the template's order."
        ),
    ),
    "ledger.file_lost": (
        "上传的文件已经不在了。请重新上传。",
        "The uploaded file is gone. Please upload it again.",
    ),
    "ledger.not_refused": (
        "这次导入不需要再处理。请看导入记录。",
        "This import needs nothing more. Please look at the list of imports.",
    ),
}
