"""Decides how contracts, plans, consents and approvals say no, and what to do about it."""

REFUSALS: dict[str, tuple[str, str]] = {
    "agreements.same_party": (
        "移出人和接受人不能是同一个单位。请换一个单位。",
        "Consignor and receiver cannot be the same unit. Please choose another unit.",
    ),
    "agreements.dates_reversed": (
        "有效期止不能早于有效期起（{valid_from}）。请改日期。",
        "The last day cannot lie before the first day ({valid_from}). Please change the dates.",
    ),
    "agreements.signed_later": (
        "签订日期不能晚于今天（{today}）。请按合同上的日期填写。",
        "The signing date cannot be after today ({today}). Please enter the date on the contract.",
    ),
    "agreements.price_missing": (
        "按吨或包年计价的合同要写价格（元）。",
        "A contract by tonne or by package needs its price in yuan.",
    ),
    "agreements.price_not_used": (
        "免费或补贴的合同不写价格。请清空价格，或改计价方式。",
        (
            "A free or subsidised contract has no price."
            " Please clear the price or change how it is priced."
        ),
    ),
    "agreements.receiver_licence": (
        "{receiver} 在 {on} 没有能接收 {codes} 的有效许可或批准。请核对代码，或换接受人。",
        (
            "On {on} {receiver} holds no valid permit or approval for {codes}."
            " Please check the codes or choose another receiver."
        ),
    ),
    "agreements.file_too_large": (
        "文件超过 10 MB。请压缩后再上传。",
        "The file is larger than 10 MB. Please make it smaller and send it again.",
    ),
    "agreements.file_unknown_kind": (
        "只收 PDF、JPEG 或 PNG 文件。请换一个文件。",
        "Only PDF, JPEG or PNG files are taken. Please choose another file.",
    ),
    "agreements.contract_number_taken": (
        "双方已经有一份编号为 {number} 的合同。请核对编号。",
        "These two parties already have a contract numbered {number}. Please check the number.",
    ),
    "agreements.no_contract": (
        "{on} 没有和接受人签订的有效合同。请先登记合同。",
        "On {on} there is no contract in force with the receiver. Please record the contract first.",
    ),
    "agreements.contract_not_yet": (
        "合同 {number} 从 {valid_from} 起生效，{on} 还不能用。请改日期，或登记已生效的合同。",
        (
            "Contract {number} starts on {valid_from} and does not cover {on}."
            " Please change the day or record a contract that runs."
        ),
    ),
    "agreements.contract_over": (
        "合同 {number} 已于 {valid_to} 到期。请续签并登记新合同。",
        "Contract {number} ended on {valid_to}. Please renew it and record the new contract.",
    ),
    "agreements.contract_ended": (
        "合同 {number} 从 {ended_on} 起已终止。请登记新合同。",
        "Contract {number} was ended from {ended_on}. Please record a new contract.",
    ),
    "agreements.contract_codes": (
        "合同 {number} 不包括 {codes}。请登记包括这些代码的合同，或把这些容器另外申报。",
        (
            "Contract {number} does not include {codes}."
            " Please record a contract with these codes or file these containers separately."
        ),
    ),
    "agreements.already_ended": (
        "这份合同已经从 {ended_on} 起终止。",
        "This contract was already ended from {ended_on}. Nothing more is needed.",
    ),
    "agreements.end_outside": (
        "终止日期要在签订日期 {signed_on} 和到期日 {valid_to} 之间。请改日期。",
        (
            "The end must lie between the signing date {signed_on} and the last day {valid_to}."
            " Please change the date."
        ),
    ),
    "agreements.filed_later": (
        "备案日期不能晚于今天（{today}）。请按备案回执填写。",
        "The filing date cannot be after today ({today}). Please enter the date on the receipt.",
    ),
    "agreements.plan_year": (
        "{year} 年的计划应在当年或前一年备案，您填的备案日期是 {filed_on}。请核对年度和日期。",
        (
            "A plan for {year} is filed in that year or the year before; you entered {filed_on}."
            " Please check year and date."
        ),
    ),
    "agreements.plan_empty": (
        "计划里至少要有一行。请把备案的内容填上。",
        "A plan needs at least one line. Please enter what was filed.",
    ),
    "agreements.plan_exists": (
        "这个场所 {year} 年的计划已经登记。内容有变，请在原计划上办理变更。",
        "This site's plan for {year} is already recorded. To change it, amend that plan.",
    ),
    "agreements.plan_number_taken": (
        "备案编号 {number} 已用在另一份计划上。请核对编号。",
        "Filing number {number} belongs to another plan. Please check the number.",
    ),
    "agreements.amended_outside": (
        "变更备案日期要在原备案日期 {filed_on} 和今天 {today} 之间。请改日期。",
        (
            "The date of the change must lie between the filing date {filed_on} and today {today}."
            " Please change the date."
        ),
    ),
    "agreements.line_transfer": (
        "{code} 的转移计划要写转移类型和接收单位类型。",
        "The transfer line of {code} needs a transfer type and a kind of receiver.",
    ),
    "agreements.line_abroad": (
        "{code}：境外转移的接收单位类型应为境外单位，两项要一致。请改其中一项。",
        "{code}: a transfer abroad goes to a receiver abroad. Please make the two agree.",
    ),
    "agreements.line_zero": (
        "{code} 的计划转移量要大于零。不转移的，请删去这一行。",
        "The planned transfer of {code} must be more than zero. Otherwise remove the line.",
    ),
    "agreements.line_twice": (
        "{code} 同一转移类型、同一接收单位写了两行。请合并成一行。",
        "{code} has two lines with the same transfer type and receiver. Please make them one.",
    ),
    "agreements.unknown_code": (
        "名录里没有 {code}。请核对废物代码。",
        "The catalogue has no {code}. Please check the waste code.",
    ),
    "agreements.plan_no_line": (
        "计划 {number} 里没有 {code} 的转移。请先在固废系统变更计划，再到“计划”里办理变更。",
        (
            "Plan {number} has no transfer of {code}."
            " Please have the plan changed upstream first, then amend it under Plans."
        ),
    ),
    "agreements.plan_other_type": (
        "计划 {number} 里 {code} 不是这种转移类型。请先变更计划，或改转移类型。",
        (
            "In plan {number} the transfer of {code} is of another type."
            " Please amend the plan or change the transfer type."
        ),
    ),
    "agreements.plan_other_receiver": (
        "计划 {number} 里 {code} 不是转移给这个接受人。请先变更计划，或换接受人。",
        (
            "In plan {number} {code} goes to another receiver."
            " Please amend the plan or choose that receiver."
        ),
    ),
    "agreements.plan_over": (
        (
            "{code} 超出计划：计划 {planned:t} 吨，还剩 {left:t} 吨，这次 {asked:t} 吨，多 {over:t} 吨。"
            "请先在固废系统变更计划，再到“计划”里办理变更。"
        ),
        (
            "{code} is over the plan: {planned:t} t planned, {left:t} t left, {asked:t} t asked,"
            " {over:t} t too much. Please have the plan changed upstream first,"
            " then amend it under Plans."
        ),
    ),
    "agreements.scope_missing": (
        "请至少选一项委托事项。",
        "Please choose at least one matter that the other unit may handle.",
    ),
    "agreements.consent_past": (
        "委托的有效期止不能早于今天（{today}）。请改日期。",
        "The consent cannot end before today ({today}). Please change the date.",
    ),
    "agreements.no_consent": (
        "产废单位还没有委托代办。请先让产废单位叫车确认，或在“委托”里给出委托。",
        (
            "The producer has given no consent yet."
            " Please have the producer confirm a pickup or give a consent."
        ),
    ),
    "agreements.consent_ended": (
        "这份委托已经结束。需要时请重新委托。",
        "This consent has ended. Please give a new one where it is needed.",
    ),
    "agreements.consent_dates": (
        "委托只在 {given_on} 到 {valid_to} 之间有效。请重新委托。",
        "The consent holds only from {given_on} to {valid_to}. Please give a new one.",
    ),
    "agreements.consent_scope": (
        "委托不包括这件事。请由委托单位自己办理，或请它补充委托事项。",
        (
            "The consent does not include this. Please let the unit do it itself, or ask it for a"
            " consent that does."
        ),
    ),
    "agreements.approval_long": (
        "跨省转移批准最长十二个月，最晚到 {last}。请核对有效期。",
        (
            "A cross-province approval lasts twelve months at most, here until {last}."
            " Please check the dates."
        ),
    ),
    "agreements.approval_number_taken": (
        "批准文号 {number} 已经登记。请核对文号。",
        "Approval {number} is already recorded. Please check the number.",
    ),
    "agreements.approval_over": (
        "批准 {number} 的 {code} 还剩 {left:t} 吨，这次 {asked:t} 吨。请减少数量，或重新申请批准。",
        (
            "Approval {number} has {left:t} t of {code} left and this asks for {asked:t} t."
            " Please reduce the mass or apply again."
        ),
    ),
}
