"""Decides what containers refuse and what is told of where they stand."""

REFUSALS: dict[str, tuple[str, str]] = {
    # what stands in the way of a move
    "containers.is_blank": (
        "{container} 还是空白码，没有绑定废物。请先登记新容器。",
        "{container} is a blank code with no waste bound to it. Please register a container first.",
    ),
    "containers.is_filling": (
        "{container} 还没有封口称重。请先封口。",
        "{container} is not sealed and weighed yet. Please seal it first.",
    ),
    "containers.is_sealed": (
        "{container} 已经封口。重量或代码有误，请走更正。",
        "{container} is sealed already. If its mass or code is wrong, please correct it.",
    ),
    "containers.is_emptied": (
        "{container} 已经倒空。请选装有废物的容器。",
        "{container} has been emptied. Please choose one with waste in it.",
    ),
    "containers.is_merged": (
        "{container} 已并入别的容器。请用合并后的新码。",
        "{container} was merged into another container. Please use the new code.",
    ),
    "containers.is_repacked": (
        "{container} 已经分装，旧标签作废。请用分装后的新码。",
        "{container} was split and its label is void. Please use the new codes.",
    ),
    "containers.is_treated": (
        "{container} 已经利用处置完毕。请核对识别码。",
        "{container} has been treated. Please check the code.",
    ),
    "containers.is_void": (
        "{container} 已经作废或经鉴别不属于危险废物。请核对识别码。",
        "{container} is void or was identified as not hazardous. Please check the code.",
    ),
    "containers.is_nowhere": (
        "{container} 现在没有持有单位。请核对识别码。",
        "Nobody holds {container} now. Please check the code.",
    ),
    "containers.is_in_store": (
        "{container} 还在贮存设施里。请先装车，再办这一步。",
        "{container} is still in its store. Please load it before this step.",
    ),
    "containers.is_on_vehicle": (
        "{container} 在车上。请等到货接收，或由移出人收回后再办。",
        "{container} is on a vehicle. Please wait until it is received or taken back.",
    ),
    "containers.is_at_gate": (
        "{container} 在接受单位门口，还没有接收。请等接收结果。",
        "{container} stands at the receiver's gate. Please wait for the receipt.",
    ),
    "containers.is_seized": (
        "{container} 已被查封扣押，不能移动。请凭解除决定书办理解除。",
        "{container} is seized and may not be moved. It needs a written release first.",
    ),
    "containers.is_missing": (
        "{container} 已报为找不到。找到后请先登记“找到了”。",
        "{container} is reported missing. When it is found, please record that first.",
    ),
    "containers.is_not_booked": (
        "{container} 没有叫车，也不在联单上。请先列入联单。",
        "{container} is on no request and no manifest. Please put it on a manifest first.",
    ),
    "containers.is_requested": (
        "{container} 已经叫车。要改动，请先撤回收运申请。",
        "{container} is on a pickup request. To change it, please cancel the request first.",
    ),
    "containers.is_on_line": (
        "{container} 已列入联单。要改动，请先把它从联单上撤下。",
        "{container} is on a manifest. To change it, please take it off the manifest first.",
    ),
    # opening
    "containers.sequence_full": (
        "{day} 的 {waste_code} 已编到 999 号，当天不能再编。请改用更大的容器，或明天再登记。",
        (
            "{day} already has 999 containers of {waste_code}, the most a day can number. "
            "Please use larger containers or go on tomorrow."
        ),
    ),
    "containers.waste_missing": (
        "请选一种废物，或输入废物代码，如 900-214-08。",
        "Please choose a waste or enter its code, for example 900-214-08.",
    ),
    "containers.waste_unknown": (
        "《国家危险废物名录》{edition} 版没有 {waste_code}。请在废物查询里按名称查找。",
        (
            "The {edition} edition of the national catalogue has no {waste_code}. "
            "Please look the waste up by its name."
        ),
    ),
    "containers.hazards_form": (
        "危险特性应为 T、C、I、R、In，用逗号或斜线隔开。您输入了 {input}。",
        "Properties are T, C, I, R, In, parted by commas or slashes. You entered {input}.",
    ),
    "containers.not_your_waste": (
        "这种废物不在本场所的清单里。请从清单里选，或先把它加进清单。",
        "This waste is not on the site's list. Please choose from the list or add it first.",
    ),
    "containers.not_your_store": (
        "这个设施不属于本场所。请选本场所的设施。",
        "This facility is not one of the site's. Please choose one of the site's own.",
    ),
    "containers.no_store": (
        "{store} 不是在用的贮存设施。请另选一处。",
        "{store} is not a store in use. Please choose another.",
    ),
    "containers.not_of_this_store": (
        "这个分区不在所选的贮存设施里。请重新选分区。",
        "This partition is not in the chosen store. Please choose the partition again.",
    ),
    "containers.in_the_future": (
        "时间还没有到。请填已经发生的时间。",
        "This moment has not come yet. Please enter when it happened.",
    ),
    "containers.too_long_ago": (
        "时间早得不像真的。请核对年份。",
        "This moment is too long ago. Please check the year.",
    ),
    "containers.sealed_before_first": (
        "封口时间早于首次装入时间。请核对两个时间。",
        "It was sealed before the first waste went in. Please check both times.",
    ),
    # weighing, splitting, using up
    "containers.split_parts": (
        "分装至少要两份，每份都要大于 0。请逐份填写重量。",
        "A split needs at least two parts, each above 0. Please enter each part's mass.",
    ),
    "containers.split_sum": (
        "各份合计 {total:kg} kg，原重 {whole:kg} kg，应当相等。请改各份重量。",
        (
            "The parts weigh {total:kg} kg together but the container weighs {whole:kg} kg. "
            "Please make them equal."
        ),
    ),
    "containers.more_than_there": (
        "容器里只有 {mass:kg} kg。请填不超过它的数量。",
        "There are only {mass:kg} kg in it. Please enter no more than that.",
    ),
    "containers.not_own_waste": (
        "这是从别的单位接收的废物。自行利用处置和鉴别只能由产生单位办理。",
        (
            "This waste was received from another unit. Only its producer can record own "
            "treatment or an identification."
        ),
    ),
    "containers.finished_before_start": (
        "完毕时间早于开始时间。请核对两个时间。",
        "It was finished before it began. Please check both times.",
    ),
    "containers.no_treatment": (
        "{store} 不是在用的利用处置设施。请另选，或先登记设施。",
        "{store} is not a treatment facility in use. Please choose another or register it.",
    ),
    "containers.unknown_method": (
        "没有 {input} 这种利用处置方式代码。请从列表里选。",
        "There is no treatment method {input}. Please choose from the list.",
    ),
    "containers.void_received": (
        "这是从别的单位接收的容器，不能作废。数量有误请走联单更正。",
        (
            "This container was received from another unit and cannot be voided. "
            "If its amount is wrong, please correct the manifest."
        ),
    ),
    # correcting
    "containers.nothing_changed": (
        "没有改动。请填要更正的内容。",
        "Nothing is changed. Please enter what should be corrected.",
    ),
    "containers.seal_to_weigh": (
        "容器还没有封口，没有重量可改。请先封口称重。",
        "The container is not sealed, so there is no mass to correct. Please seal it first.",
    ),
    "containers.file_missing": (
        "这项更改要由生态环境部门核准。请附上证明文件。",
        "This change needs the bureau's approval. Please attach the file that shows it.",
    ),
    "containers.amendment_waits": (
        "这个容器已有一份更改申请在等核准。请等决定后再提交。",
        "A change of this container waits for approval already. Please wait for the decision.",
    ),
    "containers.amendment_decided": (
        "这份更改申请已经有了决定。请看容器的经过。",
        "This change has been decided already. Please look at the container's history.",
    ),
    "containers.recode_received": (
        "代码和首次装入时间只能由产生单位在移出前更正。接收后请走联单更正。",
        (
            "Code and first-waste date can be corrected by the producer before it leaves. "
            "After receipt please correct the manifest."
        ),
    ),
    # told at once, never refused
    "containers.mass_implausible": (
        "{volume} 升的容器装 {mass:kg} kg，少见。请再看一眼秤和单位。",
        "{mass:kg} kg in a container of {volume} l is unusual. Please look at the scale again.",
    ),
    "containers.point_full": (
        "{store} 现有 {mass:t} 吨，超过贮存点 {limit:t} 吨的上限（{basis:label.law}）。请尽快叫车运走。",
        (
            "{store} holds {mass:t} t, over the storage-point limit of {limit:t} t "
            "({basis:label.law}). "
            "Please ask for a pickup soon."
        ),
    ),
    "containers.over_capacity": (
        "{store} 现有 {mass:t} 吨，超过登记的 {limit:t} 吨。请移到别处或叫车。",
        (
            "{store} holds {mass:t} t, over its registered {limit:t} t. "
            "Please move some or ask for a pickup."
        ),
    ),
    "containers.no_partition": (
        "{store} 划有分区，还没有选放在哪个分区。请补上分区。",
        "{store} has partitions. Please say in which one the container stands.",
    ),
    "containers.wrong_partition": (
        "{partition} 不放 {waste_code}。请移到规定的分区。",
        "{partition} is not for {waste_code}. Please move it to its own partition.",
    ),
    "containers.wrong_hazard": (
        "{partition} 不放危险特性为 {hazards} 的废物。请移到规定的分区。",
        "{partition} is not for waste with property {hazards}. Please move it.",
    ),
    "containers.keep_apart": (
        "建议：{one}与{other}隔开存放，不放同一分区（按 GB 18597-2023 第 4.3 条分类贮存；这一配对待确认）。",
        (
            "Advice: please keep {one} and {other} apart, in two partitions (storage by kind, "
            "GB 18597-2023 §4.3; this pair is to be confirmed)."
        ),
    ),
    "containers.never_together": (
        "建议：{one}与{other}不放同一设施，请移开一种（按 GB 18597-2023 第 4.3 条；这一配对待确认）。",
        (
            "Advice: please move {one} or {other} to another store (storage by kind, "
            "GB 18597-2023 §4.3; this pair is to be confirmed)."
        ),
    ),
    "containers.pair_undecided": (
        "{one}与{other}能否同放还没有结论。建议先隔开存放，再问技术人员。",
        (
            "Whether {one} and {other} may stand together is undecided. "
            "Please keep them apart and ask an expert."
        ),
    ),
}
