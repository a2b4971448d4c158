"""Decides the English of the frame, the parts and the error pages."""

EN: dict[str, str] = {
    # frame
    "固废闭环": "Wastetrack",
    "跳到正文": "Skip to content",
    "主导航": "Main navigation",
    "更多": "More",
    "经营场所": "Site",
    "切换": "Switch",
    "搜索": "Search",
    "搜索识别码、车牌、单位、联单": "Search codes, plates, units, manifests",
    "识别码、车牌、单位、联单号": "Code, plate, unit, manifest number",
    "设置": "Settings",
    "大字版": "Large letters",
    "标准字号": "Normal letters",
    "退出登录": "Sign out",
    "告示": "Notices",
    "所在位置": "You are here",
    # forms
    "没有提交。请看下面几处：": "Not sent yet. Please look at these:",
    "选填": "optional",
    "请选择": "Please choose",
    "不办了": "Leave it",
    "退一格": "Delete the last digit",
    # acts
    "再看看": "Look again first",
    "撤销": "Undo",
    "看结果": "See the result",
    "停下来": "Stop",
    "扫码或输入识别码": "Scan or type the code",
    "确认": "Confirm",
    "步骤": "Steps",
    "已完成": "Done",
    # showing and listing
    "地方要求": "Local requirement",
    "秤": "scale",
    "手输": "typed",
    "申报": "declared",
    "未填": "Not given",
    "贮存期限已用的比例": "Share of the storage limit used",
    "依据": "Basis",
    "改动前后": "Before and after",
    "项目": "Item",
    "改动前": "Before",
    "改动后": "After",
    "待签": "Not signed yet",
    "没有符合条件的记录。换一个筛选条件再看。": "Nothing matches. Try another filter.",
    "筛选": "Filters",
    "翻页": "Pages",
    "上一页": "Previous",
    "下一页": "Next",
    # error pages
    "回到首页": "To the first page",
    "返回上一页": "Back to the page before",
    "这一步由别人办理": "Somebody else does this step",
    "这一步不归您的岗位办理，没有改动任何记录。": (
        "This step is not part of your role. Nothing was changed."
    ),
    "可以办理的人": "Who can do it",
    "没有找到": "Not found",
    "这里没有您要看的记录。": "The record you want is not here.",
    "请核对识别码或联单号，也可以从首页进入。": (
        "Check the code or the manifest number, or start from the first page."
    ),
    "没有保存": "Not saved",
    "这条记录刚刚被别人改过。请看一下最新内容，再提交一次。": (
        "Somebody else changed this record a moment ago."
        " Look at its current state, then send it again."
    ),
    "改了什么": "What changed",
    "看最新内容": "See the current state",
    "还不能办理": "This cannot be done yet",
    "提交的内容不完整，没有保存。请返回上一页再提交一次。": (
        "What was sent is incomplete and was not saved. Please go back and send it again."
    ),
    "请稍等": "Please wait a little",
    "短时间内尝试太多次。请过几分钟再试。": (
        "Too many tries in a short time. Please try again in a few minutes."
    ),
    "这一页没有打开": "This page did not open",
    "服务器出了差错，已经记录下来。您刚才的提交没有保存，原来的数据没有变。": (
        "The server made a mistake and has recorded it."
        " What you just sent was not saved; earlier data is unchanged."
    ),
    # the page of all parts
    "部件": "Parts",
    "每个部件的每种状态。数据是编的。": "Every part in every state. The data is made up.",
    "叫车": "Ask for pickup",
    "排班": "Trips",
    "库存": "Stock",
    "标签和编码": "Chips and codes",
    "数字": "Figures",
    "期限": "Time limits",
    "卡片": "Cards",
    "事实": "Facts",
    "经过": "Trail",
    "废物": "Waste",
    "状态": "State",
    "重量": "Weight",
    "地点": "Place",
    "官方联单号": "Official manifest number",
    "列表": "Lists",
    "容器": "Containers",
    "联单": "Manifests",
    "没有记录的列表": "A list without records",
    "动作": "Acts",
    "扫码": "Scanning",
    "改动和签字": "Changes and signatures",
    "表单": "Forms",
}
