"""Decides the words of use and disposal: the record, what became of one's waste, what stands in the way."""

EN: dict[str, str] = {
    "利用处置": "Treatment",
    "登记利用处置": "Record a treatment",
    "利用处置记录": "Treatments",
    "还没有利用处置记录": "No treatments yet",
    "收到的废物投入利用处置后，在这里登记。产废单位会收到自己那一份的结果。": (
        "When received waste goes into use or disposal, record it here."
        " Each producer is told what became of his share."
    ),
    "批次编码": "Batch code",
    "时间": "Time",
    "方式": "Method",
    "件数": "Containers",
    "数量": "Amount",
    "废物去向": "What became of the waste",
    "本单位的份额": "Your share",
    "利用处置单位": "Treated by",
    "还没有利用处置结果": "No outcomes yet",
    "接受单位登记利用处置后，本单位的那一份会出现在这里。": (
        "When the receiver records a treatment, your share of it appears here."
    ),
    "没有可以投入的容器": "Nothing can be fed now",
    "只有已封口、在库、没有叫车的容器可以投入利用处置。": (
        "Only sealed containers in store that nothing has booked can be fed to a treatment."
    ),
    "看到货": "See arrivals",
    "看库存": "See the stock",
    "在库": "In store",
    "接收时间": "Received",
    "投入": "Fed",
    "投入（kg，不填为全部）": "Fed (kg, empty: all)",
    "{code} 投入多少 kg": "Kilograms fed of {code}",
    "选择投入的容器": "Containers to feed",
    "投入的容器": "Containers fed",
    "利用处置方式": "Treatment method",
    "利用处置设施": "Treatment facility",
    "利用处置时间": "Time of treatment",
    "次生废物": "New waste it left",
    "灰、渣、污泥是本单位新产生的废物：选废物，填重量，登记后打标签。以后产生的可以再加。": (
        "Ash, slag and sludge are new waste of your unit: choose the waste, enter its weight,"
        " print its label afterwards. More can be added later."
    ),
    "第 {n} 种次生废物": "New waste {n}",
    "第 {n} 种次生废物的重量": "Weight of new waste {n}",
    "登记次生废物": "Record new waste",
    "还没有登记次生废物。": "No new waste recorded yet.",
    "还没有登记本场所会产生的废物": "No wastes of this site are listed yet",
    "先在单位资料里加上灰、渣、污泥等废物，再回来登记。": (
        "First add ash, slag, sludge and the like to your unit's wastes, then come back."
    ),
    "去登记废物": "Add wastes",
    "放在哪里": "Where it stands",
    "利用处置 {batch}": "Treatment {batch}",
    "来自联单": "Came by manifest",
    "本单位产生": "Own waste",
    "各产废单位的份额": "Share of each producer",
    "产废单位名称": "Producer",
    "份额": "Share",
}

REFUSALS: dict[str, tuple[str, str]] = {
    "treatments.unknown_method": (
        "没有 {method} 这个利用处置方式。请从列表中选。",
        "{method} is not a known method. Please choose one from the list.",
    ),
    "treatments.not_a_treatment": (
        "收集、贮存后转交不是利用处置。请选实际的方式；转交给别的单位请走联单。",
        (
            "Collecting, storing and passing on is not a treatment. Please choose the real method;"
            " to pass waste on, use a manifest."
        ),
    ),
    "treatments.other_facility": (
        "这个设施不在本场所。请选本场所的利用处置设施，或者不选。",
        "This facility is not on this site. Please choose one of this site, or leave it empty.",
    ),
    "treatments.in_the_future": (
        "利用处置时间晚于现在。请核对时间。",
        "The time of treatment lies ahead of now. Please check it.",
    ),
    "treatments.before_receipt": (
        "{container} 在 {since:when} 才到本场所，不能早于这个时间投入。请核对时间。",
        "{container} came here at {since:when}; it cannot be fed before that. Please check the time.",
    ),
    "treatments.not_here": (
        "{container} 不在本场所。请核对识别码，或者到它所在的场所登记。",
        "{container} is not on this site. Please check the code, or record it where it stands.",
    ),
    "treatments.more_than_on_hand": (
        "{container} 只有 {there} kg，不能投入 {asked} kg。请改数量，不填就是全部。",
        (
            "{container} holds {there} kg, so {asked} kg cannot be fed."
            " Please change the amount; empty means all."
        ),
    ),
    "treatments.container_twice": (
        "同一个容器选了两次。请每个容器只选一次。",
        "The same container was chosen twice. Please choose each once.",
    ),
}

EVENTS: dict[str, tuple[str, str]] = {
    "treatment.record": (
        "{who} 登记利用处置 {count} 件 {kg} kg",
        "{who} recorded the treatment of {count} containers, {kg} kg",
    ),
    "treatment.leave": (
        "{who} 登记次生废物{waste_name} {kg} kg",
        "{who} recorded {kg} kg of new waste: {waste_name}",
    ),
}
