"""``manifest.json``: what the page will fetch for Python, so that progress can be real."""

from __future__ import annotations

import json
from pathlib import Path

from runtime.pyodide_release import Release
from step_cache import files_under, sha256

ROLES = {
    "pyodide.mjs": "loader",
    "pyodide.asm.mjs": "glue",
    "pyodide.asm.wasm": "interpreter",
    "python_stdlib.zip": "standard library",
    "pyodide-lock.json": "lock",
    "backprop.zip": "engine",
}


def write_manifest(folder: Path, release: Release) -> None:
    """List every file of ``folder`` with its bytes, hash and role."""
    files = [
        {
            "name": path.name,
            "bytes": path.stat().st_size,
            "sha256": sha256(path),
            "role": "numpy" if path.suffix == ".whl" else ROLES[path.name],
        }
        for path in files_under(folder)
        if path.name != "manifest.json"
    ]
    manifest = {"files": files, "pyodide": release.version, "numpy": release.numpy["version"]}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")
