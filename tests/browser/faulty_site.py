"""The built page on 127.0.0.1, below a sub-path, and with faults on demand.

Faults are the server's own: a path that is missing, cut off, altered or silent. The browser meets
them as it would meet a bad network; nothing in the page or its worker is replaced.
"""

from __future__ import annotations

import fnmatch
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING, TypeVar

from places import DIST
from serve import TYPES, StaticHandler, StaticServer

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
    cut: list[str] = field(default_factory=list)
    """The connection closes without an answer."""
    corrupt: list[str] = field(default_factory=list)
    """Sent with the right length and other bytes."""
    stalled: list[str] = field(default_factory=list)
    """Half of it is sent; the rest comes when the fault is mended or the test ends."""
    headers: dict[str, dict[str, str]] = field(default_factory=dict)
    """Further headers, such as a Content-Security-Policy, by pattern."""
    requests: list[str] = field(default_factory=list)
    """Every path that was asked for, relative to the site."""
    mended: threading.Event = field(default_factory=threading.Event)

    def mend(self) -> None:
        """End every fault; what was stalled goes on."""
        for fault in (self.missing, self.cut, self.corrupt, self.stalled):
            fault.clear()
        self.headers.clear()
        self.mended.set()

    def hit(self, fault: list[str], path: str) -> bool:
        """Whether a fault is set for a path."""
        return any(fnmatch.fnmatch(path, pattern) for pattern in fault)


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
        if faults.hit(faults.cut, path):
            self.close_connection = True
        elif faults.hit(faults.missing, path) or file is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        elif faults.hit(faults.corrupt, path):
            self.send_bytes(path, bytes(byte ^ 0x5A for byte in file.read_bytes()))
        elif faults.hit(faults.stalled, path):
            self.send_bytes(path, file.read_bytes(), wait=True)
        else:
            super().answer(with_body=with_body)

    def send_bytes(self, path: str, content: bytes, *, wait: bool = False) -> None:
        """Send a file's bytes plainly; with ``wait``, the second half only after mending."""
        suffix = path[path.rfind(".") :]
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", TYPES.get(suffix, "text/plain"))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        half = len(content) // 2
        try:
            self.wfile.write(content[:half])
            self.wfile.flush()
            if wait:
                self.server.faults.mended.wait()
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
