"""Decides the English of the manifests' pages and forms."""

EN: dict[str, str] = {
    "本单位的车来运时选；承运人就是出车的单位": (
        "For a vehicle of your own unit; the unit that drives is the carrier"
    ),
    # list and page
    "开联单": "New manifest",
    "办到哪一步": "How far it is",
    "联单号": "Manifest number",
    "{name} {n} 件": "{n} × {name}",
    "{day} 前确认": "Confirm by {day}",
    "这一类没有联单": "No manifest of this kind",
    "换一个筛选条件再看。": "Try another filter.",
    "全部联单": "All manifests",
    "还没有联单": "No manifest yet",
    "先选要转移的容器，再选接受人。叫车以后由收运单位代开的也在这里。": (
        "Choose the containers to move, then the receiver."
        " Those that a collector drafts after a pickup request are here too."
    ),
    "联单 {number}": "Manifest {number}",
    "作废或撤销的原因：{reason}": "Why it was voided or annulled: {reason}",
    "有一方要求撤销这张联单，等其他方同意。": (
        "One party asked to annul this manifest; the others have not agreed yet."
    ),
    "已选定接运车次，等接运的承运人确认。": (
        "The next trip is chosen; its carrier has not taken over yet."
    ),
    "请在 {day} 前确认接受。": "Please confirm the receipt by {day}.",
    "联单上的废物": "Wastes on the manifest",
    "行": "Line",
    "移出": "Shipped",
    "结果": "Result",
    "拒收 {kg}": "{kg} refused",
    "称重差 {kg}": "Weighing difference {kg}",
    "已处置 {kg}": "{kg} treated",
    "标签已换版": "The label was replaced",
    "第一部分 移出信息": "Part 1: consignor",
    "第二部分 运输信息": "Part 2: transport",
    "第三部分 接受信息": "Part 3: receiver",
    "已锁定": "Locked",
    "无": "None",
    "我方编号": "Our reference",
    "许可证编号": "Permit number",
    "接受经办人": "Handled at the receiver by",
    "已向主管部门报告": "Reported to the authority",
    "联单（PDF）": "Manifest (PDF)",
    "接续的联单 {reference}": "Follows manifest {reference}",
    "第 {n} 段": "Haul {n}",
    "未在本系统确认": "Not confirmed in this system",
    "同意更正": "Agree to the correction",
    "不同意更正": "Decline the correction",
    "已生效": "Applied",
    "未同意": "Declined",
    "等{who}答复": "Waiting for: {who}",
    # drafts
    "要转移的容器": "Containers to move",
    "存为草稿": "Save as draft",
    "修改草稿": "Change the draft",
    "先登记场所和贮存设施，再开联单。": "Register a site and its store before drafting a manifest.",
    "没有可以转移的容器": "No container to move",
    "封口称重、还没有叫车的容器才能写进联单。": (
        "Only sealed and weighed containers that no pickup has booked can go on a manifest."
    ),
    "还没有有效的合同": "No contract in force yet",
    "联单要有和接受人的合同。先登记合同，再开联单。": (
        "A manifest needs a contract with the receiver. Record it, then draft the manifest."
    ),
    # the next step
    "下一步“{step}”由{who}办理：{name}（{phone}）": "Next, “{step}” is done by {who}: {name} ({phone})",
    "提交联单": "File the manifest",
    "提交后由接受人确认，移出信息不能再改，要改先撤回。": (
        "The receiver then answers. Part 1 cannot be changed after filing; to change it, withdraw it."
    ),
    "同意接收": "Consent",
    "同意后移出人可以装车。许可、规模和库容会再核对一次。": (
        "The consignor may then load. Permit, scale and room are checked once more."
    ),
    "填联单编号": "Enter the number",
    "交接签字": "Hand over and sign",
    "装车起运": "Load and leave",
    "上传对方签字的联单": "Attach the signed copy",
    "对方签字的联单": "Copy signed by the other party",
    "联单上已有编号的不用填": "Not needed when the manifest carries it already",
    "承运人在本系统没有账号：按它的运输单证登记车辆、人员和运单号。": (
        "The carrier has no account here: enter vehicle, people and waybill number from its papers."
    ),
    "接受人的处置证明": "The receiver's proof of treatment",
    "对方在本系统没有账号：上传对方签字的联单，接受、拒收和确认都按它登记。": (
        "The other party has no account here: attach the copy that it signed; receipt, refusal and"
        " confirmation are entered from it."
    ),
    "接受人在本系统没有账号：按对方的处置证明登记，证明要上传。": (
        "The receiver has no account here: enter what its proof of treatment says, and upload it."
    ),
    "验收": "Receive",
    "同意对方意见": "Agree",
    "提出异议": "Object",
    "退运": "Send back",
    "收回": "Take back",
    "确认接受": "Confirm the receipt",
    "确认后接受信息不能再改，改动要走更正。": (
        "Part 3 cannot be changed after this; changes need a correction."
    ),
    "登记处置": "Record treatment",
    "已知悉": "Acknowledge",
    "表示您已看过接受人的处置结果。": "It says that you have seen what became of your waste.",
    "补录纸质联单": "Back-fill the paper manifest",
    "换车接运": "Relay",
    "报告途中情况": "Report an incident",
    "退回给移出人": "Give back to the consignor",
    "撤回修改": "Withdraw to change",
    "申请撤销": "Ask to annul",
    # what each form says
    "编号由国家系统给，这里只登记、核对，不生成。系统不能用时，填纸质编号和原因。": (
        "The number is issued by the national system; here it is entered and checked, never made."
        " When that system is down, enter a paper number and its ground."
    ),
    "联单回到草稿，移出人能看到原因。": "It becomes a draft again; the consignor sees the reason.",
    "联单回到草稿，可以修改后再提交。": "It becomes a draft again, to be changed and filed anew.",
    "作废后容器可以另开联单，记录保留。": (
        "Its containers can then go on another manifest; the record is kept."
    ),
    "两个承运人交接：先由现在的承运人选定接运车次，再由接运的承运人确认。": (
        "Two carriers meet: the present one names the next trip, then the next one takes over."
    ),
    "先处置、先报告，再登记。登记的内容双方和监管部门都能看到。": (
        "First act and report, then enter it here. Both parties and the regulator see it."
    ),
    "到接受人门口，过磅后登记毛重。": "At the receiver's gate: weigh the vehicle, enter the gross weight.",
    "同意接受人提出的不符，接受人再决定收不收。": (
        "You agree with the mismatch; the receiver then decides whether to take it."
    ),
    "写清依据。意见会留在联单上，接受人再决定收不收。": (
        "Say on what grounds. It stays on the manifest; the receiver then decides."
    ),
    "按移出人的指令，把拒收的运回去。": "On the consignor's order, what was refused goes back.",
    "收回后贮存时间接着原来的算。": "Its storage time then goes on as if it had never stopped.",
    "改前改后和原因都留在记录里，相关方同意后生效。": (
        "Before, after and reason stay on record; it applies when those concerned agree."
    ),
    "只用于实物没有动过的联单。移出人、接受人和监管部门都同意后才撤销。": (
        "Only when nothing moved physically. Consignor, receiver and regulator must all agree."
    ),
    "按纸质联单登记本方这一部分；转移结束后十个工作日内补录。": (
        "Enter your part as it stands on paper, within ten working days after the transfer."
    ),
    # fields
    "移出场所": "Consigning site",
    "代办单位": "Proxy",
    "转移类型": "Kind of transfer",
    "接受人类别": "Kind of receiver",
    "托运人": "Shipper",
    "联合国编号": "UN number",
    "危险货物类别": "Dangerous-goods class",
    "不属于危险货物的理由": "Why it is not dangerous goods",
    "经办人电话": "Handler's phone",
    "如 UN3082": "as UN3082",
    "没有联合国编号时必填": "needed when there is no UN number",
    "接续的联单": "Follows manifest",
    "计划量": "Planned amount",
    "已在国家系统作废该联单编号": "The number is void in the national system",
    "国家联单编号": "National manifest number",
    "国家系统给的 14 位编号": "the 14 digits from the national system",
    "省系统编号": "Provincial number",
    "纸质联单编号": "Paper manifest number",
    "用纸质联单的原因": "Why a paper manifest",
    "如国家系统故障": "for instance: the national system is down",
    "未装车的容器": "Containers left out",
    "交付时间": "Handed over at",
    "起运时间": "Left at",
    "驾驶员电话": "Driver's phone",
    "营运证件号": "Transport licence",
    "接运车次": "Next trip",
    "交接时间": "Relayed at",
    "交接地点": "Where",
    "发生时间": "When it happened",
    "发生了什么": "What happened",
    "已告知谁": "Who was told",
    "到达时间": "Arrived at",
    "不符的废物": "Wastes that do not match",
    "意见": "What you say",
    "接受量": "Accepted amount",
    "移出人的退运指令": "The consignor's order",
    "谁、什么时候、怎么说的": "who, when, and how it was said",
    "离开时间": "Left at",
    "放回的贮存设施": "Into which store",
    "不选就放回原处": "empty: where it stood before",
    "收回时间": "Taken back at",
    "哪一行": "Which line",
    "处置量": "Treated amount",
    "处置时间": "Treated at",
    "要更正的项目": "What to correct",
    "更正为": "Correct value",
    "同意": "Agree",
    "纸质联单扫描件": "Scan of the paper manifest",
    "PDF、JPEG 或 PNG，不超过 10 MB": "PDF, JPEG or PNG, at most 10 MB",
    # what can be corrected, beside the fields above
    "移出经办人": "Handled at the consignor by",
    "移出经办人电话": "Phone of the consignor's handler",
    "移出量（kg）": "Shipped (kg)",
    "毛重（kg）": "Gross (kg)",
    "皮重（kg）": "Tare (kg)",
    "接受量（kg）": "Accepted (kg)",
    "利用处置方式": "Treatment method",
    "危险货物运单号": "Dangerous-goods waybill number",
    "废物名称": "Waste name",
}
