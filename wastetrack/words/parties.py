"""Decides the words of units, sites, licences, vehicles and crews: kinds, states, what happened."""

EVENTS: dict[str, tuple[str, str]] = {
    "unit.enrol": ("{who} 登记单位 {name}", "{who} registered the unit {name}"),
    "unit.add_outside": (
        "{who} 登记区外单位 {name}",
        "{who} entered the outside party {name}",
    ),
    "unit.edit": ("{who} 修改 {name} 的信息", "{who} changed the details of {name}"),
    "unit.approve": ("{who} 通过 {name} 的审核", "{who} approved {name}"),
    "unit.reject": (
        "{who} 没有通过 {name} 的审核：{reason}",
        "{who} turned {name} down: {reason}",
    ),
    "unit.classify": (
        "{who} 的操作使 {name} 的管理类别变为{management_class:label.management_class}",
        "An act of {who} set the class of {name} to {management_class:label.management_class}",
    ),
    "site.add": ("{who} 新增场所 {name}", "{who} added the site {name}"),
    "site.edit": ("{who} 修改场所 {name}", "{who} changed the site {name}"),
    "facility.add": ("{who} 登记设施 {code} {name}", "{who} registered facility {code} {name}"),
    "facility.edit": ("{who} 修改设施 {code} {name}", "{who} changed facility {code} {name}"),
    "facility.partition": (
        "{who} 在 {store} 新增分区 {name}",
        "{who} added the partition {name} to {store}",
    ),
    "licence.add": (
        "{who} 登记许可证 {number}，等待核对",
        "{who} entered licence {number}; it waits to be checked",
    ),
    "licence.change": (
        "{who} 修改许可证 {number}，等待核对",
        "{who} changed licence {number}; it waits to be checked",
    ),
    "licence.extend": (
        "{who} 为许可证 {number} 登记延长贮存至 {until}，等待核对",
        "{who} entered storage under licence {number} extended to {until}; it waits to be checked",
    ),
    "licence.approve": ("{who} 核对通过许可证 {number}", "{who} checked licence {number}"),
    "licence.return": (
        "{who} 退回许可证 {number}：{reason}",
        "{who} returned licence {number}: {reason}",
    ),
    "licence.end": (
        "{who} 终止许可证 {number}：{reason}",
        "{who} ended licence {number}: {reason}",
    ),
    "vehicle.add": ("{who} 登记车辆 {plate}", "{who} entered vehicle {plate}"),
    "vehicle.edit": ("{who} 修改车辆 {plate}", "{who} changed vehicle {plate}"),
    "crew.add": ("{who} 登记 {name} 的从业资格", "{who} entered the qualification of {name}"),
    "crew.edit": ("{who} 修改 {name} 的从业资格", "{who} changed the qualification of {name}"),
    "crew.own": (
        "{name} 用自己的账号登录，和从业资格对上了",
        "{name} signed in with an account of their own, matched by phone",
    ),
    "stream.add": (
        "{who} 登记废物 {name}（{waste_code}）",
        "{who} registered the waste {name} ({waste_code})",
    ),
    "stream.remove": ("{who} 停用废物 {name}", "{who} took the waste {name} out of use"),
}

LABELS: dict[str, dict[str, tuple[str, str]]] = {
    "UnitKind": {
        "producer": ("产废单位", "Producer"),
        "collector": ("收集单位", "Collector"),
        "carrier": ("承运人", "Carrier"),
        "disposer": ("处置（利用）单位", "Disposer"),
        "authority": ("行政机关", "Authority"),
    },
    "UnitState": {
        "pending": ("等审核", "Waiting"),
        "active": ("已通过", "Approved"),
        "rejected": ("未通过", "Turned down"),
        "outside": ("区外单位", "Outside party"),
    },
    "ManagementClass": {
        "key": ("重点监管", "Key supervision"),
        "simple": ("简化管理", "Simplified management"),
        "registered": ("登记管理", "Registration only"),
    },
    "FacilityKind": {
        "store": ("贮存库", "Storehouse"),
        "yard": ("贮存场", "Storage yard"),
        "pool": ("贮存池", "Storage pool"),
        "tanks": ("贮存罐区", "Tank farm"),
        "point": ("贮存点", "Storage point"),
        "production": ("生产设施", "Production facility"),
        "treatment": ("利用处置设施", "Treatment facility"),
    },
    "LicenceKind": {
        "comprehensive": ("综合经营许可证", "Comprehensive permit"),
        "collection": ("收集许可证", "Collection permit"),
        "pilot": ("试点或地方批准", "Pilot or local approval"),
        "transport": ("道路危险货物运输许可", "Dangerous-goods transport licence"),
        "exempt": ("豁免或点对点", "Exemption or one-to-one use"),
    },
    "LicenceState": {
        "waiting": ("待核对", "To be checked"),
        "checked": ("已核对", "Checked"),
        "returned": ("已退回", "Returned"),
        "merged": ("已并入", "Taken over"),
    },
    "Mode": {
        "collect": ("收集", "Collect"),
        "store": ("贮存", "Store"),
        "use": ("利用", "Use"),
        "dispose": ("处置", "Dispose"),
    },
    "CrewKind": {"driver": ("驾驶员", "Driver"), "escort": ("押运员", "Escort")},
    "StreamForm": {
        "solid": ("固态", "Solid"),
        "semi_solid": ("半固态", "Semi-solid"),
        "liquid": ("液态", "Liquid"),
        "gas": ("气态", "Gas"),
        "other": ("其他", "Other"),
    },
    "Packaging": {
        "drum": ("桶", "Drum"),
        "bag": ("袋", "Bag"),
        "box": ("箱", "Box"),
        "ibc": ("吨桶", "IBC"),
        "tank": ("罐", "Tank"),
        "loose": ("散装", "Loose"),
        "other": ("其他", "Other"),
    },
    "Band": {
        "under_10": ("不到 10 吨", "Under 10 tonnes"),
        "under_100": ("10 吨以上，不到 100 吨", "10 to under 100 tonnes"),
        "over_100": ("100 吨以上", "100 tonnes and more"),
    },
    "DocumentState": {
        "valid": ("有效", "Valid"),
        "soon": ("快到期", "Runs out soon"),
        "expired": ("已到期", "Expired"),
        "ended": ("已终止", "Ended"),
    },
}
