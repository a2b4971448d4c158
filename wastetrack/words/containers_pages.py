"""Decides the English of the pages about containers, the start page of a producer, and the catalogue."""

EN: dict[str, str] = {
    # lists and the page of one container
    "在库": "In store",
    "装填中": "Filling",
    "已封口": "Sealed",
    "已约车或在联单上": "Booked",
    "已离开": "Has left",
    "{n} 件，能力 {limit}": "{n} pcs, capacity {limit}",
    "按状态筛选": "Filter by state",
    "只看": "Showing only",
    "这一处贮存设施": "this store",
    "看全部": "Show all",
    "容器列表": "Containers",
    "识别码": "Code",
    "打标签": "Print the label",
    "标签": "Label",
    "选": "Choose",
    "把选中的标签打到 A4 纸上": "Print the chosen labels on A4",
    "还没有容器": "No containers yet",
    "先选一种废物，称重，打标签。": "Choose a waste, weigh it, print the label.",
    "容器 {code}": "Container {code}",
    "您扫的是旧标签，已经作废。请核对实物，换上新标签。": (
        "You scanned an old label; it is void. Please check the container and put on the new label."
    ),
    "补打标签": "Print the label again",
    "持有单位": "Holder",
    "产生单位": "Producer",
    "首次装入": "First waste",
    "最早的废物": "Oldest waste",
    "持有方式": "Held as",
    "形态": "Form",
    "危险特性": "Hazard properties",
    "包装": "Packaging",
    "{kind}，{n} 升": "{kind}, {n} l",
    "散装批次": "Bulk lot",
    "有害成分": "Harmful components",
    "数字识别码": "Digital id",
    "产生批次": "Production batch",
    "标签版次": "Label version",
    "名录版次": "Catalogue edition",
    "未称重": "Not weighed yet",
    "可以办理": "What you can do",
    "文书": "Papers",
    "打印标签": "Print the label",
    "看联单": "See the manifest",
    "分装前后": "Before and after the split",
    "分装前的容器": "the container before the split",
    "分出的容器": "split off",
    # clocks
    "已超过 {n} 小时": "{n} hours over",
    "还有 {n} 小时": "{n} hours left",
    "已超过 {n} 天": "{n} days over",
    "还有 {n} 天": "{n} days left",
    "{left} · 地方要求·待确认": "{left} · local requirement, to be confirmed",
    "{left} · 待确认": "{left} · to be confirmed",
    "今天到期": "Due today",
    "{law}（待确认）": "{law} (to be confirmed)",
    "{title}。{duty}依据：{source}。": "{title}. {duty} Basis: {source}.",
    # a new container
    "新容器": "New container",
    "“{field}”较长，标签会打印成更大的尺寸。改短后可用标准尺寸。": (
        "“{field}” is long: the label is printed in a larger size. A shorter text fits the "
        "standard size."
    ),
    "点一种废物，称重打标签": "Tap a waste, weigh it, label it",
    "选废物": "Choose the waste",
    "称重": "Weigh",
    "清单里没有，或是散装批次": "Not on the list, or a bulk lot",
    "本场所还没有废物清单": "This site has no list of wastes yet",
    "可以先加进清单，下次一点就好；也可以直接按废物代码登记。": (
        "Add them to the list to have them one tap away, or register by waste code now."
    ),
    "按代码登记": "Register by code",
    "查废物代码": "Find a waste code",
    "还没装满就不填重量：先贴标签，装满了再来封口称重。": (
        "Not full yet? Leave the mass empty: put the label on now, and seal and weigh it when full."
    ),
    "不知道代码？": "Code not known? ",
    "按名称查废物代码": "Find it by name",
    "登记并打标签": "Register and print the label",
    "标签 {code}": "Label {code}",
    "再登记一个": "Register another",
    "看容器": "See the container",
    "标签破损，换新版": "Label damaged: print a new version",
    "换新版后，原来贴的标签作废，扫到会提示是旧标签。": (
        "The label now on it becomes void, and a scan of it will say so."
    ),
    # acts
    "封口": "Seal",
    "封口后重量和代码不能再改，改动要走更正。": (
        "After sealing, mass and code are fixed; changes go through a correction."
    ),
    "找到了": "Found",
    "说明在哪里找到的。它会回到报失前的状态。": (
        "Say where it was found. It goes back to the state it was in before."
    ),
    "解除查封": "Release",
    "解除后持有单位可以移动它。": "After the release its holder may move it.",
    "装满了": "Full",
    "记下装满的时间，下一步是封口称重。": "Note when it was full; sealing and weighing come next.",
    "换地方": "Move",
    "放到哪一处贮存设施、哪个分区。": "Which store and which partition it stands in.",
    "分装": "Split",
    "各份重量合计要等于原重。分装后旧标签作废，每份都要贴新标签。": (
        "The parts must weigh what it weighs now. The old label becomes void; each part gets a new one."
    ),
    "每份重量": "Mass of each part",
    "第 {n} 份": "Part {n}",
    "更正": "Correct",
    "只改录错的内容。已称重容器的重量、代码和首次装入时间要附证明文件，由生态环境部门核准后才改。": (
        "Correct only what was entered wrongly. Mass, code and first-waste date of a weighed "
        "container need a file and change once the bureau has approved them."
    ),
    "自行利用处置": "Own treatment",
    "登记本单位自行利用或处置的数量，记入台账。": (
        "Record how much your own unit used or disposed of; it goes into the ledger."
    ),
    "鉴别为非危险废物": "Identified as not hazardous",
    "附鉴别报告提交。生态环境部门核准以前，它仍按危险废物管理。": (
        "Attach the identification report. Until the bureau has approved it, the container is "
        "still managed as hazardous waste."
    ),
    "报告找不到": "Report missing",
    "写清什么时候、怎么发现的。找到以前，责任仍在现在的持有单位。": (
        "Say when and how it was noticed. Until it is found its present holder stays answerable."
    ),
    "作废": "Void",
    "只用于登记错了的容器。称过重的要附证明文件，由生态环境部门核准后才作废。": (
        "Only for a container registered by mistake. A weighed one needs a file and is voided once "
        "the bureau has approved it."
    ),
    "查封扣押": "Seize",
    "凭决定书登记。解除以前它不能移动。": (
        "By a written decision. It may not be moved until it is released."
    ),
    "处置": "Treat",
    # fields
    "贮存设施": "Store",
    "贮存分区": "Partition",
    "首次装入时间": "First waste at",
    "封口时间": "Sealed at",
    "重量来源": "Source of the mass",
    "秤的编号，例如 A-03": "Number of the scale, for example A-03",
    "散装批次（储罐、料斗、池）": "Bulk lot (tank, hopper, pit)",
    "产生批次编码": "Production batch code",
    "装满时间": "Full at",
    "时间": "Time",
    "原因": "Reason",
    "俗称": "Everyday name",
    "包装方式": "Packaging",
    "主要成分": "Main components",
    "注意事项": "Precautions",
    "证明材料": "Evidence",
    "证明文件的名称，例如台账页码或照片编号": "What the file is, such as a ledger page or a photo's number",
    "证明文件": "Evidence file",
    "改动重量、代码或期限要有证明文件。PDF、JPEG 或 PNG，不超过 10 MB。": (
        "A change of mass, code or time limit needs a file. PDF, JPEG or PNG, at most 10 MB."
    ),
    # proposals to amend
    "等生态环境部门核准。核准以前容器照旧，期限照算，预警不关闭。": (
        "Waits for the bureau. Until it approves, the container stays as it is, its clock runs and "
        "its alert stays open."
    ),
    "没有核准：{reason}。请补齐材料后再提交。": (
        "Not approved: {reason}. Please complete the evidence and send it again."
    ),
    "提交时间": "Filed at",
    "决定时间": "Decided at",
    "核准": "Approve",
    "看证明文件": "See the evidence",
    "原因会告诉申请单位，补齐后可以再提交。": (
        "The reason is told to the unit, which may complete the evidence and ask again."
    ),
    "{was} 改为 {now}": "{was} to become {now}",
    "待核准的容器更改": "Container changes that wait for approval",
    "没有容器更改在等核准。": "No container change waits for approval.",
    "有一份更改申请在等生态环境部门核准。核准以前容器照旧。": (
        "A change waits for the bureau's approval. Until then the container stays as it is."
    ),
    "看申请": "See the proposal",
    "看更改申请": "See the proposed change",
    "预警中的容器申请更改": "A change is asked for a container on an alert",
    "更改申请已核准": "The change was approved",
    "更改申请已退回": "The change was returned",
    "容器已经找到": "The container was found",
    "最后放在": "Last stood at",
    "更正原因": "Reason for the correction",
    "用途": "Purpose",
    "利用处置设施": "Treatment facility",
    "数量": "Amount",
    "不填表示全部": "Empty means all of it",
    "开始时间": "Begun at",
    "完毕时间": "Finished at",
    "鉴别报告编号": "Number of the identification report",
    "鉴别机构": "Identified by",
    "报告时间": "Time of the report",
    "发现不见的时间": "Noticed missing at",
    "找到时间": "Found at",
    "找到地点": "Found where",
    "查封扣押决定书文号": "Number of the seizure decision",
    "解除决定书文号": "Number of the release decision",
    # what a stranger reads
    "危险废物容器": "Container of hazardous waste",
    "这是旧标签，已经作废。": "This is an old label; it is void.",
    "毒性": "Toxic",
    "腐蚀性": "Corrosive",
    "易燃性": "Ignitable",
    "反应性": "Reactive",
    "感染性": "Infectious",
    "不要打开、搬动、倾倒。": "Do not open, move or empty it.",
    "离开几步，叫旁边的人也不要靠近。": "Step back and keep others away.",
    "给下面的单位打电话，或拨打 12369 环保举报热线。": (
        "Call the unit below, or the environmental hotline 12369."
    ),
    "废物类别": "Waste category",
    "单位": "Unit",
    "我发现了它，打电话": "I found it: call",
    "没有找到这个识别码": "This code was not found",
    "没有 {code} 这个识别码。请核对标签上的八位码；看到可疑的桶，请不要靠近，拨打 12369。": (
        "There is no code {code}. Please check the eight characters on the label; "
        "if a drum looks suspicious keep away and call 12369."
    ),
    # today
    "今天": "Today",
    "{waste} {count} 件，最早的一件{left}": "{waste}: {count} in stock; the oldest: {left}",
    "还有 {n} 件，看预警": "{n} more: see the alerts",
    "{name} 来运 {kg}": "{name} comes for {kg}",
    "交接": "Hand over",
    "装车时在这里核对、签字。": "Check and sign here while it is loaded.",
    "现存": "In stock",
    "{n} 件 · {kg}": "{n} pcs · {kg}",
    "现在没有存放的废物": "No waste is stored here now",
    "最近一次交接": "Last hand-over",
    "交给": "Handed to",
    # finding a waste
    "代码、名称或拼音首字母": "Code, name or pinyin initials",
    "行业": "Trade",
    "全部行业": "All trades",
    "查": "Find",
    "找到 {n} 条。": "{n} found.",
    "先列出 {n} 条，再多打几个字可以缩小范围。": "The first {n}; type more to narrow it down.",
    "查到的废物": "Wastes found",
    "废物代码": "Waste code",
    "名称": "Name",
    "用它登记容器": "Register a container of it",
    "没有查到。请换一个说法，或只打代码的前几位。": (
        "Nothing found. Try another word, or only the first digits of the code."
    ),
    "打代码、名称或拼音首字母，例如 90021408、废机油、fjy。": (
        "Type a code, a name or pinyin initials, for example 90021408, 废机油, fjy."
    ),
}
