"""Decides what is said of labels: their proof, blanks, printers, signs, and of reports by finders."""

EN: dict[str, str] = {
    # what a label proves
    "标签是真的，版次有效": "The label is genuine and of the present version",
    "这张标签是伪造的：签名不是本系统的。请不要相信它写的内容，拨打 12369。": (
        "This label is forged: its signature is not this system's. Please do not believe what it"
        " says and call 12369."
    ),
    "这张标签没有签名，不能证明真伪。请核对实物。": (
        "This label is not signed, so it proves nothing. Please check the container itself."
    ),
    "这张标签被改动过或者破损：各部分对不上。请核对八位识别码和实物。": (
        "This label was changed or damaged: its parts do not belong together. Please check the"
        " eight-character code and the container itself."
    ),
    "您扫的标签是伪造的：签名不是本系统的。请核对实物，换上新标签，并报告。": (
        "The label you scanned is forged: its signature is not this system's. Please check the"
        " container, put on a new label and report it."
    ),
    "您扫的标签被改动过或者破损。请核对实物，换上新标签。": (
        "The label you scanned was changed or damaged. Please check the container and put on a"
        " new label."
    ),
    "这张标签是本系统打印的，但它的识别码 {code} 已经更正作废。请看桶上有没有新标签，或者拨打 12369。": (
        "This label was printed by this system, but its code {code} was corrected and is void."
        " Please look for a newer label on the drum, or call 12369."
    ),
    "标签上的网址": "Address on the label",
    "标签第 {version} 版。这一版是否还有效，要联网查。": (
        "Label version {version}. Ask online whether this version still counts."
    ),
    # the report of a finder
    "报告": "Report",
    "报告发现了它": "Report that you found it",
    "不用登录。写在哪里就够了，照片和电话可以不留。": (
        "No account is needed. The place is enough; a photo and a phone number are up to you."
    ),
    "在哪里": "Where",
    "路名、门牌、旁边有什么，写得让人找得到": (
        "Street, number and what stands beside it, so that somebody can find it"
    ),
    "看到了什么": "What you see",
    "照片": "Photo",
    "您的电话": "Your phone",
    "可以不留。只有生态环境部门看得到。": "Up to you. Only the authority sees it.",
    "谢谢，已经收到": "Thank you, it has arrived",
    "生态环境部门和产生单位已经收到您的报告。请不要碰它，也不用守在那里。": (
        "The authority and the producer have your report. Please do not touch it; you need not"
        " stay there."
    ),
    "给单位打电话": "Call the unit",
    "报告人": "Reporter",
    "报告人电话": "Reporter's phone",
    "没有留": "not left",
    "只有生态环境部门知道": "known to the authority only",
    "报告人拍的照片": "Photo taken by the reporter",
    "有人发现容器": "Somebody found a container",
    # blanks
    "预印码": "Pre-printed code",
    "预印码（八位）": "Pre-printed code (eight characters)",
    "空白码": "Blank code",
    "张数": "Number",
    "一次最多 200 张": "At most 200 at a time",
    "先打印一卷空白码放在车间。装第一桶废物时贴上一张，扫它就登记新容器，再打印正式标签。": (
        "Print a roll of blank codes and keep it in the workshop. Stick one on with the first waste,"
        " scan it to register the container, then print the full label."
    ),
    "打印一卷": "Print a roll",
    "打印一卷预印码": "Print a roll of codes",
    "打印时间": "Printed",
    "打印过的": "Printed before",
    "还没有打印过预印码。": "No codes have been printed yet.",
    "打印没用过的码": "Print the unused codes",
    "已绑定": "Bound",
    "已用": "Used",
    "还没用": "Not used yet",
    "已贴了预印码？": "Is a pre-printed code on it already?",
    "用这个码": "Use this code",
    "预印码 {code}：选一种废物，登记后这个容器就用这个码。": (
        "Pre-printed code {code}: choose a waste; the container will have this code."
    ),
    "这是还没有绑定废物的空白码。贴着它的桶里如果有东西，请不要打开，拨打 12369。本单位的人请登录后再扫。": (
        "This is a blank code that no waste is bound to yet. If there is something in the drum it is"
        " on, please do not open it and call 12369. People of the unit: sign in and scan again."
    ),
    # printing
    "打到哪里": "Print on",
    "彩色打印（A4 或原大）": "In colour (A4 or true size)",
    "以后都打到这里": "Print here from now on",
    "打印机和校准": "Printers and calibration",
    "改用 {side} 毫米的标签打印": "Print on a {side} mm label",
    "标签打印机": "Label printers",
    "打印机名称": "Printer name",
    "打印介质": "Stock",
    "分辨率": "Resolution",
    "分辨率（点每英寸）": "Resolution (dots per inch)",
    "热敏、热转印标签机一般是 203 或 300，写在机身铭牌上": (
        "Thermal label printers mostly have 203 or 300; it stands on the name plate"
    ),
    "左边距读数": "Reading from the left edge",
    "上边距读数": "Reading from the top edge",
    "横向长度读数": "Reading along the horizontal arm",
    "纵向长度读数": "Reading along the vertical arm",
    "向右移": "Shift right",
    "向下移": "Shift down",
    "还没有登记打印机。没有登记的按彩色 A4 打印。": (
        "No printer is entered yet. Without one, labels are made in colour on A4."
    ),
    "新增打印机": "Add a printer",
    "打印机校准": "Calibrate the printer",
    "打印校准页": "Print the test page",
    "打印校准页，用直尺量四个数，填到下面。没有校准的，四个数就是 20、20、60、60。": (
        "Print the test page, read four lengths with a ruler and enter them below. Without a"
        " calibration they are 20, 20, 60 and 60."
    ),
    # signs
    "设施标志": "Signs",
    "贮存分区标志": "Partition sign",
    "贮存设施标志": "Facility sign",
    "标志的颜色和尺寸待确认：还没有看到标准原文。标志上也印着“待确认”。": (
        "Colours and sizes of the signs are to be confirmed: the standard itself was not seen."
        " The signs say so too."
    ),
    "按观察距离选尺寸（毫米）。平面图按登记的分区和能力画。": (
        "Choose the size (mm) by the distance it is read from. The plan follows the registered"
        " partitions and their capacity."
    ),
    "4 米以内": "up to 4 m",
    "4 至 10 米": "4 to 10 m",
    "10 米以外": "over 10 m",
    "2.5 米以内": "up to 2.5 m",
    "2.5 至 4 米": "2.5 to 4 m",
    "4 米以外": "over 4 m",
    "危险废物贮存设施": "Hazardous waste store",
    "里面存放危险废物，不要进入。": "Hazardous waste is stored inside. Please do not go in.",
    "看到泄漏、冒烟或闻到异味，请离开，给下面的单位打电话，或拨打 12369 环保举报热线。": (
        "If you see a leak or smoke, or smell something, please leave and call the unit below or"
        " 12369."
    ),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "containers.blank_unknown": (
        "没有打印过 {blank} 这个预印码。请核对八位码，或者不填它，登记后再打印标签。",
        "The code {blank} was never printed. Please check its eight characters, or leave it out and print a label afterwards.",
    ),
    "containers.blank_of_another": (
        "预印码 {blank} 是别的单位的。请换一张本单位打印的码。",
        "The code {blank} belongs to another unit. Please use one that your own unit printed.",
    ),
    "containers.blank_used": (
        "预印码 {blank} 已经用在另一个容器上。请换一张没用过的，把这一张撕掉。",
        "The code {blank} is already on another container. Please take an unused one and tear this one off.",
    ),
    "parties.printer_known": (
        "本单位已经有叫“{printer}”的打印机。请换个名称，或者修改那一台。",
        "Your unit already has a printer called “{printer}”. Please choose another name, or edit that one.",
    ),
    "printer.reading": (
        "“{input}”不是毫米数。请填直尺上的读数，例如 20.5。",
        "“{input}” is not a length in millimetres. Please enter what the ruler says, such as 20.5.",
    ),
    "paper.sign_too_long": (
        "没有打印：“{text}”太长，标志上写不下。请缩短，或改用更大的标志。",
        "Not printed: “{text}” is too long for the sign. Please shorten it, or use a larger sign.",
    ),
    "paper.label_tight": (
        "“{field}”太长，{side} 毫米的标签按规定字高写不下。请缩短，或改用更大的标签。",
        "“{field}” is too long for a {side} mm label at the lawful letter height. Please shorten it, or use a larger label.",
    ),
}

