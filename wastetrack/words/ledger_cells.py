"""Decides the sentences about cells of a ledger workbook that cannot be read as what they should be."""

REFUSALS: dict[str, tuple[str, str]] = {
    "ledger.missing": ("这一格必须填写。", "This cell must be filled in."),
    "ledger.too_long": (
        "太长：{length} 个字，最多 {most} 个。请写短一些。",
        "Too long: {length} characters, at most {most}. Please shorten it.",
    ),
    "ledger.when_form": (
        "时间应如 2026-11-01 14:30。现在是“{input}”。",
        "A time looks like 2026-11-01 14:30. The cell has “{input}”.",
    ),
    "ledger.amount_form": (
        "数量应是数字，如 0.182。现在是“{input}”。",
        "An amount is a number such as 0.182. The cell has “{input}”.",
    ),
    "ledger.amount_zero": (
        "数量要大于 0，至少 1 克。现在是“{input}”。",
        "An amount must be more than 0, at least one gram. The cell has “{input}”.",
    ),
    "ledger.amount_fine": (
        "最多精确到克（吨的小数点后 6 位，千克的后 3 位）。现在是“{input}”。",
        "At most to the gram (6 decimals of a tonne, 3 of a kilogram). The cell has “{input}”.",
    ),
    "ledger.amount_large": (
        "一行不会超过 10 万吨。请核对数量和计量单位。现在是“{input}”。",
        (
            "One row cannot be more than 100 000 tonnes. Please check amount and unit. The cell has"
            " “{input}”."
        ),
    ),
    "ledger.amount_unit": (
        "计量单位写吨或者千克。现在是“{input}”。按体积或者件数记的，请折算成吨。",
        (
            "The unit is 吨 (tonne) or 千克 (kilogram). The cell has “{input}”. Please convert volumes"
            " and pieces to tonnes."
        ),
    ),
    "ledger.count_form": (
        "件数应是 1 以上的整数。现在是“{input}”。",
        "A number of pieces is a whole number from 1. The cell has “{input}”.",
    ),
    "ledger.codes_count": (
        "写了 {codes} 个容器编码，数量却是 {quantity}。请改成一致。",
        (
            "There are {codes} container codes but the number of pieces is {quantity}. Please make"
            " them agree."
        ),
    ),
    "ledger.too_many_codes": (
        "一行写了 {count} 个容器编码，最多 {most} 个。请分成几个批次。",
        "One row has {count} container codes; at most {most}. Please split the batch.",
    ),
    "ledger.code_number": (
        "表格软件把编码变成了数字“{input}”，末尾几位已经丢失。请把这一列设为文本，照原件重新填写。",
        (
            "The spreadsheet turned the code into the number “{input}” and its last digits are lost."
            " Please make the column text and type the code again from the original."
        ),
    ),
    "ledger.code_scientific": (
        "编码变成了科学记数“{input}”，末尾几位已经丢失。请把这一列设为文本，照原件重新填写。",
        (
            "The code became “{input}” (scientific notation) and its last digits are lost. Please"
            " make the column text and type the code again from the original."
        ),
    ),
    "ledger.code_zeros": (
        "代码“{input}”的末尾是 0，像是被表格软件改过（18 位数字只保留 15 位）。请照营业执照重新填写。",
        (
            "The code “{input}” ends in zeros, as a spreadsheet leaves it (only 15 of 18 digits are"
            " kept). Please type it again from the business licence."
        ),
    ),
    "ledger.code_became_date": (
        "编码变成了日期“{input}”。请把这一列设为文本，照原件重新填写。",
        "The code became the date “{input}”. Please make the column text and type the code again.",
    ),
    "ledger.credit_code": (
        "统一社会信用代码是 18 位数字和大写字母，不含 I、O、Z、S、V。现在是“{input}”，{length} 位。",
        (
            "A unified social credit code has 18 digits and capital letters, without I, O, Z, S, V."
            " The cell has “{input}”, {length} characters."
        ),
    ),
    "ledger.phone": (
        "联系电话写 11 位手机号，单位以后用它登录。现在是“{input}”。",
        (
            "The phone is an 11-digit mobile number; the unit will sign in with it. The cell has"
            " “{input}”."
        ),
    ),
    "ledger.batch_form": (
        "批次编码应如 {example}：字母、8 位日期、3 位序号。现在是“{input}”。",
        (
            "A batch code looks like {example}: letters, 8-digit date, 3-digit number. The cell has"
            " “{input}”."
        ),
    ),
    "ledger.batch_day": (
        "批次编码 {input} 里的日期是 {inside}，时间一列是 {day}。请改成同一天。",
        (
            "The batch code {input} carries the date {inside}, but the time is {day}. Please make"
            " them the same day."
        ),
    ),
    "ledger.category": (
        "类别“{input}”和代码对不上，应是 {right}。",
        "The category “{input}” does not fit the code; it should be {right}.",
    ),
}
