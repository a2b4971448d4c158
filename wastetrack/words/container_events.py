"""Decides the timeline sentences of containers and the words of their states."""

EVENTS: dict[str, tuple[str, str]] = {
    "container.open": (
        "{who} 登记{waste_name}容器 {container}",
        "{who} registered container {container} of {waste_name}",
    ),
    "container.fill": ("{who} 报告 {container} 已装满", "{who} reported {container} full"),
    "container.seal": (
        "{who} 封口{waste_name} {kg} kg（{container}）",
        "{who} sealed {kg} kg of {waste_name} ({container})",
    ),
    "container.store": (
        "{who} 把 {container} 放到 {place}",
        "{who} set {container} down at {place}",
    ),
    "container.split": (
        "{who} 分装 {container}，共 {kg} kg，旧标签作废",
        "{who} split {container}, {kg} kg together; its label is void",
    ),
    "container.split_off": (
        "{who} 从 {parent} 分出 {container}，{kg} kg",
        "{who} split {container} off {parent}, {kg} kg",
    ),
    "container.void": (
        "{who} 作废 {container}：{reason}",
        "{who} voided {container}: {reason}",
    ),
    "container.print": (
        "{who} 补打 {container} 的标签（第 {version} 版），旧标签作废",
        "{who} printed label version {version} of {container}; older ones are void",
    ),
    "container.correct": (
        "{who} 更正 {container}：{reason}",
        "{who} corrected {container}: {reason}",
    ),
    "amendment.propose": (
        "{who} 申请{amendment_kind:label.amendment_kind} {container}，等核准",
        "{who} asked for {amendment_kind:label.amendment_kind} of {container}; it waits for approval",
    ),
    "amendment.approve": (
        "{who} 核准{amendment_kind:label.amendment_kind} {container}",
        "{who} approved {amendment_kind:label.amendment_kind} of {container}",
    ),
    "amendment.return": (
        "{who} 退回 {container} 的更改申请：{reason}",
        "{who} returned the proposal about {container}: {reason}",
    ),
    "container.treat_self": (
        "{who} 自行利用处置{waste_name} {kg} kg（{container}，方式 {method}）",
        "{who} treated {kg} kg of {waste_name} in house ({container}, method {method})",
    ),
    "container.identify": (
        "{who} 登记 {container} 经鉴别不属于危险废物（{by}）",
        "{who} recorded that {container} was identified as not hazardous ({by})",
    ),
    "container.miss": (
        "{who} 报告 {container} 找不到：{note}",
        "{who} reported {container} missing: {note}",
    ),
    "container.find": (
        "{who} 在 {place} 找到 {container}",
        "{who} found {container} at {place}",
    ),
    "container.seize": ("{who} 查封扣押 {container}", "{who} seized {container}"),
    "container.release": ("{who} 解除查封扣押 {container}", "{who} released {container}"),
    "container.request": (
        "{who} 为 {container}（{waste_name}）叫车",
        "{who} asked for a pickup of {container} ({waste_name})",
    ),
    "container.unrequest": (
        "{who} 撤回 {container} 的收运申请",
        "{who} took {container} off the pickup request",
    ),
    "container.put_on_line": (
        "{who} 把 {container} 列入联单",
        "{who} put {container} on a manifest",
    ),
    "container.take_off_line": (
        "{who} 把 {container} 从联单撤下",
        "{who} took {container} off the manifest",
    ),
    "container.load": (
        "{who} 在 {place} 装车{waste_name} {kg} kg（{container}）",
        "{who} loaded {kg} kg of {waste_name} at {place} ({container})",
    ),
    "container.hand_on": (
        "{who} 在 {place} 接力承运 {container}",
        "{who} took {container} over on the road at {place}",
    ),
    "container.reach_gate": (
        "{who} 记录 {container} 到达 {place}",
        "{who} recorded that {container} reached {place}",
    ),
    "container.leave_gate": (
        "{who} 记录 {container} 被退回车上，离开 {place}",
        "{who} recorded that {container} left {place} on the vehicle again",
    ),
    "container.receive": (
        "{who} 接收{waste_name} {kg} kg（{container}）",
        "{who} received {kg} kg of {waste_name} ({container})",
    ),
    "container.entrust": (
        "委托外单位利用处置 {container}，{kg} kg，记入移出人台账",
        "{container}, {kg} kg, entered in the consignor's ledger as treated outside",
    ),
    "container.take_back": (
        "{who} 收回 {container}，{kg} kg，贮存时限接着计算",
        "{who} took {container} back, {kg} kg; the storage clock goes on",
    ),
    "container.feed": (
        "{who} 投入利用处置 {kg} kg（{container}）",
        "{who} fed {kg} kg to treatment ({container})",
    ),
}

LABELS: dict[str, dict[str, tuple[str, str]]] = {
    "Content": {
        "blank": ("空白码", "Blank code"),
        "filling": ("装填中", "Filling"),
        "sealed": ("已封口", "Sealed"),
        "emptied": ("已倒空", "Emptied"),
        "merged": ("已合并", "Merged"),
        "repacked": ("已分装", "Split"),
        "treated": ("已利用处置", "Treated"),
        "void": ("已作废", "Void"),
    },
    "Custody": {
        "none": ("无", "None"),
        "in_store": ("在库", "In store"),
        "on_vehicle": ("在车上", "On a vehicle"),
        "at_gate": ("在门口待验", "At the gate"),
        "seized": ("查封扣押", "Seized"),
        "missing": ("找不到", "Missing"),
    },
    "Booking": {
        "none": ("未叫车", "Not booked"),
        "requested": ("已叫车", "Pickup requested"),
        "on_line": ("在联单上", "On a manifest"),
    },
    "HeldAs": {
        "producer": ("产生单位贮存", "Stored by the producer"),
        "operator": ("经营单位贮存", "Stored by a permit holder"),
        "collection": ("收集许可贮存", "Stored under a collection permit"),
        "pilot": ("小微收集试点贮存", "Stored under the small-producer pilot"),
        "pilot_temporary": ("小微收集临时存放", "Set down under the small-producer pilot"),
        "temporary": ("收集单位临时存放", "Set down by a collector"),
        "hospital": ("医疗机构暂存", "Kept by a hospital"),
        "medical": ("医疗废物处置单位暂存", "Kept by a medical-waste disposer"),
        "medical_chilled": ("医疗废物冷藏暂存", "Chilled by a medical-waste disposer"),
        "carrier": ("运输途中", "On the road"),
        "nobody": ("无", "Nobody"),
    },
    "MassSource": {
        "scale": ("电子秤", "Scale"),
        "typed": ("手工输入", "Typed"),
        "declared": ("申报", "Declared"),
        "bridge": ("地磅", "Weighbridge"),
    },
    "Purpose": {
        "use": ("利用", "Use"),
        "dispose": ("处置", "Disposal"),
    },
    "AmendmentKind": {
        "correct": ("更正", "correction"),
        "identify": ("鉴别为非危险废物", "identification as not hazardous"),
        "void": ("作废", "voiding"),
    },
    "AmendmentState": {
        "waiting": ("待核准", "Waiting for approval"),
        "approved": ("已核准", "Approved"),
        "returned": ("已退回", "Returned"),
    },
    "PublicStatus": {
        "kept": ("在单位贮存", "Kept by a unit"),
        "on_the_road": ("运输途中", "On the road"),
        "missing": ("正在查找", "Being searched for"),
        "ended": ("已办结", "Finished"),
    },
}
