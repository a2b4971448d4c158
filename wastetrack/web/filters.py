"""How values look on screen: kilograms, tonnes, times in Shanghai, codes in segments."""

from datetime import UTC, date, datetime
from enum import StrEnum

from flask import Flask
from markupsafe import Markup

from wastetrack import words
from wastetrack.kernel.clock import SHANGHAI
from wastetrack.web import door

THIN = "\u2009"


def kg(grams: int | None) -> str:
    """Grams as kilograms with the decimals they have: 182400 → '182.4 kg'."""
    if grams is None:
        return "—"
    text = f"{grams / 1000:,.3f}".rstrip("0").rstrip(".")
    return f"{text} kg"


def tonnes(grams: int | None) -> str:
    """Grams as tonnes with three decimals, as forms ask."""
    return "—" if grams is None else f"{grams / 1_000_000:,.3f} t"


def when(moment: datetime | None) -> str:
    """A moment in Shanghai, 24 h: 2026-11-24 14:05."""
    if moment is None:
        return "—"
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")


def day(value: date | datetime | None) -> str:
    """A day: 2026-11-24."""
    if value is None:
        return "—"
    if isinstance(value, datetime):
        return when(value)[:10]
    return value.isoformat()


def digital(code: str | None) -> str:
    """A 37-character digital id in its four segments."""
    if not code or len(code) != 37:
        return code or "—"
    return THIN.join((code[:18], code[18:26], code[26:34], code[34:]))


def human(code: str | None) -> str:
    """A human code in two groups of four."""
    return f"{code[:4]}{THIN}{code[4:]}" if code and len(code) == 8 else (code or "—")


def masked(phone: str | None) -> str:
    """A phone number with its middle hidden."""
    return f"{phone[:3]}****{phone[-4:]}" if phone and len(phone) >= 8 else "—"


def label(value: StrEnum | None) -> str:
    """An enum's word in the reader's language."""
    return "—" if value is None else words.label(door.lang(), value)


def _say(text: str, **params: object) -> str:
    return words.say(door.lang(), text, **params)


def nl2br(text: str) -> Markup:
    """Line breaks kept, everything else escaped."""
    return Markup("<br>").join(text.splitlines())


def install(app: Flask) -> None:
    """Make the filters known to every template."""
    app.jinja_env.filters.update(
        kg=kg,
        tonnes=tonnes,
        when=when,
        day=day,
        digital=digital,
        human=human,
        masked=masked,
        label=label,
        nl2br=nl2br,
    )
    app.jinja_env.globals["_"] = _say