EVENTS: dict[str, tuple[str, str]] = {
    "container.print_blanks": (
        "{who} 打印预印码 {container}",
        "{who} printed the blank code {container}",
    ),
    "container.bind": (
        "{who} 把预印码 {container} 用在这个容器上",
        "{who} bound the pre-printed code {container} to this container",
    ),
    "printer.add": ("{who} 登记打印机 {printer}", "{who} entered the printer {printer}"),
    "printer.edit": (
        "{who} 校准打印机 {printer}",
        "{who} calibrated the printer {printer}",
    ),
    "case.report": (
        "有人报告在 {place} 发现 {container}",
        "Somebody reported {container} at {place}",
    ),
}

LABELS: dict[str, dict[str, tuple[str, str]]] = {
    "LabelProof": {
        "genuine": ("真标签", "Genuine"),
        "forged": ("伪造：不是本系统的签名", "Forged: not this system's signature"),
        "altered": ("改动过或者破损", "Altered or damaged"),
        "unsigned": ("没有签名，不能证明真伪", "Not signed: nothing is proved"),
        "not_ours": ("不是本系统的标签", "Not a label of this system"),
    },
    "Medium": {
        "colour": ("彩色", "Colour"),
        "black": ("黑色，印在橙色标签纸上", "Black on orange stock"),
    },
}
