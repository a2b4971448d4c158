"""Decides the words of pickups."""

EN: dict[str, str] = {
    "不在约定时间内的原因": "Why the day is outside those asked for",
    "车次不在产废单位要的日子里时填，例如已和对方说好改到哪天": (
        "Needed when the trip is not on a day the producer asked for, such as a day agreed since"
    ),
    "确认叫车": "Confirm the pickup",
    "没有等着运走的容器": "Nothing waits to be fetched",
    "封好口、称过重的容器会自动列在这里。": "Sealed and weighed containers appear here by themselves.",
    "我的申请": "My requests",
    "谁来运，谁付费": "Who comes and who pays",
    "确认后，收集单位可以代本单位拟这一趟的联单；交接时由本单位签字。": (
        "By confirming, you let the collector draft the manifest of this pickup; you sign at "
        "the hand-over."
    ),
    "收运申请": "Pickup requests",
    "排进车次": "Put on the trip",
    "排新车次": "Plan a trip",
    "联单上的托运信息": "Shipping particulars of the manifest",
    "还没有可用的车次。先排一个车次，再把申请排进去。": (
        "There is no trip yet. Plan one first, then put the requests on it."
    ),
    "排车": "Schedule",
    "贮存时限": "Storage limit",
    "想要的时间": "Days wanted",
    "没有申请": "No requests",
    "产废单位叫车后，申请会出现在这里。": "Requests appear here when producers ask for a pickup.",
    "看排班": "See the trips",
    "要运走的容器": "Containers to fetch",
    "收集单位": "Collector",
    "什么时候来": "When",
    "门卫、路线、装车要求等": "Gate, route, loading and the like",
    "官方联单编号已在国家系统作废": "The official number is voided upstream",
    "没有联合国编号时填；也可以到联单上再补": "Without a UN number; it can also be added on the manifest",
    "申请": "Requests",
    "来车时间": "Coming on",
    "还没有申请": "No requests yet",
    "容器封口后就能叫车。": "Once a container is sealed you can ask for a pickup.",
    "还没有经营场所": "No site yet",
    "先登记场所，再叫车。": "Record a site first, then ask for a pickup.",
    "单位与证照": "Unit and licences",
    "已发给 {name}，等对方定日期。容器已留出，不会重复申请。": (
        "Sent to {name}, who will set a date. The containers are reserved."
    ),
    "地址": "Address",
    "来车日期": "Day of the pickup",
    "付费": "Paid by",
    "看车次": "See the trip",
    "受理": "Accept",
    "退回排期": "Take off the trip",
    "拟好的联单会作废，申请回到已受理，可以另排车次。": "The draft is voided and the request waits for another trip.",
    "婉拒": "Decline",
    "婉拒后容器放回可叫车，原因会给产废单位看。": "The containers are free again and the producer reads the reason.",
    "撤销申请": "Cancel the request",
    "撤销后容器放回可叫车，拟好的联单作废。": "The containers are free again and the draft is voided.",
    "待办": "To do",
    "不在合同范围内": "outside the contract",
    "尽快": "As soon as possible",
    "晚几天": "Some days later",
    "合同 {number}": "contract {number}",
}

