"""Draws what a browser, a script or a broken scanner may send to any form and any address."""

import re
import types
import typing
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any
from urllib.parse import quote_plus
from uuid import UUID

from flask.testing import FlaskClient
from hypothesis import strategies as st
from pydantic import BaseModel
from werkzeug.routing import Rule

from wastetrack.web.forms import _KG, _TONNES, _metadata

Pairs = list[tuple[str, str]]
Model = type[BaseModel] | None
UUIDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
NASTY = (
    "", " ", "\x00", "a\x00b", "\x1b[31m", "\ud800", "😀" * 40, "字" * 5000, "﷽", "\u202etxt",
    "-1", "0", "1e308", "1e999999", "9e18", "9223372036854775808", "2147483648", "NaN", "-Infinity",
    "1,5", "0001-01-01", "9999-12-31", "9999-12-31T23:59", "0001-01-01T00:00", "2026-02-30",
    "2026-11-24T10:00+99:99", "253402300800", "00000000-0000-0000-0000-000000000000",
    "../../etc/passwd", "' OR 1=1 --", "<script>alert(1)</script>", "{{ 7*7 }}", "%s%n", "{0.__class__}",
    "null", "[]", "{}", "true", "900-214-08", "91330604000000000X", "=1+1", "浙D12345", "\u2028", "\ufffe",
)  # fmt: skip
DAY_EDGES = ("0001-01-01", "1949-12-31", "1950-01-01", "2199-12-31", "9999-12-31", "2024-02-29")
MOMENT_EDGES = (
    "0001-01-01T00:00",
    "1950-01-01T00:00",
    "2199-12-31T23:59",
    "9999-12-31T23:59",
    "2030-01-01T00:00",
)
NUMBER_EDGES = (
    "-1",
    "0",
    "2147483648",
    "9223372036854775808",
    "1e308",
    "1e999999",
    "NaN",
    "0.0001",
    "9000000000",
)
TEXTS = ("现场核对", "100", "900-214-08", "13800000007", "浙D12345", "示例", "D10", "UN3082", "T")
DAYS = ("2026-11-24", "2026-11-01", "2025-12-31", "2027-06-30")
MOMENTS = ("2026-11-24T09:30", "2026-11-20T08:00", "2026-01-05T12:00", "2026-11-24T10:00")
# the table a path's or a field's id belongs to, by the word before it
TABLES = {
    "gate": "manifest", "handover": "manifest", "memberships": "membership", "alerts": "alert",
    "pickups": "pickup_request", "crew": "crew", "facilities": "facility", "imports": "import",
    "receiver_unit": "unit", "carrier_unit": "unit", "consignor_site": "site", "line": "manifest_line",
    "driver": "crew", "escort": "crew", "treatments": "treatment", "ids": "container",
}  # fmt: skip
# what forms send beside the fields of their model: rows of lines, ticks and weights
BESIDE = (
    "ids", "take", "loaded", "line", "residue_stream", "residue_kg", "site_id", "q", "side",
    "line0_waste_code", "line0_planned_g", "line0_kind", "line1_waste_code", "file", "seen",
)  # fmt: skip
AT_A_LINE = ("accepted-", "refused-", "method-", "dimension-", "note-", "kg-")


def table_of(word: str) -> str:
    """The table whose ids stand after this word in an address, or under it in a form."""
    return TABLES.get(word, word.rstrip("s"))


