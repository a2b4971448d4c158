"""How a change reads: column, before and after in words, for a record's history."""

from datetime import datetime

from wastetrack import words
from wastetrack.audit.model import Event
from wastetrack.kernel.canonical import plain
from wastetrack.web.filters import kg, when

# columns that only carry the machinery, or an id that no person reads
_SILENT = frozenset({"id", "created_at", "head_seq", "head_hash", "search"})
# the states' words are kept by the name of their enum
_STATES = {
    "manifest": "state",
    "alert": "alert_state",
    "case": "case_state",
    "unit": "unit_state",
    "trip": "trip_state",
    "pickup_request": "request_state",
    "membership": "membership_state",
}


def rows(lang: str, event: Event) -> list[tuple[str, str, str]]:
    """What one event changed: label, before, after; ids are left out."""
    after, before = event.payload.get("set", {}), event.payload.get("was", {})
    found: list[tuple[str, str, str]] = []
    for name, value in after.items():
        if name in _SILENT or name.endswith(("_id", "_ids")):
            continue
        group = _STATES.get(event.subject_kind, name) if name == "state" else name
        shown = [word(lang, group, name, part) for part in (before.get(name), value)]
        found.append((words.label(lang, name, "column"), shown[0], shown[1]))
    return found


def stored(value: object) -> object:
    """A column's value in the form in which an event or a proposal keeps it."""
    return plain(value)


def word(lang: str, group: str, name: str, value: object) -> str:
    """A stored value as a person reads it."""
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, bool):
        return words.say(lang, "是") if value else words.say(lang, "否")
    if isinstance(value, int) and name.endswith("_g"):
        return kg(value)
    if isinstance(value, list):
        return ("、" if lang != "en" else ", ").join(str(item) for item in value)
    if isinstance(value, dict):
        return "；".join(f"{key}: {item}" for key, item in value.items())
    text = str(value)
    if name.endswith(("_at", "_since", "_from", "_before", "_until")) and text.endswith("Z"):
        return when(datetime.fromisoformat(text))
    known = words.pairs("LABELS").get(f"{group}.{text}")
    return known[lang == words.ENGLISH] if known else text
