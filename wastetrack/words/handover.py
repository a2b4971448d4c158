"""Decides the words of stops and gates: what a scan turned out to be, counting, weighing, deciding."""

EN: dict[str, str] = {
    # the stop
    "交接 {reference}": "Hand-over {reference}",
    "扫标签，或输入容器上的 8 位码。": "Scan the label, or type the 8-character code.",
    "{n} / {all} 已扫": "{n} / {all} scanned",
    "这一件已扫过": "Already scanned",
    "旧标签：请换上最新标签再扫，或输入容器上的 8 位码": (
        "Old label: put the newest label on and scan again, or type the 8-character code"
    ),
    "还没有封口称重：先封口，再扫一次": "Not sealed and weighed yet: seal it first, then scan again",
    "不在这张联单上：先不装车，留给下一趟": (
        "Not on this manifest: leave it here for the next round"
    ),
    "不是这一家的容器：不要装车": "Of another unit: do not load it",
    "本系统没有这个码：请核对容器；扫错了可以撤销": (
        "This code is not known here: check the container; a wrong scan can be taken back"
    ),
    "本系统没有的码": "Codes not known here",
    "验收后告知双方": "Both parties are told at receipt",
    "已扫 / 应有": "Scanned / expected",
    "实扫 / 应有": "Scanned / expected",
    "应有": "Expected",
    "实扫": "Scanned",
    "差异": "Difference",
    "应有和实扫": "Expected and scanned",
    "没扫到": "Not scanned",
    "一致": "Same",
    "装车": "Loaded",
    "装车的容器": "Containers loaded",
    "交付量": "Handed over",
    "交付量（kg）": "Handed over (kg)",
    "{code} 的交付量，kg": "Kilograms handed over of {code}",
    "未装车的原因": "Why some stay behind",
    "还有 {n} 件没有扫码": "{n} not scanned yet",
    (
        "先扫码。扫不到的，出发前说明它在哪里：没有装车的留在库里，离开这张联单；"
        "已装车的写原因，由双方核实。"
    ): (
        "Scan first. Of what cannot be scanned say where it is before leaving: what is not loaded"
        " stays in the store and leaves this manifest; what is aboard needs a reason, and both"
        " parties look into it."
    ),
    "没有装车": "Not loaded",
    "已装车未扫码": "Aboard, not scanned",
    "没有扫码的容器": "Containers not scanned",
    "已装车未扫码的原因": "Why it is aboard without a scan",
    "经办人": "Handled by",
    "车次": "Trip",
    "运输起点": "From",
    "运输终点": "To",
    "经由地": "By way of",
    "不填按现在": "Empty means now",
    "逐件勾选": "Ticked one by one",
    "版本": "Version",
    "确认交付": "Confirm the hand-over",
    "交付并出发": "Hand over and leave",
    "出发": "Leave",
    "{who} 已于 {at} 确认交付。": "{who} confirmed the hand-over at {at}.",
    "{who} 已于 {at} 确认交付。等驾驶员出发。": (
        "{who} confirmed the hand-over at {at}. Waiting for the driver to leave."
    ),
    "已于 {at} 出发。": "Left at {at}.",
    "等移出人在自己手机上打开这一页，点“确认交付”。": (
        "Waiting for the consignor to open this page on his phone and confirm the hand-over."
    ),
    "联单还没有办到可以装车的一步。扫码可以先做，交付要等接受人同意。": (
        "The manifest is not ready for loading yet. You may scan already;"
        " the hand-over waits for the receiver's consent."
    ),
    "确认并提交联单": "Confirm and file the manifest",
    "给 {name} 的联单还没提交，{kg}": "The manifest to {name} is not filed yet, {kg}",
    "核对无误后由本单位提交，提交后才能装车。": (
        "Check it and file it yourself; nothing is loaded before."
    ),
    "同一车的其他联单": "Other manifests on this vehicle",
    "看联单": "See the manifest",
    # the gate
    "到货": "Arrivals",
    "全部到货": "All arrivals",
    "车牌": "Plate",
    "查找": "Find",
    "按车牌查找": "Find by plate",
    "还没有车": "No vehicle yet",
    "没有这个车牌": "No such plate",
    "换几个字再找，或者看全部到货。": "Try other characters, or see all arrivals.",
    "今天没有要来的车": "No vehicle is expected today",
    "联单出发后，这里会列出车牌、移出人和件数。": (
        "When a manifest leaves, its plate, consignor and count are listed here."
    ),
    "移出人": "Consignor",
    "验收 {reference}": "Receipt {reference}",
    "联单重量合计": "Weight on the manifest",
    "同车联单一起": "All manifests on this vehicle",
    "毛重": "Gross",
    "皮重": "Tare",
    "净重 {net}，差 {difference}，在两次过磅的误差 {error} 以内": (
        "Net {net}, {difference} off, within the {error} that two weighings may be off by"
    ),
    "净重 {net}，差 {difference}，超过两次过磅的误差 {error}": (
        "Net {net}, {difference} off, more than the {error} that two weighings may be off by"
    ),
    "入库设施": "Into store",
    "全部接受": "Accept everything",
    "逐件决定": "Decide line by line",
    "请移出人核实": "Ask the consignor",
    "整车拒收": "Refuse the whole load",
    "件数或重量还有差异。扫齐以后可以全部接受；确有差异就逐件决定，或者请移出人核实。": (
        "Count or weight still differs. When everything is scanned you can accept it all;"
        " if something really differs, decide line by line or ask the consignor."
    ),
    "已请移出人核实，等他同意或提出不同意见。": (
        "The consignor was asked; waiting for him to agree or object."
    ),
    "已于 {at} 接受": "Accepted at {at}",
    "请在 {day} 前确认": "Please confirm by {day}",
    "已拒收，废物已经离开这里。": "Refused; the waste has left this place.",
    "已拒收。废物还在承运人车上，等移出人指令退运。": (
        "Refused. The waste is still on the carrier's vehicle and waits for the consignor's order."
    ),
    "车还没有出发。出发以后在这里清点、过磅、验收。": (
        "The vehicle has not left yet. Count, weigh and receive here once it has."
    ),
    (
        "每一件：接受多少、拒收多少。两项加起来与发出量的差，记为计量差异。"
        "没到的两项都填 0，勾“数量”，记为短少。有一项法定不符，就要写明已报告的部门。"
    ): (
        "For each: how much is accepted, how much refused. What is left of the shipped weight is"
        " kept as the weighing difference. What did not arrive is 0 in both with “Quantity” ticked:"
        " it is short. With any legal mismatch, name the authority told."
    ),
    "没有到": "Did not arrive",
    "先扫码，或逐件选择：没有扫到的，这里不预填。": (
        "Scan first, or decide one by one: nothing is filled in for what was not scanned."
    ),
    "被查封、扣押": "Held by the authority",
    "发出 {mass}": "Shipped {mass}",
    "已扫": "Scanned",
    "接受（kg）": "Accepted (kg)",
    "拒收（kg）": "Refused (kg)",
    "这一件的利用处置方式": "Method for this one",
    "同上": "As above",
    "处理意见": "Opinion",
    "提交验收决定": "Send the decision",
    "名称、数量、特性、形态、包装方式有不符时必填": (
        "Needed when name, quantity, property, form or packaging does not match"
    ),
    "不符的容器": "Containers that do not match",
    "勾出哪一件、哪方面不符。移出人会马上看到，同意或者提出不同意见；车在门口等。": (
        "Tick what does not match and in which way. The consignor sees it at once and agrees or"
        " objects; the vehicle waits at the gate."
    ),
    "发给移出人": "Send to the consignor",
    "废物留在承运人车上，由移出人决定退运。拒收的同时要向接受地生态环境部门报告。": (
        "The waste stays on the carrier's vehicle; the consignor decides about its way back."
        " A refusal is reported to the receiving place's authority at the same time."
    ),
    "拒收的原因": "Why it is refused",
    "备注": "Remark",
}

