"""Serve ``dist/``, rebuild it when a source changes, and reload the pages that show it.

    python scripts/dev.py [--port PORT]

What it builds are drafts. The page is told to reload by a few lines that only this
server adds to what it sends.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

from places import CORE, DIST, ROOT, SCRIPTS, WEB
from serve import StaticHandler, StaticServer, open_server, serve_until_interrupted, wanted_port
from setup_failure import run_command

LOOK_EVERY = 0.5
RELOAD_PATH = "/reload-when-built"
RELOADER = (
    "<script>new EventSource('" + RELOAD_PATH + "').onmessage = () => location.reload()</script>"
)


class ReloadingHandler(StaticHandler):
    """Serves files, and an event stream that speaks after each build."""

    def do_GET(self) -> None:  # noqa: N802 - the name that http.server calls
        """Send the event stream, a page with the reloading lines, or a file."""
        if self.path == RELOAD_PATH:
            self.send_events()
            return
        path = self.server.file_for(self.path)
        if path is None or path.suffix != ".html":
            super().do_GET()
            return
        page = path.read_bytes() + RELOADER.encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(page)

    def send_events(self) -> None:
        """Hold the connection, and send one event when a build is done."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        with built:
            built.wait()
        try:
            self.wfile.write(b"data: built\n\n")
        except OSError:
            self.close_connection = True


built = threading.Condition()


def sources() -> Iterator[Path]:
    """Every file whose change makes the built page old."""
    for folder in (WEB, CORE, SCRIPTS):
        for path in folder.rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts and path.name != "fonts.css":
                yield path


def state_of_sources() -> dict[Path, int]:
    """When each source was written."""
    state = {}
    for path in sources():
        try:
            state[path] = path.stat().st_mtime_ns
        except FileNotFoundError:
            continue
    return state


def build() -> None:
    """Build in a process of its own, so that changed scripts count as well."""
    command = [sys.executable, str(SCRIPTS / "build.py"), "--draft"]
    subprocess.run(command, cwd=ROOT, check=False)


def rebuild_for_ever(server: StaticServer) -> None:
    """Build after each change, once nothing has changed for one look."""
    before = state_of_sources()
    while True:
        time.sleep(LOOK_EVERY)
        now = state_of_sources()
        if now == before:
            continue
        while now != before:
            before = now
            time.sleep(LOOK_EVERY / 5)
            now = state_of_sources()
        build()
        server.tags.clear()
        with built:
            built.notify_all()


def main() -> int:
    """Build, serve, and watch."""
    port = wanted_port(sys.argv[1:])
    build()
    server = open_server(DIST, port)
    server.RequestHandlerClass = ReloadingHandler
    threading.Thread(target=rebuild_for_ever, args=(server,), daemon=True).start()
    ways = "rebuilds on change; Ctrl-C ends it"
    serve_until_interrupted(server, f"Backpropagation, Traced: {server.url}  ({ways})")
    return 0


if __name__ == "__main__":
    run_command(main)
