"""Decides how thousands of QR symbols are made fast, module for module the library's own.

Error correction and placement are linear over exclusive-or: a symbol is that of the empty data,
changed by what each data bit of one changes. `qrcode` draws the empty symbol, tells by probes where
each bit of a codeword comes to stand, and computes the error correction of single bits; after that
a symbol is a few hundred exclusive-ors. A short run does not pay for the probes and asks directly.
"""

import zlib
from collections.abc import Iterator
from functools import cache, reduce
from operator import getitem, xor
from typing import NamedTuple

from qrcode import QRCode, base, util
from qrcode.constants import ERROR_CORRECT_Q

from wastetrack.paper.qr import ALPHANUMERIC, MASKS

LONG_RUN = 200
# A quarter of the symbol may be lost; at level M a scuff of a tenth already costs some of them.
LEVEL = ERROR_CORRECT_Q
VERSIONS = 40
_COUNT_BITS = ((9, 9), (26, 11), (VERSIONS, 13))
_MODE_BITS = 4
_PADS = (0xEC, 0x11)
_NIBBLES = 16
_VALUES = bytes.maketrans(b"0123456789abcdef", bytes(range(_NIBBLES)))
# points of a stencil in a module's width: one hex digit
GRAIN = 4
_POINTS = str.maketrans("1", "f")


class Symbol(NamedTuple):
    """A symbol's modules as one number: row by row from the top, dark ones set."""

    side: int
    bits: int

    def rows(self) -> Iterator[int]:
        """Each row from the top; its leftmost module is the highest bit."""
        mask = (1 << self.side) - 1
        for row in range(self.side - 1, -1, -1):
            yield (self.bits >> (row * self.side)) & mask


def _capacity(version: int) -> int:
    return sum(block.data_count for block in base.rs_blocks(version, LEVEL))


def _count_bits(version: int) -> int:
    return next(bits for last, bits in _COUNT_BITS if version <= last)


@cache
def version_for(length: int) -> int:
    """The smallest symbol version that holds this many alphanumeric characters at this level."""
    for version in range(1, VERSIONS + 1):
        needed = _MODE_BITS + _count_bits(version) + length // 2 * 11 + length % 2 * 6
        if needed <= _capacity(version) * 8:
            return version
    message = f"{length} characters are too many for one symbol"
    raise ValueError(message)


def modules_for(text: str) -> int:
    """How many modules wide the symbol of a text is."""
    return 17 + 4 * version_for(len(text))


def _checked(text: str) -> None:
    if not ALPHANUMERIC.fullmatch(text):
        message = f"not an upper-case alphanumeric payload: {text!r}"
        raise ValueError(message)


def _mask_of(text: str) -> int:
    return zlib.crc32(text.encode()) % MASKS


def _number(modules: list[list[bool | None]]) -> int:
    return int("".join("1" if module else "0" for row in modules for module in row), 2)


class _Bits(util.BitBuffer):
    """Takes what the library writes, a number at a time instead of a bit at a time."""

    def __init__(self) -> None:
        self.value = 0
        self.length = 0

    def put(self, num: int, length: int) -> None:
        self.value = (self.value << length) | num
        self.length += length


class _Tables:
    """What every half byte of data changes in the symbols of one version."""

    def __init__(self, version: int) -> None:
        self.version = version
        self.capacity = _capacity(version)
        self.blocks = base.rs_blocks(version, LEVEL)
        self.codewords = sum(block.total_count for block in self.blocks)
        self.empty = tuple(self._drawn(bytes(self.codewords), mask) for mask in range(MASKS))
        self.changes = self._changes()

    def _drawn(self, codewords: bytes, mask: int) -> int:
        code = QRCode(self.version, LEVEL, border=0, mask_pattern=mask)
        code.data_cache = list(codewords)
        code.makeImpl(False, mask)
        return _number(code.modules)

    def _places(self) -> list[int]:
        """For each bit of the codewords the module it stands in, found by binary probes."""
        total = self.codewords * 8
        size = total.bit_length()
        probes = []
        for power in range(size):
            # bit i of this probe is set when `i` has this power of two, counted from one
            bits = sum(1 << (total - 1 - i) for i in range(total) if (i + 1) >> power & 1)
            drawn = self._drawn(bits.to_bytes(self.codewords, "big"), 0)
            probes.append(drawn ^ self.empty[0])
        places = [0] * total
        side = 17 + 4 * self.version
        for module in range(side * side):
            at = sum(1 << power for power in range(size) if probes[power] >> module & 1)
            if at:
                places[at - 1] = 1 << module
        return places

    def _interleaved(self) -> list[tuple[int, int]]:
        """Block and place in the block of each codeword, in the order they are drawn."""
        data = [block.data_count for block in self.blocks]
        check = [block.total_count - block.data_count for block in self.blocks]
        return [
            *((b, i) for i in range(max(data)) for b in range(len(data)) if i < data[b]),
            *(
                (b, data[b] + i)
                for i in range(max(check))
                for b in range(len(check))
                if i < check[b]
            ),
        ]

    def _changes(self) -> list[list[int]]:
        places, order = self._places(), self._interleaved()
        starts = [
            sum(block.data_count for block in self.blocks[:b]) for b in range(len(self.blocks))
        ]
        single = [0] * (self.capacity * 8)
        for at in range(max(block.data_count for block in self.blocks)):
            for bit in range(8):
                # one bit in every block at once: the blocks do not touch each other
                data = [0] * self.capacity
                for b, block in enumerate(self.blocks):
                    # the library cannot divide an empty block: a shorter one repeats its last
                    data[starts[b] + min(at, block.data_count - 1)] = 0x80 >> bit
                buffer = util.BitBuffer()
                buffer.buffer = data
                for (b, _), (number, word) in zip(
                    order, enumerate(util.create_bytes(buffer, self.blocks)), strict=True
                ):
                    if at >= self.blocks[b].data_count:
                        continue
                    for n in range(8):
                        if word & (0x80 >> n):
                            single[(starts[b] + at) * 8 + bit] ^= places[number * 8 + n]
        table = []
        for first in range(0, len(single), 4):
            row = [0] * _NIBBLES
            for value in range(1, _NIBBLES):
                for n in range(4):
                    if value & (8 >> n):
                        row[value] ^= single[first + n]
            table.append(row)
        return table

    def symbol(self, text: str) -> Symbol:
        digits = _data(text, self.version, self.capacity).encode().translate(_VALUES)
        changed = map(getitem, self.changes, digits)
        return Symbol(17 + 4 * self.version, reduce(xor, changed, self.empty[_mask_of(text)]))


