"""Decides the words of cases: what is said in them, why one does not open or close, its timeline."""

EN: dict[str, str] = {
    "案件": "Cases",
    "报告问题": "Report a problem",
    "没有案件": "No cases",
    "到货不符、拒收、装车时扫到别的容器，系统会自动立案；别的问题可以自己报告。": (
        "A mismatch at the gate, a refusal or a stray container at loading opens a case by itself;"
        " anything else you can report here."
    ),
    "写清楚什么事、在哪里。对方单位和生态环境部门会马上看到。": (
        "Say what it is and where. The other unit and the authority see it at once."
    ),
    "全部": "All",
    "类别": "Category",
    "场所": "Site",
    "对方": "Other party",
    "立案": "Open the case",
    "立案时间": "Opened",
    "等待答复：{names}": "Waiting for an answer from {names}",
    "已报告的生态环境部门": "Authority told",
    "报告的时间": "Time of the report",
    "逐件情况": "Line by line",
    "发出": "Shipped",
    "接受": "Accepted",
    "拒收": "Refused",
    "计量差异": "Weighing difference",
    "不符的方面": "Does not match in",
    "说明": "Explanation",
    "多出的容器": "Containers beside the list",
    "识别码": "Code",
    "判断": "Verdict",
    "答复": "Answer",
    "还没有人答复。": "Nobody has answered yet.",
    "生态环境部门": "Authority",
    "结案": "Close the case",
    "结论": "Conclusion",
    "结案所依据的事实": "The fact that settles it",
    "结案要有事实：选立案以后发生的一件事，再写结论。": (
        "A case closes by a fact: choose something that happened since it was opened,"
        " then write the conclusion."
    ),
    "立案以后还没有发生任何事，现在不能结案。请等当事方答复或办理。": (
        "Nothing has happened since the case was opened, so it cannot be closed yet."
        " Please wait for the parties to answer or act."
    ),
    "什么事": "What is it",
    "联单编号": "Manifest number",
    "与联单有关时填": "If it concerns a manifest",
    "容器识别码": "Container code",
    "与容器有关时填": "If it concerns a container",
    # titles of the cases that the program opens
    "装车时扫到不在联单上的容器": "Containers seen at loading that are not on the manifest",
    "装车时没有扫码的容器": "Containers loaded without a scan",
    "到货与联单不符": "The delivery does not match the manifest",
    "投入利用处置的量超出联单上还没有处置结果的量": (
        "More was treated than the manifest still had without an outcome"
    ),
    "整批拒收": "The whole load was refused",
}

REFUSALS: dict[str, tuple[str, str]] = {
    "cases.by_the_gate": (
        "到货不符和拒收由验收时自动立案。请到“到货”里办理，或者改选别的类别。",
        (
            "A mismatch or a refusal opens its case at the gate by itself."
            " Please act there, or choose another kind."
        ),
    ),
    "cases.closed": (
        "这个案件已经结案。还有新情况，请另立一个案件。",
        "This case is closed. If there is something new, please open another.",
    ),
    "cases.nothing_happened": (
        "立案以后还没有发生任何事，现在不能结案。请等当事方答复或办理。",
        (
            "Nothing has happened since the case was opened, so it cannot be closed yet."
            " Please wait for the parties to answer or act."
        ),
    ),
    "cases.no_such_fact": (
        "请从列表中选一件立案以后发生的事，作为结案的事实。",
        "Please choose from the list something that happened after the case was opened.",
    ),
    "cases.no_such_manifest": (
        "没有找到与本单位有关的联单 {reference}。请核对编号，或者不填。",
        "No manifest {reference} of your unit was found. Please check the number or leave it empty.",
    ),
    "cases.no_such_container": (
        "没有找到容器 {text}。请核对识别码，或者不填。",
        "No container {text} was found. Please check the code or leave it empty.",
    ),
}

EVENTS: dict[str, tuple[str, str]] = {
    "case.open": (
        "{who} 立案：{title}",
        "{who} opened a case: {title}",
    ),
    "case.answer": (
        "{who} 答复：{text}",
        "{who} answered: {text}",
    ),
    "case.close": (
        "{who} 结案：{closing}",
        "{who} closed the case: {closing}",
    ),
}

LABELS: dict[str, dict[str, tuple[str, str]]] = {
    "CaseKind": {
        "discrepancy": ("到货不符", "Mismatch at receipt"),
        "conflict": ("互相矛盾", "Conflict"),
        "incident": ("突发事件", "Incident"),
        "missing": ("容器找不到", "Missing container"),
        "data": ("数据有误", "Data problem"),
        "refusal": ("拒收", "Refusal"),
        "found": ("发现容器", "Container found"),
    },
    "CaseState": {
        "open": ("待答复", "Open"),
        "answered": ("已答复", "Answered"),
        "closed": ("已结案", "Closed"),
    },
}
