"""Somebody else's page: one document on an origin of its own, with figures of the site."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class HostHandler(BaseHTTPRequestHandler):
    """Answers every request with the host's one page."""

    def do_GET(self) -> None:
        """Send the page."""
        content = self.server.page.encode()  # type: ignore[attr-defined]
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Stay silent."""


class Host(ThreadingHTTPServer):
    """A page on an origin of its own."""

    daemon_threads = True
    page = ""

    def serve(self, body: str) -> str:
        """The address of a page with this body."""
        self.page = (
            '<!doctype html><html lang="en"><head><title>A host</title><link rel="icon" '
            f'href="data:,"></head><body><h1>A host</h1>{body}</body></html>'
        )
        return f"http://127.0.0.1:{self.server_port}/"


def script(page_url: str, name: str = "backprop-figure.js") -> str:
    """The line with which an author loads a script of the site."""
    return f'<script type="module" src="{page_url}{name}"></script>'
