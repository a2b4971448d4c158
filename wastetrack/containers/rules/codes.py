"""Decides the codes of a container: digital id (HJ 1276), human code, and how a typed one is read."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from wastetrack.kernel.errors import Refused, refuse

SEQUENCE_MOST = 999
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I L O U
HUMAN_BITS = 35  # seven characters of five bits
HUMAN_LENGTH = 8
DIGITAL_LENGTH = 37
_DIGITAL = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}[0-9]{19}")  # no I O S V Z in a credit code
_VALUES = {letter: value for value, letter in enumerate(ALPHABET)}


def digital_id(unit_code: str, waste_code: str, day: date, sequence: int) -> str:
    """The 37 characters of HJ 1276: unit 18, waste 8, day 8, sequence 3; never wrapped."""
    if not 1 <= sequence <= SEQUENCE_MOST:
        raise sequence_full(waste_code, day)
    return f"{unit_code}{waste_code.replace('-', '')}{day:%Y%m%d}{sequence:03d}"


def sequence_full(waste_code: str, day: date) -> Refused:
    """The refusal of a thousandth container of one waste on one day, with what to do instead."""
    return refuse(
        "containers.sequence_full", "waste_code", waste_code=waste_code, day=day.isoformat()
    )


def _check(values: Sequence[int]) -> int:
    # odd weights have inverses modulo 32: every single wrong character changes the sum
    return -sum((2 * place + 3) * value for place, value in enumerate(values)) % 32


def human_code(bits: int) -> str:
    """Seven Crockford characters of 35 random bits and one check character modulo 32."""
    values = [(bits >> shift) & 31 for shift in range(HUMAN_BITS - 5, -1, -5)]
    return "".join(ALPHABET[value] for value in (*values, _check(values)))


def is_human_code(text: str) -> bool:
    """Whether a tidied text is eight Crockford characters whose check fits."""
    if len(text) != HUMAN_LENGTH or any(letter not in _VALUES for letter in text):
        return False
    values = [_VALUES[letter] for letter in text]
    return values[-1] == _check(values[:-1])


def is_digital_id(text: str) -> bool:
    """Whether a tidied text has the fixed form of HJ 1276: unit 18, waste 8, a day, sequence 3."""
    if not _DIGITAL.fullmatch(text):
        return False
    try:
        date.fromisoformat(text[26:34])
    except ValueError:
        return False
    return True


def tidy_code(text: str) -> str:
    """A typed or scanned code without what hands and scanners add: blanks, dots, hyphens, case."""
    clean = unicodedata.normalize("NFKC", text).upper()
    return re.sub(r"[\s\u2009·・.\-_]+", "", clean)


def read_code(text: str) -> tuple[str, int | None]:
    """The digital id or human code in a text, and the label version when a label's address has one.

    A human code is read as Crockford says: O is 0, I and L are 1.
    """
    version: int | None = None
    address = re.search(r"/C/([0-9A-Z]+)(?:\.(\d{1,4}))?", text.strip().upper())
    if address:
        text = address.group(1)
        version = int(address.group(2)) if address.group(2) else None
    code = tidy_code(text)
    if len(code) == HUMAN_LENGTH:
        code = code.translate(str.maketrans("OIL", "011"))
    return code, version
