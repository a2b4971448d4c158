"""Decides the words of the roadside check and of the sheets beside a manifest."""

EN: dict[str, str] = {
    "路检二维码": "Roadside code",
    "路检：联单 {number}": "Roadside check: manifest {number}",
    "联单有效，货物在途": "Valid manifest, goods under way",
    "联单已提交，还没有办理起运：车辆不应已经上路。": (
        "Filed, but the departure was not signed: the vehicle should not be on the road yet."
    ),
    "联单已撤回，现在只是草稿：不能凭它运输。": (
        "Withdrawn, only a draft now: nothing may be carried under it."
    ),
    "这张联单已经作废或撤销：不能凭它运输。": (
        "This manifest is void or annulled: nothing may be carried under it."
    ),
    "这张联单的运输已经结束（{state}）：不能再凭它运输。": (
        "The transport under this manifest is over ({state}): nothing more may be carried under it."
    ),
    "与纸质联单核对": "Compare with the paper",
    "纸上页脚的数据指纹应是": "The fingerprint at the foot of the paper must be",
    "打印以后没有变动": "Unchanged since it was printed",
    "打印以后有变动": "Changed since it was printed",
    "现在的指纹是": "The fingerprint is now",
    "，最后一次变动在 {at}。以本页为准。": ", changed last at {at}. This page counts.",
    "指纹不同的纸不是由本系统按这张联单打印的。这个二维码有效至 {at}。": (
        "A paper with another fingerprint was not printed here from this manifest."
        " This code is good until {at}."
    ),
    "未编号": "Not numbered yet",
    "本系统编号": "Our reference",
    "接受人许可证编号": "Receiver's permit number",
    "交付时间": "Handed over at",
    "代码": "Code",
    "包装": "Packaging",
    "危险货物": "Dangerous goods",
    "共 {n} 件，{kg}": "{n} in all, {kg}",
    "运输": "Transport",
    "驾驶员从业资格证号": "Driver's qualification number",
    "押运员从业资格证号": "Escort's qualification number",
    "未起运": "Not departed",
    "还没有选定承运人。": "No carrier is chosen yet.",
    "本次查看已经记录。发现问题，请拨打 12369 或联系属地生态环境部门。": (
        "This look was recorded. If something is wrong, please call 12369 or the local bureau."
    ),
    "打开联单": "Open the manifest",
    "路检二维码不能用": "This roadside code cannot be used",
    "二维码是真的，但已在 {at} 过期。请驾驶员在手机的联单页上打开“路检二维码”，再扫一次。": (
        "The code is genuine but ran out at {at}. Please ask the driver to open “Roadside code” on"
        " the manifest's page, then scan again."
    ),
    "二维码是伪造的或被改动过：不是本系统签发的。请不要相信这张纸，核对实物，并拨打 12369。": (
        "The code is forged or altered: it was not issued here. Please do not trust the paper;"
        " check the load itself and call 12369."
    ),
    "二维码是本系统签发的，但没有对应的联单。请用纸上的联单编号向属地生态环境部门核实。": (
        "The code was issued here, but there is no such manifest. Please verify the manifest number"
        " with the local bureau."
    ),
    "这不是本系统的路检二维码，或者没有扫全。请对准整张二维码再扫一次。": (
        "This is no roadside code of this system, or only a part of one. Please scan the whole again."
    ),
    "请检查人员扫码，不用登录。": "The inspector scans this; no account is needed.",
    "联单 {number} 的路检二维码": "Roadside code of manifest {number}",
    "有效至 {at}。过期了就刷新本页。": "Good until {at}. Reload this page when it has run out.",
    "刷新": "Reload",
}

LABELS: dict[str, dict[str, tuple[str, str]]] = {
    "SheetKind": {
        "discrepancy": ("差异单（PDF）", "Discrepancy sheet (PDF)"),
        "correction": ("更正单（PDF）", "Correction sheet (PDF)"),
        "void": ("作废单（PDF）", "Void sheet (PDF)"),
        "return": ("退回单（PDF）", "Return sheet (PDF)"),
    },
}
