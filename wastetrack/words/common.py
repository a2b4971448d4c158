"""Words every room shares: what any refusal may say, stored files, roles and positions."""

EN: dict[str, str] = {
    "系统": "System",
    "未登录": "Not signed in",
    "待确认": "To be confirmed",
    "地方要求": "Local requirement",
}

REFUSALS: dict[str, tuple[str, str]] = {
    "any.refused": (
        "有一处还不符合要求（{code}），没有保存。请核对后再提交；还不行就把括号里的代号告诉管理员。",
        (
            "One thing does not meet the rules yet ({code}), so nothing was saved. "
            "Please check and submit again; if it stays, tell the administrator the code in brackets."
        ),
    ),
    "any.busy": (
        "同一时间有别人在办同一件事，这一次没有保存。请再提交一次。",
        "Somebody did the same thing at the same time, so this was not saved. Please send it again.",
    ),
    "any.control_characters": (
        "这里混进了看不见的控制字符（多半是粘贴带来的），已经去掉。请核对后再提交。",
        (
            "Invisible control characters came in here, most likely by pasting, and were taken out. "
            "Please check and submit again."
        ),
    ),
    "file.too_large": (
        "文件超过 {limit_mb} MB，没有保存。请压缩或者分成几个文件再上传。",
        (
            "The file is larger than {limit_mb} MB and was not saved. "
            "Please make it smaller or split it and upload again."
        ),
    ),
    "file.unknown_kind": (
        "只收 PDF、JPEG 和 PNG 文件。请另存为其中一种再上传。",
        "Only PDF, JPEG and PNG files are taken. Please save it as one of these and upload again.",
    ),
    "mass.kilograms": (
        "请填千克数，如 182.4，最多三位小数。您输入了 {input}。",
        "Please enter kilograms, such as 182.4, with at most three decimals. You entered {input}.",
    ),
    "mass.tonnes": (
        "请填吨数，如 1.25，最多六位小数。您输入了 {input}。",
        "Please enter tonnes, such as 1.25, with at most six decimals. You entered {input}.",
    ),
    "mass.too_large": (
        "这个数太大了，请核对小数点和单位。您输入了 {input}。",
        "This number is too large; please check the decimal point and the unit. You entered {input}.",
    ),
    "time.out_of_range": (
        "年份应在 1950 到 2199 之间，请核对日期。",
        "The year should lie between 1950 and 2199; please check the date.",
    ),
    "time.naive": (
        "时间里缺少时区。请从日期控件中选择时间。",
        "The time has no time zone. Please pick it with the date control.",
    ),
}

LABELS: dict[str, tuple[str, str]] = {
    "role.admin": ("管理员", "Administrator"),
    "role.operator": ("经办人", "Operator"),
    "role.dispatcher": ("调度员", "Dispatcher"),
    "role.driver": ("驾驶员", "Driver"),
    "role.gate": ("门岗、磅房", "Gate and weighbridge"),
    "role.reader": ("查看人", "Reader"),
    "role.officer": ("监管人员", "Officer"),
    "role.head": ("负责人", "Head"),
    "role.legal": ("法制审核人员", "Legal reviewer"),
    "role.auditor": ("安全审计员", "Auditor"),
    "role.security_admin": ("安全管理员", "Security administrator"),
    "role.system_admin": ("系统管理员", "System administrator"),
    "position.anyone": ("任何人", "Anyone"),
    "position.self": ("本人", "The person"),
    "position.own": ("本单位", "The unit itself"),
    "position.consignor": ("移出人", "Consignor"),
    "position.proxy": ("受委托代办单位", "Proxy with consent"),
    "position.carrier": ("承运人", "Carrier"),
    "position.receiver": ("接受人", "Receiver"),
    "position.holder": ("持有单位", "Holder"),
    "position.collector": ("收集单位", "Collector"),
    "position.authority": ("生态环境部门", "Authority"),
    "position.system": ("系统定时任务", "The scheduled worker"),
}
