"""Decides the words of deadlines: levels, rules, what closes an alert, its timeline and its pages."""

EN: dict[str, str] = {
    # form
    "申报回执编号": "Receipt of the report",
    "申报日期": "Date of filing",
    "省固体废物治理系统提交后显示的编号": "The number that the provincial system shows after sending",
    # lists
    "预警": "Alerts",
    "关闭的预警": "Closed alerts",
    "没有预警": "No alerts",
    "现在没有要办的事。到期前系统会先提醒。": (
        "Nothing needs doing now. The system tells you well before a limit is reached."
    ),
    "未关闭": "Open",
    "已关闭": "Closed",
    "等级": "Level",
    "事项": "Subject",
    "单位和场所": "Unit and site",
    "到期日": "Last lawful day",
    "{n} 件": "{n} pcs",
    # one alert
    "依据和对象": "Basis and whom it binds",
    "适用对象": "Binds",
    "施行": "In force",
    "把握": "Confidence",
    "条文已查": "The text was read",
    "地方要求·待确认": "local requirement, to be confirmed",
    "法定要求": "legal requirement",
    "性质": "Nature",
    "自 {day} 起施行": "in force from {day}",
    "什么会让它关闭": "What closes it",
    "按事实关闭，不能手工勾销。": "It closes by a fact; nobody can tick it off.",
    "关闭于 {when}：{by}": "Closed {when}: {by}",
    "在这条预警上的容器": "Containers on this alert",
    "现在": "Now",
    "在途": "On the road",
    "已约收运": "Pickup booked",
    "未约收运": "No pickup booked",
    "只列出前 {n} 件，按起算时间。": "The first {n} are listed, by when their clock began.",
    "去叫车": "Ask for a pickup",
    "看单位": "See the unit",
    "已经申报了？把回执编号记下来。": "Filed already? Note the number of its receipt.",
    "记下回执": "Note the receipt",
    "超过 {n} 天": "{n} days over",
    "期限数据中有未公布的年度，按周一至周五估算。": (
        "A year without a published calendar is involved; Monday to Friday are counted."
    ),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "deadlines.report_period": (
        "“{period}”不是要申报的期间。请从预警页面进入。",
        "“{period}” is not a period to report on. Please start from the alert.",
    ),
    "deadlines.report_filed": (
        "{period} 的回执已经记下。请核对期间。",
        "The receipt for {period} is noted already. Please check the period.",
    ),
    "deadlines.report_future": (
        "申报日期不能晚于今天（{today}）。请改成提交当天的日期。",
        "The date of filing cannot lie after today ({today}). Please give the day it was sent.",
    ),
    "deadlines.report_early": (
        "{period} 到 {last} 才结束，申报日期应在其后。请核对日期。",
        "{period} ended only on {last}; the date of filing lies after it. Please check the date.",
    ),
}

EVENTS: dict[str, tuple[str, str]] = {
    "alert.open": (
        "按“{rule:label.rule_code}”发出预警：{what}，{level:label.level}",
        "Alert under “{rule:label.rule_code}”: {what}, {level:label.level}",
    ),
    "alert.raise": (
        "“{rule:label.rule_code}”预警（{what}）升级为{level:label.level}",
        "Alert under “{rule:label.rule_code}” ({what}) raised to {level:label.level}",
    ),
    "alert.change": (
        "“{rule:label.rule_code}”预警（{what}）变化：现有 {count} 件，{kg} kg",
        "Alert under “{rule:label.rule_code}” ({what}) changed: {count} pcs, {kg} kg now",
    ),
    "alert.close": (
        "“{rule:label.rule_code}”预警（{what}）关闭：{closed_by:label.closed_by}",
        "Alert under “{rule:label.rule_code}” ({what}) closed: {closed_by:label.closed_by}",
    ),
    "alert.sweep": ("系统完成超期检查", "The system ran the overdue check"),
    "report.file": (
        "{who} 记下 {period} 申报回执 {number}",
        "{who} noted the receipt {number} for {period}",
    ),
}

