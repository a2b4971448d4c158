"""What a label proves offline: genuine, forged, altered, not signed, none of ours; and that a voided one is only told by its version."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wastetrack.containers.rules import LabelSigner, human_code, read_code, read_label
from wastetrack.containers.terms import LabelProof
from wastetrack.kernel.keys import LABELS, derived, public_half

SIGNER = LabelSigner("https://wfc.example.cn", derived(bytes(32), LABELS))
OTHER = LabelSigner("https://wfc.example.cn", derived(bytes(range(32)), LABELS))
KEY = SIGNER.public_key
DIGITAL = "91330604146165334B9002140820261124001"
BLANK = human_code(123_456_789)
TEXT = SIGNER.text(DIGITAL, 3)


@pytest.mark.parametrize("code", [DIGITAL, BLANK])
def test_a_genuine_label_is_known_by_the_public_key_alone(code: str) -> None:
    found = read_label(SIGNER.text(code, 3), KEY)
    assert (found.proof, found.code, found.version) == (LabelProof.GENUINE, code, 3)
    assert found.address == "https://wfc.example.cn"
    assert read_code(SIGNER.text(code, 3)) == (code, 3)


def test_the_text_stays_in_the_small_alphabet_and_reads_in_small_letters_too() -> None:
    assert re.fullmatch(r"[0-9A-Z $%*+\-./:]+", TEXT)
    assert len(TEXT) == 171
    assert read_label(f" {TEXT.lower()}\n", KEY).proof is LabelProof.GENUINE


@pytest.mark.parametrize("code", [DIGITAL, BLANK])
def test_a_label_signed_with_another_key_is_forged(code: str) -> None:
    assert read_label(OTHER.text(code, 3), KEY).proof is LabelProof.FORGED


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(TEXT.replace("/3/", "/4/"), id="another version"),
        pytest.param(TEXT.replace("124001", "124002"), id="another container"),
        pytest.param(TEXT[:-1], id="the last character missing"),
        pytest.param(TEXT[:-20], id="the end torn off"),
        pytest.param(TEXT[:90] + ("A" if TEXT[90] != "A" else "B") + TEXT[91:], id="one character"),
        pytest.param(TEXT[:90] + "1" + TEXT[91:], id="a character that base32 does not have"),
        pytest.param(TEXT.replace("/3/", "/3//"), id="a second slash"),
        pytest.param(TEXT.replace(DIGITAL, DIGITAL[:-1]), id="a digit of the code missing"),
    ],
)
def test_a_label_whose_parts_do_not_belong_together_is_altered(changed: str) -> None:
    assert read_label(changed, KEY).proof is LabelProof.ALTERED


@given(st.integers(0, len(TEXT) - 1), st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ/.:"))
def test_no_single_changed_character_after_the_address_stays_genuine(at: int, letter: str) -> None:
    start = TEXT.index("/C/")
    changed = TEXT[:at] + letter + TEXT[at + 1 :]
    if at < start or changed == TEXT:
        return
    assert read_label(changed, KEY).proof is not LabelProof.GENUINE


def test_a_genuine_signature_that_leads_to_another_site_is_altered() -> None:
    moved = TEXT.replace("WFC.EXAMPLE.CN", "WFC-EXAMPLE.CN")
    assert read_label(moved, KEY).proof is LabelProof.GENUINE
    assert read_label(moved, KEY, "https://wfc.example.cn/").proof is LabelProof.ALTERED
    assert read_label(TEXT, KEY, "https://wfc.example.cn/").proof is LabelProof.GENUINE


@pytest.mark.parametrize(
    ("text", "version"),
    [
        pytest.param(f"{BLANK[:4]} {BLANK[4:].lower()}", None, id="typed by hand"),
        pytest.param(f"https://wfc.example.cn/C/{BLANK}.2", 2, id="a label of before"),
        pytest.param(f"HTTPS://WFC.EXAMPLE.CN/C/{DIGITAL}/2", 2, id="without its proof"),
        pytest.param(DIGITAL, None, id="the digital id alone"),
    ],
)
def test_a_code_without_proof_is_not_signed_and_still_read(text: str, version: int | None) -> None:
    found = read_label(text, KEY)
    assert (found.proof, found.version) == (LabelProof.UNSIGNED, version)
    assert found.code in {BLANK, DIGITAL}


@pytest.mark.parametrize(
    "text",
    ["", "hello", "https://example.com/", "https://example.com/C/1/2", "0" * 8 + "1", "／C／"],
)
def test_anything_else_is_not_ours(text: str) -> None:
    assert read_label(text, KEY).proof is LabelProof.NOT_OURS


def test_each_purpose_has_a_key_of_its_own() -> None:
    keys = {derived(bytes(32), purpose) for purpose in (LABELS, "other")} | {bytes(32)}
    assert len(keys) == 3
    assert len({public_half(key) for key in keys}) == 3
