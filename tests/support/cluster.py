"""A throw-away PostgreSQL server on loopback, started and stopped by the tests themselves."""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from typing import Self

# the data is thrown away, so tests need not wait for the disk; benchmarks pass DURABLE instead
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
BASE = {"shared_buffers": "128MB", "max_connections": "60", "listen_addresses": "127.0.0.1"}


def server_programs() -> Path | None:
    """The folder of initdb and pg_ctl: the newest Debian one, else what PATH has."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
    if found:
        return found[-1]
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Cluster:
    """One server in a folder of its own; as root it runs as the user `postgres`, as initdb asks."""

    def __init__(self, settings: dict[str, str] | None = None, folder: Path | None = None) -> None:
        programs = server_programs()
        if programs is None:
            raise RuntimeError("no PostgreSQL server programs: apt-get install postgresql")
        self.programs = programs
        self.settings = {**BASE, **(FAST if settings is None else settings)}
        self.kept = folder is not None
        self.folder = folder or Path(tempfile.mkdtemp(prefix="wastetrack-pg-"))
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port = _free_port()
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        self.folder.chmod(0o700 if os.geteuid() else 0o711)

    def _run(self, program: str, *args: str) -> None:
        command = [str(self.programs / program), *args]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, check=True, capture_output=True, cwd="/", stdin=subprocess.DEVNULL)

    def start(self) -> Self:
        """Make the data folder when it is new, then start the server."""
        data = str(self.folder / "data")
        if not (self.folder / "data" / "PG_VERSION").exists():
            self._run(
                "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
                "--locale=C.UTF-8", "--no-sync", "--no-instructions",
            )  # fmt: skip
        options = {"port": str(self.port), "unix_socket_directories": str(self.folder)}
        flags = " ".join(f"-c {k}={v}" for k, v in {**self.settings, **options}.items())
        log = str(self.folder / "log")
        self._run("pg_ctl", "-D", data, "-w", "-t", "60", "-l", log, "-o", flags, "start")
        return self

    def stop(self, mode: str = "fast") -> None:
        """Stop the server; `immediate` is the server's own kill -9."""
        with contextlib.suppress(subprocess.CalledProcessError):
            self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-m", mode, "stop")

    def url(self, name: str = "postgres") -> str:
        return f"postgresql+psycopg://postgres@127.0.0.1:{self.port}/{name}"

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_exc: object) -> None:
        self.stop("fast" if self.kept else "immediate")
        if not self.kept:
            shutil.rmtree(self.folder, ignore_errors=True)
