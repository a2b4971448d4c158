"""How a sentence is filled and chosen: units, times, names, lists, and what is missing."""

from datetime import UTC, date, datetime
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wastetrack import words
from wastetrack.access.policy import Position
from wastetrack.kernel.actor import Role
from wastetrack.kernel.errors import Violation

MOMENT = datetime(2026, 11, 24, 6, 5, tzinfo=UTC)


class Nameless(StrEnum):
    ODD = "odd"


@pytest.mark.parametrize(
    ("text", "params", "filled"),
    [
        ("{m:kg} kg", {"m": 182_400}, "182.4 kg"),
        ("{m:kg} kg", {"m": 200_000}, "200 kg"),
        ("{m:kg} kg", {"m": "1500"}, "1.5 kg"),
        ("{m:t} 吨", {"m": 1_234_567}, "1.235 吨"),
        ("{at:when}", {"at": MOMENT}, "2026-11-24 14:05"),
        ("{at:day}", {"at": datetime(2026, 11, 23, 16, 0, tzinfo=UTC)}, "2026-11-24"),
        ("{at:when}", {"at": "2026-11-24T06:05:00.000000Z"}, "2026-11-24 14:05"),
        ("{at:day}", {"at": "2026-11-24"}, "2026-11-24"),
        ("{at:day}", {"at": "下周"}, "下周"),
        ("{at}", {"at": date(2026, 11, 24)}, "2026-11-24"),
        ("{codes}", {"codes": ("900-214-08", "900-249-08")}, "900-214-08、900-249-08"),
        ("{codes}", {"codes": {"b", "a"}}, "a、b"),
        ("{role:label}", {"role": Role.GATE}, "门岗、磅房"),
        ("{role:label.role}", {"role": "driver"}, "驾驶员"),
        ("{n:.2f}", {"n": 1.5}, "1.50"),
        ("{gone} {none} {empty}", {"none": None, "empty": ""}, "— — —"),
        ("{gone:kg}", {}, "—"),
        ("{kind}", {"kind": Nameless.ODD}, "odd"),
    ],
)
def test_a_value_is_written_as_people_read_it(
    text: str, params: dict[str, object], filled: str
) -> None:
    assert words.fill("zh-CN", text, params) == filled


def test_english_joins_a_list_its_own_way() -> None:
    assert words.fill("en", "{roles:label}", {"roles": [Role.HEAD, Role.LEGAL]}) == (
        "Head, Legal reviewer"
    )


def test_a_text_is_said_in_the_readers_language_and_chinese_stands_in() -> None:
    assert words.say("zh-CN", "更多") == "更多"
    assert words.say("en", "更多") == "More"
    assert words.say("en", "没有译文的一句") == "没有译文的一句"
    assert words.msg("更多") == "更多"


def test_a_refusal_fills_its_sentence_and_an_unknown_code_still_speaks() -> None:
    fault = Violation("file.too_large", "file", {"limit_mb": 10})
    assert "10 MB" in words.sentence("zh-CN", fault)
    assert "10 MB" in words.sentence("en", fault)
    assert "room.nowhere" in words.refusal("en", "room.nowhere")


def test_an_unknown_event_shows_its_kind() -> None:
    assert words.event_sentence("zh-CN", "nothing.known", {}) == "nothing.known"


@pytest.mark.parametrize("kind", [Role, Position])
@pytest.mark.parametrize("lang", ["zh-CN", "en"])
def test_every_role_and_position_has_its_word(kind: type[StrEnum], lang: str) -> None:
    for value, word in words.choices(lang, kind):
        assert word
        assert word != value


def test_who_can_names_the_position_and_its_roles() -> None:
    assert words.who_can("zh-CN", "receiver", ("gate", "admin")) == "接受人（门岗、磅房、管理员）"
    assert words.who_can("en", "receiver", ("gate",)) == "Receiver (Gate and weighbridge)"
    assert words.who_can("en", "self", ()) == "The person"
    assert words.who_can("en", "system", ()) == ""


@pytest.mark.parametrize(
    ("kind", "name", "typed", "context", "part"),
    [
        ("missing", "name", None, {}, "请填写"),
        ("string_too_short", "name", "  ", {"min_length": 1}, "请填写"),
        ("string_too_short", "reason", "坏", {"min_length": 2}, "至少写 2 个字"),
        ("string_pattern_mismatch", "waste_code", "900-21-08", {}, "您输入了 900-21-08。"),
        ("string_pattern_mismatch", "unheard_of", "x", {}, "格式不对"),
        ("greater_than", "mass", "-1", {"gt": 0}, "应当大于 0"),
        ("a_new_type_of_fault", "mass", "x", {}, "格式不对"),
        ("value_error", "at", "x", {"error": ValueError("time.naive")}, "时区"),
        ("value_error", "at", "x", {"error": ValueError("whatever")}, "格式不对"),
    ],
)
def test_the_sentence_beside_a_field(
    kind: str, name: str, typed: object, context: dict[str, object], part: str
) -> None:
    assert part in words.field_sentence("zh-CN", kind, name, typed, context)
    assert words.field_sentence("en", kind, name, typed, context)


@given(st.text(), st.sampled_from(["zh-CN", "en"]))
def test_what_was_typed_never_breaks_a_sentence(typed: str, lang: str) -> None:
    shown = words.field_sentence(lang, "string_pattern_mismatch", "plate", typed)
    assert not typed.strip() or typed in shown
