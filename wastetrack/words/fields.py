"""What stands beside a field: one sentence per kind of input fault, and hints by field name."""

_NUMBER = (
    "请填数字，如 182.4。您输入了 {input}。",
    "Please enter a number, such as 182.4. You entered {input}.",
)
_WHOLE = (
    "请填整数，如 200。您输入了 {input}。",
    "Please enter a whole number, such as 200. You entered {input}.",
)
_DAY = (
    "请填日期，如 2026-11-24。您输入了 {input}。",
    "Please enter a date, such as 2026-11-24. You entered {input}.",
)
_WHEN = (
    "请填日期和时间，如 2026-11-24 14:05。您输入了 {input}。",
    "Please enter date and time, such as 2026-11-24 14:05. You entered {input}.",
)
_CHOICE = (
    "请从列表中选择一项。您给的是 {input}。",
    "Please choose one from the list. You gave {input}.",
)
_LIST = ("请从列表中选择。", "Please choose from the list.")
_MISSING = ("请填写这一项。", "Please fill this in.")
_YES_NO = ("请选择是或者否。", "Please choose yes or no.")
_TEXT = ("请填文字。", "Please enter text.")
_FORM = (
    "格式不对，请核对后再填。您输入了 {input}。",
    "This has not the right form, please check it. You entered {input}.",
)

FIELD_ERRORS: dict[str, tuple[str, str]] = {
    "missing": _MISSING,
    "none_required": ("这一项应当留空。", "This must be left empty."),
    "extra_forbidden": (
        "提交的内容里有不认识的项目。请刷新页面后重新填写。",
        "The submission holds an unknown item. Please reload the page and fill it in again.",
    ),
    "string_type": _TEXT,
    "string_unicode": (
        "文字里有无法识别的字符。请重新输入。",
        "The text holds unreadable characters. Please enter it again.",
    ),
    "string_pattern_mismatch": _FORM,
    "string_too_short": (
        "至少写 {min_length} 个字。您写了 {input}。",
        "Please write at least {min_length} characters. You wrote {input}.",
    ),
    "string_too_long": (
        "最多写 {max_length} 个字，请写短一些。",
        "Please keep it within {max_length} characters.",
    ),
    "greater_than": (
        "应当大于 {gt}。您输入了 {input}。",
        "This must be more than {gt}. You entered {input}.",
    ),
    "greater_than_equal": (
        "不能小于 {ge}。您输入了 {input}。",
        "This cannot be less than {ge}. You entered {input}.",
    ),
    "less_than": (
        "应当小于 {lt}。您输入了 {input}。",
        "This must be less than {lt}. You entered {input}.",
    ),
    "less_than_equal": (
        "不能大于 {le}。您输入了 {input}。",
        "This cannot be more than {le}. You entered {input}.",
    ),
    "multiple_of": (
        "应当是 {multiple_of} 的倍数。您输入了 {input}。",
        "This must be a multiple of {multiple_of}. You entered {input}.",
    ),
    "finite_number": _NUMBER,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "decimal_type": _NUMBER,
    "decimal_parsing": _NUMBER,
    "decimal_max_digits": (
        "最多 {max_digits} 位数字。您输入了 {input}。",
        "At most {max_digits} digits. You entered {input}.",
    ),
    "decimal_max_places": (
        "小数点后最多 {decimal_places} 位。您输入了 {input}。",
        "At most {decimal_places} digits after the point. You entered {input}.",
    ),
    "decimal_whole_digits": (
        "小数点前最多 {whole_digits} 位。您输入了 {input}。",
        "At most {whole_digits} digits before the point. You entered {input}.",
    ),
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "date_past": ("请填今天以前的日期。", "Please enter a date before today."),
    "date_future": ("请填今天以后的日期。", "Please enter a date after today."),
    "datetime_type": _WHEN,
    "datetime_parsing": _WHEN,
    "datetime_from_date_parsing": _WHEN,
    "datetime_object_invalid": _WHEN,
    "datetime_past": ("请填现在以前的时间。", "Please enter a time before now."),
    "datetime_future": ("请填现在以后的时间。", "Please enter a time after now."),
    "timezone_aware": _WHEN,
    "timezone_naive": _WHEN,
    "time_type": ("请填时间，如 14:05。", "Please enter a time, such as 14:05."),
    "time_parsing": ("请填时间，如 14:05。", "Please enter a time, such as 14:05."),
    "enum": _CHOICE,
    "literal_error": _CHOICE,
    "uuid_type": _CHOICE,
    "uuid_parsing": _CHOICE,
    "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "set_type": _LIST,
    "dict_type": _FORM,
    "model_type": _FORM,
    "model_attributes_type": _FORM,
    "json_invalid": _FORM,
    "json_type": _FORM,
    "bytes_type": ("请选择一个文件。", "Please choose a file."),
    "too_short": ("至少选 {min_length} 项。", "Please choose at least {min_length}."),
    "too_long": ("最多选 {max_length} 项。", "Please choose at most {max_length}."),
    "assertion_error": _FORM,
    "value_error": _FORM,
}

_PHONE = (
    "请填 11 位手机号，如 13800000000；座机带区号，如 0575-82120000。您输入了 {input}。",
    (
        "Please enter an 11-digit mobile number, or a landline with its area code such as "
        "0575-82120000. You entered {input}."
    ),
)
_WASTE = (
    "废物代码应为 8 位，如 900-214-08。您输入了 {input}。",
    "A waste code has 8 digits, such as 900-214-08. You entered {input}.",
)
_NUMBER_14 = (
    "联单编号是 14 位数字：年份 4 位、省 2 位、市 2 位、流水 6 位。您输入了 {input}。",
    (
        "An official manifest number has 14 digits: year 4, province 2, prefecture 2, serial 6. "
        "You entered {input}."
    ),
)

PATTERN_HINTS: dict[str, tuple[str, str]] = {
    "credit_code": (
        "统一社会信用代码是 18 位数字和大写字母，不含 I、O、Z、S、V。您输入了 {input}。",
        (
            "A unified social credit code has 18 digits and capital letters, without I, O, Z, S, V. "
            "You entered {input}."
        ),
    ),
    "waste_code": _WASTE,
    "waste_codes": _WASTE,
    "codes": (
        "请填 8 位废物代码，如 900-214-08，或者整类，如 HW08。您输入了 {input}。",
        (
            "Please enter 8-digit waste codes such as 900-214-08, or a whole category such as HW08. "
            "You entered {input}."
        ),
    ),
    "phone": _PHONE,
    "emergency_phone": _PHONE,
    "contact_phone": _PHONE,
    "plate": (
        "车牌号应如 浙D12345、浙DF12345 或 浙D1234挂。您输入了 {input}。",
        "A plate looks like 浙D12345, 浙DF12345 or 浙D1234挂. You entered {input}.",
    ),
    "un_number": (
        "联合国编号是 UN 加 4 位数字，如 UN3082。您输入了 {input}。",
        "A UN number is UN and 4 digits, such as UN3082. You entered {input}.",
    ),
    "national_no": _NUMBER_14,
    "provincial_no": _NUMBER_14,
    "division_code": (
        "请从列表中选择所在街道或者乡镇。",
        "Please choose the town or street from the list.",
    ),
}
