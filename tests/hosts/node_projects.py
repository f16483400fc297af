"""Somebody's projects of Node, each in its folder here, with the package out of its tarball.

What a project's lock names is installed once and kept for as long as the lock says the same.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from building.step_cache import digest
from places import CACHE, ROOT, SCRIPTS

PROJECTS = Path(__file__).parent
NPM = shutil.which("npm") or "npm"
QUIETLY = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
SAYING_NOTHING_HOME = {
    "NEXT_TELEMETRY_DISABLED": "1",
    "ASTRO_TELEMETRY_DISABLED": "1",
    "DOCUSAURUS_NO_TELEMETRY": "1",
}


def run(folder: Path, *command: str) -> str:
    """What a command printed that must succeed."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | SAYING_NOTHING_HOME,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def tarball(folder: Path) -> Path:
    """The package as `npm pack` makes it of the built site."""
    run(ROOT, sys.executable, str(SCRIPTS / "package.py"))
    name = run(ROOT, NPM, "pack", *QUIETLY, "--pack-destination", str(folder)).split()[-1]
    return folder / name


def with_package(name: str, packed: Path) -> Path:
    """A project with what its lock names and our package, as an author has it."""
    project = installed(name)
    # As `npm install` lays it there; that would first look through all that is there already.
    place = project / "node_modules" / "backpropagation-traced"
    shutil.rmtree(place, ignore_errors=True)
    shutil.unpack_archive(packed, place.with_suffix(".unpacked"), filter="data")
    (place.with_suffix(".unpacked") / "package").rename(place)
    place.with_suffix(".unpacked").rmdir()
    return project


def installed(name: str) -> Path:
    """A project of this folder with what its lock names."""
    source = PROJECTS / name
    project = CACHE / "environments" / name
    wanted = digest([source / "package-lock.json"], str(project))
    stamp = project / "node_modules" / "installed.sha256"
    is_installed = stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted
    if not is_installed:
        shutil.rmtree(project, ignore_errors=True)
    project.mkdir(parents=True, exist_ok=True)
    for left in project.iterdir():
        if left.name != "node_modules":
            shutil.rmtree(left) if left.is_dir() else left.unlink()
    shutil.copytree(source, project, dirs_exist_ok=True)
    if not is_installed:
        # Our own strictness about engines reaches this npm too, and is not that of its author.
        run(project, NPM, "ci", "--no-engine-strict", *QUIETLY)
        stamp.write_text(wanted, encoding="utf-8")
    return project


def published(package: str, integrity: str) -> Path:
    """The files of somebody's package as they were published, without the packages that it needs.

    Args:
        package: its name and version, as `name@1.2.3`.
        integrity: the SHA-512 of its tarball, as locks have it.
    """
    folder = CACHE / "environments" / package.replace("/", "_")
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as place:
            told = run(ROOT, NPM, "pack", package, "--json", "--pack-destination", place, *QUIETLY)
            packed = Path(place) / json.loads(told)[0]["filename"]
            digest_of_it = base64.b64encode(hashlib.sha512(packed.read_bytes()).digest())
            assert f"sha512-{digest_of_it.decode()}" == integrity
            shutil.unpack_archive(packed, place, filter="data")
            (Path(place) / "package").rename(folder)
    return folder