@dataclass(repr=False)
class Ground:
    """Ids a person has seen on own pages and ids of everybody, by table."""

    seen: dict[str, list[UUID]]
    known: dict[str, list[UUID]]

    def some(self, word: str, each: int) -> list[UUID]:
        """A few ids for this word: spread over one's own and over everybody's."""
        table = table_of(word)
        pools = (self.seen.get(table, []), self.known.get(table, []))
        return [key for pool in pools for key in pool[:: max(1, len(pool) // each)][:each]]

    def ids(self, word: str) -> st.SearchStrategy[str]:
        """An id for this word: most often one's own, sometimes another's, sometimes nobody's."""
        table = table_of(word)
        every = [key for keys in self.known.values() for key in keys]
        mine, others = self.seen.get(table, []), self.known.get(table, [])
        pools = [st.sampled_from(pool) for pool in (mine, mine, others) if pool]
        return st.one_of(*pools, st.sampled_from(every), st.uuids()).map(str)


def ground_of(
    client: FlaskClient, addresses: Sequence[str], known: dict[str, list[UUID]]
) -> Ground:
    """Read a person's own lists for the ids they show."""
    found: set[UUID] = set()
    for address in addresses:
        answer = client.get(address)
        if answer.mimetype == "text/html":
            found |= {UUID(text) for text in UUIDS.findall(answer.text)}
    return Ground(
        {name: [key for key in keys if key in found] for name, keys in known.items()}, known
    )


def _plain(annotation: Any) -> Any:
    while True:
        origin = typing.get_origin(annotation)
        if origin is typing.Annotated:
            annotation = typing.get_args(annotation)[0]
        elif origin in {typing.Union, types.UnionType}:
            annotation = next(a for a in typing.get_args(annotation) if a is not type(None))
        else:
            return annotation


def _sane(name: str, info: Any, ground: Ground) -> st.SearchStrategy[str]:
    kind = _plain(info.annotation)
    if typing.get_origin(kind) in {list, tuple, set, frozenset}:
        kind = _plain(typing.get_args(kind)[0])
    if name.endswith(("_id", "_ids")) or kind is UUID:
        return ground.ids(name.removesuffix("_ids").removesuffix("_id"))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from([str(member.value) for member in kind])
    if any(mark in (_KG, _TONNES) for mark in _metadata(info)):
        return st.sampled_from(("12.5", "0.1", "180", "2000"))
    if kind is bool:
        return st.sampled_from(("true", "false"))
    if kind in {int, float}:
        return st.sampled_from(("1", "30.1", "120.9", "200", "2026"))
    if kind is datetime:
        return st.sampled_from(MOMENTS)
    if kind is date:
        return st.sampled_from(DAYS)
    return st.sampled_from(TEXTS)


@st.composite
def forms(draw: st.DrawFn, model: Model, ground: Ground) -> Pairs:
    """Fields of the model, most of them sane, a few of them broken, some missing, some twice."""
    nasty = st.sampled_from(NASTY) | st.text(max_size=60)
    edges = {date: st.sampled_from(DAY_EDGES), datetime: st.sampled_from(MOMENT_EDGES)}
    numbers = st.sampled_from(NUMBER_EDGES)
    care = draw(st.sampled_from((10, 10, 8, 5)))
    pairs: Pairs = []
    for name, info in (model.model_fields if model else {}).items():
        sane, kind = _sane(name, info, ground), _plain(info.annotation)
        odd = nasty | edges.get(kind, numbers if kind in {int, float} else nasty)
        for _ in range(draw(st.sampled_from((1, 1, 1, 1, 0, 2)))):
            pairs.append((name, draw(sane if draw(st.integers(0, 9)) < care else odd)))
    for name in draw(st.lists(st.sampled_from(BESIDE), max_size=4)):
        word = {"take": "container", "loaded": "line", "residue_stream": "stream"}.get(name, name)
        value = draw(st.one_of(ground.ids(word.removesuffix("_id")), nasty))
        pairs.append((name, value))
        if name in {"take", "loaded", "line"}:
            sent = draw(st.sampled_from(("1", "12.5", "quantity", *NASTY)))
            pairs.append((draw(st.sampled_from(AT_A_LINE)) + value, sent))
    return pairs


@st.composite
def queries(draw: st.DrawFn, ground: Ground) -> str:
    """A query string: the arguments pages know, with anything in them."""
    names = ("after", "q", "site", "state", "kind", "view", "show", "day", "month", "sheet", "town", "next",
             "code", "unit", "level", "plate", "scan", "waste", "store", "industry", "group", "ids",
             "trip", "side", "closed", "container", "manifest", "year", "class", "phone")  # fmt: skip
    value = st.one_of(
        st.sampled_from(NASTY), ground.ids("site"), ground.ids("container"), st.text(max_size=30)
    )
    pairs = draw(st.lists(st.tuples(st.sampled_from(names), value), max_size=4))
    return encoded(pairs)


def encoded(pairs: Pairs) -> str:
    """A form's or a query's text; half letters are sent as the bytes a broken program sends."""
    return "&".join(f"{_quoted(name)}={_quoted(text)}" for name, text in pairs)


def _quoted(text: str) -> str:
    return quote_plus(text.encode("utf-8", "surrogatepass"))


PLACE = re.compile(r"(<(?:(\w+):)?(\w+)>)")


def word_before(rule: Rule, whole: str, name: str) -> str:
    """The word that tells whose id stands here."""
    if name == "stream_id":
        return "stream"
    return rule.rule.split(whole, maxsplit=1)[0].rstrip("/").split("/")[-1]


@st.composite
def paths(draw: st.DrawFn, rule: Rule, ground: Ground) -> str:
    """The rule's address with ids and words in it."""
    text = rule.rule
    words = ("container", "manifest", "unit", "ABCD2345", "ABCD2345.1", "x", "\x00", "😀", "..")
    for whole, converter, name in PLACE.findall(rule.rule):
        uuid = converter == "uuid"
        value = ground.ids(word_before(rule, whole, name)) if uuid else st.sampled_from(words)
        text = text.replace(whole, _quoted(draw(value)))
    return text


BODIES = (
    ("application/json", b'{"a": [1, "\\u0000"]}'),
    ("application/x-www-form-urlencoded", b"\xff\xfe=\xed\xa0\x80&a%ZZ=%&&=&mass_g=%00"),
    ("multipart/form-data", b"no boundary"),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=a\r\n\r\n"),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n"),
    ("text/plain", b"a=b"),
    ("", b""),
)  # fmt: skip
UPLOADS = (
    (b"", "a.pdf"), (b"%PDF-1.7 cut", "合同.pdf"), (b"PK\x03\x04 not a zip", "b.xlsx"), (b"\x00" * 64, "c\x00.png"),
    (b"\x89PNG\r\n\x1a\n", "d" * 400 + ".png"), (b"<html>", "../../e.html"), (b"MZ", "f.exe"),
)  # fmt: skip