REFUSALS: dict[str, tuple[str, str]] = {
    "pickups.nothing_chosen": (
        "还没有选容器。请至少勾选一个。",
        "No container is chosen yet. Please tick at least one.",
    ),
    "pickups.not_here": (
        "有 {count} 个容器不在这个场所了。请刷新后重新勾选。",
        "{count} containers are no longer at this site. Please reload and choose again.",
    ),
    "pickups.collector_cannot": (
        "这个收集单位现在不能接这些废物：没有有效合同或许可。请换一个，或先登记合同。",
        (
            "This collector cannot take these wastes now: no contract or permit in force."
            " Please choose another or record the contract first."
        ),
    ),
    "pickups.not_covered": (
        (
            "有 {count} 个容器不在和 {collector} 的合同 {number} 或其许可范围内（{codes}）。"
            "请去掉勾选，或先补合同。"
        ),
        (
            "{count} containers ({codes}) are outside contract {number} with {collector} or its permit."
            " Please untick them or extend the contract first."
        ),
    ),
    "pickups.window": (
        "来车时间不对：结束不能早于开始，最长六十天。请重新选。",
        (
            "The days do not fit: the last cannot lie before the first, sixty days at most."
            " Please choose again."
        ),
    ),
    "pickups.window_past": (
        "来车时间不能早于今天（{today}）。请重新选。",
        "The pickup cannot lie before today ({today}). Please choose again.",
    ),
    "pickups.no_contract": (
        "还没有能运走这些废物（{codes}）的合同。可以联系：{collectors}。签好合同登记后就能叫车。",
        (
            "There is no contract yet for these wastes ({codes}). You can ask: {collectors}."
            " Once the contract is recorded you can ask for a pickup."
        ),
    ),
    "pickups.no_collector": (
        "本区还没有能收集这些废物（{codes}）的单位。请联系生态环境分局。",
        (
            "No unit of the district may collect these wastes ({codes}) yet."
            " Please contact the environment bureau."
        ),
    ),
    "pickups.day_past": (
        "车次的日期已过（今天是 {today}）。请选以后的车次。",
        "The trip's day is past (today is {today}). Please choose a later trip.",
    ),
    "pickups.outside_window": (
        "{on} 不在产废单位要的 {first} 至 {last} 之内。请先和产废单位说好。",
        "{on} is outside the days asked for, {first} to {last}. Please agree it with the producer.",
    ),
    "pickups.window_reason": (
        "车次在 {on}，产废单位要的是 {first} 至 {last}。请另选车次，或写明和对方说好的原因。",
        (
            "The trip is on {on}; the producer asked for {first} to {last}. "
            "Please choose another trip, or say why the day was agreed."
        ),
    ),
    "pickups.trip_over": (
        "这个车次已收车或取消。请选别的车次。",
        "This trip is closed or cancelled. Please choose another trip.",
    ),
    "pickups.nothing_left": (
        "这份申请里的容器都已经在别的联单上了。请撤销这份申请。",
        "Every container of this request is on another manifest. Please cancel the request.",
    ),
    "pickups.none_chosen": (
        "还没有选申请。请至少勾选一份。",
        "No request is chosen yet. Please tick at least one.",
    ),
    "pickups.is_requested": (
        "这份申请还在等收集单位受理，这一步还不能办。",
        "This request still waits for the collector. Accept or schedule it first.",
    ),
    "pickups.is_accepted": (
        "这份申请已经受理，等排车次。",
        "This request is already accepted and waits for a trip.",
    ),
    "pickups.is_scheduled": (
        "这份申请已经排了车次。要改请先退回排期。",
        "This request is already on a trip. To change it, take it off the trip first.",
    ),
    "pickups.is_done": (
        "这份申请已经办完。再有废物请重新叫车。",
        "This pickup is done. For more waste please ask again.",
    ),
    "pickups.is_declined": (
        "这份申请已被婉拒。请重新叫车或换收集单位。",
        "This request was declined. Please ask again or choose another collector.",
    ),
    "pickups.is_cancelled": (
        "这份申请已撤销。需要时请重新叫车。",
        "This request was cancelled. Please ask again when needed.",
    ),
}

EVENTS: dict[str, tuple[str, str]] = {
    "pickup.request": (
        "{who} 叫车：{count} 个容器 {kg} kg，请 {collector_name} 在 {window_from} 至 {window_to} 来运",
        (
            "{who} asked {collector_name} to fetch {count} containers, {kg} kg,"
            " from {window_from} to {window_to}"
        ),
    ),
    "pickup.accept": ("{who} 受理收运申请", "{who} accepted the pickup request"),
    "pickup.decline": (
        "{who} 婉拒收运申请。原因：{because}",
        "{who} declined the pickup request. Reason: {because}",
    ),
    "pickup.schedule": (
        "{who} 排车：{scheduled_on}，{plate}，并代拟联单",
        "{who} scheduled the pickup for {scheduled_on} with {plate} and drafted the manifest",
    ),
    "pickup.unschedule": (
        "{who} 退回排期，拟好的联单作废。原因：{because}",
        "{who} took the pickup off its trip and voided the draft. Reason: {because}",
    ),
    "pickup.cancel": (
        "{who} 撤销收运申请。原因：{because}",
        "{who} cancelled the pickup request. Reason: {because}",
    ),
    "pickup.settle": ("收运申请办结", "The pickup request is settled"),
}

LABELS: dict[str, tuple[str, str]] = {
    "request_state.requested": ("待受理", "Waiting"),
    "request_state.accepted": ("已受理", "Accepted"),
    "request_state.scheduled": ("已排车", "Scheduled"),
    "request_state.done": ("已办结", "Done"),
    "request_state.declined": ("已婉拒", "Declined"),
    "request_state.cancelled": ("已撤销", "Cancelled"),
    "payer.producer": ("产废单位付费", "Paid by the producer"),
    "payer.government": ("政府付费", "Paid by the government"),
    "payer.collector": ("免费收运", "Free of charge"),
}
