"""Decides the words of the demo district."""

EN: dict[str, str] = {}

REFUSALS: dict[str, tuple[str, str]] = {
    "demo.not_empty": (
        "数据库里已有单位，演示数据只能放进空的数据库。请换一个新的数据库再试。",
        (
            "This database already holds units, and demo data only goes into an empty one. "
            "Please try again with a new database."
        ),
    ),
}
