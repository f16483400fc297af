"""The bundler of the page's own scripts and styles, bundle.js, which stays to be asked again."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from places import ROOT, SCRIPTS
from setup_failure import SetupFailure

running: dict[tuple[str, bool], subprocess.Popen[str]] = {}
"""By purpose, and whether it makes drafts. They end when this program does."""


def bundler(purpose: str, *, draft: bool) -> subprocess.Popen[str]:
    """The bundler for a purpose, started if it is not there."""
    process = running.get((purpose, draft))
    if process is None or process.poll() is not None:
        command = ["node", str(SCRIPTS / "bundle.js"), "--stay", f"--for={purpose}"]
        process = running[purpose, draft] = subprocess.Popen(
            [*command, *(["--draft"] if draft else [])],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
    return process


def bundle(purpose: str, folder: Path, imports: Path, *, draft: bool) -> None:
    """Bundle the sources as they are now.

    Args:
        purpose: ``site`` or ``styles``.
        folder: gets what is bundled.
        imports: gets what each source imports.
        draft: it need not be small.

    Raises:
        SetupFailure: a source is wrong; it has been told which, and where.
    """
    process = bundler(purpose, draft=draft)
    if process.stdin is None or process.stdout is None:
        raise AssertionError("both are pipes")
    process.stdin.write(json.dumps([str(folder), str(imports)]) + "\n")
    process.stdin.flush()
    if process.stdout.readline() != "bundled\n":
        raise SetupFailure("The page could not be bundled (the reason is above).")
