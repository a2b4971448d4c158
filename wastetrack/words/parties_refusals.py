"""Decides what is said when a rule of units, sites, licences, vehicles or crews says no."""

REFUSALS: dict[str, tuple[str, str]] = {
    "parties.extension_without_document": (
        "延长贮存期限要有发证部门的批准文件，请一并上传。",
        "An extension of the storage limit needs the issuing authority's document: upload it too.",
    ),
    "parties.extension_not_of_kind": (
        "延长一年贮存期限只适用于综合经营许可证，许可证 {number} 不是。请选综合经营许可证。",
        (
            "Only a comprehensive permit has the one-year limit that can be extended; {number} is "
            "another kind. Please choose the comprehensive permit."
        ),
    ),
    "parties.extension_past": (
        "延长后的日期要晚于今天。请按批准文件填写。",
        "The extended day must lie after today. Please enter it as in the approval.",
    ),
    "parties.licence_without_document": (
        "生态环境部门按证书核对。请上传证书文件（PDF、JPEG 或 PNG）。",
        (
            "The bureau checks the licence against its document. Please upload it as PDF, JPEG "
            "or PNG."
        ),
    ),
    "parties.licence_unchecked": (
        "许可证 {number} 还没有经生态环境部门核对通过，不能使用。请等核对，被退回的请更正后再提交。",
        (
            "Licence {number} has not been checked by the bureau and does not count yet. Please "
            "wait for the check, or correct it where it was returned."
        ),
    ),
    "parties.licence_not_waiting": (
        "许可证 {number} 现在不等核对。请回到审核列表查看。",
        "Licence {number} does not wait to be checked. Please look at the list of approvals.",
    ),
    "parties.code_checksum": (
        "代码 {credit_code} 的校验位不符。请对照营业执照核对；确认无误的，在下面写明原因就能继续。",
        (
            "The check character of {credit_code} does not fit. Please compare it with the "
            "business licence; if it is right, give the reason below to go on."
        ),
    ),
    "parties.code_taken": (
        "代码 {credit_code} 已经登记过。请申请加入该单位。",
        "The code {credit_code} is already registered. Please ask to join that unit.",
    ),
    "parties.authority_alone": (
        "行政机关不能同时是其他类别的单位。请只选一种。",
        "An authority cannot be another kind of unit as well. Please choose one.",
    ),
    "parties.unknown_industry": (
        "没有“{input}”这个行业。请从列表里选一项。",
        "There is no trade “{input}”. Please choose one from the list.",
    ),
    "parties.waits": (
        "单位还在等审核，暂时不能申报。审核通过后再提交，资料可以先填好。",
        (
            "The unit is waiting for approval and cannot file yet. Please submit again once it "
            "is approved; details can be filled in meanwhile."
        ),
    ),
    "parties.rejected": (
        "单位审核没有通过，不能申报新的联单。请按单位页上的原因补齐材料，再联系生态环境部门。",
        (
            "The unit was not approved and cannot file new manifests. Please complete what the "
            "unit's page names and contact the bureau."
        ),
    ),
    "parties.rejected_no_new": (
        "单位审核没有通过，不能新建容器；已有的容器仍可转移。请补齐材料后联系生态环境部门。",
        (
            "The unit was not approved, so no new container can be opened; existing ones can "
            "still be moved. Please complete the documents and contact the bureau."
        ),
    ),
    "parties.already_approved": (
        "{name} 已经通过审核，不用再办。",
        "{name} is already approved; nothing needs to be done.",
    ),
    "parties.already_rejected": (
        "{name} 已经是不通过。要改变的话，请办理通过审核。",
        "{name} is already turned down. To change this, please approve it.",
    ),
    "parties.not_waiting": (
        "{name} 不在等审核，不能办不通过。要处理已通过的单位，请登记案件。",
        (
            "{name} does not wait for approval and cannot be turned down. To act on an approved "
            "unit, please open a case."
        ),
    ),
    "parties.unknown_town": (
        "{input} 不是本区的街道（乡镇）。请从列表中选择。",
        "{input} is not a street or town of this district. Please choose from the list.",
    ),
    "parties.capacity_missing": (
        "贮存设施要填贮存能力。请按环评或许可填写，单位是吨。",
        (
            "A storage facility needs its capacity. Please enter it in tonnes, as in the "
            "assessment or permit."
        ),
    ),
    "parties.point_over_limit": (
        "贮存点的实时贮存量不能超过 {limit_t} 吨。请改小，或者把设施类型改成贮存库。",
        (
            "A storage point may hold at most {limit_t} tonnes. Please enter less, or choose "
            "storehouse as the kind of facility."
        ),
    ),
    "parties.facility_code_taken": (
        "这个场所已有编码为 {code} 的设施。请换一个编码。",
        "This site already has a facility with the code {code}. Please use another code.",
    ),
    "parties.not_a_store": (
        "{name} 不是贮存设施，不能分区。请选贮存设施。",
        "{name} is not a storage facility and has no partitions. Please choose a store.",
    ),
    "parties.partition_over": (
        "各分区合计不能超过设施的贮存能力，还剩 {left_t} 吨。请改小。",
        (
            "Partitions together cannot hold more than the facility; {left_t} tonnes are left. "
            "Please enter less."
        ),
    ),
    "parties.smaller_than_parts": (
        "分区合计已有 {parts_t} 吨，设施的贮存能力不能更小。请改大。",
        (
            "Its partitions already hold {parts_t} tonnes, so the facility cannot be smaller. "
            "Please enter more."
        ),
    ),
    "parties.unknown_waste": (
        "名录里没有 {input}。请核对代码，可以按名称查找。",
        "{input} is not in the catalogue. Please check the code; it can be found by name.",
    ),
    "parties.stream_known": (
        "这个场所已有“{name}”，代码也相同。请直接使用，或者换一个俗称。",
        (
            "This site already has {name} with the same code. Please use that one, or give "
            "another everyday name."
        ),
    ),
    "parties.licence_known": (
        "编号 {number}、同一起始日期的许可证已经登记。请核对编号和日期。",
        (
            "A licence {number} with the same first day is already entered. Please check number "
            "and dates."
        ),
    ),
    "parties.licence_ended_before": (
        "许可证 {number} 已在 {end} 终止，不用再办。",
        "Licence {number} was ended on {end}; nothing needs to be done.",
    ),
    "parties.validity_reversed": (
        "有效期止不能早于有效期起。请核对证书上的日期。",
        "The last day cannot be before the first. Please check the dates on the licence.",
    ),
    "parties.mode_not_of_kind": (
        "这种许可不含：{modes:label.mode}。请核对许可种类和经营方式。",
        ("This kind of licence does not include: {modes:label.mode}. Please check kind and modes."),
    ),
    "parties.scope_missing": (
        "请填写核准的废物代码，或者整类。",
        "Please enter the waste codes in scope, or whole categories.",
    ),
    "parties.modes_missing": (
        "请至少选一种核准的经营方式。",
        "Please choose at least one approved mode.",
    ),
    "parties.licence_number_missing": (
        "选了许可种类，就要填证书编号。",
        "With a kind of licence its number is needed. Please enter it.",
    ),
    "parties.licence_dates_missing": (
        "选了许可种类，就要填有效期的起止日期。",
        "With a kind of licence both dates are needed. Please enter them.",
    ),
    "parties.licence_none": (
        "没有登记可以接收 {waste_code} 的许可证。请接受单位先登记许可证，或者换一个接受单位。",
        (
            "No licence that covers {waste_code} is registered. Please have the receiver enter "
            "one, or choose another receiver."
        ),
    ),
    "parties.licence_kind": (
        "许可证 {number} 是运输许可，不能用来接收 {waste_code}。请换经营许可证。",
        (
            "Licence {number} is for transport and does not cover taking {waste_code}. Please "
            "use an operating permit."
        ),
    ),
    "parties.licence_scope": (
        "许可证 {number} 的范围里没有 {waste_code}。请换一个接受单位，或者登记变更后的许可证。",
        (
            "{waste_code} is not in the scope of licence {number}. Please choose another "
            "receiver, or enter the amended licence."
        ),
    ),
    "parties.licence_mode": (
        "许可证 {number} 不含“{mode:label.mode}”。请换一种方式，或者换一个接受单位。",
        (
            "Licence {number} does not include the mode {mode:label.mode}. Please choose another "
            "mode or another receiver."
        ),
    ),
    "parties.licence_not_yet": (
        "许可证 {number} 从 {start} 起才有效，{on} 还不能用。请改日期，或者换一张许可证。",
        (
            "Licence {number} begins on {start} and does not cover {on}. Please change the day "
            "or use another licence."
        ),
    ),
    "parties.licence_expired": (
        "许可证 {number} 已在 {end} 到期，{on} 不能用。请先登记续期后的许可证。",
        (
            "Licence {number} ended on {end} and does not cover {on}. Please enter the renewed "
            "licence first."
        ),
    ),
    "parties.licence_ended": (
        "许可证 {number} 已在 {end} 终止，{on} 不能用。请换一张有效的许可证。",
        (
            "Licence {number} was ended on {end} and does not cover {on}. Please use a valid "
            "licence."
        ),
    ),
    "parties.transport_none": (
        "没有登记道路危险货物运输许可。请承运人先登记，或者换一个承运人。",
        (
            "No dangerous-goods transport licence is registered. Please have the carrier enter "
            "one, or choose another carrier."
        ),
    ),
    "parties.plate_known": (
        "{plate} 已经登记。请直接修改那辆车的信息。",
        "{plate} is already entered. Please change that vehicle's details.",
    ),
    "parties.crew_known": (
        "从业资格证 {number} 已经登记。请直接修改那个人的信息。",
        "Qualification {number} is already entered. Please change that person's details.",
    ),
}
