"""Decides the words of contracts, plans, consents and approvals; their refusals stand beside."""

EN: dict[str, str] = {
    "已终止": "Ended",
    "已到期": "Expired",
    "未生效": "Not yet in force",
    "{days} 天后到期": "Ends in {days} days",
    "有效": "In force",
    "照备案的内容填，一行一种废物；除了代码什么都没填的行不算。转移行要写类型和接收单位。": (
        "Enter what was filed, one waste a line; a line with nothing but its code does not "
        "count. A transfer line needs its type and receiver."
    ),
    "第 {n} 行": "Line {n}",
    "合同": "Contracts",
    "委托": "Consents",
    "跨省批准": "Cross-province approvals",
    "办理计划变更": "Amend the plan",
    "先在国家或省固废系统变更备案，再把变更后的全部内容填在这里。原来的内容留在经过里。": (
        "Have the change filed upstream first, then enter the whole plan as it now is. The "
        "earlier lines stay in the trail."
    ),
    "转移余量": "Left to transfer",
    "已用": "Used",
    "还剩": "Left",
    "已用 {n}%": "{n}% used",
    "超出计划，请先变更": "Over the plan: amend it first",
    "再加几行": "More lines",
    "登记变更": "Record the change",
    "登记跨省批准": "Record an approval",
    "没有跨省批准": "No cross-province approvals",
    "向外省转移危险废物，先取得批准，再把批准内容登记到这里。": (
        "To move hazardous waste to another province, obtain the approval first, then record "
        "it here."
    ),
    "委托别的单位代办": "Let another unit act",
    "委托时间": "Given at",
    "已结束": "Ended",
    "结束委托": "End the consent",
    "结束后对方不能再代办；已经拟好的不受影响。": (
        "The other unit can then no longer act; what is already drafted stays."
    ),
    "还没有委托": "No consents yet",
    "叫车确认时会自动委托收集单位代拟联单；代报计划等事项可以在这里委托。": (
        "Confirming a pickup lets the collector draft its manifest; other matters, such as "
        "the plan, are given here."
    ),
    "价格": "Price",
    "下载扫描件": "Download the scan",
    "提前终止": "End early",
    "终止后，从这一天起不能再按这份合同申报和叫车；已经在路上的照常办完。": (
        "From that day nothing can be filed or fetched under this contract; what is on the "
        "road goes on."
    ),
    "合同与计划": "Contracts and plans",
    "登记合同": "Record a contract",
    "是否有效": "In force or not",
    "还没有合同": "No contracts yet",
    "叫车和申报都要有和接受人的有效合同。": "Pickups and filing need a contract in force with the receiver.",
    "合同编号": "Contract number",
    "一行一个，如 900-214-08；整类写 HW08": "One a line, such as 900-214-08; HW08 for a whole category",
    "计价方式": "Pricing",
    "价格（元）": "Price (yuan)",
    "按吨计价写每吨价格，包年写一年的总价；免费或补贴不用填": (
        "By the tonne: per tonne; package: for the year; free or subsidised: leave blank"
    ),
    "污染防治责任": "Pollution duties",
    "双方各自承担的污染防治要求": "What each party does against pollution",
    "签订日期": "Signed on",
    "合同扫描件": "Scan of the contract",
    "终止日期": "Ends on",
    "从这一天起不再执行": "From this day it no longer applies",
    "计划表": "Table of the plan",
    "预计数量": "Planned mass",
    "接收单位类型": "Kind of receiver",
    "拟接收单位": "Planned receiver",
    "方式代码": "Method code",
    "备案编号": "Filing number",
    "国家或省固废系统备案后给的编号": "The number given by the national or provincial system",
    "备案日期": "Filed on",
    "计划内容": "Lines of the plan",
    "变更后编号不变的，照原样填": "If the number did not change, leave it as it is",
    "变更备案日期": "Change filed on",
    "变更原因": "Reason of the change",
    "委托单位": "Given by",
    "受托单位": "Acting unit",
    "委托事项": "Matters",
    "批准文号": "Approval number",
    "批准数量": "Approved mass",
    "最长十二个月": "Twelve months at most",
    "照批准文件填写。批准的申请在国家或省固废系统办理。": (
        "Enter it as the approval says. The application itself is made upstream."
    ),
    "受托单位可以在有效期内代本单位办理选中的事项，随时可以结束。": (
        "The acting unit can handle the chosen matters until that day; you can end it at any time."
    ),
    "我方是移出人": "We are the consignor",
    "我方是接受人": "We are the receiver",
    "我方是哪一方": "Which side we are",
    "找对方单位（名称或拼音首字母）": "Find the other unit (name or pinyin initials)",
    "登记计划": "Record a plan",
    "这里登记已经备案的计划；备案本身在国家或省固废系统办理。": (
        "Record a plan that is already filed; the filing itself is done upstream."
    ),
    "{year} 年管理计划": "Plan of {year}",
    "变更日期": "Changed on",
    "计划转移": "Planned transfer",
    "年度": "Year",
    "还没有登记计划": "No plans recorded yet",
    "在国家或省固废系统备案后，把备案编号和内容登记到这里，申报时会核对。": (
        "After filing it upstream, record its number and lines here; filing a manifest is "
        "checked against it."
    ),
    "{yuan} 元/吨": "{yuan} yuan per tonne",
    "{yuan} 元/年": "{yuan} yuan a year",
    "全部年度": "All years",
}

