"""What the papers say when they cannot be printed."""

REFUSALS: dict[str, tuple[str, str]] = {
    "paper.unprintable": (
        "没有打印：字库里没有这些字：{chars}。请换成常用字，或改用拼音后再打印。",
        "Not printed: the typeface has no sign for {chars}. Please use a common character or pinyin instead, then print again.",
    ),
    "paper.label_too_long": (
        "没有打印：容器 {human_code} 的“{field}”太长，{side} 毫米的标签按规定字高写不下。请缩短后再打印，或改用更大的标签。",
        "Not printed: “{field}” of container {human_code} is too long for a {side} mm label at the lawful letter height. Please shorten it, or use a larger label.",
    ),
}
