"""Decides which characters the papers can print: cuts Noto Sans SC down to what the trade writes.

Run by hand when the set must grow, in an environment that has fonttools; never by the product:

    python subset.py SOURCE.ttf TARGET.ttf

The sources are the static Regular and Bold faces of Noto Sans SC with TrueType outlines (reportlab
reads no others), SIL Open Font License 1.1, whose text lies beside the result in OFL.txt.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# Personal and place names, fish and elements outside GBK that people here really write.
EXTENSION_A = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠"
    "䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮"
)
WHOLE_BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x024F),  # Latin with accents
    (0x0370, 0x03FF),  # Greek
    (0x2000, 0x27BF),  # punctuation, units, arrows, mathematics, shapes
    (0x3000, 0x33FF),  # Chinese punctuation, enclosed figures, squared units
    (0x4E00, 0x9FFF),  # ideographs, the 74 beyond GBK included
    (0xFF00, 0xFFEF),  # full-width forms
    (0x20000, 0x3FFFF),  # the few rare ideographs the source has, among them new elements
)


def gbk() -> set[int]:
    """Every character that two GBK bytes can spell."""
    found: set[int] = set()
    for high in range(0x81, 0xFF):
        for low in range(0x40, 0xFF):
            char = bytes([high, low]).decode("gbk", errors="ignore")
            if len(char) == 1:
                found.add(ord(char))
    return found


def wanted() -> set[int]:
    """GBK, the extras above, and the blocks worth having whole."""
    codes = gbk() | {ord(char) for char in EXTENSION_A}
    for first, last in WHOLE_BLOCKS:
        codes |= set(range(first, last + 1))
    return codes


def cut(source: Path, target: Path) -> str:
    """Write the smaller face and say what became of it."""
    # The time stamp of the source is kept, so that the same source gives the same bytes.
    font = TTFont(source, recalcTimestamp=False)
    if "glyf" not in font:
        message = f"{source.name} has no TrueType outlines, which the PDF engine needs"
        raise SystemExit(message)
    options = subset.Options(
        layout_features=[], hinting=False, name_IDs=["*"], notdef_outline=True, glyph_names=False
    )
    options.drop_tables += ["vhea", "vmtx", "GSUB", "GPOS", "BASE", "STAT", "GDEF"]
    worker = subset.Subsetter(options)
    worker.populate(unicodes=wanted())
    worker.subset(font)
    font.save(target)
    kept = len(font.getBestCmap())
    return f"{target.name}: {kept} characters, {target.stat().st_size} bytes"


if __name__ == "__main__":
    sys.stdout.write(cut(Path(sys.argv[1]), Path(sys.argv[2])) + "\n")
