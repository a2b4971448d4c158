"""Decides the words of manifests: what keeps a step from being done, and the names of states and parts."""

REFUSALS: dict[str, tuple[str, str]] = {
    "manifests.changed_since": (
        "{who} 于 {at:when} 改过这张联单。",
        "{who} changed this manifest at {at:when}.",
    ),
    "manifests.field_changed": (
        "“{field:label}”已经不是申请更正时的内容，这次更正没有生效。",
        "“{field:label}” no longer holds what it held when the correction was asked for.",
    ),
    # where and by whom
    "manifests.not_in_this_state": (
        "联单 {reference} 现在是“{state:label.state}”，办不了这一步。请看联单页上的下一步。",
        (
            "Manifest {reference} is “{state:label.state}” now; this step does not start there."
            " Please see the next step on its page."
        ),
    ),
    "manifests.no_consent": (
        "还没有 {unit} 的代办委托，不能代填联单。请对方先确认收运申请或办理委托。",
        "There is no proxy consent of {unit} yet. Please let them confirm a pickup or give one.",
    ),
    "manifests.same_party": (
        "移出和接受是同一个场所。请换一个接受人。",
        "Consignor and receiver are the same site. Please choose another receiver.",
    ),
    "manifests.receiver_unknown": (
        "没有这个接受场所。请从列表中选。",
        "There is no such receiving site. Please choose one from the list.",
    ),
    "manifests.carrier_unknown": (
        "没有找到承运人或它的场所。请从列表中选，或先登记。",
        "The carrier or its site was not found. Please choose one from the list or register it.",
    ),
    # containers and lines
    "manifests.container_elsewhere": (
        "有容器不在这个场所。请从库存里选。",
        "A container is not at this site. Please choose from the stock.",
    ),
    "manifests.container_requested": (
        "{container} 已在另一张收运申请上。请先取消那张申请，或由收运单位开联单。",
        "{container} is on another pickup request. Please cancel it, or let the collector draft.",
    ),
    "manifests.no_lines": (
        "联单上没有容器。请至少选一个已封口的容器。",
        "The manifest has no container. Please choose at least one sealed container.",
    ),
    "manifests.planned_missing": (
        "第 {number} 行（{container}）没有计划量。请填写公斤数。",
        "Line {number} ({container}) has no planned amount. Please enter the kilograms.",
    ),
    "manifests.shipped_missing": (
        "第 {number} 行（{container}）没有移出量。请称重后填写。",
        "Line {number} ({container}) has no shipped amount. Please weigh it and enter it.",
    ),
    "manifests.label_changed": (
        (
            "第 {number} 行（{container}）联单上是第 {written} 版标签，桶上是第 {current} 版。"
            "请撤回联单，核对后重新提交。"
        ),
        (
            "Line {number} ({container}) names label version {written}, the drum carries version"
            " {current}. Please withdraw the manifest, check, and file it again."
        ),
    ),
    "manifests.unknown_line": (
        "有一行不属于这张联单。请刷新页面再填。",
        "A line does not belong to this manifest. Please reload the page and fill it in again.",
    ),
    "manifests.line_twice": (
        "同一行填了两次。请只留一次。",
        "The same line was given twice. Please keep one.",
    ),
    "manifests.both_shipped_and_left": (
        "同一行既填了移出量又选了未装车。请只选一个。",
        "A line is given a shipped amount and left out. Please choose one.",
    ),
    "manifests.nothing_loaded": (
        "所有容器都选了未装车。全部不走的话，请作废联单。",
        "Every container is left out. If nothing leaves, please void the manifest.",
    ),
    "manifests.left_reason_missing": (
        "有容器未装车。请写明原因。",
        "A container is left out. Please say why.",
    ),
    # part 1
    "manifests.shipper_missing": (
        "没有选托运人。请选移出人或接受人。",
        "The shipper is missing. Please choose the consignor or the receiver.",
    ),
    "manifests.un_missing": (
        "没有联合国编号。请填写，如 UN3082；不属于危险货物的，请写理由。",
        "The UN number is missing. Please enter it, as UN3082, or say why there is none.",
    ),
    "manifests.un_class_missing": (
        "填了联合国编号，还要填危险货物类别，如 9。",
        "A UN number also needs its class, as 9.",
    ),
    "manifests.emergency_phone_missing": (
        "没有应急联系电话。请填写，或先在场所资料里补上。",
        "The emergency phone is missing. Please enter it, here or at the site.",
    ),
    "manifests.emergency_measures_missing": (
        "没有突发环境事件防范措施。请填写，或先在场所资料里补上。",
        "The emergency measures are missing. Please enter them, here or at the site.",
    ),
    # plan, permit, scale, approval, room
    "manifests.no_plan": (
        "{year} 年还没有已备案的管理计划。请先备案并在“合同与计划”里登记备案编号。",
        (
            "There is no filed plan for {year}. Please file it and record its number under contracts"
            " and plans."
        ),
    ),
    "manifests.no_licence": (
        "接受人没有能接收 {waste_code} 的许可。请换一个接受人，或请对方登记许可证。",
        (
            "The receiver has no permit for {waste_code}. Please choose another receiver, or let them"
            " record their permit."
        ),
    ),
    "manifests.over_scale": (
        (
            "许可证 {number} 年规模 {scale:t} t，今年已接受 {accepted:t} t、在办 {under_way:t} t，"
            "这次 {asked:t} t，超出 {over:t} t。请减少数量或换一个接受人。"
        ),
        (
            "Permit {number} allows {scale:t} t a year: {accepted:t} t accepted and {under_way:t} t under"
            " way. These {asked:t} t are {over:t} t too many. Please send less or choose another."
        ),
    ),
    "manifests.abroad_both": (
        "转移类型和接受人类别不一致：只有境外转移才能选境外接受人。请改成一致。",
        (
            "Transfer type and receiver kind disagree: only a transfer abroad has a receiver abroad."
            " Please make them agree."
        ),
    ),
    "manifests.cross_province": (
        "移出和接受不在同一个省。请把转移类型改为跨省，并登记跨省转移批准。",
        (
            "Consignor and receiver lie in different provinces. Please choose a transfer across"
            " provinces and record its approval."
        ),
    ),
    "manifests.same_province": (
        "移出和接受在同一个省。请把转移类型改为省内。",
        "Both parties lie in one province. Please choose a transfer within the province.",
    ),
    "manifests.no_approval": (
        "{waste_code} 没有有效的跨省（境外）转移批准。请先申请，批准后登记文号和数量。",
        (
            "There is no approval in force for {waste_code}. Please apply, then record its number and"
            " tonnes."
        ),
    ),
    "manifests.no_room": (
        (
            "接收场所能放 {capacity:t} t，现有 {there:t} t，已答应 {promised:t} t，放不下这次的"
            " {asked:t} t。请等腾出地方再同意。"
        ),
        (
            "The site stores {capacity:t} t; {there:t} t are there and {promised:t} t promised, so"
            " {asked:t} t do not fit. Please consent when there is room."
        ),
    ),
    "manifests.not_in_profile": (
        "本场所的贮存分区不收 {waste_code}。请先设好分区，或退回这张联单。",
        "No store here takes {waste_code}. Please set up a part for it, or decline the manifest.",
    ),
    # numbers
    "manifests.number_missing": (
        "还没有联单编号。请填国家系统给的 14 位编号；系统不能用时，填纸质编号和原因。",
        (
            "The manifest number is missing. Please enter the 14 digits from the national system, or a"
            " paper number and its ground."
        ),
    ),
    "manifests.number_prefecture": (
        "编号 {input} 的第 5–8 位是 {found}，移出地应为 {expected}。请核对。",
        "Digits 5–8 of {input} are {found}; the consignor's place is {expected}. Please check.",
    ),
    "manifests.number_year": (
        "编号 {input} 的年份不对，应为 {expected}。请核对。",
        "The year in {input} is not right; it should be {expected}. Please check.",
    ),
    "manifests.number_taken": (
        "编号 {number} 已用在另一张联单上。请核对。",
        "Number {number} is on another manifest already. Please check it.",
    ),
    "manifests.number_stands": (
        "这张联单已有编号 {number}，车已出发，不能直接改。请走更正。",
        "The manifest carries number {number} and has left. Please use a correction.",
    ),
    "manifests.paper_no_missing": (
        "写了用纸质联单的原因，还要填纸质联单编号。",
        "The ground is there; please also enter the paper manifest's number.",
    ),
    "manifests.paper_ground_missing": (
        "填了纸质联单编号，还要写明为什么用纸质联单，如国家系统故障。",
        "A paper number needs its ground, for instance that the national system is down.",
    ),
    "manifests.paper_too_late": (
        "车已出发，不能再改成纸质联单。请填国家联单编号。",
        "The vehicle has left; it cannot become a paper manifest now. Please enter the number.",
    ),
    "manifests.not_on_paper": (
        "联单 {reference} 不是纸质联单，不用补录。",
        "Manifest {reference} did not run on paper; there is nothing to back-fill.",
    ),
    "manifests.void_upstream_first": (
        "编号 {number} 是国家系统给的。请先在国家系统作废，再勾选确认。",
        "Number {number} was issued upstream. Please void it there first, then tick that you did.",
    ),
    # road
    "manifests.not_signed": (
        "移出人还没有交付签字。请移出人先签字。",
        "The consignor has not signed yet. Please let the consignor sign first.",
    ),
    "manifests.already_signed": (
        "移出人已经交付签字，不能撤回。不走的话，请作废联单。",
        "The consignor has signed; it cannot be withdrawn. If nothing leaves, please void it.",
    ),
    "manifests.trip_missing": (
        "没有选车次。请先排好车次。",
        "The trip is missing. Please plan a trip and choose it.",
    ),
    "manifests.trip_over": (
        "这个车次已经结束或取消。请换一个车次。",
        "This trip is over or cancelled. Please choose another.",
    ),
    "manifests.trip_other_carrier": (
        "这个车次不是联单上的承运人的。请换车次，或撤回后改承运人。",
        "The trip is not the named carrier's. Please choose another trip, or change the carrier.",
    ),
    "manifests.waybill_missing": (
        "车次还没有危险货物运单号。请先补上。",
        "The trip has no dangerous-goods waybill number. Please add it first.",
    ),
    "manifests.vehicle_permit_expired": (
        "车辆 {plate} 的道路运输证有效期到 {until}，今天不能装车。请换车或更新证件。",
        "The permit of vehicle {plate} ran until {until}. Please use another, or renew it.",
    ),
    "manifests.qualification_expired": (
        "{name} 的从业资格证有效期到 {until}，今天不能上车。请换人或更新证件。",
        "The qualification of {name} ran until {until}. Please send another person, or renew it.",
    ),
    "manifests.outside_vehicle_missing": (
        "承运人未在本系统登记。请填车牌号、驾驶员和电话。",
        "The carrier is not registered here. Please enter plate, driver and phone.",
    ),
    "manifests.outside_waybill_missing": (
        "承运人未在本系统登记。请填它的危险货物运单号。",
        "The carrier is not registered here. Please enter its dangerous-goods waybill number.",
    ),
    "manifests.outside_number": (
        "对方在本系统没有账号，要先有联单编号。请先填国家或省系统的编号；系统不能用时填纸质编号。",
        (
            "The other party has no account here. Please enter the official number first, or the"
            " paper number when the system is down."
        ),
    ),
    "manifests.outside_copy": (
        "对方在本系统没有账号。请先在联单页上传对方签字的联单，再登记这一步。",
        (
            "The other party has no account here. Please attach the copy it signed on the"
            " manifest's page first, then enter this step."
        ),
    ),
    "manifests.copy_missing": (
        "没有选文件。请上传对方签字的联单。",
        "There is no file. Please choose the copy that the other party signed.",
    ),
    "manifests.outside_outcome_file": (
        "接受人在本系统没有账号。请上传它的处置证明。",
        "The receiver has no account here. Please upload its proof of treatment.",
    ),
    "manifests.nobody_outside": (
        "联单 {reference} 各方都在本系统，由各方自己办理，不用上传。",
        "Every party of manifest {reference} acts here itself; nothing needs to be attached.",
    ),
    "manifests.in_future": (
        "时间还没有到。请核对。",
        "This time has not come yet. Please check it.",
    ),
    "manifests.before_previous": (
        "时间早于上一步（{previous:when}）。请核对。",
        "This time is before the previous step ({previous:when}). Please check it.",
    ),
    # gate
    "manifests.lines_undecided": (
        "联单上有 {expected} 行，请逐行填写接受或拒收。",
        "The manifest has {expected} lines. Please decide on each of them.",
    ),
    "manifests.line_undecided": (
        "第 {number} 行没有填接受量或拒收量。请填写；没到的选“数量”不符，记为短少。",
        (
            "Line {number} has neither an accepted nor a refused amount. Please enter one; if it did"
            " not arrive, mark a mismatch in quantity: it is short."
        ),
    ),
    "manifests.seized_waits": (
        "第 {number} 行的容器被查封、扣押。请把这一行全部填为拒收，解除后再处理；其余的可以接受。",
        (
            "The container of line {number} is held by the authority. Please enter all of it as"
            " refused until it is released; the others can be accepted."
        ),
    ),
    "manifests.partition_elsewhere": (
        "选的贮存分区不在所选的设施里。请从列表中选。",
        "The chosen part is not in the chosen store. Please choose one from the list.",
    ),
    "manifests.held_up": (
        "联单 {reference} 的 {codes} 还没找到或被查封、扣押。请先登记找到，或等解除。",
        (
            "{codes} of manifest {reference} are missing or held by the authority. Please record"
            " them as found first, or wait for the release."
        ),
    ),
    "manifests.not_there": (
        "第 {number} 行的容器还没找到、被查封扣押或已退运，不能改成接受。请先登记找到或等解除。",
        (
            "The container of line {number} is missing, held by the authority or on its way back. It"
            " can be accepted once it is found or released."
        ),
    ),
    "manifests.accepted_implausible": (
        (
            "第 {number} 行移出 {shipped:kg} kg，却填了接受 {accepted:kg} kg。请核对重量的单位和小数点。"
        ),
        (
            "Line {number}: {shipped:kg} kg were shipped but {accepted:kg} kg are entered as accepted."
            " Check the unit and the decimal point."
        ),
    ),
    "manifests.quantity_unsaid": (
        (
            "第 {number} 行相差 {difference:kg} kg，超过称重能有的误差。请核对；确实如此就选“数量”不符，并写明已报告的部门。"
        ),
        (
            "Line {number} is off by {difference:kg} kg, more than weighing can explain. Check it; if it"
            " is so, mark a mismatch in quantity and name the authority it was reported to."
        ),
    ),
    "manifests.line_unbalanced": (
        (
            "第 {number} 行移出 {shipped:kg} kg，接受 {accepted:kg} kg，拒收 {refused:kg} kg，"
            "差 {difference:kg} kg。请核对，或把差额记为称重差。"
        ),
        (
            "Line {number}: {shipped:kg} kg shipped, {accepted:kg} kg accepted, {refused:kg} kg refused;"
            " {difference:kg} kg are unexplained. Please check, or record them as weighing difference."
        ),
    ),
    "manifests.refused_too_much": (
        "第 {number} 行的拒收量不小于移出量，接受量却不是 0。请核对。",
        "Line {number} refuses as much as was shipped, yet accepts some. Please check.",
    ),
    "manifests.unknown_method": (
        "没有“{method}”这个利用处置方式。请从列表中选。",
        "“{method}” is no known way of treatment. Please choose one from the list.",
    ),
    "manifests.method_missing": (
        "第 {number} 行没有选利用处置方式。请选择。",
        "Line {number} has no treatment method. Please choose one.",
    ),
    "manifests.dimension_missing": (
        "第 {number} 行有拒收，请选哪方面不符：名称、数量、特性、形态或包装。",
        (
            "Line {number} refuses something. Please say in what: name, quantity, property, form or"
            " packaging."
        ),
    ),
    "manifests.nothing_accepted": (
        "没有一行接受。全部不收的话，请用“拒收”。",
        "No line is accepted. If you take nothing, please refuse the manifest.",
    ),
    "manifests.report_missing": (
        "有不符的，不论收不收都要报告。请填已报告的生态环境部门。",
        "A mismatch is reported whether accepted or not. Please enter the authority you told.",
    ),
    "manifests.facility_elsewhere": (
        "选的贮存设施不在这个场所。请从列表中选。",
        "The chosen store is not at this site. Please choose one from the list.",
    ),
    "manifests.nothing_to_return": (
        "联单 {reference} 没有等着退回的容器。",
        "Manifest {reference} has no container waiting for its way back.",
    ),
    # after receipt
    "manifests.not_accepted_yet": (
        "这一行还没有接受，不能登记处置。请先接收。",
        "This line is not accepted yet. Please receive it before recording its treatment.",
    ),
    "manifests.own_page": (
        "这一步有自己的页面：出发在“交接”，处置在“利用处置”。请到那里办理。",
        (
            "This step has a page of its own: leaving is on the hand-over, an outcome on the"
            " treatments. Please do it there."
        ),
    ),
    "manifests.outcome_by_treatment": (
        "接受人在本系统，处置由它登记利用处置时自动记到联单上。请到“利用处置”登记。",
        (
            "The receiver acts here itself: its record of a treatment brings the outcome to the"
            " manifest. Please record the treatment."
        ),
    ),
    "manifests.outcome_too_much": (
        "这一行还剩 {left:kg} kg 没有处置，填了 {asked:kg} kg。请核对。",
        "This line has {left:kg} kg left without outcome; {asked:kg} kg were given. Please check.",
    ),
    "manifests.already_said": (
        "贵方已经同意撤销联单 {reference}，正在等其他方。",
        "You have agreed to annul manifest {reference} already; the others are still asked.",
    ),
    # corrections
    "manifests.not_correctable": (
        "这一项不能更正。请从列表中选。",
        "This field cannot be corrected. Please choose one from the list.",
    ),
    "manifests.line_missing": ("请选要更正哪一行。", "Please choose which line to correct."),
    "manifests.haul_missing": (
        "这张联单还没有运输信息，没有可更正的。",
        "This manifest has no transport part yet; there is nothing to correct.",
    ),
    "manifests.weight_before_receipt": (
        "接收以后才能更正重量；现在请在接收时按称重填写。",
        "Weights are corrected after receipt. For now, please enter them at the gate.",
    ),
    "manifests.value_grams": (
        "请填公斤数，如 182.4。您输入了 {input}。",
        "Please enter kilograms, as 182.4. You entered {input}.",
    ),
    "manifests.value_form": (
        "写法不对，请核对。您输入了 {input}。",
        "This is not how it is written; please check. You entered {input}.",
    ),
    "manifests.corrected_implausible": (
        "移出 {shipped:kg} kg，接受 {accepted:kg} kg，相差一倍以上。请核对单位和小数点。",
        (
            "{shipped:kg} kg shipped and {accepted:kg} kg accepted differ more than twofold."
            " Please check the unit and the decimal point."
        ),
    ),
    "manifests.tare_over_gross": (
        "毛重 {gross:kg} kg，皮重 {tare:kg} kg：空车应比重车轻。请核对两次过磅。",
        (
            "Gross {gross:kg} kg, tare {tare:kg} kg: the empty vehicle must be lighter."
            " Please check both weighings."
        ),
    ),
    "manifests.signed_before": (
        "{who} 已于 {at:when} 确认交付，不用再签。要改就作废这张联单另开。",
        "{who} confirmed the hand-over at {at:when}. To change it, void the manifest and make another.",
    ),
    "manifests.nothing_changed": (
        "和现在的一样，没有要更正的。",
        "It is the same as now; there is nothing to correct.",
    ),
    "manifests.correction_settled": (
        "这条更正已经办结。",
        "This correction is settled already.",
    ),
    "manifests.not_asked": (
        "这条更正不用贵方确认，或贵方已经确认过。",
        "This correction does not wait for you, or you have answered already.",
    ),
    "manifests.moved_on": (
        "第 {number} 行的容器已经移动、分装或开始处置，接受量不能再改。请用新的记录说明。",
        (
            "The container of line {number} has moved on, was split or is being treated. Its accepted"
            " amount stays; please explain it by a new record."
        ),
    ),
}

