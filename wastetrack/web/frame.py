"""What the frame (base.html) needs on every page: who is here, the rail, sites, notices, assets."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, request, url_for

from wastetrack import words
from wastetrack.parties.queries import demo_data, sites_of
from wastetrack.web import door, nav


def install(app: Flask) -> None:
    """Give every template what the frame draws; breadcrumbs only where a page gives some."""
    folder = Path(app.static_folder or "")

    @cache
    def static(path: str) -> str:
        # the address changes with the content, so a browser may keep it for a year
        mark = hashlib.sha256((folder / path).read_bytes()).hexdigest()[:12]
        return url_for("static", filename=path, v=mark)

    app.jinja_env.globals.update(
        static=static, nonce=door.fresh_nonce, open_to_reader=_open_to_reader, breadcrumbs=()
    )

    @app.context_processor
    def frame() -> dict[str, object]:
        actor = door.actor()
        signed = actor.user_id is not None
        lang = door.lang()
        seat = actor.seats[0] if actor.seats else None
        notices = []
        if signed and demo_data(door.reading()):
            text = words.say(lang, "演示数据：单位与编号均为虚构，不是真实申报。")
            notices.append({"level": "hint", "text": text})
        return {
            "lang": lang,
            # nothing else is open until a password set by somebody else is changed
            "nav": nav.entries(actor if signed and not actor.must_change else None, lang),
            "actor": {
                "name": actor.name,
                "is_authority": actor.is_authority,
                "unit_name": seat.unit_name if seat else "",
                "role_label": words.label(lang, seat.role) if seat else "",
            }
            if signed
            else None,
            "sites": sites_of(door.reading(), request.args.get("site")) if signed else [],
            "notices": notices,
            "large": actor.large if signed else request.cookies.get("size") == "large",
        }


def _open_to_reader(href: str) -> bool:
    """Whether a link leads to a page that this reader may open: others are not offered."""
    return door.opens(door.actor(), href.partition("?")[0])