LABELS: dict[str, tuple[str, str]] = {
    "level.hint": ("提示", "Hint"),
    "level.warn": ("预警", "Warning"),
    "level.due": ("临期", "Nearly due"),
    "level.legal": ("超期", "Overdue"),
    "level.local": ("超限·待确认", "Over a limit to be confirmed"),
    "alert_state.open": ("未关闭", "Open"),
    "alert_state.closed": ("已关闭", "Closed"),
    "closed_by.accepted_elsewhere": ("别处已接受", "accepted elsewhere"),
    "closed_by.treated": ("已利用或处置", "used or disposed of"),
    "closed_by.not_hazardous": ("经鉴别不属于危险废物", "identified as not hazardous"),
    "closed_by.corrected": ("数据更正已核准", "a correction of the data was approved"),
    "closed_by.outside_number": (
        "区外接受，有官方联单号",
        "received outside under an official number",
    ),
    "closed_by.done": ("该办的已经办完", "what was due was done"),
    "closed_by.below": ("数量已降到线下", "the amount fell below the line"),
    "closed_by.moved": ("持有人或适用规则已变", "its holder or its rule changed"),
    "rule_code.OP-1Y": ("经营单位一年贮存", "One-year storage"),
    "rule_code.OP-90": ("收集许可 90 个工作日", "Collection: 90 working days"),
    "rule_code.OP-TEMP": ("临时存放 90 个工作日", "Set-down: 90 working days"),
    "rule_code.OP-TEMP-5T": ("临时存放 5 吨", "Set-down: 5 t"),
    "rule_code.PILOT-1Y": ("小微收集一年贮存（待确认）", "Pilot: one year (to be confirmed)"),
    "rule_code.PILOT-TEMP": (
        "小微收集临时存放 90 个工作日（待确认）",
        "Pilot: set-down, 90 working days (to be confirmed)",
    ),
    "rule_code.PILOT-5T": (
        "小微收集临时存放 5 吨（待确认）",
        "Pilot: set-down, 5 t (to be confirmed)",
    ),
    "rule_code.PR-LOCAL": ("产废单位贮存（地方）", "Producer storage (local)"),
    "rule_code.PR-PLAN": ("管理计划数量", "Plan amounts"),
    "rule_code.PT-3T": ("贮存点 3 吨", "Storage point: 3 t"),
    "rule_code.CAP": ("贮存能力", "Capacity"),
    "rule_code.MED-2D": ("医疗废物 2 天", "Medical: 2 days"),
    "rule_code.MED-VISIT": ("医疗废物上门收集", "Medical: collection visits"),
    "rule_code.MED-DISP": ("医疗废物 24 小时处置", "Medical: treated in 24 h"),
    "rule_code.MED-DISP-COLD": ("冷藏医疗废物 72 小时处置", "Medical, chilled: treated in 72 h"),
    "rule_code.MF-5": ("5 个工作日确认", "Confirmation: 5 working days"),
    "rule_code.MF-10": ("10 个工作日补录", "Back-entry: 10 working days"),
    "rule_code.MF-GATE": ("启运后到达（地方）", "Arrival (local)"),
    "rule_code.MF-GATE-IN": ("到达后决定（地方）", "Decision at the gate (local)"),
    "rule_code.MF-OUT": ("告知处置结果（地方）", "Outcome told (local)"),
    "rule_code.RPT": ("月报和季报", "Monthly and quarterly report"),
    "rule_code.RPT-Y": ("年报", "Annual report"),
    "rule_code.RPT-PLAN": ("管理计划备案", "Plan filing"),
    "rule_code.LIC": ("许可证换证", "Permit renewal"),
    "rule_code.SCALE": ("年经营规模", "Annual scale"),
    "closes.OP-1Y": (
        "这些容器转移后被别处接受，或者完成利用处置，或者许可机关批准延长。",
        "The containers are accepted elsewhere or treated, or the permit authority approves a longer time.",
    ),
    "closes.OP-90": (
        "这些容器交给持证的利用处置单位并被接受。",
        "The containers are accepted by a permitted recovery or disposal unit.",
    ),
    "closes.OP-TEMP": ("这些容器转移后被别处接受。", "The containers are accepted elsewhere."),
    "closes.OP-TEMP-5T": (
        "转移出去，使这种废物的存放量降到线下。",
        "Enough is moved on that the stock of this waste falls below the line.",
    ),
    "closes.PILOT-1Y": ("这些容器转移后被别处接受。", "The containers are accepted elsewhere."),
    "closes.PILOT-TEMP": ("这些容器转移后被别处接受。", "The containers are accepted elsewhere."),
    "closes.PILOT-5T": (
        "转移出去，使这种废物的存放量降到线下。",
        "Enough is moved on that the stock of this waste falls below the line.",
    ),
    "closes.PR-LOCAL": (
        "叫车转移并被接受，或者登记自行利用处置，或者鉴别为非危险废物，或者更正数据。",
        "The waste is picked up and accepted, or own treatment is recorded, or it is identified as not hazardous, or the data is corrected.",
    ),
    "closes.PR-PLAN": (
        "转移出去使库存回到计划内，或者变更管理计划。",
        "Stock returns to what the plan says, or the plan is amended.",
    ),
    "closes.PT-3T": (
        "转移出去，使贮存点降到线下。",
        "Enough is moved on that the storage point falls below the line.",
    ),
    "closes.CAP": (
        "转移出去，使贮存量降到线下。",
        "Enough is moved on that the stock falls below the line.",
    ),
    "closes.MED-2D": (
        "处置单位上门收走并接受。",
        "The disposer collects and accepts the waste.",
    ),
    "closes.MED-VISIT": ("处置单位上门收走一次。", "The disposer visits and collects."),
    "closes.MED-DISP": ("登记处置完毕。", "The treatment is recorded."),
    "closes.MED-DISP-COLD": ("登记处置完毕。", "The treatment is recorded."),
    "closes.MF-5": ("接受人在联单上确认接受。", "The receiver confirms the manifest."),
    "closes.MF-10": ("联单补录完成。", "The manifest is entered in the system."),
    "closes.MF-GATE": ("车辆到达，登记到达。", "The vehicle arrives and its arrival is recorded."),
    "closes.MF-GATE-IN": (
        "接受人作出接受或拒收的决定。",
        "The receiver decides to accept or to refuse.",
    ),
    "closes.MF-OUT": (
        "接受的每一克都登记了利用处置结果。",
        "Every accepted gram has an outcome.",
    ),
    "closes.RPT": ("记下这一期的申报回执编号。", "The receipt of this period's report is noted."),
    "closes.RPT-Y": ("记下年报的回执编号。", "The receipt of the annual report is noted."),
    "closes.RPT-PLAN": (
        "登记今年管理计划的备案编号。",
        "The filing number of this year's plan is registered.",
    ),
    "closes.LIC": (
        "登记新的许可证，或者登记许可终止。",
        "A new permit is registered, or this one is ended.",
    ),
    "closes.SCALE": (
        "新的年度开始，或者登记扩大规模后的许可证。",
        "A new year begins, or a permit with a larger scale is registered.",
    ),
}
