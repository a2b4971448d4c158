"""Words of the door itself: what is said whatever the page."""

EN: dict[str, str] = {
    "地址太长。请把搜索的内容改短一些再试。": "The address is too long. Please shorten the search and try again.",
    "演示数据：单位与编号均为虚构，不是真实申报。": (
        "Demo data: units and numbers are invented, nothing here is a real filing."
    ),
    "文件太大，最多 10 MB。": "The file is too large: 10 MB at most.",
    "页面放得太久了，请返回刷新后再提交；填过的内容还在上一页。": (
        "This page was left open too long. Go back, refresh and send again; what you typed is"
        " still on the page before."
    ),
}
