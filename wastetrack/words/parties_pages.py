"""Decides the English of the pages of units, sites, licences, vehicles and crews."""

EN: dict[str, str] = {
    # the unit
    "单位": "Unit",
    "单位信息": "Unit details",
    "单位名称": "Unit name",
    "单位类别": "Kind of unit",
    "单位类别（可多选）": "Kind of unit (several possible)",
    "统一社会信用代码": "Unified social credit code",
    "营业执照上的 18 位代码。": "The 18 characters on the business licence.",
    "代码校验": "Code check",
    "通过": "Passed",
    "代码校验不符": "Code check failed",
    "代码校验不符的原因": "Why the code fails its check",
    "只在代码与营业执照一致、校验仍不通过时填写。": (
        "Only when the code is as on the licence and still fails its check."
    ),
    "行业": "Trade",
    "联系电话": "Phone",
    "预计每年产生的危险废物": "Hazardous waste expected a year",
    "预计年产生量": "Expected a year",
    "登记时间": "Registered",
    "修改信息": "Change details",
    "修改": "Change",
    "保存": "Save",
    "历史": "History",
    "种类": "Kind",
    "办理": "Act",
    "全部": "All",
    "停用": "Stop using",
    "在用": "In use",
    "在岗": "On duty",
    "看详情": "See details",
    "回到单位": "Back to the unit",
    "等生态环境部门审核。审核期间可以填资料、登记容器，暂时不能申报联单。": (
        "Waiting for the bureau. Meanwhile you can fill in details and register containers, "
        "but not file manifests."
    ),
    "审核没有通过：{reason}。不能新建容器，已有容器仍可转移。补齐材料后请联系生态环境部门。": (
        "Not approved: {reason}. New containers are not possible, existing ones can still be "
        "moved. Please complete the documents and contact the bureau."
    ),
    "区外单位：没有账号，未在本系统确认。": (
        "A party outside the district: no account, not confirmed in this system."
    ),
    "登记区外单位": "Enter a party outside the district",
    "区外单位不需要账号。它的联单部分按编号和文件录入，显示为未在本系统确认。": (
        "A party outside the district needs no account. Its part of a manifest is entered from "
        "number and file and shown as not confirmed in this system."
    ),
    "行政区划代码": "Division code",
    "6 位县级代码，如 330602。": "Six digits of the county, such as 330602.",
    # approvals and the bureau's list
    "审核": "Approvals",
    "通过审核": "Approve",
    "不通过": "Turn down",
    "该单位不能新建容器，已有容器仍可转移。原因会告诉对方。": (
        "The unit can open no new container, existing ones can still be moved. "
        "The reason is told to the unit."
    ),
    "没有单位在等审核": "No unit is waiting",
    "新登记的收集、运输、处置单位和年产废 10 吨以上的单位会出现在这里。": (
        "Newly registered collectors, carriers, disposers and units from 10 tonnes a year "
        "appear here."
    ),
    "看全部单位": "See all units",
    "名称、代码或拼音首字母": "Name, code or pinyin initials",
    "街道（乡镇）": "Street or town",
    # sites
    "场所名称": "Name of the site",
    "所在街道（乡镇）": "Street or town of the site",
    "详细地址": "Address",
    "经度": "Longitude",
    "纬度": "Latitude",
    "经纬度": "Coordinates",
    "应急联系电话": "Emergency phone",
    "突发环境事件防范措施": "Measures against incidents",
    "还没有经营场所。": "No site yet.",
    "新增经营场所": "Add a site",
    "经营场所信息": "Site details",
    "新增": "Add",
    "管理计划": "Management plan",
    "管理类别": "Management class",
    "调整管理类别": "Adjust the management class",
    "调整文件文号": "Number of the document",
    "登记调整": "Record the adjustment",
    "按文件调整：{document}": "Adjusted by document: {document}",
    "类别由市级生态环境部门调整，这里登记它的文件。登记后不再按产生量自动变化。": (
        "The city's bureau adjusts the class; its document is recorded here. "
        "Afterwards the class no longer follows the amounts."
    ),
    # facilities and wastes
    "设施和分区": "Facilities and partitions",
    "新增设施": "Add a facility",
    "设施信息": "Facility details",
    "设施编码": "Facility code",
    "负责人": "Person in charge",
    "负责人联系方式": "Their phone",
    "设施名称": "Facility name",
    "设施类型": "Kind of facility",
    "贮存能力": "Storage capacity",
    "5 ℃ 以下冷藏": "Chilled below 5 °C",
    "贮存能力（克）": "Storage capacity (grams)",
    "还没有登记设施。": "No facility registered yet.",
    "{n} 个分区": "{n} partitions",
    "分区": "Partition",
    "分区名称": "Name of the partition",
    "分区能力": "Partition capacity",
    "分区能力（克）": "Partition capacity (grams)",
    "新增分区": "Add a partition",
    "新增贮存分区": "Add a partition",
    "存放废物": "Wastes kept here",
    "允许的危险特性": "Hazard properties allowed",
    "不限": "Any",
    "一行一个。8 位代码如 900-214-08；整类写 HW08。": (
        "One a line. Eight digits such as 900-214-08; a whole category as HW08."
    ),
    "产生的废物": "Wastes made here",
    "新增废物": "Add a waste",
    "不再产生": "No longer made",
    "还没有登记废物。": "No waste registered yet.",
    "代码可以在“废物代码”里按名称、拼音首字母查找。": (
        "Codes can be found by name or pinyin initials under Waste codes."
    ),
    "废物代码": "Waste code",
    "俗称": "Everyday name",
    "形态": "Form",
    "包装": "Packaging",
    "包装方式": "Packaging",
    "容器容积（升）": "Volume of the container (litres)",
    "主要成分": "Main components",
    "有害成分": "Harmful components",
    "注意事项": "Precautions",
    # licences
    "许可证和批准文件": "Licences and approvals",
    "没有登记许可证。": "No licence registered.",
    "登记许可证": "Enter a licence",
    "登记": "Enter",
    "小微企业危险废物收集的试点或者地方批准，种类选“试点或地方批准”，把批准文件作为证书上传。": (
        "For a pilot or local approval to collect from small enterprises choose the kind "
        "Pilot or local approval and upload the approving document."
    ),
    "许可种类": "Kind of licence",
    "证书编号": "Licence number",
    "发证机关": "Issued by",
    "核准废物代码": "Waste codes in scope",
    "核准经营方式": "Modes in scope",
    "核准年规模": "Approved mass a year",
    "核准年规模（克）": "Approved mass a year (grams)",
    "有贮存场所": "Has a storage place",
    "贮存场所": "Storage place",
    "有": "Yes",
    "没有": "No",
    "有效期起": "Valid from",
    "有效期止": "Valid to",
    "延长贮存期限至": "Storage extended to",
    "证书文件": "File of the licence",
    "PDF、JPEG 或 PNG，不超过 10 MB。": "PDF, JPEG or PNG, at most 10 MB.",
    "看证书文件": "See the file",
    "适用场所": "Valid at",
    "登记后由生态环境部门按证书核对，核对通过后才用于合同、联单和接收。": (
        "Once entered, the bureau checks it against the document; only then does it count for "
        "contracts, manifests and receipts."
    ),
    "等生态环境部门按证书核对，核对通过后才用于合同、联单和接收。": (
        "Waits for the bureau to check it against the document; only then does it count for "
        "contracts, manifests and receipts."
    ),
    "核对没有通过：{reason}。请更正后再提交。": (
        "Not in order: {reason}. Please correct it and submit it again."
    ),
    "修改许可证": "Change a licence",
    "改动由生态环境部门按证书核对。核对通过前，已核对的内容照常有效。没有新证书的，原来的文件不变。": (
        "The bureau checks the change against the document. Until then what was checked before "
        "counts on. Without a new document the former file stays."
    ),
    "提交核对": "Submit for checking",
    "这是一张已核对许可证的改动。核对通过前，原来的内容照常有效。": (
        "A change of a licence that is checked. Until it is checked too, the licence counts as "
        "it was."
    ),
    "这是一张已核对许可证的改动。": "A change of a licence that is checked.",
    "看原来的许可证": "See the licence it changes",
    "有一份改动在等核对。": "A change waits to be checked.",
    "有一份改动被退回。": "A change was returned.",
    "看改动": "See the change",
    "登记延长贮存": "Enter a longer storage time",
    "持证单位贮存危险废物超过一年的，要由发证部门批准延长。": (
        "A permit holder who stores hazardous waste for longer than a year needs the approval "
        "of the authority that issued the permit."
    ),
    "核对通过后，新的日期才用于贮存期限的计算。": (
        "The new day counts for the storage limit once it is checked."
    ),
    "批准延长的文件": "Document that approves the extension",
    "看延长批准文件": "See the extension's document",
    "核对通过": "Agrees with its document",
    "退回": "Return",
    "原因会告诉持证单位，更正后可以再提交。": (
        "The reason is told to the holder, who may correct it and submit it again."
    ),
    "等审核的单位": "Units waiting for approval",
    "待核对的许可证": "Licences to be checked",
    "没有许可证在等核对。": "No licence waits to be checked.",
    "终止": "End it",
    "从今天起，这张许可证不再用于合同、联单和接收的核对。": (
        "From today this licence no longer counts for contracts, manifests and receipts."
    ),
    # vehicles and crew
    "车辆和人员证件": "Vehicles and documents",
    "车辆": "Vehicles",
    "没有登记车辆。": "No vehicle registered.",
    "新增车辆": "Add a vehicle",
    "车辆信息": "Vehicle details",
    "车牌号": "Plate",
    "道路运输证号": "Road transport permit",
    "道路运输证有效期止": "Permit valid to",
    "核定载质量": "Load allowed",
    "核定载质量（克）": "Load allowed (grams)",
    "驾驶员、押运员": "Drivers and escorts",
    "驾驶员、押运员信息": "Driver or escort details",
    "新增驾驶员、押运员": "Add a driver or escort",
    "没有登记人员。": "Nobody registered.",
    "人员类别": "Driver or escort",
    "姓名": "Name",
    "从业资格证号": "Qualification number",
    "资格证有效期止": "Qualification valid to",
    "原因": "Reason",
}
