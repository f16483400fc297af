"""Large files of a package, packed: it is copied whole into other people's builds.

The site has them as they are: its server compresses them, and a browser compiles what it fetches as
it comes. The page unpacks what a package brings (``web/downloads/packed.js``).
"""

from __future__ import annotations

import gzip
import json
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SCRIPTS = {"loader", "glue"}
"""Roles of files that the browser itself takes as they are."""


def packed(content: bytes) -> bytes:
    """Bytes in gzip's form, without a time, so that they repeat."""
    return gzip.compress(content, compresslevel=9, mtime=0)


def pack_runtime(folder: Path) -> None:
    """Pack what the manifest of a runtime names, where it gets smaller, and name it so there.

    A file's name ends in ``.packed``: some servers send ``.gz`` with a header by which a browser
    unpacks it on the way.
    """
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    for entry in [*manifest["files"], *manifest["later"]]:
        file = folder / entry["name"]
        content = file.read_bytes()
        smaller = packed(content)
        if entry["role"] in SCRIPTS or len(smaller) >= len(content):
            continue
        file.unlink()
        entry["name"] += ".packed"
        (folder / entry["name"]).write_bytes(smaller)
        entry |= {"bytes": len(smaller), "sha256": sha256(smaller).hexdigest()}
        entry["unpacked"] = len(content)
    path.write_text(json.dumps(manifest, indent=1), encoding="utf-8")


def pack_each(folder: Path) -> None:
    """Pack every file below a folder under the name that it has; whoever reads it sees its form."""
    for path in folder.rglob("*"):
        if path.is_file():
            path.write_bytes(packed(path.read_bytes()))
