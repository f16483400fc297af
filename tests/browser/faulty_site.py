"""The built page on 127.0.0.1, below a sub-path, and with faults on demand.

Faults are the server's own: a path that is missing, cut off, altered or silent. The browser meets
them as it would meet a bad network; nothing in the page or its worker is replaced.
"""

from __future__ import annotations

import fnmatch
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING, TypeVar

from places import DIST
from serve import TYPES, StaticHandler, StaticServer, cache_control

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PREFIX = "/some/where"
Server = TypeVar("Server", bound=ThreadingHTTPServer)


@dataclass
class Faults:
    """What goes wrong for which paths, as shell patterns such as ``runtime/*.wasm``."""

    missing: list[str] = field(default_factory=list)
    """Answered with 404."""
    refused: list[str] = field(default_factory=list)
    """Answered with 503, and nothing said of how long that holds, as nginx does."""
    refused_once: list[str] = field(default_factory=list)
    """The same, of each path the first time only."""
    cut: list[str] = field(default_factory=list)
    """The connection closes without an answer."""
    broken: list[str] = field(default_factory=list)
    """The connection closes half-way."""
    silent: list[str] = field(default_factory=list)
    """Nothing comes until the fault is mended or the test ends."""
    stalled: list[str] = field(default_factory=list)
    """Half of it is sent; the rest comes when the fault is mended or the test ends."""
    short: list[str] = field(default_factory=list)
    """Half of it is sent as if it were all."""
    empty: list[str] = field(default_factory=list)
    """Nothing is sent, as if it were all."""
    corrupt: list[str] = field(default_factory=list)
    """Sent with the right length and other bytes."""
    mistyped: list[str] = field(default_factory=list)
    """Sent as it is, as another kind of file."""
    headers: dict[str, dict[str, str]] = field(default_factory=dict)
    """Further headers, such as a Content-Security-Policy, by pattern."""
    requests: list[str] = field(default_factory=list)
    """Every path that was asked for, relative to the site."""
    mended: threading.Event = field(default_factory=threading.Event)
    """Set when the faults of now have been mended."""

    def mend(self) -> None:
        """End every fault; what was stalled goes on."""
        for name in KINDS:
            getattr(self, name).clear()
        self.headers.clear()
        self.mended.set()
        self.mended = threading.Event()

    def of(self, path: str) -> str | None:
        """The fault that a path meets now."""
        for name in KINDS:
            is_over = name == "refused_once" and self.requests.count(path) > 1
            if not is_over and any(fnmatch.fnmatch(path, each) for each in getattr(self, name)):
                return name
        return None


NO_KINDS = {"headers", "requests", "mended"}
KINDS = [each.name for each in fields(Faults) if each.name not in NO_KINDS]
"""What can go wrong with a file."""


class FaultyHandler(StaticHandler):
    """Serves files, unless a fault says otherwise."""

    server: FaultySite

    def answer(self, *, with_body: bool) -> None:
        """Meet the request's fault, or send the file."""
        faults = self.server.faults
        path = self.path.partition("?")[0].removeprefix(self.server.prefix).lstrip("/")
        path = path or "index.html"
        faults.requests.append(path)
        file = self.server.file_for(self.path)
        mended = faults.mended  # of the faults of now: they may be mended while half of it is sent
        fault = faults.of(path)
        if fault == "cut":
            self.close_connection = True
        elif fault == "missing" or file is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        elif fault in {"refused", "refused_once"}:
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
        elif fault is None:
            super().answer(with_body=with_body)
        else:
            self.send_badly(fault, file, mended)

    def send_badly(self, fault: str, file: Path, mended: threading.Event) -> None:
        """Send a file's bytes plainly, as good or bad as the fault lets them be."""
        content = file.read_bytes()
        half = len(content) // 2
        if fault == "silent":
            mended.wait()
        elif fault == "short":
            content = content[:half]
        elif fault == "empty":
            content = b""
        elif fault == "corrupt":
            content = bytes(byte ^ 0x5A for byte in content)
        kind = "text/html" if fault == "mistyped" else TYPES.get(file.suffix, "text/plain")
        try:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", cache_control(file))
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()
            self.wfile.write(content[:half])
            self.wfile.flush()
            if fault == "broken":
                self.close_connection = True
                return
            if fault == "stalled":
                mended.wait()
            self.wfile.write(content[half:])
        except OSError:
            self.close_connection = True

    def end_headers(self) -> None:
        """Add the headers that a test asked for."""
        path = self.path.partition("?")[0].removeprefix(self.server.prefix).lstrip("/")
        for pattern, headers in self.server.faults.headers.items():
            if fnmatch.fnmatch(path or "index.html", pattern):
                for name, value in headers.items():
                    self.send_header(name, value)
        super().end_headers()


class FaultySite(StaticServer):
    """A folder, by itself ``dist/``, below a sub-path, on a free port."""

    def __init__(self, folder: Path = DIST, prefix: str = PREFIX) -> None:
        """Bind; nothing is wrong with the site yet."""
        super().__init__(folder, prefix=prefix)
        self.RequestHandlerClass = FaultyHandler
        self.faults = Faults()


@contextmanager
def answering(server: Server) -> Iterator[Server]:
    """A server that answers until the block ends."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def served_site() -> Iterator[FaultySite]:
    """A site that answers until the block ends."""
    with answering(FaultySite()) as site:
        try:
            yield site
        finally:
            site.faults.mend()
