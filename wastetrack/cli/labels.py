"""Commands about labels: the public key to hand out, and the check of a label without a network."""

import sys

import click

from wastetrack.cli.connection import Read
from wastetrack.containers.rules import read_label
from wastetrack.containers.terms import LabelProof
from wastetrack.kernel.keys import LABELS, derived, public_half
from wastetrack.words import label, say


@click.command("label-key")
@click.pass_obj
def label_key(read: Read) -> None:
    """Print the public key of the labels."""
    click.echo(public_half(derived(read().signing_key, LABELS)))


@click.command("check-label")
@click.argument("text")
@click.option("--key", required=True, help="public key in hex, from /labels/key")
@click.option(
    "--address", default="", help="where labels must lead, such as https://wfc.example.cn"
)
@click.option("--lang", type=click.Choice(["zh-CN", "en"]), default="zh-CN")
def check_label(text: str, key: str, address: str, lang: str) -> None:
    """Tell a genuine label from another by TEXT, what its QR says; needs no database.

    Exit code 0: genuine; 1: forged, altered or not ours; 2: not signed, so nothing is proved.
    """
    if len(key) != 64 or any(digit not in "0123456789abcdefABCDEF" for digit in key):
        raise click.BadParameter("64 hex digits", param_hint="--key")
    found = read_label(text, key, address)
    click.echo(label(lang, found.proof))
    if found.code:
        click.echo(f"{say(lang, '识别码')}: {found.code}")
    if found.address:
        click.echo(f"{say(lang, '标签上的网址')}: {found.address}")
    if found.version:
        click.echo(
            say(lang, "标签第 {version} 版。这一版是否还有效，要联网查。", version=found.version)
        )
    if found.proof is not LabelProof.GENUINE:
        sys.exit(2 if found.proof is LabelProof.UNSIGNED else 1)


COMMANDS = (label_key, check_label)
