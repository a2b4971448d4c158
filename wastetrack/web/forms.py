"""Binds a form to an input model: typed data, or errors beside their fields with what was typed kept."""

import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined
from werkzeug.datastructures import FileStorage, MultiDict

from wastetrack import words
from wastetrack.kernel.clock import SHANGHAI
from wastetrack.kernel.errors import Refused
from wastetrack.kernel.types import GramsFromKg, GramsFromTonnes, LocalMoment
from wastetrack.web.incoming import readable

M = TypeVar("M", bound=BaseModel)
Choices = Sequence[tuple[str, str]]
_KG, _TONNES, _LOCAL = (typing.get_args(t)[1] for t in (GramsFromKg, GramsFromTonnes, LocalMoment))


@dataclass
class FieldView:
    """What the field macro needs to draw one field."""

    name: str
    label: str
    kind: str = "text"
    value: str = ""
    values: list[str] = field(default_factory=list)
    required: bool = False
    maxlength: int | None = None
    pattern: str | None = None
    inputmode: str | None = None
    autocomplete: str | None = None
    help: str = ""
    unit: str = ""
    choices: list[tuple[str, str]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    min: str | None = None
    max: str | None = None
    step: str | None = None
    rows: int = 3


class Bound(Generic[M]):
    """One form on one page: model, typed text, errors, and choices a view adds."""

    def __init__(self, model: type[M], lang: str, raw: Mapping[str, list[str]]) -> None:
        self.model = model
        self.lang = lang
        self.raw: dict[str, list[str]] = dict(raw)
        self.errors_all: list[tuple[str, str]] = []
        self.data: M | None = None
        self._choices: dict[str, list[tuple[str, str]]] = {}
        self._needs: set[str] = set()

    @classmethod
    def blank(cls, model: type[M], lang: str = "zh-CN", **initial: object) -> "Bound[M]":
        """An unsent form, filled with sensible defaults (plain values, shown as typed text)."""
        raw = {name: _texts(value) for name, value in initial.items() if value is not None}
        return cls(model, lang, raw)

    @classmethod
    def sent(
        cls,
        model: type[M],
        lang: str,
        form: MultiDict[str, str],
        fixed: Mapping[str, object] | None = None,
        cleaned: frozenset[str] = frozenset(),
    ) -> "Bound[M]":
        """A sent form; `data` is set when it is valid, else errors_all is. `fixed` wins over it.

        `cleaned` names the fields that came with unreadable characters: nothing is changed in
        silence, so they are shown once more without them.
        """
        known = {n: form.getlist(n) for n in model.model_fields if n in form}
        bound = cls(model, lang, known)
        values: dict[str, object] = {}
        for name, info in model.model_fields.items():
            if name not in known:
                continue
            texts = [text for text in known[name] if text.strip() != ""]
            if _is_list(info):
                values[name] = texts
            elif texts:
                values[name] = known[name][-1]
            elif _blank_is_a_value(info):
                values[name] = ""
        values.update(fixed or {})
        for name, info in model.model_fields.items():
            if _plain(info.annotation) is bool and name not in values and name not in (fixed or {}):
                values[name] = False
        try:
            bound.data = model.model_validate(values)
        except ValidationError as error:
            bound._blame(error)
        for name in sorted(cleaned):
            bound.data = None
            where = name if name in model.model_fields else ""
            bound.errors_all.append((where, words.refusal(lang, "any.control_characters")))
        return bound

    def choose(self, name: str, choices: Choices) -> "Bound[M]":
        """Give a field its choices (value, label); it is then drawn as a select."""
        self._choices[name] = list(choices)
        return self

    def need(self, *names: str) -> "Bound[M]":
        """Mark fields that this form must have though the input may come without: a first file."""
        self._needs |= set(names)
        return self

    def refused(self, error: Refused) -> "Bound[M]":
        """Put the faults a rule found beside their fields."""
        for violation in error.violations:
            name = violation.field if violation.field in self.model.model_fields else ""
            self.errors_all.append((name, words.sentence(self.lang, violation)))
        return self

    def _blame(self, error: ValidationError) -> None:
        for fault in error.errors(include_url=False):
            name = str(fault["loc"][0]) if fault["loc"] else ""
            kind = str(fault["type"])
            text = words.field_sentence(self.lang, kind, name, fault["input"], fault.get("ctx"))
            if (name, text) not in self.errors_all:
                self.errors_all.append((name, text))

    def __getitem__(self, name: str) -> FieldView:
        info = self.model.model_fields[name]
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        view = FieldView(name=name, label=words.say(self.lang, info.title or name))
        needed = info.is_required() or name in self._needs
        view.required = needed and _plain(info.annotation) is not bool
        _shape(view, info, self.lang)
        for key in ("kind", "autocomplete", "inputmode", "unit", "step", "min", "max", "pattern"):
            if key in extra:
                setattr(view, key, str(extra[key]))
        if "help" in extra:
            view.help = words.say(self.lang, str(extra["help"]))
        if "rows" in extra:
            view.rows = int(str(extra["rows"]))
        if name in self._choices:
            view.choices = self._choices[name]
            if view.kind in {"text", "number"}:
                view.kind = "select"
        view.values = self.raw.get(name, [])
        if not view.values and name not in self.raw and info.default is not PydanticUndefined:
            view.values = _texts(info.default)
        view.value = "" if view.kind == "password" else (view.values[-1] if view.values else "")
        view.errors = [text for where, text in self.errors_all if where == name]
        return view

    @property
    def fields(self) -> list[FieldView]:
        """All fields in the model's order."""
        return [self[name] for name in self.model.model_fields]

    @property
    def has_file(self) -> bool:
        return any(view.kind == "file" for view in self.fields)


def _texts(value: object) -> list[str]:
    if value is None:
        return []
    if isinstance(value, (list, tuple, set, frozenset)):
        return [text for item in value for text in _texts(item)]
    if isinstance(value, bool):
        return ["1"] if value else []
    if isinstance(value, datetime):
        return [value.astimezone(SHANGHAI).strftime("%Y-%m-%dT%H:%M")]
    if isinstance(value, date):
        return [value.isoformat()]
    return [str(value)]


def _plain(annotation: Any) -> Any:
    """The type inside Optional and Annotated."""
    while True:
        origin = typing.get_origin(annotation)
        if origin is typing.Annotated:
            annotation = typing.get_args(annotation)[0]
        elif origin in {typing.Union, types.UnionType}:
            inner = [a for a in typing.get_args(annotation) if a is not type(None)]
            annotation = inner[0]
        else:
            return annotation


def _metadata(info: FieldInfo) -> list[Any]:
    """Every Annotated mark of a field, also those inside Optional."""
    marks = list(info.metadata)
    for arg in (info.annotation, *typing.get_args(info.annotation)):
        if typing.get_origin(arg) is typing.Annotated:
            marks.extend(typing.get_args(arg)[1:])
    return marks


def _is_list(info: FieldInfo) -> bool:
    return typing.get_origin(_plain(info.annotation)) in {list, tuple, set, frozenset}


def _blank_is_a_value(info: FieldInfo) -> bool:
    """Blank text counts only where the field is plain text; else it means 'not given'."""
    return (_plain(info.annotation) is str and info.default == "") or info.is_required()


def _shape(view: FieldView, info: FieldInfo, lang: str) -> None:
    kind = _plain(info.annotation)
    marks = _metadata(info)
    if _is_list(info):
        view.kind = "multiselect"
        inner = _plain(typing.get_args(_plain(info.annotation))[0])
        if isinstance(inner, type) and issubclass(inner, StrEnum):
            view.choices = words.choices(lang, inner)
    elif isinstance(kind, type) and issubclass(kind, StrEnum):
        view.kind, view.choices = "select", words.choices(lang, kind)
    elif kind is bool:
        view.kind = "checkbox"
    elif kind is datetime:
        view.kind = "datetime"
    elif kind is date:
        view.kind = "date"
    elif _KG in marks or _TONNES in marks:
        view.kind, view.inputmode = "decimal", "decimal"
        view.unit = "kg" if _KG in marks else "t"
    elif kind is int:
        view.kind, view.inputmode = "number", "numeric"
    elif kind is float:
        view.kind, view.inputmode = "decimal", "decimal"
    for mark in marks:
        view.maxlength = getattr(mark, "max_length", None) or view.maxlength


def upload(files: MultiDict[str, FileStorage], name: str) -> tuple[bytes, str] | None:
    """The bytes and the name of an uploaded file, or None when the field was left empty."""
    sent = files.get(name)
    if sent is None or not sent.filename:
        return None
    return sent.read(), file_name(sent)


def file_name(sent: FileStorage) -> str:
    """The name a file was sent under, as far as a record keeps it."""
    return readable(sent.filename or "")[-200:]
