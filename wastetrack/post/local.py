"""The local message sink: appends each message to a file that only the operator can read."""

import json
import os
from pathlib import Path


def deliver(folder: Path, kind: str, to: str, body: dict[str, object]) -> None:
    """Append one message as a line of `messages.jsonl`; stands in for SMS until a gateway is set."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "messages.jsonl"
    line = json.dumps({"kind": kind, "to": to, **body}, ensure_ascii=False, sort_keys=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a") as out:
        out.write(line + "\n")
