"""``manifest.json``: what the page will fetch for Python, so that progress can be real."""

from __future__ import annotations

import json
from pathlib import Path

from building.step_cache import files_under, sha256
from runtime.pyodide_release import Release

ROLES = {
    "pyodide.js": "loader",
    "pyodide.asm.js": "glue",
    "pyodide.asm.wasm": "interpreter",
    "python_stdlib.zip": "standard library",
    "pyodide-lock.json": "lock",
    "backprop.zip": "engine",
    "take_home.zip": "take home",
    "graph.zip": "graph",
    "exercises.zip": "exercises",
    "playground.zip": "playground",
    "experiments.zip": "experiments",
    "weights.zip": "weights",
}


def entry(path: Path, name: str) -> dict[str, str | int]:
    """One file of the list, under the name by which the page finds it."""
    return {
        "name": name,
        "bytes": path.stat().st_size,
        "sha256": sha256(path),
        "role": "numpy" if path.suffix == ".whl" else ROLES[path.name],
    }


def write_manifest(folder: Path, release: Release, later: list[Path]) -> None:
    """List every file of ``folder`` with its bytes, hash and role.

    Args:
        folder: what a start fetches, all of it.
        release: of Pyodide.
        later: files in a folder beside it, which are fetched when they are first needed.
    """
    files = [entry(path, path.name) for path in files_under(folder) if path.name != "manifest.json"]
    manifest = {
        "files": files,
        "later": [entry(path, f"../{path.parent.name}/{path.name}") for path in later],
        "pyodide": release.version,
        "numpy": release.numpy["version"],
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")
