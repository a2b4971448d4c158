"""How a finished file leaves the door: a PDF to look at or to keep, a workbook to save."""

from io import BytesIO

from flask import send_file
from werkzeug.wrappers import Response

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def paper(content: bytes, name: str, *, keep: bool = False) -> Response:
    """A PDF; the browser shows it, or saves it when it is to be kept. Its name may hold any letter."""
    return _sent(content, PDF, name, keep=keep)


def workbook(content: bytes, name: str) -> Response:
    """A spreadsheet to save."""
    return _sent(content, XLSX, name, keep=True)


def _sent(content: bytes, kind: str, name: str, *, keep: bool) -> Response:
    answer: Response = send_file(
        BytesIO(content), mimetype=kind, as_attachment=keep, download_name=name
    )
    return answer
