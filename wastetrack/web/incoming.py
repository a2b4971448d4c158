"""What comes in is cleaned once: no view or query ever meets NUL, control characters or half letters."""

import unicodedata

from flask import Flask, Request, abort, request
from werkzeug.datastructures import ImmutableMultiDict, MultiDict
from werkzeug.utils import cached_property

# characters of path and query: a list's ticks fit, and it is less than the server itself lets in
LONGEST = 4000


def readable(text: str) -> str:
    """The text without NUL, control characters and lone surrogates: no paper or database takes them."""
    if text.isprintable():
        return text
    return "".join(c for c in text if c in "\t\n\r" or unicodedata.category(c) not in {"Cc", "Cs"})


class Incoming(Request):
    """A request whose form and query hold readable text; `cleaned` names the form fields that did not."""

    cleaned: frozenset[str] = frozenset()

    def _load_form_data(self) -> None:
        if "form" in self.__dict__:
            return
        super()._load_form_data()
        sent: MultiDict[str, str] = self.__dict__["form"]
        # a part of a broken upload may have no name at all
        named = [(name, text) for name, text in sent.items(multi=True) if name is not None]
        pairs = [(name, text, readable(text)) for name, text in named]
        self.cleaned = frozenset(readable(name) for name, text, kept in pairs if kept != text)
        self.__dict__["form"] = ImmutableMultiDict((readable(n), kept) for n, _, kept in pairs)

    @cached_property
    def args(self) -> MultiDict[str, str]:
        """The query; a search is not a record, so its unreadable characters just fall out."""
        sent = super().args.items(multi=True)
        return ImmutableMultiDict((readable(name), readable(text)) for name, text in sent)


def install(app: Flask) -> None:
    """Take requests in this way; an address with such characters names nothing."""
    app.request_class = Incoming

    @app.before_request
    def short_enough() -> None:
        if len(request.full_path) > LONGEST:
            abort(414)

    @app.before_request
    def known() -> None:
        if any(isinstance(v, str) and readable(v) != v for v in (request.view_args or {}).values()):
            abort(404)
