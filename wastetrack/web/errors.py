"""The one map from refusals to pages: Missing 404, Denied 403, Stale 409, Refused 422 or 429."""

import logging

from flask import Flask, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from wastetrack import words
from wastetrack.kernel.errors import Denied, Missing, Refused, Stale, Wait
from wastetrack.web import door

log = logging.getLogger("wastetrack.web")
_KNOWN = {400: "422", 404: "404", 405: "404", 413: "422", 414: "422", 422: "422", 429: "429"}

_BARE = (
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>500</title>'
    "<p>服务器暂时不能工作，刚才的提交没有保存。请过几分钟再试。</p>"
    '<p lang="en">The server cannot work at the moment; what was sent was not saved. '
    "Please try again in a few minutes.</p></html>"
)


def _page(name: str, status: int, **context: object) -> tuple[str, int]:
    defaults: dict[str, object] = {
        "sentences": [],
        "who_can": [],
        "changed": "",
        "back": door.back(),
    }
    return render_template(f"errors/{name}.html", **{**defaults, **context}), status


def install(app: Flask) -> None:
    """Register one handler per refusal."""

    @app.errorhandler(Missing)
    def missing(_error: Missing) -> tuple[str, int]:
        return _page("404", 404)

    @app.errorhandler(Denied)
    def denied(error: Denied) -> tuple[str, int]:
        who = [words.who_can(door.lang(), position, roles) for position, roles in error.who_can]
        return _page("403", 403, who_can=[text for text in who if text])

    @app.errorhandler(Stale)
    def stale(error: Stale) -> tuple[str, int]:
        return _page("409", 409, changed=words.sentence(door.lang(), error.changed))

    @app.errorhandler(Refused)
    def refused(error: Refused) -> tuple[str, int]:
        sentences = [words.sentence(door.lang(), v) for v in error.violations]
        return _page("422", 422, sentences=sentences)

    @app.errorhandler(Wait)
    def wait(error: Wait) -> Response:
        sentences = [words.sentence(door.lang(), v) for v in error.violations]
        return door.waiting(_page("429", 429, sentences=sentences)[0], error)

    @app.errorhandler(CSRFError)
    def forged(_error: CSRFError) -> tuple[str, int]:
        text = words.say(door.lang(), "页面放得太久了，请返回刷新后再提交；填过的内容还在上一页。")
        return _page("422", 400, sentences=[text])

    @app.errorhandler(HTTPException)
    def http(error: HTTPException) -> Response | tuple[str, int]:
        code = error.code or 500
        if code in _KNOWN:
            said = {
                413: words.say(door.lang(), "文件太大，最多 10 MB。"),
                414: words.say(door.lang(), "地址太长。请把搜索的内容改短一些再试。"),
            }
            text = said.get(code, "")
            return _page(_KNOWN[code], code, sentences=[text] if text else [])
        return error.get_response()

    @app.errorhandler(Exception)
    def unexpected(error: Exception) -> tuple[str, int]:
        if app.testing:
            raise error
        log.error("unhandled in %s %s", request.method, request.path, exc_info=error)
        try:
            return _page("500", 500)
        except Exception:  # noqa: BLE001 - the page's frame asks the database, which may be what failed
            return _BARE, 500
