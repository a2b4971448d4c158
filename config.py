"""Typed settings; the only reader of the environment. Refuses default secrets outside development."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent
TEMPLATES = ROOT / "templates"
STATIC = ROOT / "static"
MIGRATIONS = ROOT / "migrations"


@dataclass(frozen=True)
class Settings:
    """Everything the outside may set. Production differs from a laptop only by these values."""

    database_url: str
    secret_key: str
    signing_key: bytes
    instance: Path
    base_url: str
    environment: str
    host: str
    port: int
    web_processes: int
    web_threads: int
    district: str = "330604"
    auto_consent: bool = False
    # how many days, its own counted, the roadside symbol of a printed manifest is good for
    roadside_days: int = 3

    @property
    def secure_cookies(self) -> bool:
        return self.base_url.startswith("https://")

    @property
    def development(self) -> bool:
        return self.environment == "development"


def _kept_secret(path: Path) -> bytes:
    """A secret made once per installation and kept beside the data, readable by its owner only."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(secrets.token_bytes(32))
    return path.read_bytes()


def from_environment(environ: dict[str, str] | None = None) -> Settings:
    """Read the settings. RuntimeError when production lacks a secret of its own."""
    env = dict(os.environ) if environ is None else environ
    instance = Path(env.get("WASTETRACK_INSTANCE", str(ROOT / "instance"))).resolve()
    environment = env.get("WASTETRACK_ENV", "development")
    port = int(env.get("PORT", "8000"))
    base_url = env.get("WASTETRACK_BASE_URL", f"http://127.0.0.1:{port}")
    secret, signing = env.get("SECRET_KEY"), env.get("SIGNING_KEY")
    if environment != "development":
        if not secret or len(secret) < 32:
            raise RuntimeError("SECRET_KEY of at least 32 characters is needed outside development")
        if not signing or len(signing) != 64:
            raise RuntimeError("SIGNING_KEY (64 hex characters) is needed outside development")
        if not base_url.startswith("https://"):
            raise RuntimeError("WASTETRACK_BASE_URL must be https outside development")
    instance.mkdir(parents=True, exist_ok=True)
    return Settings(
        database_url=env.get("DATABASE_URL", f"sqlite:///{instance / 'wastetrack.db'}"),
        secret_key=secret or _kept_secret(instance / "secret.key").hex(),
        signing_key=bytes.fromhex(signing) if signing else _kept_secret(instance / "signing.key"),
        instance=instance,
        base_url=base_url.rstrip("/"),
        environment=environment,
        host=env.get("HOST", "127.0.0.1"),
        port=port,
        web_processes=int(env.get("WEB_PROCESSES", "2")),
        web_threads=int(env.get("WEB_THREADS", "4")),
        auto_consent=env.get("WASTETRACK_AUTO_CONSENT", "") == "1",
        roadside_days=max(1, int(env.get("WASTETRACK_ROADSIDE_DAYS", "3"))),
    )
