"""Decides the sentences about rows of a ledger workbook that do not fit what is registered."""

REFUSALS: dict[str, tuple[str, str]] = {
    "ledger.repeated": (
        "和第 {first} 行重复。请删去一行，或者改批次编码。",
        "This repeats line {first}. Please delete one or change the batch code.",
    ),
    "ledger.changed": (
        "这一行已经登记过，但{what}不一样。导入不会改动已有记录；要改请在系统里更正。",
        (
            "This row is registered already, but {what} differs. An import never changes a record;"
            " please correct it in the system."
        ),
    ),
    "ledger.differs": (
        "系统里这一批的{what}不一样。导入不会改动已有记录；要改请在系统里更正，或者照系统改这一行。",
        (
            "Here {what} of this batch differs. An import never changes a record: please correct it in"
            " the system, or mend this row by it."
        ),
    ),
    "ledger.left_elsewhere": (
        "系统里没有出库批次 {batch}。出库随联单的装车登记，表格不能代替；以前的出库请留在原来的台账里，还没有完成的请补录纸质联单。",
        (
            "There is no leaving batch {batch} here. Leaving the store is recorded by loading under a"
            " manifest, which a workbook cannot replace: keep what is past in its old ledger, and enter"
            " what is still under way as a paper manifest."
        ),
    ),
    "ledger.entrusted_elsewhere": (
        "系统里没有委外批次 {batch}。委外要由接收单位在联单上接受，表格不能代替；以前的委外请留在原来的台账里，还没有完成的请补录纸质联单。",
        (
            "There is no entrusted batch {batch} here. The receiver accepts it on a manifest, which a"
            " workbook cannot replace: keep what is past in its old ledger, and enter what is still"
            " under way as a paper manifest."
        ),
    ),
    "ledger.treatment_unknown": (
        "没有编码为 {input} 的利用处置设施。请先在场所里登记设施，或者核对编码。",
        "There is no treatment facility {input}. Please register it at the site or check the code.",
    ),
    "ledger.treated_before_made": (
        "利用处置时间早于产生时间（{made:when}）。请核对。",
        "It was treated before it was produced ({made:when}). Please check the times.",
    ),
    "ledger.own_amount": (
        "产生批次 {batch} 还剩 {left:t} 吨，这里写的是 {input:t} 吨。几个容器一起写时要等于剩下的总量。",
        (
            "{left:t} t are left of batch {batch}, the row says {input:t} t. Several containers in one"
            " row are used up as a whole."
        ),
    ),
    "ledger.site_needed": (
        "看不出是哪个场所。请填统一社会信用代码和场所名称。",
        "It is not clear which site this is. Please fill in the credit code and the site name.",
    ),
    "ledger.site_unknown": (
        "单位没有名为“{input}”的场所，只有：{known}。请核对名称，或者在“单位”表里加上。",
        (
            "The unit has no site “{input}”; it has: {known}. Please check the name or add it to the"
            " sheet 单位."
        ),
    ),
    "ledger.unit_unknown": (
        "系统和“单位”表里都没有 {input}。请先在“单位”表里写上。",
        "{input} is neither in the system nor in the sheet 单位. Please add it there first.",
    ),
    "ledger.unit_bad": (
        "“单位”表里 {input} 的那一行有错。先改好那一行。",
        "The row of {input} in the sheet 单位 is not right. Please mend that row first.",
    ),
    "ledger.unit_name": (
        "这个代码登记的单位是“{known}”，这里写的是“{input}”。请核对代码或者名称。",
        (
            "This code is registered to “{known}”, but the row says “{input}”. Please check code and"
            " name."
        ),
    ),
    "ledger.not_your_site": (
        "这次导入只针对 {site}（{code}）。别的单位或者场所请分开导入。",
        "This import is for {site} ({code}) only. Please import other units and sites separately.",
    ),
    "ledger.town_unknown": (
        "“{input}”不是上虞区的街道或者乡镇。请写全称，如百官街道。",
        (
            "“{input}” is not a town or street of the district. Please write its full name, such as"
            " 百官街道."
        ),
    ),
    "ledger.store_unknown": (
        "没有编码为 {input} 的贮存设施，已登记的是：{known}。请核对，或者先登记设施。",
        (
            "There is no store with the code {input}; registered: {known}. Please check, or register"
            " it first."
        ),
    ),
    "ledger.store_needed": (
        "场所有几个贮存设施（{known}），请写明是哪一个；没有的请先登记。",
        (
            "The site has several stores ({known}): please say which one; register one if there is"
            " none."
        ),
    ),
    "ledger.batch_unknown": (
        "没有产生批次 {input}。请先在 B.1 里写上，或者核对编码。",
        "There is no batch {input}. Please add it to B.1 first or check the code.",
    ),
    "ledger.batch_bad": (
        "产生批次 {input} 的那一行有错。先改好 B.1 的那一行。",
        "The row of batch {input} is not right. Please mend that row of B.1 first.",
    ),
    "ledger.before_made": (
        "入库时间早于产生时间（{made:when}）。请核对。",
        "It was stored before it was produced ({made:when}). Please check the times.",
    ),
    "ledger.waste_differs": (
        "代码 {input} 和产生批次 {batch} 的 {made} 不一样。请改成一致。",
        "The code {input} differs from {made} of batch {batch}. Please make them agree.",
    ),
    "ledger.amount_differs": (
        "入库量 {input:t} 吨和产生批次 {batch} 的 {made:t} 吨不一样。请改成一致。",
        "{input:t} t differ from {made:t} t of batch {batch}. Please make them agree.",
    ),
    "ledger.code_unknown": (
        "产生批次 {batch} 没有容器 {input}。请核对容器编码。",
        "Batch {batch} has no container {input}. Please check the container codes.",
    ),
    "ledger.already_stored": (
        "产生批次 {batch} 已经入库。请删去这一行，或者核对批次编码。",
        "Batch {batch} is in store already. Please delete this row or check the batch code.",
    ),
}
