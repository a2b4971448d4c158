"""Fills a form from a stored row: grams as tonnes, lists of codes one a line."""

from typing import TypeVar

from pydantic import BaseModel

from wastetrack.web import door
from wastetrack.web.forms import Bound

M = TypeVar("M", bound=BaseModel)


def filled(model: type[M], row: object) -> Bound[M]:
    """The form as the row stands now."""
    return Bound.blank(model, door.lang(), **values_of(model, row))


def values_of(model: type[BaseModel], row: object) -> dict[str, object]:
    """Values of a row under the names and in the units that the form has."""
    found: dict[str, object] = {}
    for name, info in model.model_fields.items():
        value = getattr(row, name, None)
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        if name.endswith("_g") and isinstance(value, int):
            value = tonnes_text(value)
        elif isinstance(value, list) and extra.get("kind") == "textarea":
            value = "\n".join(value)
        found[name] = value
    return found


def tonnes_text(grams: int) -> str:
    """Grams as a person types tonnes, without needless zeros."""
    return f"{grams / 1_000_000:.6f}".rstrip("0").rstrip(".")
