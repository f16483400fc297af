"""One server for everything that the bench opens, and one way to open it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page

from building.brotli_files import add_brotli
from launch.setup_failure import SetupFailure
from places import CACHE, DIST, NODE_MODULES, ROOT
from runtime.numpy_wheel import numpy_wheel
from runtime.pyodide_release import installed_release, interpreter_paths
from serve import StaticHandler, StaticServer

HERE = Path(__file__).resolve().parent
KEPT = CACHE / "bench"
STOCK = KEPT / "stock"
SITE = KEPT / "site"
LIBRARIES = KEPT / "libraries"
MICROGRAD = KEPT / "micrograd"
INSTALL_SECONDS = 120

# Without the gradients, which are a part of their own, the library cannot train.
TENSORFLOW = """
export * from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import "@tensorflow/tfjs-backend-cpu";
"""


class Line:
    """A line to a reader that carries so many bytes in a second, whatever asks for them."""

    def __init__(self, bytes_per_second: float) -> None:
        """The line is free at first."""
        self.bytes_per_second = bytes_per_second
        self.free_at = 0.0
        self.lock = threading.Lock()

    def carry(self, count: int) -> None:
        """Wait until so many bytes are through, behind those that came before."""
        with self.lock:
            self.free_at = max(self.free_at, time.monotonic()) + count / self.bytes_per_second
            seconds = self.free_at - time.monotonic()
        time.sleep(max(seconds, 0.0))


class BenchHandler(StaticHandler):
    """Sends as fast as the server's line carries."""

    server: BenchServer

    def setup(self) -> None:
        """Let the connection's bytes wait for the line."""
        super().setup()
        if (line := self.server.line) is not None:
            write = self.wfile.write

            def carried(content: Any) -> int:
                line.carry(len(content))
                return write(content)

            self.wfile.write = carried  # type: ignore[method-assign]


class BenchServer(StaticServer):
    """Serves several folders, each below its own name, as the page's own server does one."""

    handler = BenchHandler

    def __init__(self, folders: dict[str, Path], line: Line | None = None) -> None:
        """Bind to any free port of 127.0.0.1; without a line bytes come as fast as they can."""
        self.line = line
        super().__init__(KEPT)
        self.folders = {name: folder.resolve() for name, folder in folders.items()}

    def file_for(self, target: str) -> Path | None:
        """The file that a request's target names, or None."""
        name, _, rest = unquote(urlsplit(target).path).lstrip("/").partition("/")
        folder = self.folders.get(name)
        if folder is None or "\0" in rest:
            return None
        path = (folder / rest).resolve()
        return path if path.is_relative_to(folder) and path.is_file() else None


def put_site() -> None:
    """A copy of the built site, which no build changes while it is measured.

    Raises:
        SetupFailure: nothing has been built, or only a draft, which is larger and slower.
    """
    if not (DIST / "runtime" / "pyodide.asm.wasm.br").is_file():
        raise SetupFailure("There is no finished dist/ to measure: run npm run build first.")
    shutil.rmtree(SITE, ignore_errors=True)
    shutil.copytree(DIST, SITE)


def put_stock_files() -> None:
    """Pyodide as npm has it and NumPy's wheel as published, with the same compression as ours."""
    STOCK.mkdir(parents=True, exist_ok=True)
    for path in [*interpreter_paths(), numpy_wheel(installed_release())]:
        shutil.copyfile(path, STOCK / path.name)
    add_brotli(STOCK)


def put_tensorflow() -> bool:
    """Put TensorFlow.js, as one module, below the bench's own cache; False if it cannot be had."""
    KEPT.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(HERE / name, KEPT / name)
    bundle = LIBRARIES / "tensorflow.js"
    lock = HERE / "package-lock.json"
    if bundle.is_file() and bundle.stat().st_mtime >= lock.stat().st_mtime:
        return True
    install = ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    bundler = str(NODE_MODULES / ".bin" / "esbuild")
    pack = [bundler, "--bundle", "--format=esm", "--minify", f"--outfile={bundle}"]
    for command in (install, pack):
        program = shutil.which(command[0])
        if program is None or not succeeds([program, *command[1:]]):
            return False
    return True


def put_micrograd() -> bool:
    """Put micrograd, its hash checked, below the bench's cache; False if it cannot be had."""
    lock = ROOT / "requirements" / "bench.txt"
    stamp = MICROGRAD / lock.name
    if stamp.is_file() and stamp.read_bytes() == lock.read_bytes():
        return True
    shutil.rmtree(MICROGRAD, ignore_errors=True)
    MICROGRAD.mkdir(parents=True)
    install = [sys.executable, "-m", "pip", "install", "--require-hashes", "--no-deps", "--quiet"]
    install += ["--disable-pip-version-check", "--no-input", "--retries=2"]
    if not succeeds([*install, "--target", str(MICROGRAD), "-r", str(lock)]):
        return False
    shutil.copyfile(lock, stamp)
    return True


def succeeds(command: list[str]) -> bool:
    """Run a step of fetching what is compared with; the bench goes on without it if it fails."""
    try:
        done = subprocess.run(
            command,
            cwd=KEPT,
            input=TENSORFLOW,
            text=True,
            capture_output=True,
            timeout=INSTALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


@contextmanager
def bench_site() -> Iterator[str]:
    """Serve the built site as ``dist/``, the bench's pages as ``bench/`` and what it compares with.

    Gives the address with a slash at its end. The server ends with the block.
    """
    put_site()
    put_stock_files()
    folders = {"dist": SITE, "bench": HERE / "web", "stock": STOCK, "libraries": LIBRARIES}
    with serving(BenchServer(folders)) as address:
        yield address


@contextmanager
def serving(server: BenchServer) -> Iterator[str]:
    """Let a server answer until the block ends. Gives its address with a slash at its end."""
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.url
    finally:
        server.shutdown()
        server.server_close()


def open_blank(page: Page, site: str) -> None:
    """Open the page that has nothing but the functions of ``web/``."""
    page.goto(f"{site}bench/blank.html")
