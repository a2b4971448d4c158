"""A label is checked on the command line without a database and without a network."""

import pytest
from click.testing import CliRunner

from wastetrack.cli.main import commands
from wastetrack.containers.rules import LabelSigner

SIGNER = LabelSigner("https://wfc.example.cn", bytes(range(32)))
OTHER = LabelSigner("https://wfc.example.cn", bytes(32))
DIGITAL = "91330604146165334B9002140820261124001"
TEXT = SIGNER.text(DIGITAL, 2)


def no_settings() -> object:
    raise AssertionError("the check of a label reads no settings")


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        pytest.param(TEXT, 0, "Genuine", id="genuine"),
        pytest.param(OTHER.text(DIGITAL, 2), 1, "Forged", id="forged"),
        pytest.param(TEXT.replace("/2/", "/3/"), 1, "Altered", id="altered"),
        pytest.param(f"HTTPS://WFC.EXAMPLE.CN/C/{DIGITAL}.1", 2, "Not signed", id="not signed"),
        pytest.param("hello", 1, "Not a label", id="none of ours"),
    ],
)
def test_the_answer_is_said_and_is_the_exit_code(text: str, code: int, said: str) -> None:
    done = CliRunner().invoke(
        commands, ["check-label", text, "--key", SIGNER.public_key, "--lang", "en"], obj=no_settings
    )
    assert done.exit_code == code
    assert done.output.startswith(said)


def test_whether_a_version_still_counts_is_asked_online() -> None:
    args = ["check-label", TEXT, "--key", SIGNER.public_key]
    done = CliRunner().invoke(commands, args, obj=no_settings)
    assert "标签第 2 版" in done.output
    assert "联网" in done.output


def test_a_label_that_leads_elsewhere_is_told_when_the_address_is_given() -> None:
    args = ["check-label", TEXT, "--key", SIGNER.public_key, "--address", "https://elsewhere.cn"]
    assert CliRunner().invoke(commands, args, obj=no_settings).exit_code == 1


def test_a_key_that_is_none_is_a_wrong_call() -> None:
    done = CliRunner().invoke(commands, ["check-label", TEXT, "--key", "abc"], obj=no_settings)
    assert done.exit_code == 2
    assert "64" in done.output
