"""Finding a waste: by code, name, pinyin initials or trade, as a page and as its list alone."""

from typing import Any

from flask import request

from wastetrack.access.policy import Action
from wastetrack.access.scope import reach
from wastetrack.catalog.queries import industries, search_wastes
from wastetrack.kernel.work import Work
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room

room = Room("catalog", __name__)
LIMIT = 40


@room.page("/wastes")
def wastes(work: Work) -> Rendered:
    """What was typed stays in the address; typing on replaces only the list."""
    text = request.args.get("q", "")[:60]
    trade = request.args.get("industry", "")[:40]
    opens = reach(work.actor, Action.CONTAINER_OPEN)
    context: dict[str, Any] = {
        "rows": search_wastes(work, text, trade or None, LIMIT) if text.strip() or trade else [],
        "q": text,
        "trade": trade,
        "limit": LIMIT,
        "opens": bool(opens.unit_ids or opens.site_ids),
    }
    if request.headers.get("HX-Request"):
        return door.render("catalog/_found.html", **context)
    return door.render("catalog/wastes.html", trades=industries(work), **context)
