"""Decides how a manifest is printed: its numbers and symbol over the three parts."""

from dataclasses import asdict, replace

from wastetrack.manifests.shapes import ManifestSheet
from wastetrack.paper import glyphs, manifest_rows
from wastetrack.paper.form import Form, fingerprint_of, form_pdf, strings

TITLE = "危险废物转移联单"


def fingerprint(sheet: ManifestSheet) -> str:
    """Of the data alone: the symbol is made anew for each day, what it leads to stays the same."""
    return fingerprint_of(asdict(replace(sheet, qr_text="", qr_note="")))


def manifest_pdf(sheet: ManifestSheet, *, watermark: str | None) -> bytes:
    """Make the form as a PDF; `watermark` says in large grey that it is a draft or void.

    Raises `Unprintable` for characters without a glyph.
    """
    glyphs.guard([*strings(asdict(sheet)), watermark or ""])
    form = Form(
        title=TITLE,
        reference=sheet.reference,
        numbers=_numbers(sheet),
        number=sheet.official_number or sheet.paper_number or sheet.reference,
        seal=fingerprint(sheet),
        watermark=watermark,
        qr_text=sheet.qr_text,
        qr_note=sheet.qr_note,
    )
    return form_pdf(form, manifest_rows.rows(sheet))


def _numbers(sheet: ManifestSheet) -> tuple[str, ...]:
    """Write the numbers a manifest is known by."""
    shown = [f"联单编号：{sheet.official_number}"]
    if sheet.provincial_number:
        shown.append(f"省级编号：{sheet.provincial_number}")
    if sheet.paper_number or sheet.paper_ground:
        shown += [
            f"纸质联单编号：{sheet.paper_number}",
            f"使用纸质联单的原因：{sheet.paper_ground}",
        ]
    return (*shown, f"本系统编号：{sheet.reference}")
