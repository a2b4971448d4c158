"""Decides whether a file may be opened at all, before any parser sees it: kind, size unpacked, extent."""

import io
import re
import struct
import zipfile
import zlib

from wastetrack.kernel.errors import Refused, refuse

MOST_UNPACKED = 64 * 1024 * 1024
# small files compress well by nature; a bomb is large *and* compresses beyond anything typed
RATIO_FROM = 4 * 1024 * 1024
MOST_RATIO = 150
MOST_PARTS = 1000
# cells between the first and the last: a parser reserves room for all of them
MOST_CELLS = 2_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,7})(\d{1,12})["']""")
_CHUNK = 256 * 1024


def check_file(content: bytes) -> None:
    """Raise Refused with one clear sentence when this is no workbook that may be read."""
    if content.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        raise refuse("ledger.password" if locked else "ledger.old_xls", "file")
    if not content.startswith(b"PK"):
        raise refuse(_plain_kind(content), "file")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_archive(archive, content)
    except (
        zipfile.BadZipFile,
        struct.error,
        zlib.error,
        EOFError,
        ValueError,
        NotImplementedError,
    ):
        raise _damaged() from None


def _damaged() -> Refused:
    return refuse("ledger.damaged", "file")


def _plain_kind(content: bytes) -> str:
    head = content[:4096]
    if not head:
        return "ledger.no_rows"
    text = b"\x00" not in head and (b"," in head or b";" in head or b"\t" in head)
    return "ledger.is_csv" if text else "ledger.not_xlsx"


def _check_archive(archive: zipfile.ZipFile, content: bytes) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if len(parts) > MOST_PARTS or len(names) != len(parts):
        raise refuse("ledger.zip_bomb", "file")
    if any(part.flag_bits & 1 for part in parts):
        raise refuse("ledger.password", "file")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise refuse("ledger.has_macro", "file")
    if "xl/workbook.xml" not in {name.lstrip("/").lower() for name in names}:
        raise refuse("ledger.not_xlsx", "file")
    total = 0
    for part in parts:
        data = _unpacked(part, content, MOST_UNPACKED - total)
        total += len(data)
        if part.filename.lower().endswith(".xml"):
            _check_extent(data)
    if total > RATIO_FROM and total > MOST_RATIO * len(content):
        raise refuse("ledger.zip_bomb", "file")


def _unpacked(part: zipfile.ZipInfo, content: bytes, room: int) -> bytes:
    """The part's bytes as they really are: the sizes an archive declares may lie."""
    start = part.header_offset
    if content[start : start + 4] != b"PK\x03\x04":
        raise _damaged()
    name_length, extra_length = struct.unpack("<HH", content[start + 26 : start + 30])
    begin = start + 30 + name_length + extra_length
    packed = content[begin : begin + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        data = packed
    elif part.compress_type == zipfile.ZIP_DEFLATED:
        data = _inflate(packed, room)
    else:
        raise refuse("ledger.not_xlsx", "file")
    if len(data) > room:
        raise refuse("ledger.zip_bomb", "file")
    if len(data) != part.file_size:
        raise _damaged()
    return data


def _inflate(packed: bytes, room: int) -> bytes:
    stream = zlib.decompressobj(-15)
    out = bytearray()
    while packed and not stream.eof:
        out += stream.decompress(packed, _CHUNK)
        packed = stream.unconsumed_tail
        if len(out) > room:
            raise refuse("ledger.zip_bomb", "file")
    return bytes(out)


def _check_extent(data: bytes) -> None:
    if b"\x00" in data[:256]:
        raise _damaged()  # not UTF-8: what follows could not be judged
    wide = high = 0
    for found in _REFERENCE.finditer(data):
        wide = max(wide, _column(found.group(1)))
        high = max(high, int(found.group(2)))
    if wide * high > MOST_CELLS:
        raise refuse("ledger.too_wide", "file")


def _column(letters: bytes) -> int:
    count = 0
    for letter in letters.upper():
        count = count * 26 + letter - 64
    return max(count, 1)
