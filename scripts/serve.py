"""Serve ``dist/`` on 127.0.0.1:  python scripts/serve.py [--port PORT]

What a good static host does, and no more: the right types, the brotli copies that the build made
for clients that take them, an ETag of the bytes, and no stale page after a new build.
"""

from __future__ import annotations

import argparse
import errno
import os
import re
import signal
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copyfileobj
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from building.step_cache import sha256
from launch.setup_failure import SetupFailure, run_command
from places import DIST

HOST = "127.0.0.1"
PORT = 4173
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".py": "text/x-python; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".whl": "application/zip",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
}
# A name with a hash in it never changes its bytes; everything else is asked for again, which its
# ETag makes cheap.
HASHED_NAME = re.compile(r"-[A-Z0-9]{8}\.(js|css)(\.map)?$")
FOR_EVER = "public, max-age=31536000, immutable"
ASK_FIRST = "no-cache"


class StaticHandler(BaseHTTPRequestHandler):
    """Answers GET and HEAD with the files of the server's folder."""

    protocol_version = "HTTP/1.1"
    server: StaticServer

    def do_GET(self) -> None:
        """Send a file."""
        self.answer(with_body=True)

    def do_HEAD(self) -> None:
        """Send what a GET would, without the body."""
        self.answer(with_body=False)

    def answer(self, *, with_body: bool) -> None:
        """Find the file that the path names, and send it in the form that the client takes."""
        path = self.server.file_for(self.path)
        if path is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        packed = path.with_name(path.name + ".br")
        use_packed = packed.is_file() and "br" in accepted(self.headers.get("Accept-Encoding", ""))
        sent = packed if use_packed else path
        try:
            tag = self.server.entity_tag(path, "br" if use_packed else "")
            with sent.open("rb") as file:
                unchanged = tag in (self.headers.get("If-None-Match") or "")
                self.send_response(HTTPStatus.NOT_MODIFIED if unchanged else HTTPStatus.OK)
                self.send_header("ETag", tag)
                self.send_header("Vary", "Accept-Encoding")
                self.send_header("Cache-Control", cache_control(path))
                self.send_header("Access-Control-Allow-Origin", "*")
                self.send_header("X-Content-Type-Options", "nosniff")
                if unchanged:
                    self.end_headers()
                    return
                if use_packed:
                    self.send_header("Content-Encoding", "br")
                self.send_header("Content-Type", TYPES.get(path.suffix, "application/octet-stream"))
                self.send_header("Content-Length", str(os.fstat(file.fileno()).st_size))
                self.end_headers()
                if with_body:
                    copyfileobj(file, self.wfile, 1 << 16)
        except FileNotFoundError:
            self.send_error(HTTPStatus.NOT_FOUND)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        """Stay silent: the terminal is for the address and for failures."""


class StaticServer(ThreadingHTTPServer):
    """Serves one folder, below ``/`` or below a prefix such as ``/a/b``."""

    handler: type[StaticHandler] = StaticHandler
    daemon_threads = True
    # On Windows the default would let two servers share a port without a word.
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, folder: Path, port: int = 0, prefix: str = "") -> None:
        """Bind to ``port`` of 127.0.0.1; 0 takes any free one."""
        self.folder = folder.resolve()
        self.prefix = prefix.rstrip("/")
        self.tags: dict[tuple[Path, int, int], str] = {}
        super().__init__((HOST, port), self.handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a client that has gone: a page was left before it had all."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://{HOST}:{self.server_port}{self.prefix}/"

    def file_for(self, target: str) -> Path | None:
        """The file that a request's target names, or None; nothing outside the folder has one."""
        name = unquote(urlsplit(target).path)
        if "\0" in name or not name.startswith(self.prefix + "/"):
            return None
        if name.endswith("/"):
            name += "index.html"
        try:
            path = (self.folder / name.removeprefix(self.prefix).lstrip("/")).resolve()
            found = path.is_relative_to(self.folder) and path.is_file()
        except OSError:  # such as a name that is longer than any file may have
            return None
        return path if found else None

    def entity_tag(self, path: Path, form: str) -> str:
        """A strong ETag: the hash of the file's bytes and the form in which they are sent."""
        status = path.stat()
        key = (path, status.st_mtime_ns, status.st_size)
        if key not in self.tags:
            self.tags[key] = sha256(path)[:24]
        return f'"{self.tags[key]}{form}"'


def cache_control(path: Path) -> str:
    """How long a browser may keep a file without asking."""
    return FOR_EVER if HASHED_NAME.search(path.name) else ASK_FIRST


def accepted(header: str) -> set[str]:
    """The encodings that an Accept-Encoding header takes, those with ``q=0`` left out."""
    codings = set()
    for item in header.split(","):
        coding, _, weight = item.strip().partition(";")
        if weight.replace(" ", "").rstrip("0.") != "q=":
            codings.add(coding.strip().lower())
    return codings


Server = TypeVar("Server", bound=StaticServer)


def open_server(kind: type[Server], folder: Path, port: int) -> Server:
    """A server of this kind on the port.

    Raises:
        SetupFailure: the port is taken or may not be used.
    """
    try:
        return kind(folder, port)
    except OverflowError as problem:
        raise SetupFailure(f"{port} is no port: choose one from 1024 to 65535.") from problem
    except OSError as problem:
        if problem.errno == errno.EADDRINUSE:
            raise SetupFailure(
                f"Port {port} is taken: end the program that uses it, or choose another one, "
                f"such as npm start -- --port {port + 1}."
            ) from problem
        if problem.errno in (errno.EACCES, errno.EPERM):
            raise SetupFailure(
                f"Port {port} may not be used here: choose one from 1024 to 65535, such as "
                f"npm start -- --port {PORT}."
            ) from problem
        raise


def wanted_port(arguments: list[str]) -> int:
    """The port of ``--port``, of the variable PORT, or the usual one."""
    parser = argparse.ArgumentParser(description="Serve dist/ on 127.0.0.1.")
    parser.add_argument("--port", default=os.environ.get("PORT") or str(PORT))
    port: str = parser.parse_args(arguments).port
    if not port.isascii() or not port.isdigit():
        raise SetupFailure(f"{port!r} is no port: choose a number from 1024 to 65535.")
    return int(port)


def serve_until_interrupted(server: StaticServer, announcement: str) -> None:
    """Say where the page is, and answer requests until Ctrl-C or a termination signal."""
    ended = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: ended.set())
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    print(announcement, flush=True)
    ended.wait()
    server.shutdown()
    server.server_close()


def main() -> int:
    """Serve ``dist`` and print where."""
    port = wanted_port(sys.argv[1:])
    if not (DIST / "index.html").is_file():
        raise SetupFailure("There is no dist/index.html yet: run npm run build first.")
    server = open_server(StaticServer, DIST, port)
    serve_until_interrupted(server, f"Backpropagation, Traced: {server.url}  (Ctrl-C ends it)")
    return 0


if __name__ == "__main__":
    run_command(main)
