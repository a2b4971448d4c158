"""Stored files by SHA-256 under one folder: PDF, JPEG or PNG by content, at most 10 MB.

A workbook is taken only where it is asked for.
"""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from wastetrack.kernel.errors import refuse

LIMIT = 10 * 1024 * 1024
_MAGIC = ((b"%PDF-", "application/pdf"), (b"\xff\xd8\xff", "image/jpeg"))
_PNG = b"\x89PNG\r\n\x1a\n"
# our own short name: a record keeps 40 characters, and nobody is served the file by it
SPREADSHEET = "application/x-xlsx"


@dataclass(frozen=True, slots=True)
class Stored:
    """What a record keeps of a file: its hash, kind and size in bytes."""

    sha256: str
    mime: str
    size: int


def kind_of(content: bytes) -> str | None:
    """The media type told by the first bytes, whatever the name says."""
    if content.startswith(_PNG):
        return "image/png"
    return next((mime for magic, mime in _MAGIC if content.startswith(magic)), None)


class FileStore:
    """A folder of files named by their hash; the same content is stored once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, content: bytes, field_name: str = "file", *, spreadsheet: bool = False) -> Stored:
        """Store a file and return what to keep; refuses what is too large or of another kind.

        With `spreadsheet` a workbook is taken and nothing else; whoever asks for it looks inside.
        """
        if len(content) > LIMIT:
            raise refuse("file.too_large", field_name, limit_mb=LIMIT // 1024 // 1024)
        mime = SPREADSHEET if spreadsheet else kind_of(content)
        if mime is None or (spreadsheet and not content.startswith(b"PK")):
            raise refuse("file.unknown_kind", field_name)
        name = hashlib.sha256(content).hexdigest()
        path = self.path(name)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_suffix(f".{os.getpid()}.part")
            part.write_bytes(content)
            part.replace(path)
        return Stored(name, mime, len(content))

    def adopt(self, path: Path, mime: str = SPREADSHEET) -> Stored:
        """Take over a file that we wrote ourselves, of any size, without reading it into memory."""
        with path.open("rb") as stream:
            name = hashlib.file_digest(stream, "sha256").hexdigest()
        size, target = path.stat().st_size, self.path(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
        return Stored(name, mime, size)

    def beside(self, name: str) -> "FileStore":
        """Another folder of the same kind next to this one."""
        return FileStore(self.folder.parent / name)

    def drop(self, sha256: str) -> None:
        """Remove a file that only had to be kept for a while."""
        self.path(sha256).unlink(missing_ok=True)

    def get(self, sha256: str) -> bytes:
        """The bytes of a stored file; FileNotFoundError when the store lost it."""
        return self.path(sha256).read_bytes()

    def path(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256
