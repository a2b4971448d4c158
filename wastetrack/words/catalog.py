"""Words of the catalogue: refusals of codes and files, whom a rule binds, names of laws and trades."""

EN: dict[str, str] = {
    # trades
    "汽修": "Vehicle repair",
    "机加工": "Machining",
    "印刷": "Printing",
    "喷涂": "Coating",
    "实验室": "Laboratory",
    "电镀": "Electroplating",
    "化工": "Chemical industry",
    "医院": "Hospital",
    "其他": "Other",
    # a code by identification
    "非特定行业": "Any industry",
    "经鉴别具有危险特性的固体废物": "Solid waste found hazardous by identification",
    # whom a rule binds
    "危险废物许可证持有单位": "holders of a hazardous waste permit",
    "持收集许可证的单位（机动车维修废矿物油、居民废镍镉电池）": (
        "holders of a collection permit (vehicle repair oil, household Ni-Cd batteries)"
    ),
    "无贮存资格的收集单位": "collectors without storage right",
    "产废单位": "producers",
    "设贮存点的单位": "units with a storage point",
    "有贮存设施的单位": "units with a store",
    "医疗卫生机构": "hospitals and clinics",
    "医疗废物集中处置单位": "disposers of medical waste",
    "接受人": "Receiver",
    "承运人": "Carrier",
    "使用纸质联单的各方": "parties to a paper manifest",
    "重点监管单位（每月）、简化管理单位（每季度首月）": (
        "key units (monthly), simplified units (first month of each quarter)"
    ),
    "产废、收集、贮存、运输、利用、处置单位": (
        "units that produce, collect, store, carry, recover or dispose"
    ),
    "收集、贮存、利用、处置经营单位及委托单位": "operators and those who entrust them",
    "收集、贮存危险废物的单位": "units that collect or store",
    "移出人、承运人、接受人": "consignor, carrier and receiver",
    # when its clock starts
    "本单位接受之日": "own acceptance",
    "收集之日": "the day of collection",
    "卸放之日": "the day of set-down",
    "首次放入废物之日": "first waste in the container",
    "计划年度": "the plan year",
    "实时贮存量": "stock at the moment",
    "放入暂时贮存设施": "into the temporary store",
    "上一次收集": "the last visit",
    "到厂": "arrival at the plant",
    "接受之日": "the day of acceptance",
    "转移活动完成之日": "the day the transfer is finished",
    "启运": "departure",
    "到达": "arrival",
    "确认之日": "the day of confirmation",
    "上一期结束": "end of the period before",
    "上一年度结束": "end of the year before",
    "有效期届满之日": "the day of expiry",
    "本年度按该许可证累计接受量": "accepted under the permit this year",
    "持续": "at all times",
    "发现不符时": "when a mismatch is found",
    "第十八条第二款": "Art. 18(2)",
    # notes of the law bases
    "自本单位接受之日起算是推断，待确认。2026-08-15 起由《生态环境法典》第五百三十五条第三款接替。": (
        "That it starts with one's own acceptance is inferred, to be confirmed. From 2026-08-15 followed by Art. 535(3) of the Code."
    ),
    "自本单位接受之日起算是推断，待确认。条文与原固废法第八十一条第三款一致。": (
        "That it starts with one's own acceptance is inferred, to be confirmed. The text is that of Art. 81(3) of the Solid Waste Law."
    ),
    "依据 2016 年文本；未发现更新的修订。": ("By the text of 2016; no later revision was found."),
    "是否适用于小微收集单位待确认，小微收集单位另列。": (
        "Whether it binds small-enterprise collectors is to be confirmed; they have rows of their own."
    ),
    "法典的一年期限约束持许可证的单位；试点单位通常也不超过一年，依据待确认。": (
        "The Code's one year binds permit holders; pilot collectors usually keep to a year too, the basis is to be confirmed."
    ),
    "第三十一条第三项适用于小微收集单位是推断，待确认。": (
        "That Art. 31(3) binds small-enterprise collectors is inferred, to be confirmed."
    ),
    "未查到对产废单位的法定贮存期限；此数为本地管理要求，依据待确认。": (
        "No legal storage limit for producers was found; this number is a local requirement, its basis to be confirmed."
    ),
    "计划和变更的义务已查到原文；以 90%、100%、110% 触发是推断，待确认。": (
        "The duty to plan and amend was read; telling at 90, 100 and 110 % is inferred, to be confirmed."
    ),
    "以登记能力为限是推断，待确认。": (
        "That the registered capacity is the limit is inferred, to be confirmed."
    ),
    "条款凭记忆，待确认。": ("The clause is recalled, to be confirmed."),
    "时长是本地选择，没有法定数字。": ("The time is a local choice; the law gives no number."),
    "规章要求及时告知结果；90 天是本地选择。": (
        "The rule asks to tell the outcome in time; 90 days are a local choice."
    ),
    "重点监管单位每月申报；简化管理单位在每季度第一个月申报；登记管理单位只报年报。": (
        "Key units report monthly, simplified ones in the first month of each quarter, registered ones once a year."
    ),
    "超过 20% 需重新申请已查到原文；100% 的提醒线是推断，待确认。": (
        "That more than 20 % over needs a new application was read; telling at 100 % is inferred, to be confirmed."
    ),
    "持试点或地方批准的小微收集单位": "Small-enterprise collectors under a pilot or local approval",
    "小微企业危险废物收集试点文件": "Pilot rules for collecting from small enterprises",
    # laws and articles
    "中华人民共和国生态环境法典": "Ecological and Environmental Code",
    "中华人民共和国固体废物污染环境防治法": "Solid Waste Law (in force until 2026-08-14)",
    "危险废物转移管理办法": "Measures for the Transfer of Hazardous Waste",
    "危险废物经营许可证管理办法": "Measures for Hazardous Waste Permits",
    "医疗废物管理条例": "Medical Waste Regulations",
    "危险废物管理计划和管理台账制定技术导则（HJ 1259-2022）": (
        "Guideline for management plans and ledgers (HJ 1259-2022)"
    ),
    "危险废物贮存污染控制标准（GB 18597-2023）": "Storage standard (GB 18597-2023)",
    "危险废物贮存污染控制标准（GB 18597-2023）8.3.5": "Storage standard (GB 18597-2023) 8.3.5",
    "医疗废物处理处置污染控制标准（GB 39707-2020）": "Medical waste standard (GB 39707-2020)",
    "环境影响评价文件、许可证": "Environmental assessment, permit",
    "地方管理要求": "Local requirement",
    "依据待确认": "basis to be confirmed",
    "本地设定": "set locally",
    "核定的贮存能力": "approved storage capacity",
    "贮存要求": "storage requirements",
    "第七十七条": "Art. 77",
    "第七十八条": "Art. 78",
    "第七十八条、第七十九条；HJ 1259-2022": "Arts. 78, 79; HJ 1259-2022",
    "第七十九条": "Art. 79",
    "第八十条": "Art. 80",
    "第八十一条": "Art. 81",
    "第八十一条第三款": "Art. 81(3)",
    "第八十二条": "Art. 82",
    "第八十三条": "Art. 83",
    "第八十五条": "Art. 85",
    "第五百三十一条": "Art. 531",
    "第五百三十二条": "Art. 532",
    "第五百三十二条、第五百三十三条；HJ 1259-2022": "Arts. 532, 533; HJ 1259-2022",
    "第五百三十三条": "Art. 533",
    "第五百三十四条": "Art. 534",
    "第五百三十五条": "Art. 535",
    "第五百三十五条第三款": "Art. 535(3)",
    "第五百三十六条": "Art. 536",
    "第五百三十七条": "Art. 537",
    "第五百三十九条": "Art. 539",
    "第十二条第四项": "Art. 12(4)",
    "第十三条": "Art. 13",
    "第十七条": "Art. 17",
    "第十八条第一款": "Art. 18(1)",
    "第二十条": "Art. 20",
    "第二十五条": "Art. 25",
    "第三十一条第三项": "Art. 31(3)",
    # where the lists come from
    "部令第36号 公开文本": "Ministerial Order 36, public text",
    "部令第36号 附录 公开文本": "Ministerial Order 36, appendix, public text",
    "部令第15号 官方PDF": "Ministerial Order 15, official PDF",
    "官方总数、2021 年版、2016 年版代码": "official totals, the 2021 edition, the 2016 codes",
    "两种提取方法互相核对": "two ways of extraction against each other",
    "2021 年版": "the 2021 edition",
    "统计用区划代码（WTFPL）；坐标 GeoNames（CC BY 4.0）": (
        "statistical division codes (WTFPL); coordinates GeoNames (CC BY 4.0)"
    ),
    "两份公开数据互相核对": "two public data sets against each other",
    "随程序提供的小代码表": "small lists shipped with the program",
    "随程序提供的行业常见废物": "usual wastes of each trade, shipped with the program",
    "随程序提供的时限依据表": "table of limits and deadlines, shipped with the program",
    "法规原文（标 S 的行）": "the legal texts (rows marked S)",
    "上传文件": "uploaded file",
}