EVENTS: dict[str, tuple[str, str]] = {
    "contract.add": (
        "{who} 登记合同 {number}：{consignor_name} → {receiver_name}，{valid_from} 至 {valid_to}",
        (
            "{who} recorded contract {number}: {consignor_name} → {receiver_name},"
            " {valid_from} to {valid_to}"
        ),
    ),
    "contract.end": (
        "{who} 终止合同 {number}，从 {ended_on} 起。原因：{reason}",
        "{who} ended contract {number} from {ended_on}. Reason: {reason}",
    ),
    "plan.add": (
        "{who} 登记 {year} 年管理计划，备案编号 {number}",
        "{who} recorded the {year} plan, filing number {number}",
    ),
    "plan.amend": (
        "{who} 登记 {year} 年管理计划的变更。原因：{reason}",
        "{who} recorded a change of the {year} plan. Reason: {reason}",
    ),
    "consent.give": (
        "{who} 委托代办，有效至 {valid_to}",
        "{who} let another unit act until {valid_to}",
    ),
    "consent.withdraw": ("{who} 结束委托。{reason}", "{who} ended the consent. {reason}"),
    "approval.add": (
        "{who} 登记跨省转移批准 {number}：{waste_code} {approved_g:t} 吨，接受人 {receiver_name}",
        (
            "{who} recorded cross-province approval {number}: {waste_code} {approved_g:t} t"
            " to {receiver_name}"
        ),
    ),
}

LABELS: dict[str, tuple[str, str]] = {
    "transfer_type.province": ("省内转移", "Within the province"),
    "transfer_type.cross": ("跨省转移", "To another province"),
    "transfer_type.abroad": ("境外转移", "Abroad"),
    "receiver_kind.permit": ("许可证持有单位", "Permit holder"),
    "receiver_kind.exempt": ("豁免管理单位", "Exempt receiver"),
    "receiver_kind.abroad": ("境外单位", "Receiver abroad"),
    "line_kind.produce": ("产生（A.3）", "Made (A.3)"),
    "line_kind.store": ("贮存（A.4）", "Stored (A.4)"),
    "line_kind.treat": ("自行利用处置（A.5）", "Own treatment (A.5)"),
    "line_kind.transfer": ("转移（A.7）", "Transferred (A.7)"),
    "price_basis.per_tonne": ("按吨计价", "By the tonne"),
    "price_basis.package": ("包年", "Yearly package"),
    "price_basis.free": ("免费", "Free"),
    "price_basis.subsidised": ("政府补贴", "Paid by the government"),
    "consent_scope.manifest": ("代填联单", "Drafting manifests"),
    "consent_scope.filing": ("代提交联单", "Filing manifests"),
    "consent_scope.plan": ("代报管理计划", "Management plan"),
    "consent_scope.ledger": ("代记台账", "Ledger"),
}
