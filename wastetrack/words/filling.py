"""Fills a sentence: missing values become a dash, and values are written as people read them."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from string import Formatter
from typing import Any

from wastetrack.kernel.clock import SHANGHAI

_GRAMS = {"kg": 1_000, "t": 1_000_000}
Name = Callable[[object, str], str]


class Filler(Formatter):
    """str.format for one language, with these forms beside the usual ones.

    `{x:kg}` `{x:t}` grams as kilograms or tonnes · `{x:day}` `{x:when}` a time in Asia/Shanghai ·
    `{x:label}` an enum member's word, `{x:label.state}` the same for a stored value ·
    lists are joined as the language does.
    """

    def __init__(self, joint: str, name: Name) -> None:
        super().__init__()
        self._joint = joint
        self._name = name

    def fill(self, text: str, params: Mapping[str, object]) -> str:
        return self.vformat(text, (), params)

    def get_field(self, field_name: str, _args: Any, kwargs: Any) -> Any:
        # a plain name only: a sentence never reaches into a value's attributes
        return kwargs.get(field_name), field_name

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, (list, tuple, set, frozenset)):
            items = sorted(value) if isinstance(value, (set, frozenset)) else value
            return self._joint.join(self.format_field(item, format_spec) for item in items)
        if value is None or value == "":
            return "—"
        if format_spec in _GRAMS:
            return grams(value, format_spec)
        kind, _, group = format_spec.partition(".")
        if kind == "label":
            return self._name(value, group)
        if isinstance(value, (date, datetime)) or format_spec in {"day", "when"}:
            return moment(value, format_spec)
        return str(super().format_field(value, format_spec))


def grams(value: Any, unit: str) -> str:
    """Grams as kilograms without needless zeros, or as tonnes with three decimals."""
    exact = f"{int(value) / _GRAMS[unit]:.3f}"
    return exact if unit == "t" else exact.rstrip("0").rstrip(".")


def moment(value: object, form: str) -> str:
    """A date, or a time in Asia/Shanghai; text from a stored event is read first."""
    if isinstance(value, str):
        try:
            read = datetime.fromisoformat(value)
        except ValueError:
            return value
        return moment(read if read.tzinfo else read.date(), form)
    if not isinstance(value, datetime):
        return str(value)
    local = value.astimezone(SHANGHAI)
    return local.strftime("%Y-%m-%d" if form == "day" else "%Y-%m-%d %H:%M")