def _data(text: str, version: int, capacity: int) -> str:
    """The data of a symbol in hex: mode, length, what the library writes, end, padding."""
    buffer = _Bits()
    written = util.QRData(text.encode(), mode=2, check_data=False)
    buffer.put(written.mode, _MODE_BITS)
    buffer.put(len(written), _count_bits(version))
    written.write(buffer)
    buffer.put(0, min(_MODE_BITS, capacity * 8 - buffer.length))
    buffer.put(0, -buffer.length % 8)
    for n in range(capacity - buffer.length // 8):
        buffer.put(_PADS[n % 2], 8)
    return f"{buffer.value:0{capacity * 2}x}"


@cache
def _tables(version: int) -> _Tables:
    return _Tables(version)


def _direct(text: str) -> Symbol:
    code = QRCode(error_correction=LEVEL, border=0, mask_pattern=_mask_of(text))
    # always this mode: the library would take another for figures alone, and another version
    code.add_data(util.QRData(text.encode(), mode=2))
    code.make(fit=True)
    return Symbol(len(code.modules), _number(code.modules))


def symbol(text: str, *, many: bool = False) -> Symbol:
    """The symbol of a text; `many` pays the preparation of a long run, the symbol is the same."""
    _checked(text)
    return _tables(version_for(len(text))).symbol(text) if many else _direct(text)


@cache
def _strokes(width: int, left: int, short: float) -> tuple[str, ...]:
    """The rectangles of every pattern of `width` modules from the `left` one; Y for their row."""
    done = []
    for pattern in range(1 << width):
        runs, x = [], 0
        text = f"{pattern:0{width}b}"
        while x < width:
            if text[x] == "0":
                x += 1
                continue
            first = x
            while x < width and text[x] == "1":
                x += 1
            runs.append(_stroke(left + first, x - first, short))
        done.append("".join(run + "\n" for run in runs))
    return tuple(done)


def _stroke(x: int, width: int, short: float) -> str:
    if not short:
        return f"{x} Y {width} 1 re"
    return f"{x + short:.4f} Y{f'{short:.4f}'[1:]} {width - 2 * short:.4f} {1 - 2 * short:.4f} re"


_CHUNK = 9


def path(made: Symbol, short: float = 0.0) -> str:
    """The dark modules as one path in module units, the origin at the lower left.

    Each is drawn `short` by that share of a module on every side (see `Press.hair`).

    One path, so that no hairline shows between modules.
    """
    parts = []
    lefts = range(0, made.side, _CHUNK)
    tables = [
        (
            _strokes(min(_CHUNK, made.side - left), left, short),
            made.side - min(left + _CHUNK, made.side),
        )
        for left in lefts
    ]
    masks = [(1 << min(_CHUNK, made.side - left)) - 1 for left in lefts]
    for y, row in zip(range(made.side - 1, -1, -1), made.rows(), strict=True):
        text = "".join(
            [
                table[(row >> shift) & mask]
                for (table, shift), mask in zip(tables, masks, strict=True)
            ]
        )
        parts.append(text.replace("Y", str(y)))
    return "".join(parts)


def stencil(made: Symbol) -> str:
    """The symbol as an inline one-bit image in the unit square, a quarter of what its path costs.

    Four points to a module, so that a viewer that smooths images smooths a fifth of its edge only.
    The bytes are 00, 0f, f0 and ff: none of them can end the image early.
    """
    spare = "0" * (made.side % 2)
    points = f"{made.bits:0{made.side**2}b}".translate(_POINTS)
    rows = range(0, made.side**2, made.side)
    packed = b"".join(
        [bytes.fromhex(points[at : at + made.side] + spare) * GRAIN for at in rows]
    ).decode("latin-1")
    wide = made.side * GRAIN
    return f"BI /W {wide} /H {wide} /BPC 1 /IM true /D [1 0] ID {packed}\nEI"