REFUSALS: dict[str, tuple[str, str]] = {
    "catalog.bad_code": (
        "废物代码应为 8 位，如 900-214-08。您输入了 {input}。",
        "A waste code has 8 digits, such as 900-214-08. You entered {input}.",
    ),
    "catalog.bad_code_meant": (
        "废物代码应写成 {meant}。您输入了 {input}，请核对后改用规范写法。",
        "The waste code should read {meant}. You entered {input}; please check it and use this form.",
    ),
    "catalog.file_unreadable": (
        "这个文件读不出文字。请另存为 UTF-8 编码的 CSV 文件再导入。",
        "The text of this file cannot be read. Please save it as CSV in UTF-8 and load it again.",
    ),
    "catalog.file_columns": (
        "文件缺少这些列：{missing}。请对照说明补上列名后再导入。",
        "The file lacks these columns: {missing}. Please add them and load it again.",
    ),
    "catalog.file_empty": (
        "文件里没有数据行。请核对是不是选错了文件。",
        "The file holds no rows. Please check that it is the right file.",
    ),
    "catalog.row_bad_code": (
        "第 {row} 行的废物代码“{input}”应为 8 位，如 900-214-08。整个文件没有导入，请改好后再导入。",
        (
            "Row {row}: the waste code “{input}” must have 8 digits, such as 900-214-08. "
            "Nothing was loaded; please mend it and load again."
        ),
    ),
    "catalog.row_wrong_category": (
        "第 {row} 行的代码 {input} 与所在类别不一致：末两位应等于类别号。整个文件没有导入，请改好后再导入。",
        (
            "Row {row}: code {input} does not fit its category; its last two digits are the category. "
            "Nothing was loaded; please mend it and load again."
        ),
    ),
    "catalog.row_bad_hazards": (
        "第 {row} 行（{input}）的危险特性应由 T、C、I、R、In 组成，用逗号或者斜线隔开。整个文件没有导入，请改好后再导入。",
        (
            "Row {row} ({input}): hazard properties are T, C, I, R, In, separated by a comma or a slash. "
            "Nothing was loaded; please mend it and load again."
        ),
    ),
    "catalog.row_twice": (
        "第 {row} 行的代码 {input} 在文件中出现了两次。整个文件没有导入，请删去一行后再导入。",
        (
            "Row {row}: code {input} stands in the file twice. "
            "Nothing was loaded; please remove one and load again."
        ),
    ),
    "catalog.bad_day": (
        "第 {row} 行应写明日期（如 2027-01-01）和是否上班（1 或 0）。整个文件没有导入，请改好后再导入。",
        (
            "Row {row} needs a date (such as 2027-01-01) and whether it is worked (1 or 0). "
            "Nothing was loaded; please mend it and load again."
        ),
    ),
}