EVENTS: dict[str, tuple[str, str]] = {
    "manifest.draft": ("{who} 起草联单 {reference}", "{who} drafted manifest {reference}"),
    "manifest.add_line": (
        "{who} 把 {container}（{waste_name} {kg} kg）写进联单第 {number} 行",
        "{who} put {container} ({waste_name}, {kg} kg) on line {number}",
    ),
    "manifest.edit": ("{who} 修改草稿，共 {kg} kg", "{who} changed the draft, {kg} kg in all"),
    "manifest.file": (
        "{who} 提交联单，计划 {kg} kg，合同 {contract}，管理计划 {plan}",
        "{who} filed the manifest: {kg} kg, contract {contract}, plan {plan}",
    ),
    "manifest.consent": ("{who} 同意接收 {kg} kg", "{who} consented to receive {kg} kg"),
    "manifest.decline": ("{who} 退回联单：{reason}", "{who} declined: {reason}"),
    "manifest.withdraw": ("{who} 撤回联单：{reason}", "{who} withdrew it: {reason}"),
    "manifest.void": ("{who} 作废联单：{reason}", "{who} voided the manifest: {reason}"),
    "manifest.number": ("{who} 填写联单编号 {number}", "{who} entered number {number}"),
    "manifest.sign": ("{who} 交付签字，{kg} kg", "{who} signed for {kg} kg"),
    "manifest.depart": (
        "{who} 装车起运 {kg} kg，{plate}，{place}",
        "{who} left with {kg} kg on {plate} from {place}",
    ),
    "manifest.relay": (
        "{who} 在 {place} 换车，接运车辆 {plate}",
        "{who} relayed at {place} to {plate}",
    ),
    "manifest.incident": (
        "{who} 报告途中情况（{place}）：{what}；已告知 {told}",
        "{who} reported an incident ({place}): {what}; told {told}",
    ),
    "manifest.arrive": (
        "{who} 到达 {place}，毛重 {gross_g:kg} kg",
        "{who} arrived at {place}, gross {gross_g:kg} kg",
    ),
    "manifest.attach": (
        "{who} 上传对方签字的联单，编号 {number}",
        "{who} attached the copy that the other party signed, number {number}",
    ),
    "manifest.query": (
        "{who} 提出不符（{dimensions:label.dimension}），已报告 {reported_to}",
        "{who} found a mismatch ({dimensions:label.dimension}) and told {reported_to}",
    ),
    "manifest.agree": ("{who} 同意：{opinion}", "{who} agreed: {opinion}"),
    "manifest.object": ("{who} 有异议：{opinion}", "{who} objected: {opinion}"),
    "manifest.accept": ("{who} 接收 {kg} kg", "{who} accepted {kg} kg"),
    "manifest.refuse": (
        "{who} 拒收：{reason}；已报告 {reported_to}",
        "{who} refused it: {reason}; told {reported_to}",
    ),
    "manifest.send_back": ("{who} 退运：{order}", "{who} is taking it back: {order}"),
    "manifest.take_back": ("{who} 收回 {kg} kg", "{who} took {kg} kg back"),
    "manifest.confirm": ("{who} 确认接受", "{who} confirmed the receipt"),
    "manifest.outcome": (
        "{who} 登记第 {number} 行处置结果 {kg} kg",
        "{who} recorded an outcome of {kg} kg for line {number}",
    ),
    "manifest.close": (
        "全部接受量都有了处置结果，联单办结",
        "Everything accepted has its outcome; the manifest is closed",
    ),
    "manifest.acknowledge": ("{who} 已知悉处置结果", "{who} acknowledged the outcome"),
    "manifest.correct": (
        "{who} 提出更正，{before} 改为 {after}：{reason}",
        "{who} asked for a correction, {before} to {after}: {reason}",
    ),
    "manifest.endorse": ("{who} 答复更正", "{who} answered a correction"),
    "manifest.annul": ("{who} 要求撤销联单：{reason}", "{who} asked to annul it: {reason}"),
    "manifest.backfill": ("{who} 补录纸质联单", "{who} back-filled the paper manifest"),
}

