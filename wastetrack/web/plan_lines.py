"""Draws and reads the lines of a plan: one group of fields a line, each fault beside its own field."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from flask import request
from pydantic import BaseModel, ValidationError

from wastetrack import words
from wastetrack.agreements.inputs import PlanLineTerms
from wastetrack.web.forms import Bound, FieldView

MOST = 60
# empty groups after the filled ones, so that a line can be added without any script
SPARE = 4
_FIELDS = tuple(PlanLineTerms.model_fields)


def rows_of(form: Mapping[str, str]) -> list[dict[str, str]]:
    """The groups as they were typed, to be drawn again; one in which only the table was chosen is blank."""
    rows = []
    for number in range(MOST):
        row = {name: form.get(f"line{number}_{name}", "").strip() for name in _FIELDS}
        if any(text for name, text in row.items() if name != "kind"):
            rows.append(row)
    return rows


def _is_line(row: Mapping[str, str]) -> bool:
    """The form starts with the codes of the site's wastes, and not each of them is planned for."""
    return any(text for name, text in row.items() if name not in {"kind", "waste_code"})


def lines_sent(**_path: object) -> dict[str, object]:
    """The lines for the input model: what was left blank is left out."""
    rows = [row for row in rows_of(request.form) if _is_line(row)]
    return {"lines": [{name: text for name, text in row.items() if text} for row in rows]}


def line_views(
    bound: Bound[Any], rows: Sequence[Mapping[str, str]], receivers: Sequence[tuple[UUID, str]]
) -> list[list[FieldView]]:
    """One list of fields for each line and for some blank ones."""
    named = [(str(unit_id), name) for unit_id, name in receivers]
    sent = bool(bound.raw)
    padded: list[Mapping[str, str]] = [*rows, *({} for _ in range(SPARE))]
    return [
        _views(bound.lang, number, row, named, judged=sent and _is_line(row) and _was_sent())
        for number, row in enumerate(padded[:MOST])
    ]


def _was_sent() -> bool:
    return request.method == "POST"


def _views(
    lang: str,
    number: int,
    row: Mapping[str, str],
    receivers: list[tuple[str, str]],
    *,
    judged: bool,
) -> list[FieldView]:
    one: Bound[BaseModel] = Bound.blank(PlanLineTerms, lang, **row)
    one.choose("receiver_unit_id", receivers)
    if judged:
        one.errors_all = _faults(lang, row)
    views = one.fields
    for view in views:
        view.name = f"line{number}_{view.name}"
    return views


def _faults(lang: str, row: Mapping[str, str]) -> list[tuple[str, str]]:
    try:
        PlanLineTerms.model_validate({name: text for name, text in row.items() if text})
    except ValidationError as error:
        return [
            (
                str(fault["loc"][0]),
                words.field_sentence(
                    lang, fault["type"], str(fault["loc"][0]), fault["input"], fault.get("ctx")
                ),
            )
            for fault in error.errors(include_url=False)
        ]
    return []
