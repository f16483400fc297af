"""Serve ``dist/``, build it when a source changes, and reload the pages that show it.

    python scripts/dev.py [--port PORT]

What it builds are drafts. A page is told to reload by a script that only this server adds to it.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from watchfiles import watch

from build import Form, build_and_tell, bundler
from building.current_build import FOLDERS, is_source, sources
from building.drawings import PRERENDER
from building.made_of import Hashes, hashes_of
from building.staying import start
from launch.setup_failure import SetupFailure, run_command
from places import DIST, ROOT, SCRIPTS
from serve import StaticHandler, StaticServer, open_server, serve_until_interrupted, wanted_port

DRAFT = Form(draft=True)
EVENTS, RELOADER = "/built", "/reload-when-built.js"
SCRIPT = f"""const {{ search }} = new URL(document.currentScript.src);
new EventSource("{EVENTS}" + search).onmessage = () => location.reload();
"""


class DevHandler(StaticHandler):
    """Serves files, the script that reloads a page, and the events that it waits for."""

    server: DevServer

    def do_GET(self) -> None:  # noqa: N802 - the name that http.server calls
        """Send what is asked for; a page gets the reloading script at its end."""
        asked = urlsplit(self.path)
        path = self.server.file_for(self.path)
        if asked.path == EVENTS:
            self.send_event(parse_qs(asked.query)["shown"])
        elif asked.path == RELOADER:
            self.send("text/javascript", SCRIPT.encode())
        elif path is not None and path.suffix == ".html":
            script = f'<script src="{RELOADER}?shown={self.server.builds}"></script>'
            self.send("text/html; charset=utf-8", path.read_bytes() + script.encode())
        else:
            super().do_GET()

    def send(self, kind: str, body: bytes) -> None:
        """Send something that no file holds."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def send_event(self, shown: list[str]) -> None:
        """Hold the connection until there is another build than the one that the page shows."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.server.wait_for_another(shown)
        try:
            self.wfile.write(b"data: built\n\n")
        except OSError:  # the page is gone
            self.close_connection = True


class DevServer(StaticServer):
    """Serves the last build and knows how many there were."""

    handler = DevHandler

    def __init__(self, folder: Path, port: int) -> None:
        """Serve the first build."""
        self.builds = 1
        self.another = threading.Condition()
        super().__init__(folder, port)

    def wait_for_another(self, shown: list[str]) -> None:
        """Return as soon as the last build is none of those shown."""
        with self.another:
            self.another.wait_for(lambda: str(self.builds) not in shown)

    def tell_pages(self) -> None:
        """There is another build."""
        self.tags.clear()
        with self.another:
            self.builds += 1
            self.another.notify_all()


def notice_saves(saved: threading.Event) -> None:
    """Set the event whenever something is saved, for ever."""
    for _ in watch(*FOLDERS, watch_filter=lambda _, name: is_source(Path(name))):
        saved.set()


def build_draft(*, by_new_scripts: bool) -> bool:
    """Build; whether it succeeded. What went wrong has been printed.

    Args:
        by_new_scripts: in a process of its own, since this one has read the scripts of before.
    """
    if by_new_scripts:
        command = [sys.executable, str(SCRIPTS / "build.py"), "--draft"]
        return subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    try:
        build_and_tell(DRAFT)
    except SetupFailure as failure:
        print(failure, file=sys.stderr, flush=True)
        return False
    return True


def follow(saved: threading.Event, seen: Hashes, server: DevServer) -> None:
    """Build after each change and tell the pages, for ever.

    Args:
        saved: is set when something was saved, perhaps as it was before.
        seen: the sources of the first build.
        server: serves what was built.
    """
    scripts_are_new = False
    while saved.wait():
        saved.clear()
        now = hashes_of(sources())
        changed = sorted({name for name, _ in seen.items() ^ now.items()})
        seen = now
        if not changed:
            continue
        scripts_are_new |= any(name.startswith("scripts/") for name in changed)
        print(f"Changed: {', '.join(changed[:3])}{' …' if changed[3:] else ''}", flush=True)
        if build_draft(by_new_scripts=scripts_are_new):
            server.tell_pages()


def main() -> int:
    """Watch, build, and serve."""
    port = wanted_port(sys.argv[1:])
    saved = threading.Event()
    # It watches before the first build begins, so that no change is missed.
    threading.Thread(target=notice_saves, args=(saved,), daemon=True).start()
    seen = hashes_of(sources())
    if not build_draft(by_new_scripts=False):
        return 1
    for command in (PRERENDER, bundler("site", draft=True), bundler("styles", draft=True)):
        start(command)  # so that it is there when it is first needed
    server = open_server(DevServer, DIST, port)
    threading.Thread(target=follow, args=(saved, seen, server), daemon=True).start()
    ways = "rebuilds on change; Ctrl-C ends it"
    serve_until_interrupted(server, f"Backpropagation, Traced: {server.url}  ({ways})")
    return 0


if __name__ == "__main__":
    run_command(main)
