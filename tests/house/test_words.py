"""Every sentence is there in both languages, said one way only, and given the values it names."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from string import Formatter

import pytest

from config import ROOT, TEMPLATES
from wastetrack import words
from wastetrack.access.policy import Action
from wastetrack.catalog.inputs.listing import PACKAGED

PACKAGE = ROOT / "wastetrack"
CHINESE = re.compile(r"[一-鿿]")
CODE = re.compile(r"^[a-z_]+\.[a-z_0-9]+$")
TEMPLATE_TEXT = re.compile(r"""\b_\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""")
TABLES = ("EN", "REFUSALS", "EVENTS", "LABELS", "FIELD_ERRORS", "PATTERN_HINTS")
# actions that change no subject: they leave no event
SILENT = {Action.REFERENCE_LOAD, Action.ALERT_SWEEP, Action.HANDOVER_SCAN, Action.CONTAINER_PRINT}
# values every refusal has without naming them
ALWAYS = {"code", "input"}


@dataclass
class Used:
    """What the source says aloud: text → where, and each literal refusal with its values."""

    texts: dict[str, str] = field(default_factory=dict)
    refusals: list[tuple[str, str, set[str] | None]] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)
    strings: set[str] = field(default_factory=set)


def literals(node: ast.expr | None) -> Iterator[str]:
    """The literal text of an argument; both of `a if x else b`."""
    if isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def named(call: ast.Call) -> str:
    target = call.func
    return target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")


def argument(call: ast.Call, position: int) -> ast.expr | None:
    return call.args[position] if len(call.args) > position else None


def given(call: ast.Call) -> set[str] | None:
    """Names of the values a refusal is given; None when they come from elsewhere."""
    if named(call) == "refuse":
        keys = [word.arg for word in call.keywords if word.arg != "field_name"]
        return None if None in keys else {key for key in keys if key is not None}
    values = argument(call, 2)
    for word in call.keywords:
        if word.arg == "params":
            values = word.value
    if values is None:
        return set()
    if not isinstance(values, ast.Dict) or None in values.keys:
        return None
    return {text for key in values.keys for text in literals(key)}


def read_call(call: ast.Call, where: str, used: Used) -> None:
    name = named(call)
    if name in {"_", "msg"}:
        used.texts |= dict.fromkeys(literals(argument(call, 0)), where)
    if name in {"say", "_say"}:
        position = 0 if name == "_say" else 1
        used.texts |= dict.fromkeys(literals(argument(call, position)), where)
    if name.endswith("Field"):
        for inner in ast.walk(call):
            if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                used.texts |= {inner.value: where} if CHINESE.search(inner.value) else {}
    if name in {"refuse", "Violation"}:
        used.refusals += [(code, where, given(call)) for code in literals(argument(call, 0))]
    if name == "ValueError":
        codes = [text for text in literals(argument(call, 0)) if CODE.match(text)]
        used.refusals += [(code, where, None) for code in codes]
    if name == "record":
        used.kinds |= dict.fromkeys(literals(argument(call, 1)), where)


@cache
def used() -> Used:
    found = Used()
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent.name == "words":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                read_call(node, str(path.relative_to(PACKAGE)), found)
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.strings.add(node.value)
    for path in sorted(TEMPLATES.rglob("*.html")):
        content = path.read_text(encoding="utf-8")
        for double, single in TEMPLATE_TEXT.findall(content):
            text = re.sub(r"\\(.)", r"\1", double or single)
            found.texts.setdefault(text, str(path.relative_to(TEMPLATES)))
        # names chosen in a template and said by a variable: {"scale": "秤"} and _(name)
        found.strings |= set(re.findall(r"\"([^\"]*)\"", content))
    return found


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def entries(table: str) -> Iterator[tuple[str, str, object]]:
    """File, key and value of each entry of one table of words; LABELS by class and member."""
    for name, content in words.modules():
        rows = content.get(table, {})
        assert isinstance(rows, dict), f"{name}.{table}"
        for key, value in rows.items():
            if isinstance(value, dict):
                yield from ((name, f"{key}.{inner}", pair) for inner, pair in value.items())
            else:
                yield name, key, value


def tell(faults: Iterable[str]) -> None:
    """Fail with one line for each fault, so that whoever owns the file can mend it."""
    lines = sorted(faults)
    assert not lines, "\n".join(("", *lines))


def test_every_text_on_screen_has_its_english() -> None:
    english = words.english()
    said = {text: where for text, where in used().texts.items() if CHINESE.search(text)}
    tell([f"{where}: {text}" for text, where in said.items() if text not in english])


def test_every_refusal_has_both_sentences() -> None:
    known = words.pairs("REFUSALS")
    tell({f"{where}: {code}" for code, where, _ in used().refusals if code not in known})


def test_every_refusal_is_given_the_values_its_sentence_names() -> None:
    known = words.pairs("REFUSALS")
    lacking = []
    for code, where, values in used().refusals:
        if values is None or code not in known:
            continue
        wanted = placeholders(known[code][0]) | placeholders(known[code][1])
        if wanted - values - ALWAYS:
            lacking.append(f"{where}: {code} {sorted(wanted - values - ALWAYS)}")
    tell(lacking)


def test_every_event_has_its_sentence() -> None:
    known = words.pairs("EVENTS")
    tell(f"{where}: {kind}" for kind, where in used().kinds.items() if kind not in known)


def test_every_action_has_its_sentence() -> None:
    known = words.pairs("EVENTS")
    loud = [a for a in Action if a not in SILENT and not a.value.endswith(":read")]
    tell(a.value for a in loud if a.value.replace(":", ".") not in known)


@pytest.mark.parametrize("table", TABLES)
def test_a_thing_is_said_one_way_only(table: str) -> None:
    said: dict[str, tuple[str, object]] = {}
    twice = []
    for name, key, value in entries(table):
        if key in said and said[key][1] != value:
            twice.append(f"{key}: {said[key][0]} and {name}")
        said[key] = (name, value)
    tell(twice)


@pytest.mark.parametrize("table", TABLES[1:])
def test_both_languages_are_complete_and_name_the_same_values(table: str) -> None:
    faults = []
    for name, key, value in entries(table):
        if not isinstance(value, tuple) or len(value) != 2 or not all(value):
            faults.append(f"{name}: {key} two sentences")
        elif placeholders(value[0]) != placeholders(value[1]):
            faults.append(f"{name}: {key} other values")
        elif not CHINESE.search(value[0]) or value[0] == value[1]:
            faults.append(f"{name}: {key} not Chinese first")
    tell(faults)


def test_english_is_english() -> None:
    tell(
        f"{name}: {key}"
        for name, key, value in entries("EN")
        if not value or value == key or placeholders(key) != placeholders(str(value))
    )


def test_words_never_blame_or_shrug() -> None:
    shrugs = re.compile(
        r"操作失败|系统错误|参数非法|无权限|暂无数据|invalid|illegal|system error|operation failed",
        re.IGNORECASE,
    )
    tell(
        f"{name}: {key}"
        for table in TABLES
        for name, key, value in entries(table)
        if shrugs.search(" ".join(value) if isinstance(value, tuple) else str(value))
    )


def test_unused_words_are_listed() -> None:
    """A list to tidy by, not a failure: texts also come from data and from names in variables."""
    data = "".join(path.read_text(encoding="utf-8") for path in PACKAGED.glob("*.csv"))
    found = used()
    spoken = set(found.texts) | found.strings
    codes = {code for code, _, _ in found.refusals} | found.strings
    for name, key, _ in entries("EN"):
        if key not in spoken and f'"{key}"' not in data:
            print("unused", name, key)
    for name, key, _ in entries("REFUSALS"):
        if key not in codes:
            print("unused", name, key)
