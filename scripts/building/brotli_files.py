"""Brotli copies beside the files of ``dist``, for hosts that send them as they are."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import brotli

from building.step_cache import files_under, sha256
from places import CACHE

KEPT = CACHE / "brotli"
COMPRESSED = {".css", ".html", ".js", ".json", ".mjs", ".py", ".svg", ".wasm"}
COMPRESSED |= {".whl", ".zip"}
SMALLEST = 256
QUALITY = 11
WINDOW = 24


def begin_brotli(path: Path) -> threading.Thread:
    """Compress a file that ``add_brotli`` will meet, while other steps go on; to be joined before.

    What goes wrong here goes wrong there again, and is told there.
    """

    def pack() -> None:
        with suppress(OSError):
            packed(path)

    thread = threading.Thread(target=pack, daemon=True)
    thread.start()
    return thread


def add_brotli(folder: Path) -> None:
    """Write ``name.br`` beside every file below ``folder`` that gets smaller by it.

    Results are kept by the hash of the file, because the interpreter alone takes half a minute.
    """
    files = [
        path
        for path in files_under(folder)
        if path.suffix in COMPRESSED and path.stat().st_size >= SMALLEST
    ]
    wanted = {path: kept_copy(path) for path in files}
    new = sum(not kept.exists() for kept in wanted.values())
    if any(not kept.exists() and path.stat().st_size > 1e6 for path, kept in wanted.items()):
        print("Compressing the runtime, once …", flush=True)
    largest_first = sorted(files, key=lambda path: path.stat().st_size, reverse=True)
    with ThreadPoolExecutor() as pool:
        list(pool.map(put_beside, largest_first))
    if new:
        forget_unused(set(wanted.values()))


def kept_copy(path: Path) -> Path:
    """Where the compressed bytes of a file are kept."""
    return KEPT / f"{sha256(path)}.br"


def packed(path: Path) -> bytes:
    """The compressed bytes of a file, the kept ones if there are any."""
    kept = kept_copy(path)
    if kept.exists():
        kept.touch()
        return kept.read_bytes()
    compressed: bytes = brotli.compress(path.read_bytes(), quality=QUALITY, lgwin=WINDOW)
    KEPT.mkdir(parents=True, exist_ok=True)
    unfinished = kept.with_suffix(f".{path.name}.unfinished")
    unfinished.write_bytes(compressed)
    unfinished.replace(kept)
    return compressed


def put_beside(path: Path) -> None:
    """Write the copy of a file that gets smaller by it."""
    compressed = packed(path)
    if len(compressed) < path.stat().st_size:
        path.with_name(path.name + ".br").write_bytes(compressed)


def forget_unused(used: set[Path]) -> None:
    """Keep the copies used now and the hundred used last."""
    others = [path for path in KEPT.iterdir() if path not in used]
    others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in others[100:]:
        path.unlink(missing_ok=True)
