"""A light HTTP client for load: keep-alive connections on asyncio, raw bytes prepared beforehand."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import generate_csrf


@dataclass
class Load:
    """What a run of requests gave: seconds of the whole, and each request's own."""

    seconds: float
    times: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)

    @property
    def rate(self) -> float:
        return len(self.times) / self.seconds

    def failed(self, expected: int) -> int:
        """Requests that answered anything else."""
        return sum(n for status, n in self.statuses.items() if status != expected)

    def percentile(self, percent: float) -> float:
        """Milliseconds under which this share of the requests stayed."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))] * 1000


def signed_in(app: Flask, user_id: str, epoch: int, seen: float) -> tuple[str, str]:
    """A session cookie and a CSRF token for a person, as signing in would give them."""
    with app.test_request_context("/"):
        from flask import session

        session["_user_id"], session["_fresh"], session["id"] = user_id, True, user_id
        session["epoch"], session["device"], session["seen"] = epoch, False, int(seen)
        token = generate_csrf()
        signer = SecureCookieSessionInterface().get_signing_serializer(app)
        assert signer is not None
        return signer.dumps(dict(session)), token


def get(path: str, cookie: str) -> bytes:
    """The bytes of a GET."""
    return (f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: session={cookie}\r\n\r\n").encode()


def post(path: str, cookie: str, body: str) -> bytes:
    """The bytes of a form POST."""
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: session={cookie}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n\r\n{body}"
    ).encode()


def run(port: int, requests: Sequence[bytes], connections: int = 8) -> Load:
    """Send all requests over some keep-alive connections; each is sent when the one before answered."""
    return asyncio.run(_run(port, requests, connections))


async def _run(port: int, requests: Sequence[bytes], connections: int) -> Load:
    queue = iter(requests)
    load = Load(0.0)
    start = time.perf_counter()
    await asyncio.gather(*(_connection(port, queue, load) for _ in range(connections)))
    load.seconds = time.perf_counter() - start
    return load


async def _connection(port: int, queue: "object", load: Load) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**20)
    for request in queue:  # type: ignore[attr-defined]  # one iterator shared by all connections
        begun = time.perf_counter()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        lowered = head.lower()
        if b"content-length:" in lowered:
            length = int(lowered.split(b"content-length:")[1].split(b"\r\n")[0])
            await reader.readexactly(length)
        status = int(head[9:12])
        load.times.append(time.perf_counter() - begun)
        load.statuses[status] = load.statuses.get(status, 0) + 1
        if b"connection: close" in lowered:
            writer.close()
            reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**20)
    writer.close()
