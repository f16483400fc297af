"""The Pyodide release that npm installed, as its own lock file describes it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from places import NODE_MODULES

FOLDER = NODE_MODULES / "pyodide"

# What a page or Node needs of the package; the rest is consoles and declarations.
INTERPRETER_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")


@dataclass(frozen=True)
class Release:
    """Version of Pyodide, and the lock file's entry for NumPy."""

    version: str
    lock: dict[str, Any]

    @property
    def numpy(self) -> dict[str, Any]:
        """NumPy's entry: ``file_name``, ``sha256``, ``version`` and what the loader wants."""
        entry: dict[str, Any] = self.lock["packages"]["numpy"]
        return entry


@cache
def installed_release() -> Release:
    """Read the release from node_modules."""
    package = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((FOLDER / "pyodide-lock.json").read_text(encoding="utf-8"))
    return Release(version=package["version"], lock=lock)


def interpreter_paths() -> list[Path]:
    """The interpreter's files in node_modules, and the lock that names its packages."""
    return [FOLDER / name for name in (*INTERPRETER_FILES, "pyodide-lock.json")]
