"""Digital ids never wrap, human codes catch a wrong character, and any spelling is read alike."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wastetrack.containers.rules import digital_id, human_code, is_human_code, read_code
from wastetrack.containers.rules.codes import ALPHABET, HUMAN_BITS
from wastetrack.kernel.errors import Refused

# a busy machine is no fault of the rule
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
UNIT = "91330604146165334B"
DAY = date(2026, 11, 24)
BITS = st.integers(min_value=0, max_value=2**HUMAN_BITS - 1)


def test_a_digital_id_has_37_characters_in_four_segments() -> None:
    code = digital_id(UNIT, "900-214-08", DAY, 1)
    assert code == "91330604146165334B" + "90021408" + "20261124" + "001"
    assert len(code) == 37


@pytest.mark.parametrize("number", [0, 1000])
def test_a_sequence_outside_three_digits_is_refused_not_wrapped(number: int) -> None:
    with pytest.raises(Refused) as refused:
        digital_id(UNIT, "900-214-08", DAY, number)
    assert refused.value.codes == ("containers.sequence_full",)


@CALM
@given(BITS)
def test_every_made_human_code_verifies(bits: int) -> None:
    code = human_code(bits)
    assert len(code) == 8
    assert is_human_code(code)


@CALM
@given(BITS, st.integers(0, 7), st.sampled_from(ALPHABET))
def test_any_single_wrong_character_is_caught(bits: int, place: int, letter: str) -> None:
    code = human_code(bits)
    wrong = code[:place] + letter + code[place + 1 :]
    assert is_human_code(wrong) == (wrong == code)


@CALM
@given(BITS, st.integers(1, 40))
def test_a_code_is_read_from_a_label_address_with_its_version(bits: int, version: int) -> None:
    code = human_code(bits)
    assert read_code(f"HTTP://127.0.0.1:8000/C/{code}.{version}") == (code, version)
    assert read_code(f"http://x.example/c/{code.lower()}") == (code, None)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        pytest.param("o1il 2345", "01112345", id="letters that look like digits are digits"),
        pytest.param(
            "abcd\u2009efgh", "ABCDEFGH", id="thin spaces and small letters do not matter"
        ),
        pytest.param("ABCD-EFGH", "ABCDEFGH", id="a hyphen does not matter"),
        pytest.param("ＡＢＣＤＥＦＧＨ", "ABCDEFGH", id="full-width letters are letters"),
        pytest.param(
            "91330604146165334B·90021408·20261124·001",
            "91330604146165334B9002140820261124001",
            id="a digital id keeps its letters and loses its dots",
        ),
    ],
)
def test_what_a_person_types_is_tidied(typed: str, read: str) -> None:
    assert read_code(typed) == (read, None)