REFUSALS: dict[str, tuple[str, str]] = {
    "handover.code_form": (
        "“{input}”不是容器上的码，可能输错了。请再扫一次，或核对后输入容器上的 8 位码。",
        (
            "“{input}” is no container code; it may be mistyped. Please scan again, or check and type"
            " the 8-character code."
        ),
    ),
    "handover.undo_known": (
        "这个容器在本系统有登记，扫到就是事实，不能撤销。请逐件决定，差异会告知双方。",
        (
            "This container is registered here: having seen it is a fact and stays. Please decide"
            " line by line; both parties are told."
        ),
    ),
    "handover.undo_others": (
        "这是别人扫的。请扫码的人自己撤销。",
        "Somebody else scanned this. Please ask that person to take it back.",
    ),
    "handover.undo_late": (
        "已经出发或验收，不能再撤销。请在差异处理里说明。",
        "It has left or is received already. Please explain it in the case instead.",
    ),
    "handover.nonce_used": (
        "这一次提交已经用过。请刷新页面，再扫一次。",
        "This submission was used already. Please reload the page and scan again.",
    ),
    "handover.not_on_manifest": (
        "勾选的容器里有不在这张联单上的。请刷新页面再勾选。",
        "Something ticked is not on this manifest. Please reload the page and tick again.",
    ),
    "handover.nothing_loaded": (
        "一件都没有勾选。请勾选装车的容器；都不装车，就请调度改期。",
        (
            "Nothing is ticked. Please tick what is loaded;"
            " if nothing goes, ask the dispatcher for another day."
        ),
    ),
    "handover.unscanned_untold": (
        "还没有扫码：{codes}。请扫码；扫不到的，选“没有装车”或“已装车未扫码”。",
        (
            "Not scanned yet: {codes}. Please scan them; of what cannot be scanned, say whether it"
            " is not loaded or aboard."
        ),
    ),
    "handover.unscanned_reason_missing": (
        "有已装车未扫码的容器。请写未扫码的原因。",
        "Something is aboard without a scan. Please say why it was not scanned.",
    ),
    "handover.gross_missing": (
        "请填车辆进门的毛重。",
        "Please enter the vehicle's gross weight.",
    ),
    "handover.tare_over_gross": (
        "皮重不能大于或等于毛重。请核对两次过磅。",
        "The tare must be below the gross weight. Please check both weighings.",
    ),
    "handover.missing_at_gate": (
        "还没有扫到：{codes}。请扫齐；确实没有，请逐件决定。",
        "Not scanned yet: {codes}. Please scan them; if they are not there, decide line by line.",
    ),
    "handover.stray_at_gate": (
        "扫到不在联单上的容器：{codes}。请逐件决定，差异会告知双方。",
        (
            "Scanned but not on the manifest: {codes}."
            " Please decide line by line; both parties are told of it."
        ),
    ),
    "handover.other_weight": (
        "重量与联单不同：{codes}。请逐件决定，填实际重量。",
        (
            "The weight differs from the manifest: {codes}."
            " Please decide line by line with the real weight."
        ),
    ),
    "handover.reason_missing": (
        "全部拒收要写原因。请在处理意见里写明。",
        "Refusing everything needs a reason. Please write it in the opinion.",
    ),
    "handover.report_missing": (
        "请填已报告的生态环境部门，例如接受地生态环境分局。",
        "Please name the authority that was told, for example the receiving place's branch office.",
    ),
}

EVENTS: dict[str, tuple[str, str]] = {
    "handover.undo": ("{who} 撤销扫码 {code}", "{who} took back the scan of {code}"),
}

LABELS: dict[str, dict[str, tuple[str, str]]] = {
    "ScanPlace": {
        "yard": ("装车", "Yard"),
        "gate": ("到货", "Gate"),
    },
    "Verdict": {
        "expected": ("应有", "Expected"),
        "duplicate": ("重复", "Scanned twice"),
        "extra": ("联单外", "Not on the manifest"),
        "wrong_unit": ("别家的", "Of another unit"),
        "old_label": ("旧标签", "Old label"),
        "unknown": ("本系统没有", "Not known here"),
        "not_sealed": ("未封口", "Not sealed"),
    },
}
