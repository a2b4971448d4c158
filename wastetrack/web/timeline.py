"""How the trail reads on a page: each event as one plain sentence with its time, person and place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from wastetrack import words
from wastetrack.audit.model import Event
from wastetrack.web import filters


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the timeline part."""

    when: datetime
    text: str
    place: str
    kind: str


def lines(lang: str, events: Iterable[Event]) -> list[Line]:
    """The events as sentences, the newest first; told at the claimed time where there is one."""
    return [
        Line(e.happened_at, sentence(lang, e), e.place or "", e.kind)
        for e in reversed(list(events))
    ]


def sentence(lang: str, event: Event) -> str:
    """One event in words: its columns after, its facts, who and how many kilograms."""
    params: dict[str, object] = {}
    for part in ("set", "facts"):
        params |= event.payload.get(part, {})
    params["who"] = event.actor_label
    params["place"] = event.place
    params["basis"] = event.basis
    if event.grams is not None:
        params["kg"] = filters.kg(event.grams).removesuffix(" kg")
    return words.event_sentence(lang, event.kind, params)