LABELS: dict[str, dict[str, tuple[str, str]]] = {
    "State": {
        "draft": ("草稿", "Draft"),
        "filed": ("已提交", "Filed"),
        "ready": ("待装车", "Ready"),
        "in_transit": ("运输中", "In transit"),
        "arrived": ("已到达", "Arrived"),
        "negotiating": ("核对不符", "Mismatch asked"),
        "received": ("已接收", "Received"),
        "refused": ("已拒收", "Refused"),
        "returning": ("退运中", "Returning"),
        "returned": ("已退回", "Returned"),
        "confirmed": ("已确认", "Confirmed"),
        "closed": ("已办结", "Closed"),
        "void": ("已作废", "Void"),
    },
    "Group": {
        "preparing": ("待装车", "To load"),
        "moving": ("在途", "On the way"),
        "to_confirm": ("待确认", "To confirm"),
        "sent_back": ("退运", "Sent back"),
        "done": ("已完成", "Done"),
        "ended": ("退回和作废", "Returned or void"),
    },
    "Decision": {
        "pending": ("未定", "Open"),
        "accepted": ("接受", "Accepted"),
        "refused": ("拒收", "Refused"),
        "short": ("短少", "Short"),
        "returning": ("退运中", "Returning"),
        "returned": ("已退回", "Returned"),
        "left_out": ("未装车", "Left out"),
    },
    "Dimension": {
        "name": ("名称", "Name"),
        "quantity": ("数量", "Quantity"),
        "property": ("特性", "Property"),
        "form": ("形态", "Form"),
        "packaging": ("包装方式", "Packaging"),
    },
    "Shipper": {
        "consignor": ("移出人", "Consignor"),
        "receiver": ("接受人", "Receiver"),
    },
    "Entry": {
        "system": ("本系统", "In this system"),
        "paper": ("纸质补录", "From paper"),
        "outside": ("未在本系统确认", "Not confirmed in this system"),
    },
    "Part": {
        "consignor": ("移出信息", "Consignor's part"),
        "carrier": ("运输信息", "Carrier's part"),
        "receiver": ("接受信息", "Receiver's part"),
    },
}
